import { createHash } from 'node:crypto'
import { Refusal } from '@opentbk/top'
import type { CallContext } from '../../context.ts'
import { findItems, isPromotable } from '../goods/index.ts'
import type { Upload } from './material.ts'
import { countWaiting, insertMaterial, lockUploads } from './rows.ts'

/** How many uploads of one promoter may wait for their review. */
export const MAX_WAITING = 1000

/** Takes a material for review. The same upload again changes nothing and is taken too. */
export async function uploadMaterial(ctx: CallContext, upload: Upload): Promise<void> {
  const item = (await findItems(ctx, [upload.itemId])).get(upload.itemId)
  if (!item) throw new Refusal('item.bad-id')
  if (item.status !== 'on') throw new Refusal('item.off-shelf')
  if (!item.promoted || !isPromotable(item.shop)) throw new Refusal('item.not-promoted')
  const memberId = ctx.promoterId
  const row = { ...upload, memberId, digest: digestOf(upload), uploadedAt: ctx.clock.now() }
  await ctx.store.transact(async (tx) => {
    await lockUploads(tx, memberId)
    const isNew = await insertMaterial(tx, row)
    if (isNew && (await countWaiting(tx, memberId)) > MAX_WAITING) throw new Refusal('content.too-many')
  })
}

function digestOf(upload: Upload): Buffer {
  const content = [
    String(upload.itemId),
    String(upload.priceFen),
    upload.texts,
    upload.pictures,
    upload.priceStartsAt?.getTime(),
    upload.priceEndsAt?.getTime(),
  ]
  return createHash('sha256').update(JSON.stringify(content)).digest()
}
