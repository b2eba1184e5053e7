const blockBytes = 64

/** A message as MD5 and SHA-256 hash it: a 1 bit, zeros, the bit length in 8 bytes, a multiple of 64 bytes in all. */
export function padded(data: Uint8Array, littleEndian: boolean): DataView {
  const length = Math.ceil((data.length + 9) / blockBytes) * blockBytes
  const all = new Uint8Array(length)
  all.set(data)
  all[data.length] = 0x80
  const view = new DataView(all.buffer)
  view.setBigUint64(length - 8, BigInt(data.length) * 8n, littleEndian)
  return view
}

/** HMAC (RFC 2104) over a hash with blocks of 64 bytes. */
export function hmac(hash: (data: Uint8Array) => Uint8Array, key: Uint8Array, data: Uint8Array): Uint8Array {
  const block = new Uint8Array(blockBytes)
  block.set(key.length > blockBytes ? hash(key) : key)
  const inner = hash(concat(xored(block, 0x36), data))
  return hash(concat(xored(block, 0x5c), inner))
}

/** Lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  let hex = ''
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0')
  return hex
}

function xored(block: Uint8Array, mask: number): Uint8Array {
  return block.map((byte) => byte ^ mask)
}

function concat(head: Uint8Array, tail: Uint8Array): Uint8Array {
  const all = new Uint8Array(head.length + tail.length)
  all.set(head)
  all.set(tail, head.length)
  return all
}
