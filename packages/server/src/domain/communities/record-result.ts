import type { CallContext } from '../../context.ts'
import { parseOffset } from './codes.ts'
import type { Refused, Result } from './group.ts'
import { hasGroup, selectPlace, upsertResult } from './rows.ts'
import { isAhead } from './rules.ts'

type Callback = Result & {
  groupId: string
  scdId: bigint | undefined
  msgId: string
  offsetCode: string
}

/**
 * What became of a message. Of several callbacks the one with the latest stamp counts, of equal stamps the
 * first; so the order in which they arrive, and repeats, change nothing.
 */
export async function recordResult(ctx: CallContext, callback: Callback): Promise<Refused | undefined> {
  const db = ctx.store.read
  const { groupId, scdId, msgId, offsetCode, ...result } = callback
  if (!(await hasGroup(db, ctx.promoterId, groupId))) return { refused: 'foreign-group' }
  const offset = parseOffset(offsetCode)
  const place = offset && (await selectPlace(db, { groupId, scdId, ...offset }))
  if (!place) return { refused: 'unknown-offset' }
  if (offset.msgId !== msgId) return { refused: 'other-message' }
  const receivedAt = ctx.clock.now()
  if (isAhead(result.stampMs, receivedAt)) return { refused: 'time-ahead' }
  await upsertResult(db, { planId: place.plan.id, msgId }, { ...result, receivedAt })
  return undefined
}
