import { sql } from 'kysely'
import type { Db, Tx } from '../../store/store.ts'
import type { EventType, KeptEvent } from './event.ts'
import type { OrderRow } from './order-row.ts'

/**
 * One request of a shop at a time, in whatever process: orders of a buyer hang together, and two requests
 * that did not see each other would each decide on half of what is known.
 */
export async function lockShop(tx: Tx, shopId: bigint): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`orders of shop ${shopId}`}, 0))`.execute(tx)
}

export async function selectEventDigests(
  db: Db,
  shopId: bigint,
  eventIds: readonly string[],
): Promise<Map<string, Buffer>> {
  const rows = await db
    .selectFrom('order_events')
    .select(['event_id', 'digest'])
    .where('shop_id', '=', shopId)
    .where('event_id', 'in', eventIds)
    .execute()
  return new Map(rows.map((row) => [row.event_id, row.digest]))
}

/** Orders by the shop's own names, each with the shop's name for its parent. */
export async function selectOrders(
  db: Db,
  shopId: bigint,
  outerIds: readonly string[],
): Promise<{ before: OrderRow; outerParentId: string }[]> {
  const rows = await db
    .selectFrom('orders')
    .innerJoin('trade_parents', 'trade_parents.id', 'orders.trade_parent_id')
    .selectAll('orders')
    .select('trade_parents.outer_id as outer_parent_id')
    .where('orders.shop_id', '=', shopId)
    .where('orders.outer_id', 'in', outerIds)
    .execute()
  return rows.map(({ outer_parent_id: outerParentId, ...before }) => ({ before, outerParentId }))
}

export async function selectEvents(db: Db, orderIds: readonly bigint[]): Promise<Map<bigint, KeptEvent[]>> {
  const rows =
    orderIds.length === 0
      ? []
      : await db.selectFrom('order_events').selectAll().where('order_id', 'in', orderIds).execute()
  const events = new Map<bigint, KeptEvent[]>()
  for (const row of rows) {
    const event: KeptEvent = {
      eventId: row.event_id,
      type: row.type as EventType,
      itemNum: row.item_num,
      priceFen: row.price_fen,
      paidFen: row.paid_fen,
      refundId: row.refund_id ?? undefined,
      refundFen: row.refund_fen ?? undefined,
      clickId: row.click_id ?? undefined,
      buyerHash: row.buyer_hash ?? undefined,
      at: row.at,
    }
    const list = events.get(row.order_id)
    if (list) list.push(event)
    else events.set(row.order_id, [event])
  }
  return events
}

export type NewEvent = KeptEvent & { shopId: bigint; orderId: bigint; digest: Buffer; acceptedAt: Date }

export async function insertEvents(tx: Tx, events: readonly NewEvent[]): Promise<void> {
  await tx
    .insertInto('order_events')
    .values(
      events.map((event) => ({
        shop_id: event.shopId,
        event_id: event.eventId,
        order_id: event.orderId,
        digest: event.digest,
        type: event.type,
        at: event.at,
        item_num: event.itemNum,
        price_fen: event.priceFen,
        paid_fen: event.paidFen,
        refund_id: event.refundId ?? null,
        refund_fen: event.refundFen ?? null,
        click_id: event.clickId ?? null,
        buyer_hash: event.buyerHash ?? null,
        accepted_at: event.acceptedAt,
      })),
    )
    .execute()
}

/** The network's numbers for the shop's parent orders; new ones are given. The shop is locked. */
export async function numberParents(
  tx: Tx,
  shopId: bigint,
  outerIds: readonly string[],
): Promise<Map<string, bigint>> {
  if (outerIds.length === 0) return new Map()
  const names = [...new Set(outerIds)].sort()
  const { rows } = await sql<{ id: bigint; outer_id: string }>`
    with known as (
      select id, outer_id from trade_parents where shop_id = ${shopId} and outer_id = any(${names}::text[])
    ), given as (
      insert into trade_parents (shop_id, outer_id)
      select ${shopId}, name from unnest(${names}::text[]) as name
      where name not in (select outer_id from known)
      returning id, outer_id
    )
    select id, outer_id from known union all select id, outer_id from given`.execute(tx)
  return new Map(rows.map((row) => [row.outer_id, row.id]))
}

/** Ids for new orders, so that their events and entries can name them before they are written. */
export async function reserveOrderIds(tx: Tx, count: number): Promise<bigint[]> {
  if (count === 0) return []
  const { rows } = await sql<{ id: bigint }>`
    select nextval(pg_get_serial_sequence('orders', 'id')) as id from generate_series(1, ${count})`.execute(
    tx,
  )
  return rows.map((row) => row.id)
}

export type OrderWrite = Omit<OrderRow, 'trade_id'>

/** Writes orders as they now are, new or changed. */
export async function upsertOrders(tx: Tx, orders: readonly OrderWrite[]): Promise<void> {
  const changed = Object.keys(orders[0] as OrderWrite).filter(
    (name) => !['id', 'shop_id', 'outer_id'].includes(name),
  )
  await tx
    .insertInto('orders')
    .values(orders.map((order) => ({ ...order, decision: JSON.stringify(order.decision) })))
    .onConflict((conflict) =>
      conflict
        .columns(['shop_id', 'outer_id'])
        .doUpdateSet((eb) =>
          Object.fromEntries(changed.map((name) => [name, eb.ref(`excluded.${name}` as 'excluded.status')])),
        ),
    )
    .execute()
}
