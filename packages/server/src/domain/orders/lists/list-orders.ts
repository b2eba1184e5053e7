import { Refusal } from '@opentbk/top'
import type { Context } from '../../../context.ts'
import type { Db } from '../../../store/store.ts'
import { type ListedOrder, type OrderFilter, type OrderRole, placeOf, selectOrderPage } from './list-rows.ts'
import { checkPageQuery, type PageQuery, type PageStart, readPage } from './read-page.ts'
import { checkWindow, endOfWindow, readWindow, type TimeWindow } from './window.ts'

const STATUSES = [11, 12, 13, 14, 3]

export type OrderQuery<R extends OrderRole = OrderRole> = TimeWindow &
  PageQuery & {
    /** Whose orders: the caller's own, or of members whom the caller may read. */
    memberIds: readonly bigint[]
    roles: readonly R[]
    by: OrderFilter['by']
    status: number | undefined
    scene: OrderFilter['scene']
  }

export type OrderPage<R extends OrderRole = OrderRole> = {
  orders: ListedOrder<R>[]
  hasPrevious: boolean
  hasNext: boolean
  position: string | undefined
}

/**
 * A page of the members' orders, one row for each of them who earns by an order. Times are when this network
 * took the change, handed out in the order of the commits, so pages skip nothing and repeat nothing while
 * orders arrive, and a past window is final. By `modified` an order that changes while it is paged comes again.
 */
export async function listOrders<R extends OrderRole>(
  ctx: Context,
  query: OrderQuery<R>,
): Promise<OrderPage<R>> {
  checkWindow(ctx, query)
  if (query.status !== undefined && !STATUSES.includes(query.status)) throw new Refusal('order.bad-status')
  checkPageQuery(query)
  const filter: OrderFilter<R> = {
    memberIds: query.memberIds,
    roles: query.roles,
    by: query.by,
    from: query.start,
    to: endOfWindow(query),
    status: query.status,
    scene: query.scene,
  }
  const list = {
    select: (db: Db, from: PageStart) => selectOrderPage(db, filter, from),
    placeOf: (order: ListedOrder<R>) => placeOf(order, filter.by),
  }
  const { rows, ...page } = await readWindow(ctx, query, (db) => readPage(db, list, query))
  return { orders: rows, ...page }
}
