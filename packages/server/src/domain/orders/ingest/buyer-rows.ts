import { sql } from 'kysely'
import { KEPT_PLAN } from '../../../store/kept-plan.ts'
import type { Db, Tx } from '../../../store/store.ts'

const MAX_SHOPPERS = 100

/** A buyer of a shop was seen as a shopper: an order event carried both. */
export type Sighting = { buyerHash: Buffer; shopperId: string; seenAt: Date }

/** Keeps the earliest sighting of each pair. Answers the ones that are new or became earlier. */
export async function recordSightings(
  tx: Tx,
  shopId: bigint,
  sightings: readonly Sighting[],
): Promise<Sighting[]> {
  if (sightings.length === 0) return []
  const { rows } = await sql<{ buyer_hash: Buffer; shopper_id: string; seen_at: Date }>`${KEPT_PLAN}
    insert into shop_buyers as kept (shop_id, buyer_hash, shopper_id, seen_at)
    select ${shopId}, s.buyer_hash, s.shopper_id, min(s.seen_at)
    from unnest(
      ${sightings.map((one) => one.buyerHash)}::bytea[],
      ${sightings.map((one) => one.shopperId)}::uuid[],
      ${sightings.map((one) => one.seenAt.toISOString())}::timestamptz[]) as s(buyer_hash, shopper_id, seen_at)
    group by s.buyer_hash, s.shopper_id
    order by s.buyer_hash, s.shopper_id
    on conflict (shop_id, buyer_hash, shopper_id) do update set seen_at = excluded.seen_at
      where excluded.seen_at < kept.seen_at
    returning buyer_hash, shopper_id, seen_at`.execute(tx)
  return rows.map((row) => ({ buyerHash: row.buyer_hash, shopperId: row.shopper_id, seenAt: row.seen_at }))
}

/** Whom buyers of a shop were seen as by then, in the order of the buyers. An unknown one is nobody. */
export async function selectShoppers(
  db: Db,
  shopId: bigint,
  buyers: readonly { hash: Buffer | undefined; until: Date }[],
): Promise<string[][]> {
  if (buyers.every((buyer) => buyer.hash === undefined)) return []
  const { rows } = await sql<{ shopper_ids: string[] }>`${KEPT_PLAN}
    select array(
      select b.shopper_id::text from shop_buyers b
      where b.shop_id = ${shopId} and b.buyer_hash = buyer.hash and b.seen_at <= buyer.until
      order by b.shopper_id limit ${MAX_SHOPPERS}) as shopper_ids
    from unnest(
      ${buyers.map((buyer) => buyer.hash ?? null)}::bytea[], ${buyers.map((buyer) => buyer.until)}::timestamptz[]
    ) with ordinality as buyer(hash, until, n)
    order by buyer.n`.execute(db)
  return rows.map((row) => row.shopper_ids)
}

/** Where the reading of a buyer's orders goes on: after this order, by time and id. */
export type BuyerPlace = { buyerHash: Buffer; at: Date; id: bigint }

/**
 * The next orders of buyers, each after its place: buyer by buyer, then by time, at most `limit` in all.
 * `n` says whose an order is.
 */
export async function selectOrdersAfter(
  db: Db,
  of: { shopId: bigint; places: readonly BuyerPlace[]; limit: number },
): Promise<{ n: number; outerId: string; at: Date; id: bigint }[]> {
  const { shopId, places, limit } = of
  const { rows } = await sql<{ n: number; outer_id: string; tb_created_at: Date; id: bigint }>`${KEPT_PLAN}
    select place.n::int - 1 as n, o.outer_id, o.tb_created_at, o.id
    from unnest(
      ${places.map((place) => place.buyerHash)}::bytea[], ${places.map((place) => place.at)}::timestamptz[],
      ${places.map((place) => place.id)}::bigint[]
    ) with ordinality as place(buyer_hash, at, id, n)
    cross join lateral (
      select outer_id, tb_created_at, id from orders
      where shop_id = ${shopId} and buyer_hash = place.buyer_hash and (tb_created_at, id) > (place.at, place.id)
      order by tb_created_at, id limit ${limit}
    ) o
    order by place.n, o.tb_created_at, o.id limit ${limit}`.execute(db)
  return rows.map((row) => ({ n: row.n, outerId: row.outer_id, at: row.tb_created_at, id: row.id }))
}
