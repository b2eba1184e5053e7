import type { Selectable } from 'kysely'
import type { Item } from '../domain/goods/index.ts'
import type { Db, Tx } from '../store/store.ts'
import type { CouponsTable } from '../store/tables.ts'
import type { ShopCoupon } from './rules.ts'

/** Pieces of an item, of one of its SKUs if one was chosen. */
export type Pieces = { itemId: bigint; skuId: bigint | undefined; quantity: number }

export type Prices = Pick<Item, 'priceFen' | 'promotionPriceFen' | 'promotionStartsAt' | 'promotionEndsAt'>

/** Takes pieces from the shelf and answers their prices of that moment; undefined when there are too few. */
export async function takeStock(
  tx: Tx,
  pieces: Pieces,
): Promise<{ item: Prices; sku: { priceFen: bigint } | undefined } | undefined> {
  const row = await tx
    .updateTable('items')
    .set((eb) => ({ stock: eb('stock', '-', pieces.quantity) }))
    .where('id', '=', pieces.itemId)
    .where('status', '=', 'on')
    .where('stock', '>=', pieces.quantity)
    .returning(['price_fen', 'promotion_price_fen', 'promotion_starts_at', 'promotion_ends_at'])
    .executeTakeFirst()
  if (!row) return undefined
  const item = {
    priceFen: row.price_fen,
    promotionPriceFen: row.promotion_price_fen ?? undefined,
    promotionStartsAt: row.promotion_starts_at ?? undefined,
    promotionEndsAt: row.promotion_ends_at ?? undefined,
  }
  if (pieces.skuId === undefined) return { item, sku: undefined }
  const sku = await tx
    .updateTable('skus')
    .set((eb) => ({ stock: eb('stock', '-', pieces.quantity) }))
    .where('id', '=', pieces.skuId)
    .where('item_id', '=', pieces.itemId)
    .where('stock', '>=', pieces.quantity)
    .returning('price_fen')
    .executeTakeFirst()
  return sku && { item, sku: { priceFen: sku.price_fen } }
}

export async function giveStockBack(tx: Tx, pieces: Pieces): Promise<void> {
  const { itemId, skuId, quantity } = pieces
  await tx
    .updateTable('items')
    .set((eb) => ({ stock: eb('stock', '+', quantity) }))
    .where('id', '=', itemId)
    .execute()
  if (skuId === undefined) return
  await tx
    .updateTable('skus')
    .set((eb) => ({ stock: eb('stock', '+', quantity) }))
    .where('id', '=', skuId)
    .execute()
}

/** False when the last one went just before. */
export async function takeCoupon(tx: Tx, couponId: bigint): Promise<boolean> {
  const taken = await tx
    .updateTable('coupons')
    .set((eb) => ({ remain_count: eb('remain_count', '-', 1) }))
    .where('id', '=', couponId)
    .where('remain_count', '>', 0)
    .returning('id')
    .executeTakeFirst()
  return taken !== undefined
}

export async function giveCouponBack(tx: Tx, couponId: bigint): Promise<void> {
  await tx
    .updateTable('coupons')
    .set((eb) => ({ remain_count: eb('remain_count', '+', 1) }))
    .where('id', '=', couponId)
    .execute()
}

export async function selectCoupon(db: Db, activityId: string): Promise<ShopCoupon | undefined> {
  const row = await db
    .selectFrom('coupons')
    .selectAll()
    .where('activity_id', '=', activityId)
    .executeTakeFirst()
  return row && couponOf(row)
}

export async function selectCouponById(db: Db, id: bigint): Promise<ShopCoupon | undefined> {
  const row = await db.selectFrom('coupons').selectAll().where('id', '=', id).executeTakeFirst()
  return row && couponOf(row)
}

/** With what a shop signs, and by what name it calls an item. */
export async function selectSender(
  db: Db,
  order: { shopId: bigint; itemId: bigint },
): Promise<{ shopKey: string; secretSealed: Buffer; outerItemId: string }> {
  const row = await db
    .selectFrom('items')
    .innerJoin('shops', 'shops.id', 'items.shop_id')
    .select(['shops.shop_key', 'shops.secret_sealed', 'items.outer_id'])
    .where('items.id', '=', order.itemId)
    .where('shops.id', '=', order.shopId)
    .executeTakeFirstOrThrow()
  return { shopKey: row.shop_key, secretSealed: row.secret_sealed, outerItemId: row.outer_id }
}

export type Shelf = { kind: 'all' } | { kind: 'shop'; shopId: bigint } | { kind: 'venue'; venueId: bigint }

/** A page of goods that this shop shows: on the shelf, in hosted open shops. */
export async function selectShelf(
  db: Db,
  shelf: Shelf,
  { limit, offset }: { limit: number; offset: number },
): Promise<bigint[]> {
  const goods = db
    .selectFrom('items')
    .innerJoin('shops', 'shops.id', 'items.shop_id')
    .select('items.id')
    .where('shops.hosted', '=', true)
    .where('shops.status', '=', 'open')
    .where('items.status', '=', 'on')
    .limit(limit)
    .offset(offset)
  if (shelf.kind === 'all') return ids(await goods.orderBy('items.id').execute())
  if (shelf.kind === 'shop') {
    return ids(await goods.where('items.shop_id', '=', shelf.shopId).orderBy('items.id').execute())
  }
  return ids(
    await goods
      .innerJoin('venue_items', 'venue_items.item_id', 'items.id')
      .where('venue_items.venue_id', '=', shelf.venueId)
      .orderBy('venue_items.position')
      .orderBy('items.id')
      .execute(),
  )
}

function ids(rows: readonly { id: bigint }[]): bigint[] {
  return rows.map((row) => row.id)
}

function couponOf(row: Selectable<CouponsTable>): ShopCoupon {
  return {
    id: row.id,
    activityId: row.activity_id,
    shopId: row.shop_id,
    itemId: row.item_id ?? undefined,
    faceFen: row.face_fen,
    thresholdFen: row.threshold_fen,
    totalCount: row.total_count,
    remainCount: row.remain_count,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
  }
}
