import { sql } from 'kysely'
import type { Db, Tx } from '../../store/store.ts'

/** A buyer of a shop was seen as a shopper: an order event carried both. */
export type Sighting = { buyerHash: Buffer; shopperId: string; seenAt: Date }

/** Keeps the earliest sighting of each pair. Answers the ones that are new or became earlier. */
export async function recordSightings(
  tx: Tx,
  shopId: bigint,
  sightings: readonly Sighting[],
): Promise<Sighting[]> {
  if (sightings.length === 0) return []
  const { rows } = await sql<{ buyer_hash: Buffer; shopper_id: string; seen_at: Date }>`
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

/** Whom a buyer was seen as by then. */
export async function selectShoppers(
  db: Db,
  of: { shopId: bigint; buyerHash: Buffer; until: Date },
): Promise<string[]> {
  const rows = await db
    .selectFrom('shop_buyers')
    .select('shopper_id')
    .where('shop_id', '=', of.shopId)
    .where('buyer_hash', '=', of.buyerHash)
    .where('seen_at', '<=', of.until)
    .orderBy('shopper_id')
    .limit(100)
    .execute()
  return rows.map((row) => row.shopper_id)
}

/** Orders of a buyer that were made after a sighting: they are to be decided again. */
export async function selectOrdersAfter(db: Db, shopId: bigint, sighting: Sighting): Promise<string[]> {
  const rows = await db
    .selectFrom('orders')
    .select('outer_id')
    .where('shop_id', '=', shopId)
    .where('buyer_hash', '=', sighting.buyerHash)
    .where('tb_created_at', '>=', sighting.seenAt)
    .limit(500)
    .execute()
  return rows.map((row) => row.outer_id)
}
