import type { Context } from '../../../context.ts'
import type { Tx } from '../../../store/store.ts'
import { notify } from '../../accounts/index.ts'
import { type DecidedBy, recordDecisions } from '../../decisions/index.ts'
import { BadField } from '../../goods/index.ts'
import { packageNames } from '../grants/grant.ts'
import type { AppliedPackage } from './application.ts'
import { insertInvitation, selectSiteOwner } from './invitation-rows.ts'

export type NewInvitation = {
  siteId: bigint
  package: Exclude<AppliedPackage, 'basic'>
  reason: string
  by: DecidedBy
}

/** Lets a site ask for link or share; its owner hears of it. BadField where there is no such site, or it is invited. */
export async function invite(ctx: Context, invitation: NewInvitation): Promise<void> {
  const { siteId, package: pkg, reason, by } = invitation
  await ctx.store.transact(async (tx) => {
    const site = await selectSiteOwner(tx, siteId)
    if (!site) throw new BadField('site_id', 'there is no such site')
    const operatorId = by.kind === 'operator' ? by.operatorId : undefined
    const invitedAt = ctx.clock.now()
    const isNew = await insertInvitation(tx, { siteId, package: pkg, operatorId, reason, invitedAt })
    if (!isNew) throw new BadField('package', 'it is invited already')
    const { memberId } = site
    const about = { memberId, siteId, package: pkg }
    await recordDecisions(ctx, tx, [{ kind: 'permission.invite', by, reason, ...about }])
    await tellInvited(ctx, tx, { ...about, name: site.name })
  })
}

async function tellInvited(
  ctx: Context,
  tx: Tx,
  of: { memberId: bigint; siteId: bigint; name: string; package: AppliedPackage },
): Promise<void> {
  await notify(ctx, tx, {
    memberId: of.memberId,
    kind: 'permission.invite',
    title: { zh: '邀请申请权限包', en: 'Invitation to ask for a permission package' },
    body: {
      zh: `媒体 ${of.name}(${of.siteId}) 受邀申请${packageNames[of.package]}。`,
      en: `Site ${of.name}(${of.siteId}) is invited to ask for ${of.package}.`,
    },
    byMail: true,
  })
}
