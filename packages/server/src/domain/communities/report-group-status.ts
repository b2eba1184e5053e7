import type { CallContext } from '../../context.ts'
import type { Refused } from './group.ts'
import { hasGroup, updateGroupStatus } from './rows.ts'
import { isAhead } from './rules.ts'

type Report = {
  groupId: string
  value: number
  note: string | undefined
  /** Now when left out. */
  stampMs: bigint | undefined
}

/** Whether messages can be sent to a group, as its channel says. The latest stamp counts, as of results. */
export async function reportGroupStatus(ctx: CallContext, report: Report): Promise<Refused | undefined> {
  const db = ctx.store.read
  const key = { owner: ctx.promoterId, groupId: report.groupId }
  if (!(await hasGroup(db, key.owner, key.groupId))) return { refused: 'foreign-group' }
  const now = ctx.clock.now()
  const stampMs = report.stampMs ?? BigInt(now.getTime())
  if (isAhead(stampMs, now)) return { refused: 'time-ahead' }
  await updateGroupStatus(db, key, { value: report.value, note: report.note, stampMs })
  return undefined
}
