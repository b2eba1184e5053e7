import type { Context } from '../../../context.ts'
import type { Tx } from '../../../store/store.ts'
import { deleteCheck } from '../check/check-rows.ts'
import type { Grant } from './grant.ts'
import { updateReinstated } from './grant-rows.ts'
import { deleteLossStops, deleteViolationStop, hasOtherViolation } from './stop-rows.ts'

/**
 * A package that was withdrawn, whose row is locked, is held again, and its days count from now. What its loss
 * stopped goes on, unless something else of the site is lost for a violation.
 */
export async function reinstateGrant(ctx: Context, tx: Tx, grant: Grant): Promise<void> {
  await updateReinstated(tx, grant.id, ctx.clock.now())
  await deleteCheck(tx, grant.id)
  if (grant.package === 'link' || grant.package === 'share') await deleteLossStops(tx, grant, grant.package)
  const { siteId } = grant
  if (grant.withdrawnCause !== 'violation' || siteId === undefined) return
  if (!(await hasOtherViolation(tx, siteId))) await deleteViolationStop(tx, siteId)
}
