import { Refusal } from '@opentbk/top'
import type { CallContext } from '../../context.ts'
import type { Db } from '../../store/store.ts'
import { type Holder, type OrderFilter, selectOrderPage, timeColumns } from './list-rows.ts'
import type { OrderRow } from './order-row.ts'
import { checkPageQuery, type PageQuery, type PageStart, readPage } from './read-page.ts'
import { checkWindow, endOfWindow, readWindow, type TimeWindow } from './window.ts'

const STATUSES = [11, 12, 13, 14, 3]

export type OrderQuery = TimeWindow &
  PageQuery & {
    /** What the caller is to the orders. */
    role: Holder['column']
    by: OrderFilter['by']
    status: number | undefined
    scene: OrderFilter['scene']
  }

export type OrderPage = {
  orders: OrderRow[]
  hasPrevious: boolean
  hasNext: boolean
  position: string | undefined
}

/**
 * A page of the caller's orders. Times are when this network took the change, handed out in the order
 * of the commits, so pages skip nothing and repeat nothing while orders arrive, and a past window is
 * final. By `modified` an order that changes while it is paged comes again, later.
 */
export async function listOrders(ctx: CallContext, query: OrderQuery): Promise<OrderPage> {
  checkWindow(ctx, query)
  if (query.status !== undefined && !STATUSES.includes(query.status)) throw new Refusal('order.bad-status')
  checkPageQuery(query)
  const filter: OrderFilter = {
    holder: { column: query.role, memberId: ctx.promoterId },
    by: query.by,
    from: query.start,
    to: endOfWindow(query),
    status: query.status,
    scene: query.scene,
  }
  const list = {
    select: (db: Db, from: PageStart) => selectOrderPage(db, filter, from),
    placeOf: (order: OrderRow) => ({ at: order[timeColumns[filter.by]] as Date, id: order.id }),
  }
  const { rows, ...page } = await readWindow(ctx, query, (db) => readPage(db, list, query))
  return { orders: rows, ...page }
}
