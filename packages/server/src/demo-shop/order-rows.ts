import type { Selectable } from 'kysely'
import type { Db, Tx } from '../store/store.ts'
import type { DemoOrderEventsTable, DemoOrdersTable } from '../store/tables.ts'
import type { Books, EventType, Refund, State } from './rules.ts'

export type Order = Books & {
  id: bigint
  accessKey: string
  shopId: bigint
  itemId: bigint
  skuId: bigint | undefined
  quantity: number
  priceFen: bigint
  couponId: bigint | undefined
  clickId: string | undefined
  buyerId: string
  /** How many events were made for it: the number of the last one. */
  events: number
  createdAt: Date
}

/** What the network said to an event; failed: it could not be asked, or its answer was none. */
export type Answer = 'accepted' | 'duplicate' | 'refused' | 'failed'

export type OrderEvent = {
  no: number
  type: EventType
  /** The event as it is sent, word for word. */
  body: string
  refund: Refund | undefined
  answer: Answer | undefined
  reason: string | undefined
  at: Date
}

export type NewOrder = Omit<Order, 'id' | 'state' | 'refundedFen' | 'openRefund' | 'events'>

export async function insertOrder(tx: Tx, order: NewOrder): Promise<Order> {
  const row = await tx
    .insertInto('demo_orders')
    .values({
      access_key: order.accessKey,
      shop_id: order.shopId,
      item_id: order.itemId,
      sku_id: order.skuId ?? null,
      item_num: order.quantity,
      price_fen: order.priceFen,
      paid_fen: order.paidFen,
      coupon_id: order.couponId ?? null,
      click_id: order.clickId ?? null,
      buyer_id: order.buyerId,
      state: 'placed',
      open_refund_id: null,
      open_refund_fen: null,
      created_at: order.createdAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return orderOf(row)
}

export async function selectOrder(db: Db, accessKey: string): Promise<Order | undefined> {
  const row = await db
    .selectFrom('demo_orders')
    .selectAll()
    .where('access_key', '=', accessKey)
    .executeTakeFirst()
  return row && orderOf(row)
}

/** The order, held against every other step until the transaction ends. */
export async function lockOrder(tx: Tx, accessKey: string): Promise<Order | undefined> {
  const row = await tx
    .selectFrom('demo_orders')
    .selectAll()
    .where('access_key', '=', accessKey)
    .forUpdate()
    .executeTakeFirst()
  return row && orderOf(row)
}

export async function updateBooks(tx: Tx, orderId: bigint, books: Books): Promise<void> {
  await tx
    .updateTable('demo_orders')
    .set({
      state: books.state,
      refunded_fen: books.refundedFen,
      open_refund_id: books.openRefund?.id ?? null,
      open_refund_fen: books.openRefund?.fen ?? null,
    })
    .where('id', '=', orderId)
    .execute()
}

export async function insertEvent(tx: Tx, orderId: bigint, event: OrderEvent): Promise<void> {
  await tx
    .insertInto('demo_order_events')
    .values({
      order_id: orderId,
      event_no: event.no,
      type: event.type,
      body: event.body,
      refund_id: event.refund?.id ?? null,
      refund_fen: event.refund?.fen ?? null,
      answer: null,
      reason: null,
      at: event.at,
    })
    .execute()
  await tx.updateTable('demo_orders').set({ events: event.no }).where('id', '=', orderId).execute()
}

/** In the order they were made. There are few: each step needs a click. */
export async function selectEvents(db: Db, orderId: bigint, limit: number): Promise<OrderEvent[]> {
  const rows = await db
    .selectFrom('demo_order_events')
    .selectAll()
    .where('order_id', '=', orderId)
    .orderBy('event_no', 'desc')
    .limit(limit)
    .execute()
  return rows.map(eventOf).reverse()
}

export async function selectEvent(db: Db, orderId: bigint, no: number): Promise<OrderEvent | undefined> {
  const row = await db
    .selectFrom('demo_order_events')
    .selectAll()
    .where('order_id', '=', orderId)
    .where('event_no', '=', no)
    .executeTakeFirst()
  return row && eventOf(row)
}

export async function updateAnswer(
  tx: Tx,
  { orderId, no }: { orderId: bigint; no: number },
  said: { answer: Answer; reason: string | undefined },
): Promise<void> {
  await tx
    .updateTable('demo_order_events')
    .set({ answer: said.answer, reason: said.reason ?? null })
    .where('order_id', '=', orderId)
    .where('event_no', '=', no)
    .execute()
}

function orderOf(row: Selectable<DemoOrdersTable>): Order {
  const { open_refund_id: refundId, open_refund_fen: refundFen } = row
  return {
    id: row.id,
    accessKey: row.access_key,
    shopId: row.shop_id,
    itemId: row.item_id,
    skuId: row.sku_id ?? undefined,
    quantity: row.item_num,
    priceFen: row.price_fen,
    paidFen: row.paid_fen,
    refundedFen: row.refunded_fen,
    couponId: row.coupon_id ?? undefined,
    clickId: row.click_id ?? undefined,
    buyerId: row.buyer_id,
    state: row.state as State,
    openRefund: refundId !== null && refundFen !== null ? { id: refundId, fen: refundFen } : undefined,
    events: row.events,
    createdAt: row.created_at,
  }
}

function eventOf(row: Selectable<DemoOrderEventsTable>): OrderEvent {
  const { refund_id: refundId, refund_fen: refundFen } = row
  return {
    no: row.event_no,
    type: row.type as EventType,
    body: row.body,
    refund: refundId !== null && refundFen !== null ? { id: refundId, fen: refundFen } : undefined,
    answer: (row.answer as Answer | null) ?? undefined,
    reason: row.reason ?? undefined,
    at: row.at,
  }
}
