import type { Context } from '../../context.ts'
import type { Material } from './material.ts'
import type { Review } from './read-review.ts'
import { approveMaterial, insertReview, rejectMaterial } from './rows.ts'

/**
 * Publishes a material or keeps it from promoters, whatever was decided before; every decision is kept with
 * its reason. Undefined where there is no such material. Without an operator it was the command line.
 */
export async function reviewMaterial(
  ctx: Context,
  id: bigint,
  how: { review: Review; operatorId: bigint | undefined },
): Promise<Material | undefined> {
  const { review, operatorId } = how
  const now = ctx.clock.now()
  return ctx.store.transact(async (tx) => {
    const material =
      review.decision === 'approve'
        ? await approveMaterial(tx, id, { editing: review.editing, now })
        : await rejectMaterial(tx, id, now)
    if (!material) return undefined
    const { decision, reason } = review
    await insertReview(tx, { materialId: id, operatorId, decision, reason, decidedAt: now })
    return material
  })
}
