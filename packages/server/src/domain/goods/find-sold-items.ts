import type { Context } from '../../context.ts'
import type { Db } from '../../store/store.ts'
import { findItems } from './find-items.ts'
import type { Item, Shop } from './item.ts'
import { decodeItemId } from './item-id.ts'
import { selectIdsByOuterId, selectItems, selectShops } from './rows.ts'

/** As much of an item as an order needs: its shop, its merchant, and what plans look at. */
export type SoldItem = Pick<Item, 'id' | 'shopId' | 'promoted' | 'category' | 'topCategory'> & {
  shop: Pick<Shop, 'memberId'>
}

/** How a shop names its item: the network's number or wire id, or the shop's own id. */
export type SoldItemName = { itemId: string } | { outerId: string }

/** A shop's own items by the names that it uses; what is not the shop's is not in the answer. */
export async function findShopItems(
  ctx: Context,
  shopId: bigint,
  names: readonly SoldItemName[],
): Promise<(name: SoldItemName) => SoldItem | undefined> {
  const outerIds = [...new Set(names.flatMap((name) => ('outerId' in name ? [name.outerId] : [])))]
  const idByOuterId =
    outerIds.length > 0 ? await selectIdsByOuterId(ctx.store.read, shopId, outerIds) : new Map()
  const idOf = (name: SoldItemName): bigint | undefined =>
    'outerId' in name ? idByOuterId.get(name.outerId) : readNumber(ctx, name.itemId)
  const ids = new Set(names.flatMap((name) => idOf(name) ?? []))
  const items = await findItems(ctx, [...ids])
  return (name) => {
    const id = idOf(name)
    const item = id === undefined ? undefined : items.get(id)
    return item?.shopId === shopId ? item : undefined
  }
}

/** Items by id through the handle given, so that it may stand in a transaction. */
export async function readSoldItems(db: Db, ids: readonly bigint[]): Promise<Map<bigint, SoldItem>> {
  const rows = await selectItems(db, ids)
  const shops = new Map(
    (
      await selectShops(
        db,
        rows.map((row) => row.shopId),
      )
    ).map((shop) => [shop.id, shop]),
  )
  return new Map(rows.map((row) => [row.id, { ...row, shop: shops.get(row.shopId) as Shop }]))
}

// A name on the wire says more than the shop needs: whose name it is does not matter here.
function readNumber(ctx: Context, text: string): bigint | undefined {
  if (/^[1-9]\d{0,17}$/.test(text)) return BigInt(text)
  return decodeItemId(ctx.keys, text)?.itemId
}
