import type { Context } from '../../../context.ts'
import { BadField, type FieldReader } from './field-reader.ts'
import { findPlaces } from './find-places.ts'
import { type Batch, type Draft, importBatch, type RowResult } from './import-batch.ts'
import { selectCouponOwners } from './place-rows.ts'
import { type Upsert, upsertRows } from './upsert-rows.ts'

const MAX_PIECES = 100_000_000

/**
 * Brings coupons, known by activity id, to what rows say. How many remain is said once, for a new one: after
 * that the network counts them.
 */
export async function importCoupons(ctx: Context, batch: Batch): Promise<RowResult[]> {
  const db = ctx.store.read
  const places = await findPlaces(db, batch.rows, { withItems: true })
  const owners = await selectCouponOwners(
    db,
    batch.rows.flatMap((raw) => (typeof raw.activity_id === 'string' ? [raw.activity_id] : [])),
  )
  return importBatch(ctx, batch, {
    read: (row) => {
      const shop = places.shop(row)
      const itemId = places.optionalItemId(row, shop) ?? null
      const draft = readCoupon(row)
      const owner = owners.get(draft.key)
      if (owner && (owner.shopId !== shop.id || owner.itemId !== itemId)) {
        throw new BadField('activity_id', 'a coupon of another shop or item has it')
      }
      return { key: draft.key, row: { ...draft.row, shop_id: shop.id, item_id: itemId } }
    },
    write: async (tx, drafts) => {
      const statuses = await upsertRows(
        tx,
        upsert,
        drafts.map((draft) => draft.row),
      )
      return statuses.map((status) => ({ status }))
    },
  })
}

const upsert: Upsert = {
  table: 'coupons',
  key: ['activity_id'],
  columns: ['face_fen', 'threshold_fen', 'total_count', 'starts_at', 'ends_at'],
  inserted: ['shop_id', 'item_id', 'remain_count'],
  touched: [],
}

function readCoupon(row: FieldReader): Draft {
  const activityId = row.text('activity_id', 64)
  const face = row.price('face')
  const threshold = row.optionalMoney('threshold') ?? face
  if (threshold < face) throw new BadField('threshold', 'must not be less than face')
  const total = row.count('total_count', 0)
  if (total < 1 || total > MAX_PIECES) throw new BadField('total_count', `1 to ${MAX_PIECES} expected`)
  const remain = row.count('remain_count', total)
  if (remain > total) throw new BadField('remain_count', 'must not be more than total_count')
  const startsAt = row.time('starts_at')
  const endsAt = row.time('ends_at')
  if (endsAt <= startsAt) throw new BadField('ends_at', 'must be after starts_at')
  return {
    key: activityId,
    row: {
      activity_id: activityId,
      face_fen: face,
      threshold_fen: threshold,
      total_count: total,
      remain_count: remain,
      starts_at: startsAt,
      ends_at: endsAt,
    },
  }
}
