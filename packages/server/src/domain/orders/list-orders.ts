import { Refusal } from '@opentbk/top'
import type { CallContext } from '../../context.ts'
import { awaitCommits } from '../../store/stamp.ts'
import type { Db } from '../../store/store.ts'
import { type Holder, type OrderFilter, selectOrderPage, timeColumns } from './list-rows.ts'
import type { OrderRow } from './order-row.ts'
import { formatPosition, type Place, type Position, parsePosition } from './position.ts'

const DAY_MS = 86_400_000
const MAX_WINDOW_MS = 3 * 3_600_000
const MAX_AGE_DAYS = 90
/** No ingest holds its stamp for longer than this before it commits or is ended. */
const COMMIT_PATIENCE_MS = 20_000
const STATUSES = [11, 12, 13, 14, 3]

export type OrderQuery = {
  /** What the caller is to the orders. */
  role: Holder['column']
  by: OrderFilter['by']
  /** Both ends are whole seconds and belong to the window. */
  start: Date
  end: Date
  status: number | undefined
  scene: OrderFilter['scene']
  pageNo: number
  pageSize: number
  position: string | undefined
  jump: number
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
  checkQuery(ctx, query)
  const filter: OrderFilter = {
    holder: { column: query.role, memberId: ctx.promoterId },
    by: query.by,
    from: query.start,
    to: new Date(query.end.getTime() + 1000),
    status: query.status,
    scene: query.scene,
  }
  const read = (db: Db) => readPage(db, filter, query)
  if (filter.to.getTime() < ctx.clock.now().getTime() - COMMIT_PATIENCE_MS) return read(ctx.store.read)
  // The window reaches into the present: what was stamped before we look must be there when we look.
  return ctx.store.transact(async (tx) => {
    await awaitCommits(tx)
    return read(tx)
  })
}

function checkQuery(ctx: CallContext, query: OrderQuery): void {
  const now = ctx.clock.now()
  const oldest = new Date(now.getTime() - MAX_AGE_DAYS * DAY_MS)
  if (query.start >= query.end) throw new Refusal('order.time-order')
  if (query.start > now) throw new Refusal('order.future')
  if (query.end.getTime() - query.start.getTime() > MAX_WINDOW_MS) throw new Refusal('order.window')
  if (query.start < oldest) throw new Refusal('order.bad-time', `开始时间不能早于${MAX_AGE_DAYS}天前`)
  if (query.status !== undefined && !STATUSES.includes(query.status)) throw new Refusal('order.bad-status')
  if (query.jump !== 1 && query.jump !== -1) throw new Refusal('order.bad-jump')
  if (query.position === undefined && (query.pageNo > 1 || query.jump === -1)) {
    throw new Refusal('order.bad-position', '除第一页外都需要传递上一次返回的position_index')
  }
}

async function readPage(db: Db, filter: OrderFilter, query: OrderQuery): Promise<OrderPage> {
  const position = query.position === undefined ? undefined : parsePosition(query.position)
  const backwards = query.jump === -1
  // One row more than the page tells whether the list goes on.
  const rows = await selectOrderPage(db, filter, {
    after: backwards ? undefined : position?.last,
    before: backwards ? position?.first : undefined,
    limit: query.pageSize + 1,
  })
  const goesOn = rows.length > query.pageSize
  const orders = backwards ? rows.slice(-query.pageSize) : rows.slice(0, query.pageSize)
  const here = boundsOf(orders, filter) ?? (position && endOf(position, backwards))
  if (!here) return { orders, hasPrevious: false, hasNext: false, position: undefined }
  const hasRow = async (from: { after: Place } | { before: Place }) =>
    (await selectOrderPage(db, filter, { ...from, limit: 1 })).length > 0
  return {
    orders,
    hasPrevious: backwards ? goesOn : position !== undefined && (await hasRow({ before: here.first })),
    hasNext: backwards ? await hasRow({ after: here.last }) : goesOn,
    position: formatPosition(here),
  }
}

function boundsOf(orders: readonly OrderRow[], filter: OrderFilter): Position | undefined {
  const [first, last] = [orders[0], orders.at(-1)]
  return first && last && { first: placeOf(first, filter), last: placeOf(last, filter) }
}

/** An empty page beyond an end of the list: turning round there leads back to the page one came from. */
function endOf({ first, last }: Position, backwards: boolean): Position {
  return backwards
    ? { first, last: { at: first.at, id: first.id - 1n } }
    : { first: { at: last.at, id: last.id + 1n }, last }
}

function placeOf(order: OrderRow, filter: OrderFilter): Place {
  return { at: order[timeColumns[filter.by]] as Date, id: order.id }
}
