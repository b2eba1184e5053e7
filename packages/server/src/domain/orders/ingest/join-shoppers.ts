import type { Tx } from '../../../store/store.ts'
import { judgeClaim } from '../attribution.ts'
import type { KeptEvent } from '../event.ts'
import type { OrderRow } from '../order-row.ts'
import { type BuyerPlace, recordSightings, type Sighting, selectOrdersAfter } from './buyer-rows.ts'
import { type ClaimedClicks, findClaimedClicks } from './claimed-clicks.ts'
import { type Draft, type Drafts, loadDrafts } from './open-drafts.ts'

const PAGE = 100

/** A buyer of whom something became known, and since when it speaks for the buyer's orders. */
export type BuyerNews = { buyerHash: Buffer; since: Date }

/** Keeps whom the buyers of the arrived events were seen as. Answers what is new, once for each buyer. */
export async function joinShoppers(tx: Tx, shopId: bigint, drafts: Drafts): Promise<BuyerNews[]> {
  const events = [...drafts.values()].flatMap((draft) => draft.arrived).filter((event) => event.buyerHash)
  const claimed = await findClaimedClicks(
    tx,
    events.flatMap((event) => event.clickId ?? []),
  )
  const sightings = events.flatMap((event) => findSighting(claimed, shopId, event) ?? [])
  const news = earliest(await recordSightings(tx, shopId, sightings))
  for (const draft of drafts.values()) draft.hasNewsOfBuyer = isTouched(draft.before, news)
  return [...news.values()]
}

/** The sighting in an event: a buyer together with a click that may speak for that moment. */
function findSighting(claimed: ClaimedClicks, shopId: bigint, event: KeptEvent): Sighting | undefined {
  if (!event.buyerHash || event.clickId === undefined) return undefined
  const click = claimed(event.clickId)
  if (!click || judgeClaim(click, { shopId, at: event.at }) !== 'accepted') return undefined
  return { buyerHash: event.buyerHash, shopperId: click.shopperId, seenAt: event.at }
}

function earliest(sightings: readonly Sighting[]): Map<string, BuyerNews> {
  const news = new Map<string, BuyerNews>()
  for (const { buyerHash, seenAt } of sightings) {
    const key = buyerHash.toString('hex')
    const known = news.get(key)
    if (!known || seenAt < known.since) news.set(key, { buyerHash, since: seenAt })
  }
  return news
}

function isTouched(order: OrderRow | undefined, news: ReadonlyMap<string, BuyerNews>): boolean {
  if (!order?.buyer_hash) return false
  const of = news.get(order.buyer_hash.toString('hex'))
  return of !== undefined && order.tb_created_at >= of.since
}

/**
 * The other orders of those buyers, since the news speaks for orders that were reported earlier too: all
 * of them, some at a time, to be decided again.
 */
export async function* loadOrdersOfBuyers(
  tx: Tx,
  of: { shopId: bigint; news: readonly BuyerNews[]; except: ReadonlyMap<string, unknown> },
): AsyncGenerator<Draft[]> {
  let places = of.news.map((one): BuyerPlace => ({ buyerHash: one.buyerHash, at: one.since, id: 0n }))
  while (places.length > 0) {
    const orders = await selectOrdersAfter(tx, { shopId: of.shopId, places, limit: PAGE })
    const others = orders.map((order) => order.outerId).filter((outerId) => !of.except.has(outerId))
    if (others.length > 0) yield [...(await loadDrafts(tx, of.shopId, others)).values()]
    const last = orders.at(-1)
    if (!last || orders.length < PAGE) return
    const { buyerHash } = places[last.n] as BuyerPlace
    places = [{ buyerHash, at: last.at, id: last.id }, ...places.slice(last.n + 1)]
  }
}
