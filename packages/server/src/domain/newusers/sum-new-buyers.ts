import type { CallContext } from '../../context.ts'
import { type BuyerSum, selectSums } from './list-rows.ts'
import { type BuyersAsked, toFilter } from './to-filter.ts'

export type SumQuery = BuyersAsked & { rewarded: { from: Date; before: Date } | undefined }

export type SumPage = { sums: BuyerSum[]; hasNext: boolean }

/** A page of what an activity brought the caller, by day and channel, the oldest day first. */
export async function sumNewBuyers(ctx: CallContext, query: SumQuery): Promise<SumPage> {
  const { rewarded, pageNo, pageSize } = query
  const filter = { ...(await toFilter(ctx, query)), rewarded }
  const page = { offset: (pageNo - 1) * pageSize, limit: pageSize + 1 }
  const found = await selectSums(ctx.store.read, filter, page)
  return { sums: found.slice(0, pageSize), hasNext: found.length > pageSize }
}
