import type { Context } from '../../context.ts'
import type { Material, MaterialStatus } from './material.ts'
import { type ReviewRow, selectLastReviews, selectUploads } from './rows.ts'

export type ReviewedUpload = Material & { lastReview: ReviewRow | undefined }

/** For the operator: uploads of a state (or of all), the oldest first, from after an id, with their last review. */
export async function listUploads(
  ctx: Context,
  page: { status: MaterialStatus | undefined; after: bigint; limit: number },
): Promise<ReviewedUpload[]> {
  const uploads = await selectUploads(ctx.store.read, page)
  const reviews = await selectLastReviews(
    ctx.store.read,
    uploads.map((upload) => upload.id),
  )
  return uploads.map((upload) => ({ ...upload, lastReview: reviews.get(upload.id) }))
}
