import { isIP, isIPv4 } from 'node:net'
import type { Context } from '../../../context.ts'
import { recordDecisions } from '../../decisions/index.ts'
import { type AppKeyOf, lockOwnApp, updateIpList } from './app-rows.ts'

/**
 * From where an app may call; an empty list is from anywhere. Answers false where the member has no such app. The
 * entries are those that `isIpEntry` lets through.
 */
export async function setAppIpList(
  ctx: Context,
  { ipList, ...of }: AppKeyOf & { ipList: readonly string[] },
): Promise<boolean> {
  return ctx.store.transact(async (tx) => {
    const appId = await lockOwnApp(tx, of)
    if (appId === undefined) return false
    await updateIpList(tx, appId, ipList)
    const { memberId } = of
    const by = { kind: 'member', memberId } as const
    const about = { memberId, appId, by, reason: 'set by its owner' }
    await recordDecisions(ctx, tx, [{ kind: 'app.ip_list', ...about, figures: { ip_list: ipList } }])
    return true
  })
}

/** Whether an entry of an IP list can be read: an address, a block of them, or a pattern such as `10.232.*.*`. */
export function isIpEntry(text: string): boolean {
  if (text.includes('*')) return text.includes('.') && isIPv4(text.replace(/(?<=^|\.)\*(?=\.|$)/g, '0'))
  const [network = '', bits, ...others] = text.split('/')
  const version = isIP(network)
  if (version === 0 || others.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}
