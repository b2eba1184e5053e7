import type { Context } from '../../../context.ts'
import { isApproved } from '../landing-url.ts'
import { cutWords, searchVector } from '../words.ts'
import { BadField, type FieldReader } from './field-reader.ts'
import { findPlaces, type Places } from './find-places.ts'
import { type Batch, type Draft, importBatch, type RowResult } from './import-batch.ts'
import type { ImportShop } from './place-rows.ts'
import { type Upsert, upsertRows } from './upsert-rows.ts'

const MAX_TITLE = 200
const MAX_PICTURES = 20

/**
 * Brings a shop's items, or with `shop` in every row those of many, to what rows say: known ones by shop and
 * outer id. A row says all of its item: a field left out takes its default. What the network itself counts
 * (promoted sales) and an item's id stay.
 */
export async function importItems(
  ctx: Context,
  batch: Batch & { shopId?: bigint | undefined },
): Promise<RowResult[]> {
  const places = await findPlaces(ctx.store.read, batch.rows, { shopId: batch.shopId })
  const now = ctx.clock.now()
  return importBatch(ctx, batch, {
    read: (row) => readItem(row, places, now),
    write: (tx, drafts) =>
      upsertRows(
        tx,
        upsert,
        drafts.map((draft) => draft.row),
      ).then((statuses) => statuses.map((status) => ({ status }))),
  })
}

const upsert: Upsert = {
  table: 'items',
  key: ['shop_id', 'outer_id'],
  columns: [
    ...['category_id', 'title', 'short_title', 'sub_title', 'brand_name', 'pict_url', 'small_images'],
    ...[
      'white_image',
      'detail_url',
      'reserve_price_fen',
      'price_fen',
      'promotion_price_fen',
      'promotion_title',
    ],
    ...['promotion_starts_at', 'promotion_ends_at', 'post_fee_fen', 'stock', 'volume', 'annual_volume'],
    ...['provcity', 'is_overseas', 'free_shipment', 'is_prepay', 'superior_brand', 'npx_level'],
    ...['low_refund_rate', 'high_good_rate', 'high_pay_rate', 'status', 'promoted', 'search'],
  ],
  inserted: ['created_at'],
  touched: ['updated_at'],
}

function readItem(row: FieldReader, places: Places, now: Date): Draft {
  const shop = places.shop(row)
  const outerId = row.text('outer_id', 64)
  const title = row.text('title', MAX_TITLE)
  return {
    key: `${shop.id} ${outerId}`,
    row: {
      shop_id: shop.id,
      outer_id: outerId,
      category_id: places.categoryId(row),
      title,
      search: searchVector(cutWords(title)),
      ...readWords(row, shop),
      ...readPrices(row),
      ...readTraits(row),
      created_at: now,
      updated_at: now,
    },
  }
}

function readWords(row: FieldReader, shop: ImportShop) {
  const detailUrl = row.optionalUrl('detail_url')
  if (detailUrl !== undefined && !isApproved(shop, new URL(detailUrl))) {
    throw new BadField('detail_url', "not on one of the shop's approved domains")
  }
  if (detailUrl === undefined && !shop.hosted) {
    throw new BadField('detail_url', 'missing: the goods of this shop have pages on its own domains')
  }
  const picture = row.optionalUrl('pict_url')
  if (picture === undefined) throw new BadField('pict_url', 'missing')
  return {
    short_title: row.optionalText('short_title'),
    sub_title: row.optionalText('sub_title'),
    brand_name: row.optionalText('brand_name'),
    pict_url: picture,
    small_images: row.urls('small_images', MAX_PICTURES),
    white_image: row.optionalUrl('white_image'),
    detail_url: detailUrl,
    provcity: row.optionalText('provcity') ?? '',
  }
}

function readPrices(row: FieldReader) {
  const price = row.price('price')
  const startsAt = row.optionalTime('promotion_starts_at')
  const endsAt = row.optionalTime('promotion_ends_at')
  if (startsAt && endsAt && endsAt <= startsAt) {
    throw new BadField('promotion_ends_at', 'must be after promotion_starts_at')
  }
  return {
    reserve_price_fen: row.optionalPrice('reserve_price') ?? price,
    price_fen: price,
    promotion_price_fen: row.optionalPrice('promotion_price'),
    promotion_title: row.optionalText('promotion_title'),
    promotion_starts_at: startsAt,
    promotion_ends_at: endsAt,
    post_fee_fen: row.optionalMoney('post_fee') ?? 0n,
  }
}

function readTraits(row: FieldReader) {
  const npxLevel = row.count('npx_level', 1)
  if (npxLevel < 1 || npxLevel > 3) throw new BadField('npx_level', '1, 2 or 3 expected')
  return {
    stock: row.count('stock', 0),
    volume: row.count('volume', 0),
    annual_volume: row.count('annual_volume', 0),
    is_overseas: row.flag('is_overseas', false),
    free_shipment: row.flag('free_shipment', false),
    is_prepay: row.flag('is_prepay', false),
    superior_brand: row.flag('superior_brand', false),
    npx_level: npxLevel,
    low_refund_rate: row.flag('low_refund_rate', false),
    high_good_rate: row.flag('high_good_rate', false),
    high_pay_rate: row.flag('high_pay_rate', false),
    status: row.choice('status', ['on', 'off'], 'on'),
    promoted: row.flag('promoted', true),
  }
}
