import type { CallContext } from '../../context.ts'
import { type ListedBuyer, selectNewBuyers } from './list-rows.ts'
import { type BuyersAsked, toFilter } from './to-filter.ts'

export type BuyersQuery = BuyersAsked & { from: Date | undefined; before: Date | undefined }

export type BuyerPage = { buyers: ListedBuyer[]; hasNext: boolean }

/** A page of the caller's new buyers of an activity, in the order of their first purchases. */
export async function listNewBuyers(ctx: CallContext, query: BuyersQuery): Promise<BuyerPage> {
  const { from, before, pageNo, pageSize } = query
  const filter = { ...(await toFilter(ctx, query)), from, before }
  const page = { offset: (pageNo - 1) * pageSize, limit: pageSize + 1 }
  const found = await selectNewBuyers(ctx.store.read, filter, page)
  return { buyers: found.slice(0, pageSize), hasNext: found.length > pageSize }
}
