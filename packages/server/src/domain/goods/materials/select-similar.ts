import type { CallContext } from '../../../context.ts'
import { findItems } from '../find-items.ts'
import { findOffers } from '../find-offers.ts'
import { selectMatches } from '../search-rows.ts'

const MAX_SIMILAR = 200
/** Near is from half the price to twice the price. */
const PRICE_FACTOR = 2n

/** Goods of the same leaf category and near its price that this promoter can promote, the best sold first. */
export async function selectSimilar(ctx: CallContext, itemId: bigint): Promise<bigint[]> {
  const item = (await findItems(ctx, [itemId])).get(itemId)
  if (!item) return []
  const at = ctx.clock.now()
  const offers = await findOffers(ctx, { items: [item], memberId: ctx.promoterId, at })
  const priceFen = offers.get(itemId)?.finalPriceFen ?? item.priceFen
  const { itemIds } = await selectMatches(ctx.store.read, {
    filter: {
      categoryIds: [item.category.id],
      minPriceFen: priceFen / PRICE_FACTOR,
      maxPriceFen: priceFen * PRICE_FACTOR,
    },
    sort: { key: 'total_sales', descending: true },
    query: undefined,
    memberId: ctx.promoterId,
    at,
    maxTotal: MAX_SIMILAR + 1,
    offset: 0,
    limit: MAX_SIMILAR + 1,
  })
  return itemIds.filter((id) => id !== itemId).slice(0, MAX_SIMILAR)
}
