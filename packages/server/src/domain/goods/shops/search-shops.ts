import type { Context } from '../../../context.ts'
import { findShops } from '../find-shop.ts'
import type { Shop } from '../item.ts'
import { renewShopFigures, selectRelatedShops, selectShopMatches } from './shop-search-rows.ts'

/** What shops can be sorted by; of equals the best sold come first, then the oldest. */
export type ShopSortKey = 'commission_rate' | 'auction_count' | 'total_auction'

type Range = { min?: number | undefined; max?: number | undefined }

export type ShopFilter = {
  onlyTmall?: boolean | undefined
  rating?: Range
  /** Of the general plan of the whole shop; 0 where there is none. */
  rateBp?: Range
  /** Goods on the shelf. */
  itemCount?: Range
  /** Of these the promoted ones. */
  promotedCount?: Range
}

export type ShopSearch = {
  /** Blank-separated words: each in the shop's title, its nick or the name of its main category. */
  q: string
  filter: ShopFilter
  sort: { key: ShopSortKey; descending: boolean }
  pageNo: number
  pageSize: number
}

const MAX_WORDS = 10

/** A page of the open shops that match, and how many do. */
export async function searchShops(
  ctx: Context,
  search: ShopSearch,
): Promise<{ total: number; shops: Shop[] }> {
  const words = search.q.toWellFormed().normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return { total: 0, shops: [] }
  const { total, ids } = await selectShopMatches(ctx.store.read, {
    filter: search.filter,
    sort: search.sort,
    words: words.slice(0, MAX_WORDS),
    at: ctx.clock.now(),
    offset: (search.pageNo - 1) * search.pageSize,
    limit: search.pageSize,
  })
  return { total, shops: await inOrder(ctx, ids) }
}

/** Open shops whose goods are mostly of the same level-one category, the best sold first. */
export async function listRelatedShops(ctx: Context, shop: Shop, count: number): Promise<Shop[]> {
  return inOrder(ctx, await selectRelatedShops(ctx.store.read, shop.id, count))
}

/** Counts anew what each shop sells and has sold. */
export async function refreshShopFigures(ctx: Context): Promise<void> {
  await ctx.store.transact((tx) => renewShopFigures(tx))
}

async function inOrder(ctx: Context, ids: readonly bigint[]): Promise<Shop[]> {
  const shops = await findShops(ctx, ids)
  return ids.flatMap((id) => shops.get(id) ?? [])
}
