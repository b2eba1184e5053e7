import type { Context } from '../../../context.ts'
import { isPublisher } from '../../publishers/index.ts'
import { BadField, type FieldReader, type RawRow } from './field-reader.ts'
import { findPlaces, type Places } from './find-places.ts'
import { type Batch, type Draft, importBatch, type RowResult } from './import-batch.ts'
import { upsertPlans } from './plan-rows.ts'

const MAX_RATE_BP = 9000
const KINDS = ['general', 'marketing', 'targeted', 'exclusive'] as const

/** Adds commission plans, and moves the ends of known ones. A new rate is a new plan with its own start. */
export async function importPlans(ctx: Context, batch: Batch): Promise<RowResult[]> {
  const db = ctx.store.read
  const places = await findPlaces(db, batch.rows, { withItems: true })
  const publisherIds = await findPublisherIds(ctx, batch.rows)
  return importBatch(ctx, batch, {
    read: (row) => readPlan(row, places, publisherIds),
    write: async (tx, drafts) => {
      const outcomes = await upsertPlans(
        tx,
        drafts.map((draft) => draft.row),
      )
      return outcomes.map((outcome) =>
        outcome === 'other rate'
          ? {
              status: 'refused',
              field: 'rate',
              reason: 'a plan never changes its rate: end it and start another',
            }
          : { status: outcome },
      )
    },
  })
}

async function findPublisherIds(ctx: Context, rows: readonly RawRow[]): Promise<Set<bigint>> {
  const named = new Set(rows.map((raw) => String(raw.member_id ?? '')))
  const ids = [...named].filter((text) => /^[1-9]\d{0,17}$/.test(text)).map(BigInt)
  const answers = await Promise.all(ids.map((id) => isPublisher(ctx, id)))
  return new Set(ids.filter((_, index) => answers[index]))
}

function readPlan(row: FieldReader, places: Places, publisherIds: ReadonlySet<bigint>): Draft {
  const shop = places.shop(row)
  const kind = row.choice('kind', KINDS)
  const itemId = places.optionalItemId(row, shop)
  const categoryId = places.optionalCategoryId(row)
  const memberId = row.optionalId('member_id')
  if (kind === 'marketing' && itemId === undefined)
    throw new BadField('outer_id', 'missing: a marketing plan is for an item')
  if (itemId !== undefined && categoryId !== undefined)
    throw new BadField('category_id', 'a plan of an item has none')
  if ((kind === 'exclusive') !== (memberId !== undefined)) {
    throw new BadField('member_id', 'the publisher of an exclusive plan, and of no other kind')
  }
  if (memberId !== undefined && !publisherIds.has(memberId)) {
    throw new BadField('member_id', 'not a publisher')
  }
  const startsAt = row.time('starts_at')
  const endsAt = row.optionalTime('ends_at')
  if (endsAt && endsAt <= startsAt) throw new BadField('ends_at', 'must be after starts_at')
  const name = row.text('name', 64)
  return {
    key: [shop.id, kind, itemId, categoryId, memberId, name, startsAt.getTime()].join(' '),
    row: {
      kind,
      shop_id: shop.id,
      category_id: categoryId,
      item_id: itemId,
      member_id: memberId,
      name,
      rate_bp: row.rate('rate', MAX_RATE_BP),
      starts_at: startsAt,
      ends_at: endsAt,
    },
  }
}
