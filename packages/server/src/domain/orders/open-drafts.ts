import type { Tx } from '../../store/store.ts'
import { readSoldItems, type SoldItem } from '../goods/index.ts'
import { recordSightings, type Sighting, selectOrdersAfter } from './buyer-rows.ts'
import { findSighting } from './decide.ts'
import { type IngestResult, type KeptEvent, repeatedEvent } from './event.ts'
import type { OrderRow } from './order-row.ts'
import type { FreshEvent, PreparedEvent } from './prepare-events.ts'
import { numberParents, reserveOrderIds, selectEvents, selectOrders } from './rows.ts'

export type ArrivedEvent = KeptEvent & { digest: Buffer }

/** An order in the making: what it was, what came, what it belongs to. */
export type Draft = {
  id: bigint
  outerId: string
  parentId: bigint
  item: SoldItem
  before: OrderRow | undefined
  /** Every event that the order has now. */
  events: KeptEvent[]
  /** Those of them that came with this request. */
  arrived: ArrivedEvent[]
  /** Something became known of its buyer: who led the shopper here is to be decided again. */
  hasNewsOfBuyer: boolean
}

export type Drafts = Map<string, Draft>

/**
 * The orders that the fresh events belong to. An event that contradicts its order is refused; one that
 * repeats another of the request is judged by what became of that.
 */
export async function openDrafts(
  tx: Tx,
  input: { shopId: bigint; fresh: readonly FreshEvent[]; results: IngestResult[] },
): Promise<Drafts> {
  const { shopId, fresh, results } = input
  if (fresh.length === 0) return new Map()
  const outerIds = [...new Set(fresh.map(({ one }) => one.event.outerTradeId))]
  const parents = await numberParents(
    tx,
    shopId,
    fresh.map(({ one }) => one.event.outerParentId),
  )
  const drafts = await loadDrafts(tx, shopId, outerIds)
  const newIds = await reserveOrderIds(tx, outerIds.length - drafts.size)
  const taken = new Map<string, Buffer>()
  for (const { index, one } of fresh) {
    const { eventId } = one.event
    const before = taken.get(eventId)
    if (before) {
      results[index] = repeatedEvent(eventId, before.equals(one.digest))
      continue
    }
    const parentId = parents.get(one.event.outerParentId) as bigint
    const outerId = one.event.outerTradeId
    let draft = drafts.get(outerId)
    if (!draft) {
      draft = newDraft(newIds.shift() as bigint, { outerId, parentId, item: one.item })
      drafts.set(outerId, draft)
    }
    const problem = contradiction(draft, one, parentId)
    if (problem) {
      results[index] = { event_id: eventId, status: 'refused', reason: problem }
      continue
    }
    taken.set(eventId, one.digest)
    draft.events.push(one.kept)
    draft.arrived.push({ ...one.kept, digest: one.digest })
  }
  for (const [outerId, draft] of drafts) if (draft.arrived.length === 0) drafts.delete(outerId)
  return drafts
}

function newDraft(id: bigint, of: Pick<Draft, 'outerId' | 'parentId' | 'item'>): Draft {
  return { id, ...of, before: undefined, events: [], arrived: [], hasNewsOfBuyer: false }
}

function contradiction(draft: Draft, one: PreparedEvent, parentId: bigint): string | undefined {
  if (draft.item.id !== one.item.id) return 'item_id: this trade_id was reported with another item'
  return draft.parentId === parentId
    ? undefined
    : 'trade_parent_id: this trade_id was reported under another parent'
}

/**
 * Keeps whom the buyers were seen as. A sighting that is new may speak for earlier reported orders of the
 * same buyer too: those are added, to be decided again.
 */
export async function joinShoppers(tx: Tx, shopId: bigint, drafts: Drafts): Promise<void> {
  const sightings: Sighting[] = []
  for (const draft of drafts.values()) {
    for (const event of draft.arrived) {
      const sighting = await findSighting(tx, shopId, event)
      if (sighting) sightings.push(sighting)
    }
  }
  const others = new Set<string>()
  for (const news of await recordSightings(tx, shopId, sightings)) {
    for (const outerId of await selectOrdersAfter(tx, shopId, news)) {
      const draft = drafts.get(outerId)
      if (draft) draft.hasNewsOfBuyer = true
      else others.add(outerId)
    }
  }
  if (others.size === 0) return
  for (const [outerId, draft] of await loadDrafts(tx, shopId, [...others])) drafts.set(outerId, draft)
}

async function loadDrafts(tx: Tx, shopId: bigint, outerIds: readonly string[]): Promise<Drafts> {
  const rows = await selectOrders(tx, shopId, outerIds)
  if (rows.length === 0) return new Map()
  const events = await selectEvents(
    tx,
    rows.map((row) => row.id),
  )
  const items = await readSoldItems(
    tx,
    rows.map((row) => row.item_id),
  )
  return new Map(
    rows.map((before): [string, Draft] => {
      const item = items.get(before.item_id)
      if (!item) throw new Error(`order ${before.id} has an item that does not exist`)
      const kept = events.get(before.id) ?? []
      const { id, outer_id: outerId, trade_parent_id: parentId } = before
      return [outerId, { ...newDraft(id, { outerId, parentId, item }), before, events: kept }]
    }),
  )
}
