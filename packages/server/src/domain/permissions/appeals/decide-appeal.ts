import type { Context } from '../../../context.ts'
import type { Tx } from '../../../store/store.ts'
import { notify } from '../../accounts/index.ts'
import { type DecidedBy, type Figures, recordDecisions } from '../../decisions/index.ts'
import { BadField } from '../../goods/index.ts'
import { getNetworkSettings } from '../../network-settings/index.ts'
import { keptRules } from '../figures-kept.ts'
import { nameOf } from '../grants/findings.ts'
import { type Grant, isOfSite } from '../grants/grant.ts'
import { lockGrant } from '../grants/grant-rows.ts'
import { reinstateGrant } from '../grants/reinstate-grant.ts'
import { judgeSubjects } from '../judge-subjects.ts'
import { lasting, unmet } from '../rules.ts'
import type { Appeal, AppealDecision } from './appeal.ts'
import { lockAppeal, selectAppeal, updateAppeal } from './appeal-rows.ts'

type Ruling = { decision: AppealDecision; reason: string; by: DecidedBy }

/**
 * Upheld, the package is held again and its days count from now; dismissed, it stays withdrawn. Undefined where
 * there is no such appeal. BadField `id` where it is decided already, or where the package would be lost again at
 * once by what stands in its way: that is to be put right first.
 */
export async function decideAppeal(ctx: Context, id: bigint, ruling: Ruling): Promise<Appeal | undefined> {
  const { decision, reason, by } = ruling
  return ctx.store.transact(async (tx) => {
    const appeal = await lockAppeal(tx, id)
    if (!appeal) return undefined
    if (appeal.state !== 'waiting') throw new BadField('id', `it is ${appeal.state} already`)
    const grant = (await lockGrant(tx, appeal.grantId)) as Grant
    const figures = decision === 'uphold' ? await reinstate(ctx, tx, grant) : {}
    const state = decision === 'uphold' ? 'upheld' : 'dismissed'
    const operatorId = by.kind === 'operator' ? by.operatorId : undefined
    await updateAppeal(tx, id, { state, reason, operatorId, at: ctx.clock.now() })
    const { memberId, siteId, appId } = grant
    const about = { memberId, siteId, appId, package: grant.package, subjectId: id }
    const kind = `permission.${decision}_appeal`
    await recordDecisions(ctx, tx, [{ kind, by, reason, figures, ...about }])
    await tellDecided(ctx, tx, { grant, ruling })
    return selectAppeal(tx, id)
  })
}

async function reinstate(ctx: Context, tx: Tx, grant: Grant): Promise<Figures> {
  const cause = grant.withdrawnCause
  const judgements = grant.isChecked && isOfSite(grant) ? await judgeNow(ctx, tx, grant) : []
  const inTheWay = unmet(judgements, 'act')
  if (inTheWay.length > 0) {
    const rules = inTheWay.map(({ rule, zh, en }) => `${rule}: ${en} / ${zh}`)
    throw new BadField('id', `to be put right first: ${rules.join('; ')}`)
  }
  await reinstateGrant(ctx, tx, grant)
  return { withdrawn_for: cause, rules: keptRules(judgements) }
}

async function judgeNow(ctx: Context, tx: Tx, grant: Grant & { siteId: bigint }) {
  const settings = await getNetworkSettings(tx)
  const [judgements = []] = await judgeSubjects(ctx, tx, { subjects: [grant], settings })
  return lasting(judgements)
}

async function tellDecided(
  ctx: Context,
  tx: Tx,
  { grant, ruling }: { grant: Grant; ruling: Ruling },
): Promise<void> {
  const name = nameOf(grant)
  const isUpheld = ruling.decision === 'uphold'
  await notify(ctx, tx, {
    memberId: grant.memberId,
    kind: `permission.${ruling.decision}_appeal`,
    title: isUpheld
      ? { zh: '申诉成立，权限包已恢复', en: 'Appeal upheld, permission package reinstated' }
      : { zh: '申诉未成立', en: 'Appeal dismissed' },
    body: {
      zh: `${name.zh}：${isUpheld ? '申诉成立，即刻起可以调用' : '申诉未成立'}。理由：${ruling.reason}`,
      en: `${name.en}: the appeal is ${isUpheld ? 'upheld, it can be called again' : 'dismissed'}. Reason: ${ruling.reason}`,
    },
    byMail: true,
  })
}
