import { type Insertable, type Selectable, sql } from 'kysely'
import { jsonRows } from '../../store/json-rows.ts'
import { KEPT_PLAN } from '../../store/kept-plan.ts'
import type { Db, Tx } from '../../store/store.ts'
import type { OrderEventsTable } from '../../store/tables.ts'
import type { EventType, KeptEvent } from './event.ts'
import type { OrderRow } from './order-row.ts'

/**
 * One request of a shop at a time, in whatever process: orders of a buyer hang together, and two requests
 * that did not see each other would each decide on half of what is known. What follows in the transaction goes
 * by the indexes: plans that are kept may have been made while the tables were empty.
 */
export async function lockShop(tx: Tx, shopId: bigint): Promise<void> {
  await sql`${KEPT_PLAN}
    select pg_advisory_xact_lock(hashtextextended(${`orders of shop ${shopId}`}, 0)),
      set_config('enable_seqscan', 'off', true)`.execute(tx)
}

/** The same for many shops at once; whoever holds several takes them in the order of their numbers. */
export async function lockShops(tx: Tx, shopIds: readonly bigint[]): Promise<void> {
  const names = [...new Set(shopIds)].sort(byNumber).map((id) => `orders of shop ${id}`)
  await sql`select set_config('enable_seqscan', 'off', true)`.execute(tx)
  await sql`
    select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest(${names}::text[]) as name`.execute(tx)
}

const byNumber = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0)

export async function selectEventDigests(
  db: Db,
  shopId: bigint,
  eventIds: readonly string[],
): Promise<Map<string, Buffer>> {
  const { rows } = await sql<{ event_id: string; digest: Buffer }>`${KEPT_PLAN}
    select e.event_id, e.digest from unnest(${eventIds}::text[]) as wanted(event_id) cross join lateral (
      select event_id, digest from order_events
      where shop_id = ${shopId} and event_id = wanted.event_id offset 0
    ) e`.execute(db)
  return new Map(rows.map((row) => [row.event_id, row.digest]))
}

/** Orders by the shop's own names, each with the shop's name for its parent. */
export async function selectOrders(
  db: Db,
  shopId: bigint,
  outerIds: readonly string[],
): Promise<{ before: OrderRow; outerParentId: string }[]> {
  const { rows } = await sql<OrderRow & { outer_parent_id: string }>`${KEPT_PLAN}
    select o.*, (select outer_id from trade_parents where id = o.trade_parent_id) as outer_parent_id
    from unnest(${outerIds}::text[]) as wanted(outer_id) cross join lateral (
      select * from orders where shop_id = ${shopId} and outer_id = wanted.outer_id offset 0
    ) o`.execute(db)
  return rows.map(({ outer_parent_id: outerParentId, ...before }) => ({ before, outerParentId }))
}

export async function selectEvents(db: Db, orderIds: readonly bigint[]): Promise<Map<bigint, KeptEvent[]>> {
  if (orderIds.length === 0) return new Map()
  const { rows } = await sql<Selectable<OrderEventsTable>>`${KEPT_PLAN}
    select * from order_events where order_id = any(${orderIds}::bigint[])`.execute(db)
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
  const rows = events.map(
    (event): Insertable<OrderEventsTable> => ({
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
    }),
  )
  await sql`${KEPT_PLAN}
    insert into order_events select * from json_populate_recordset(null::order_events, ${jsonRows(rows)}::json)`.execute(
    tx,
  )
}

/** The network's numbers for the shop's parent orders; new ones are given. The shop is locked. */
export async function numberParents(
  tx: Tx,
  shopId: bigint,
  outerIds: readonly string[],
): Promise<Map<string, bigint>> {
  if (outerIds.length === 0) return new Map()
  const names = [...new Set(outerIds)].sort()
  const { rows } = await sql<{ id: bigint; outer_id: string }>`${KEPT_PLAN}
    with known as (
      select p.id, p.outer_id from unnest(${names}::text[]) as wanted(outer_id) cross join lateral (
        select id, outer_id from trade_parents where shop_id = ${shopId} and outer_id = wanted.outer_id offset 0
      ) p
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
  const { rows } = await sql<{ id: bigint }>`${KEPT_PLAN}
    select nextval(pg_get_serial_sequence('orders', 'id')) as id from generate_series(1, ${count})`.execute(
    tx,
  )
  return rows.map((row) => row.id)
}

export type OrderWrite = Omit<OrderRow, 'trade_id'>

/** Writes orders as they now are, new or changed. */
export async function upsertOrders(tx: Tx, orders: readonly OrderWrite[]): Promise<void> {
  const names = Object.keys(orders[0] as OrderWrite).sort()
  const columns = sql.join(names.map((name) => sql.ref(name)))
  const changed = names.filter((name) => !['id', 'shop_id', 'outer_id'].includes(name))
  await sql`${KEPT_PLAN}
    insert into orders (${columns})
    select ${columns} from json_populate_recordset(null::orders, ${jsonRows(orders)}::json)
    on conflict (shop_id, outer_id) do update set
      ${sql.join(changed.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))}`.execute(tx)
}
