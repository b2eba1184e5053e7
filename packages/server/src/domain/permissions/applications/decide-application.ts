import type { Context } from '../../../context.ts'
import type { Tx } from '../../../store/store.ts'
import { type DecidedBy, recordDecisions } from '../../decisions/index.ts'
import { BadField } from '../../goods/index.ts'
import { getNetworkSettings } from '../../network-settings/index.ts'
import { keptRules } from '../figures-kept.ts'
import { giveGrant } from '../grants/give-grant.ts'
import { lockApp } from '../grants/grant-rows.ts'
import { judgeSubjects } from '../judge-subjects.ts'
import type { Judgement } from '../judgement.ts'
import { unmet } from '../rules.ts'
import type { Application } from './application.ts'
import { lockApplication, selectApplication, updateDecided } from './application-rows.ts'
import { tellRefused } from './tell-refused.ts'

export type ApplicationRuling = {
  decision: 'grant' | 'refuse'
  reason: string
  /** Granted although figures are too low, or without an invitation: the reason is kept with it. */
  despiteRules: boolean
  by: DecidedBy
}

/**
 * A reviewer answers an application that waits; the rules are judged again and kept with the answer. Undefined
 * where there is no such application. BadField `id` where it is decided already; `decision` where a rule is not met:
 * a person may look past figures and invitation, not past what is to be changed elsewhere (the site's state,
 * category or points, basic, a violation).
 */
export async function decideApplication(
  ctx: Context,
  id: bigint,
  ruling: ApplicationRuling,
): Promise<Application | undefined> {
  return ctx.store.transact(async (tx) => {
    const known = await selectApplication(tx, id)
    if (!known) return undefined
    await lockApp(tx, known.appKey)
    const application = (await lockApplication(tx, id)) as Application
    if (application.state !== 'waiting') throw new BadField('id', `it is ${application.state} already`)
    const settings = await getNetworkSettings(tx)
    const [judgements = []] = await judgeSubjects(ctx, tx, { subjects: [application], settings })
    await settle(ctx, tx, { application, ruling, judgements })
    return selectApplication(tx, id)
  })
}

type Settling = { application: Application; ruling: ApplicationRuling; judgements: Judgement[] }

async function settle(ctx: Context, tx: Tx, { application, ruling, judgements }: Settling): Promise<void> {
  const { decision, reason, by, despiteRules } = ruling
  const operatorId = by.kind === 'operator' ? by.operatorId : undefined
  const state = decision === 'grant' ? 'granted' : 'refused'
  if (decision === 'grant') checkRules(judgements, despiteRules)
  await updateDecided(tx, application.id, { state, reason, operatorId, at: ctx.clock.now() })
  const { id, appId, siteId, memberId, package: pkg } = application
  const rules = keptRules(judgements)
  if (decision === 'grant') {
    const figures = { application_id: String(id), despite_rules: despiteRules, rules }
    const how = { basis: 'review', isChecked: true } as const
    await giveGrant(ctx, tx, { appId, package: pkg, siteId, ...how, by, reason, figures })
    return
  }
  const about = { memberId, siteId, appId, package: pkg, subjectId: id }
  await recordDecisions(ctx, tx, [{ kind: 'permission.refuse', by, reason, figures: { rules }, ...about }])
  await tellRefused(ctx, tx, { application, findings: [{ zh: `理由：${reason}`, en: `Reason: ${reason}` }] })
}

function checkRules(judgements: readonly Judgement[], despiteRules: boolean): void {
  const inTheWay = despiteRules ? unmet(judgements, 'act') : unmet(judgements)
  if (inTheWay.length === 0) return
  const rules = inTheWay.map(({ rule, zh, en }) => `${rule}: ${en} / ${zh}`)
  throw new BadField('decision', rules.join('; '))
}
