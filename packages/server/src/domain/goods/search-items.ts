import { Refusal } from '@opentbk/top'
import type { CallContext } from '../../context.ts'
import { selectMatches } from './search-rows.ts'
import { searchQuery } from './words.ts'

/** What a search can be sorted by; of equals the best sold come first, then the oldest. */
export type SortKey =
  | 'match'
  | 'total_sales'
  | 'tk_rate'
  | 'tk_mkt_rate'
  | 'tk_total_sales'
  | 'tk_total_commi'
  | 'final_promotion_price'

/** Prices and rates are those of the promoter's own offer: the best plan, the price after the best coupon. */
export type SearchFilter = {
  q?: string | undefined
  /** Leaf or level-one categories, any of them. */
  categoryIds?: readonly bigint[] | undefined
  minPriceFen?: bigint | undefined
  maxPriceFen?: bigint | undefined
  minRateBp?: number | undefined
  maxRateBp?: number | undefined
  minShopDsr?: number | undefined
  /** Part of the item's place. */
  place?: string | undefined
  npxLevel?: number | undefined
  onlyWithCoupon?: boolean | undefined
  onlyTmall?: boolean | undefined
  onlyOverseas?: boolean | undefined
  onlyFreeShipment?: boolean | undefined
  onlyPrepay?: boolean | undefined
  onlyHighPayRate?: boolean | undefined
  onlyHighGoodRate?: boolean | undefined
  onlyLowRefundRate?: boolean | undefined
}

export type Search = {
  filter: SearchFilter
  sort: { key: SortKey; descending: boolean }
  pageNo: number
  pageSize: number
}

/** Results past this one are neither counted nor shown. */
const MAX_RESULTS = 10_000

/**
 * A page of the goods that this promoter can promote and that match a filter: item ids in order, and how
 * many match in all (exact to 10,000). Without words and without categories it is refused.
 */
export async function searchItems(
  ctx: CallContext,
  search: Search,
): Promise<{ total: number; itemIds: bigint[] }> {
  const { q, categoryIds } = search.filter
  const hasWords = q !== undefined && q.trim() !== ''
  if (!hasWords && (categoryIds === undefined || categoryIds.length === 0)) throw new Refusal('search.empty')
  const query = hasWords ? searchQuery(q) : undefined
  // No title holds a text without words; no place a character that the database cannot.
  if (query === '' || search.filter.place?.includes('\0')) return { total: 0, itemIds: [] }
  const offset = (search.pageNo - 1) * search.pageSize
  return selectMatches(ctx.store.read, {
    filter: search.filter,
    sort: search.sort,
    query,
    memberId: ctx.promoterId,
    at: ctx.clock.now(),
    maxTotal: MAX_RESULTS,
    offset: Math.min(offset, MAX_RESULTS),
    limit: Math.max(0, Math.min(search.pageSize, MAX_RESULTS - offset)),
  })
}
