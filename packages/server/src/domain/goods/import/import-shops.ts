import { randomBytes } from 'node:crypto'
import type { Context } from '../../../context.ts'
import { createMerchants } from '../../publishers/index.ts'
import { BadField, type FieldReader } from './field-reader.ts'
import { type Batch, type Draft, importBatch, type RowResult } from './import-batch.ts'
import { selectImportShops } from './place-rows.ts'
import { type Upsert, upsertRows } from './upsert-rows.ts'

const MAX_DOMAINS = 20
const MAX_DSR = 50_000
const MAX_RATING = 20
const SECRET_BYTES = 16
const HOST = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/

/** A new shop's key and the secret that it signs with: told once, kept sealed. */
export type ShopSecret = { shopKey: string; secret: string }

/**
 * Brings shops, known by their key, to what rows say. A new one gets a merchant's account and a secret;
 * secrets are kept by `keepSecrets` before the commit, since nothing can tell them afterwards.
 */
export async function importShops(
  ctx: Context,
  batch: Batch & { keepSecrets(secrets: readonly ShopSecret[]): Promise<void> },
): Promise<RowResult[]> {
  const now = ctx.clock.now()
  return importBatch(ctx, batch, {
    read: readShop,
    write: async (tx, drafts) => {
      const secrets: ShopSecret[] = []
      const known = await selectImportShops(tx, { keys: drafts.map((draft) => draft.key), ids: [] })
      const knownKeys = new Set(known.map((shop) => shop.shopKey))
      const fresh = drafts.filter((draft) => !knownKeys.has(draft.key))
      const merchants = await createMerchants(tx, {
        names: fresh.map((draft) => String(draft.row.nick)),
        at: now,
      })
      const added = new Map(fresh.map((draft, index) => [draft.key, merchants[index]]))
      const rows = drafts.map(({ key, row }) => {
        if (!added.has(key)) return row
        const secret = randomBytes(SECRET_BYTES).toString('hex')
        secrets.push({ shopKey: key, secret })
        const sealed = ctx.keys.seal('shop-secret', Buffer.from(secret))
        return {
          ...row,
          member_id: added.get(key),
          secret_sealed: `\\x${sealed.toString('hex')}`,
          created_at: now,
        }
      })
      const statuses = await upsertRows(tx, upsert, rows)
      if (secrets.length > 0) await batch.keepSecrets(secrets)
      return statuses.map((status) => ({ status }))
    },
  })
}

const upsert: Upsert = {
  table: 'shops',
  key: ['shop_key'],
  columns: ['title', 'nick', 'pict_url', 'is_tmall', 'hosted', 'domains', 'dsr', 'rating', 'status'],
  inserted: ['member_id', 'secret_sealed', 'created_at'],
  touched: [],
}

function readShop(row: FieldReader): Draft {
  const key = row.text('shop_key', 64)
  // Where a row names a shop, its number must not be another's key.
  if (!/^[A-Za-z][\w.-]*$/.test(key)) {
    throw new BadField('shop_key', 'a letter, then letters, digits, "_", "-" and "." expected')
  }
  const title = row.text('title')
  const domains = row.texts('domains', MAX_DOMAINS).map((domain) => domain.toLowerCase())
  if (!domains.every((domain) => HOST.test(domain))) throw new BadField('domains', 'host names expected')
  const dsr = row.count('dsr', 0)
  if (dsr > MAX_DSR) throw new BadField('dsr', `0 to ${MAX_DSR} expected`)
  const rating = row.count('rating', 0)
  if (rating > MAX_RATING) throw new BadField('rating', `0 to ${MAX_RATING} expected`)
  return {
    key,
    row: {
      shop_key: key,
      title,
      nick: row.optionalText('nick') ?? title,
      pict_url: row.optionalUrl('pict_url'),
      is_tmall: row.flag('is_tmall', false),
      hosted: row.flag('hosted', false),
      domains,
      dsr,
      rating,
      status: row.choice('status', ['open', 'closed'], 'open'),
    },
  }
}
