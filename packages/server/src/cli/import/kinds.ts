import type { Context } from '../../context.ts'
import {
  BadField,
  type Batch,
  FieldReader,
  findShopByKey,
  importCoupons,
  importItems,
  importPlans,
  importShops,
  type RawRow,
  type RowResult,
  type ShopSecret,
} from '../../domain/goods/index.ts'
import { type IncomingEvent, ingestOrders } from '../../domain/orders/index.ts'
import { readEvent } from '../../ingest/read-events.ts'

/** Takes one batch of rows; `keepSecrets` gets those of new shops before anything is committed. */
export type Take = (
  ctx: Context,
  batch: Batch & { keepSecrets(secrets: readonly ShopSecret[]): Promise<void> },
) => Promise<RowResult[]>

/** What can be imported, and how many rows share a transaction. */
export const kinds: Readonly<Record<string, { take: Take; rows: number }>> = {
  shops: { take: importShops, rows: 500 },
  items: { take: importItems, rows: 1000 },
  coupons: { take: importCoupons, rows: 1000 },
  plans: { take: importPlans, rows: 1000 },
  orders: { take: takeOrders, rows: 500 },
}

/** Events of one or many shops go the way of those that shops report, shop by shop. */
async function takeOrders(ctx: Context, batch: Batch): Promise<RowResult[]> {
  const results: RowResult[] = batch.rows.map(() => ({ status: 'unchanged' }))
  const byShop = new Map<bigint, { index: number; event: IncomingEvent }[]>()
  for (const [index, raw] of batch.rows.entries()) {
    const shopId = await findShopId(ctx, raw)
    if (shopId === undefined) {
      results[index] = { status: 'refused', field: 'shop', reason: 'unknown: the key of a shop expected' }
      continue
    }
    const events = byShop.get(shopId) ?? []
    events.push({ index, event: readEvent(eventOf(raw)) })
    byShop.set(shopId, events)
  }
  await batch.after
  for (const [shopId, events] of byShop) {
    const answers = await ingestOrders(ctx, { shopId, events: events.map(({ event }) => event) })
    for (const [at, { index }] of events.entries()) {
      const answer = answers[at]
      if (answer?.status === 'accepted') results[index] = { status: 'added' }
      if (answer?.status === 'refused') results[index] = refused(answer.reason ?? '')
    }
  }
  // Events that were taken are known by their ids: the position may follow in a transaction of its own.
  await ctx.store.transact(async (tx) => batch.also?.(tx, results))
  return results
}

async function findShopId(ctx: Context, raw: RawRow): Promise<bigint | undefined> {
  try {
    return (await findShopByKey(ctx, new FieldReader(raw).text('shop', 64)))?.id
  } catch (error) {
    if (error instanceof BadField) return undefined
    throw error
  }
}

// In a CSV file everything is text, and an empty cell is no value.
function eventOf(raw: RawRow): RawRow {
  const fields = Object.entries(raw).filter(([name, value]) => name !== 'shop' && value !== '')
  const event = Object.fromEntries(fields)
  const { item_num: count } = event
  return typeof count === 'string' && /^\d{1,7}$/.test(count) ? { ...event, item_num: Number(count) } : event
}

function refused(reason: string): RowResult {
  const [, field = '', rest = reason] = /^([a-z_]+): (.*)$/s.exec(reason) ?? []
  return { status: 'refused', field, reason: rest }
}
