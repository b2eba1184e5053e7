import type { CallContext } from '../../context.ts'
import type { PenaltyState, ViolationType } from './penalty.ts'
import { countPunished, type PunishedFilter, selectPunished } from './punished-rows.ts'

/** An order under a penalty, as one of its parties sees it: ids are of that party's own PID. */
export type PunishedOrder = {
  tradeId: bigint
  memberId: bigint
  siteId: bigint
  adzoneId: bigint
  /** The promoter's own channel; a third party is told none. */
  relationId: bigint | undefined
  violationType: ViolationType
  state: PenaltyState
  createdAt: Date
  earnedAt: Date | undefined
}

export type PunishedQuery = Omit<PunishedFilter, 'memberId'> & { pageNo: number; pageSize: number }

/**
 * The caller's orders that are or were under a penalty, as promoter and as third party, each with its newest
 * one, the oldest order first: a page, and how many in all.
 */
export async function listPunishedOrders(
  ctx: CallContext,
  query: PunishedQuery,
): Promise<{ totalCount: number; orders: PunishedOrder[] }> {
  const { pageNo, pageSize, ...filter } = query
  const mine: PunishedFilter = { ...filter, memberId: ctx.promoterId }
  const [totalCount, orders] = await Promise.all([
    countPunished(ctx.store.read, mine),
    selectPunished(ctx.store.read, mine, { offset: (pageNo - 1) * pageSize, limit: pageSize }),
  ])
  return { totalCount, orders }
}
