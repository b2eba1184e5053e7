import type { Tx } from '../../../store/store.ts'
import { readSoldItems, type SoldItem } from '../../goods/index.ts'
import { type IngestResult, type KeptEvent, repeatedEvent } from '../event.ts'
import type { OrderRow } from '../order-row.ts'
import { numberParents, reserveOrderIds, selectEvents, selectOrders } from '../rows.ts'
import type { FreshEvent, PreparedEvent } from './prepare-events.ts'

export type ArrivedEvent = KeptEvent & { digest: Buffer }

/** An order in the making: what it was, what came, what it belongs to. */
export type Draft = {
  id: bigint
  outerId: string
  outerParentId: string
  /** The network's number for the parent. */
  parentId: bigint | undefined
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
  const drafts = await loadDrafts(tx, shopId, outerIds)
  const newIds = await reserveOrderIds(tx, outerIds.length - drafts.size)
  const taken = new Map<string, Buffer>()
  for (const { index, one } of fresh) {
    const { eventId, outerParentId, outerTradeId: outerId } = one.event
    const before = taken.get(eventId)
    if (before) {
      results[index] = repeatedEvent(eventId, before.equals(one.digest))
      continue
    }
    let draft = drafts.get(outerId)
    if (!draft) {
      draft = newDraft(newIds.shift() as bigint, { outerId, outerParentId, item: one.item })
      drafts.set(outerId, draft)
    }
    const problem = contradiction(draft, one)
    if (problem) {
      results[index] = { event_id: eventId, status: 'refused', reason: problem }
      continue
    }
    taken.set(eventId, one.digest)
    draft.events.push(one.kept)
    draft.arrived.push({ ...one.kept, digest: one.digest })
  }
  for (const [outerId, draft] of drafts) if (draft.arrived.length === 0) drafts.delete(outerId)
  await addParents(tx, shopId, drafts)
  return drafts
}

/** A parent is numbered with the first order under it that was accepted. */
async function addParents(tx: Tx, shopId: bigint, drafts: Drafts): Promise<void> {
  const added = [...drafts.values()].filter((draft) => !draft.before)
  const names = added.map((draft) => draft.outerParentId)
  const parents = await numberParents(tx, shopId, names)
  for (const draft of added) draft.parentId = parents.get(draft.outerParentId)
}

function newDraft(id: bigint, of: Pick<Draft, 'outerId' | 'outerParentId' | 'item'>): Draft {
  return { id, ...of, parentId: undefined, before: undefined, events: [], arrived: [], hasNewsOfBuyer: false }
}

function contradiction(draft: Draft, { event, item }: PreparedEvent): string | undefined {
  if (draft.item.id !== item.id) return 'item_id: this trade_id was reported with another item'
  return draft.outerParentId === event.outerParentId
    ? undefined
    : 'trade_parent_id: this trade_id was reported under another parent'
}

/** Those of a shop's orders that exist, as drafts to which nothing came yet. */
export async function loadDrafts(tx: Tx, shopId: bigint, outerIds: readonly string[]): Promise<Drafts> {
  const rows = await selectOrders(tx, shopId, outerIds)
  if (rows.length === 0) return new Map()
  const events = await selectEvents(
    tx,
    rows.map(({ before }) => before.id),
  )
  const items = await readSoldItems(
    tx,
    rows.map(({ before }) => before.item_id),
  )
  return new Map(
    rows.map(({ before, outerParentId }): [string, Draft] => {
      const item = items.get(before.item_id)
      if (!item) throw new Error(`order ${before.id} has an item that does not exist`)
      const kept = events.get(before.id) ?? []
      const { id, outer_id: outerId, trade_parent_id: parentId } = before
      return [outerId, { ...newDraft(id, { outerId, outerParentId, item }), parentId, before, events: kept }]
    }),
  )
}
