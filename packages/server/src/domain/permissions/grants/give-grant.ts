import type { Context } from '../../../context.ts'
import type { Tx } from '../../../store/store.ts'
import { notify } from '../../accounts/index.ts'
import { type DecidedBy, type Figures, recordDecisions } from '../../decisions/index.ts'
import { BadField } from '../../goods/index.ts'
import { hasOpenAppeal } from '../appeals/appeal-rows.ts'
import { deleteCheck } from '../check/check-rows.ts'
import { nameOf } from './findings.ts'
import type { Grant } from './grant.ts'
import { insertGrant, type NewGrant, selectGrant } from './grant-rows.ts'
import { deleteLossStops } from './stop-rows.ts'

export type Gift = Omit<NewGrant, 'at'> & { by: DecidedBy; reason: string; figures: Figures }

/**
 * Gives an app a package, under the app's lock: links that its loss had stopped go on, the holder hears of it.
 * BadField `package` where the app holds it already, or an appeal against its loss waits.
 */
export async function giveGrant(ctx: Context, tx: Tx, gift: Gift): Promise<Grant> {
  const { by, reason, figures, ...wanted } = gift
  const id = await insertGrant(tx, { ...wanted, at: ctx.clock.now() })
  if (id === undefined) throw new BadField('package', 'the app holds it already / 已拥有该权限包')
  if (await hasOpenAppeal(tx, id)) {
    throw new BadField('package', 'an appeal waits: it is to be decided first / 有待裁决的申诉')
  }
  await deleteCheck(tx, id)
  const grant = (await selectGrant(tx, id)) as Grant
  if (grant.package === 'link' || grant.package === 'share') await deleteLossStops(tx, grant, grant.package)
  await tellGiven(ctx, tx, grant)
  const { memberId, siteId, appId } = grant
  const about = { memberId, siteId, appId, package: grant.package, subjectId: id }
  await recordDecisions(ctx, tx, [{ kind: 'permission.grant', by, reason, figures, ...about }])
  return grant
}

async function tellGiven(ctx: Context, tx: Tx, grant: Grant): Promise<void> {
  const name = nameOf(grant)
  await notify(ctx, tx, {
    memberId: grant.memberId,
    kind: 'permission.grant',
    title: { zh: '权限包已开通', en: 'Permission package granted' },
    body: {
      zh: `${name.zh} 已开通，即刻起可以调用。`,
      en: `${name.en} is granted: it can be called from now on.`,
    },
    byMail: true,
  })
}
