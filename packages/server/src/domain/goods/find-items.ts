import type { Context } from '../../context.ts'
import { cacheKind } from '../../store/caches.ts'
import { findShops } from './find-shop.ts'
import type { Item, Shop, Sku } from './item.ts'
import { pictureUrl } from './picture-url.ts'
import { selectItems, selectSkus } from './rows.ts'

const items = cacheKind<bigint, Item>(['items', 'shops', 'skus'], 20_000)

/** Items by id, whatever their state; unknown ids are not in the answer. */
export function findItems(
  ctx: Context,
  ids: readonly bigint[],
): Map<bigint, Item> | Promise<Map<bigint, Item>> {
  return ctx.caches.readMany(items, ids, (missing) => loadItems(ctx, missing))
}

async function loadItems(ctx: Context, ids: bigint[]): Promise<Map<bigint, Item>> {
  const db = ctx.store.read
  const [rows, skus] = await Promise.all([selectItems(db, ids), selectSkus(db, ids)])
  const shops = await findShops(ctx, [...new Set(rows.map((row) => row.shopId))])
  const skusOf = new Map<bigint, Sku[]>()
  for (const { itemId, ...sku } of skus) {
    const known = skusOf.get(itemId)
    if (known) known.push(sku)
    else skusOf.set(itemId, [sku])
  }
  const found = new Map<bigint, Item>()
  for (const row of rows) {
    const shop = shops.get(row.shopId) as Shop
    found.set(row.id, {
      ...row,
      pictUrl: pictureUrl(ctx, row.pictUrl),
      smallImages: row.smallImages.map((url) => pictureUrl(ctx, url)),
      whiteImage: row.whiteImage === undefined ? undefined : pictureUrl(ctx, row.whiteImage),
      shop,
      skus: skusOf.get(row.id) ?? [],
    })
  }
  return found
}
