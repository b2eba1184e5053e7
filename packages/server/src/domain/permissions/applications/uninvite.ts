import type { Context } from '../../../context.ts'
import { recordDecisions } from '../../decisions/index.ts'
import { deleteInvitation, selectSiteOwner } from './invitation-rows.ts'
import type { NewInvitation } from './invite.ts'

/** Takes an invitation back; what was granted stays. Undefined where there is none. */
export async function uninvite(ctx: Context, invitation: NewInvitation): Promise<true | undefined> {
  const { siteId, package: pkg, reason, by } = invitation
  return ctx.store.transact(async (tx) => {
    if (!(await deleteInvitation(tx, { siteId, package: pkg }))) return undefined
    const memberId = (await selectSiteOwner(tx, siteId))?.memberId
    const about = { memberId, siteId, package: pkg }
    await recordDecisions(ctx, tx, [{ kind: 'permission.uninvite', by, reason, ...about }])
    return true
  })
}
