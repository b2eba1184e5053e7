import { Refusal } from '@opentbk/top'
import type { CallContext } from '../../context.ts'
import { checkOwnSite, getOwnAdzone } from '../publishers/index.ts'
import { findActivityId } from './activity-rows.ts'
import type { RecordFilter } from './list-rows.ts'

/** Of which activity, from which of the caller's own places, and which page. */
export type BuyersAsked = {
  activityId: string
  siteId: bigint | undefined
  adzoneId: bigint | undefined
  pageNo: number
  pageSize: number
}

/** The caller's records that are asked for. Unknown and foreign places are refused alike. */
export async function toFilter(ctx: CallContext, asked: BuyersAsked): Promise<RecordFilter> {
  const { siteId, adzoneId } = asked
  if (adzoneId !== undefined) await getOwnAdzone(ctx, { adzoneId, siteId })
  else if (siteId !== undefined) await checkOwnSite(ctx, siteId)
  const activityId = await findActivityId(ctx.store.read, asked.activityId)
  if (activityId === undefined) throw new Refusal('activity.unknown')
  return { memberId: ctx.promoterId, activityId, siteId, adzoneId }
}
