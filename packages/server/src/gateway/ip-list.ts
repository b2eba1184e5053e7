import { BlockList, isIPv6 } from 'node:net'

/** Whether an address is in a list of addresses, CIDR blocks and `10.232.*.*` patterns. */
export function inIpList(list: readonly string[], ip: string): boolean {
  const plain = ip.startsWith('::ffff:') ? ip.slice(7) : ip
  return list.some((entry) => matches(entry.trim(), plain))
}

function matches(entry: string, ip: string): boolean {
  if (entry.includes('*')) {
    const parts = entry.split('.')
    const own = ip.split('.')
    return parts.length === own.length && parts.every((part, index) => part === '*' || part === own[index])
  }
  const [network = '', bits] = entry.split('/')
  if (bits === undefined) return network === ip
  const block = new BlockList()
  block.addSubnet(network, Number(bits), isIPv6(network) ? 'ipv6' : 'ipv4')
  return block.check(ip, isIPv6(ip) ? 'ipv6' : 'ipv4')
}
