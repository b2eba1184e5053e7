import type { Context } from '../../../context.ts'
import type { Tx } from '../../../store/store.ts'
import { dueOn } from '../../calendar/index.ts'
import { type NewDecision, recordDecisions } from '../../decisions/index.ts'
import { dayOf, startOfDay } from '../../figures/index.ts'
import { BadField } from '../../goods/index.ts'
import { getNetworkSettings, type NetworkSettings } from '../../network-settings/index.ts'
import { findMember } from '../../publishers/index.ts'
import { keptRules } from '../figures-kept.ts'
import { reasonOf, unmetFindings } from '../grants/findings.ts'
import { giveGrant } from '../grants/give-grant.ts'
import { lockApp, selectHolding, selectOwnSite } from '../grants/grant-rows.ts'
import { judgeSubjects } from '../judge-subjects.ts'
import { isOpen } from '../rules.ts'
import { type Application, type AppliedPackage, appliedFor } from './application.ts'
import {
  countFiledSince,
  hasOpenApplication,
  insertApplication,
  type NewApplication,
  selectApplication,
} from './application-rows.ts'
import { tellRefused } from './tell-refused.ts'

/** Of one member: each is kept, so that nobody fills the queue. */
const MOST_A_DAY = 50

export type Asked = { appKey: string; package: string; siteId: bigint; statement: string }

/** An application on its way, under the app's lock. */
type Draft = Pick<NewApplication, 'appId' | 'package' | 'siteId' | 'memberId' | 'statement' | 'rules'>

/**
 * Asks for a package for an app and a site of the member's own. basic is granted or refused at once; link and share
 * are refused at once where a rule is not met, else they wait for a reviewer. Either way the application is kept
 * with each rule's figures. BadField names what cannot be asked: `app_key`, `site_id`, `package`, `member`.
 */
export async function apply(ctx: Context, memberId: bigint, asked: Asked): Promise<Application> {
  const pkg = readPackage(asked.package)
  await checkMember(ctx, memberId)
  return ctx.store.transact(async (tx) => {
    const app = await lockApp(tx, asked.appKey)
    if (!app || app.memberId !== memberId) throw new BadField('app_key', 'there is no such app / 应用不存在')
    const site = await selectOwnSite(tx, memberId, asked.siteId)
    if (!site) throw new BadField('site_id', 'there is no such site / 媒体不存在')
    const subject = { appId: app.id, package: pkg, siteId: site.id }
    await checkFirst(ctx, tx, { ...subject, memberId })
    const settings = await getNetworkSettings(tx)
    const [rules = []] = await judgeSubjects(ctx, tx, { subjects: [subject], settings })
    const draft = { ...subject, memberId, statement: asked.statement, rules }
    if (!isOpen(rules)) return refuse(ctx, tx, draft)
    return pkg === 'basic' ? grant(ctx, tx, draft) : queue(ctx, tx, { draft, settings })
  })
}

function readPackage(name: string): AppliedPackage {
  const pkg = appliedFor.find((known) => known === name)
  if (!pkg) throw new BadField('package', `one of ${appliedFor.join(', ')}: the others the operator grants`)
  return pkg
}

async function checkMember(ctx: Context, memberId: bigint): Promise<void> {
  const member = await findMember(ctx, memberId)
  if (!member?.inGoodStanding) throw new BadField('member', 'not in good standing / 账户已被处罚')
}

async function checkFirst(
  ctx: Context,
  tx: Tx,
  of: { appId: bigint; package: AppliedPackage; siteId: bigint; memberId: bigint },
): Promise<void> {
  if (await selectHolding(tx, of)) {
    throw new BadField('package', 'the app holds it already / 已拥有该权限包')
  }
  if (await hasOpenApplication(tx, of)) {
    throw new BadField('package', 'an application waits for its answer / 已有待审核的申请')
  }
  const today = startOfDay(dayOf(ctx.clock.now()))
  if ((await countFiledSince(tx, of.memberId, today)) >= MOST_A_DAY) {
    throw new BadField('package', `at most ${MOST_A_DAY} applications a day / 每天最多申请 ${MOST_A_DAY} 次`)
  }
}

async function refuse(ctx: Context, tx: Tx, draft: Draft): Promise<Application> {
  const findings = unmetFindings(draft.rules)
  const reason = reasonOf(findings)
  const application = await file(tx, { ...draft, ...atOnce(ctx), state: 'refused', reason })
  await record(ctx, tx, { application, kind: 'permission.refuse', by: { kind: 'rule' }, reason })
  await tellRefused(ctx, tx, { application, findings })
  return application
}

async function grant(ctx: Context, tx: Tx, draft: Draft): Promise<Application> {
  const reason = '符合开放规则 / every opening rule is met'
  const application = await file(tx, { ...draft, ...atOnce(ctx), state: 'granted', reason })
  const { appId, package: pkg, siteId } = draft
  await giveGrant(ctx, tx, {
    ...{ appId, package: pkg, siteId, reason },
    basis: 'rule',
    isChecked: true,
    by: { kind: 'rule' },
    figures: { application_id: String(application.id), rules: keptRules(draft.rules) },
  })
  return application
}

async function queue(
  ctx: Context,
  tx: Tx,
  { draft, settings }: { draft: Draft; settings: NetworkSettings },
): Promise<Application> {
  const filedAt = ctx.clock.now()
  const due = await dueOn(ctx, tx, { from: filedAt, workingDays: settings.answerWorkingDays })
  const application = await file(tx, {
    ...draft,
    ...{ filedAt, state: 'waiting', decidedAt: undefined, reason: undefined },
    ...{ dueOn: due.day, isDueProvisional: due.isProvisional },
  })
  const { memberId, statement: reason } = draft
  await record(ctx, tx, { application, kind: 'permission.apply', by: { kind: 'member', memberId }, reason })
  return application
}

/** What an answer that needs nobody has of its times. */
function atOnce(ctx: Context) {
  const at = ctx.clock.now()
  return { filedAt: at, decidedAt: at, dueOn: undefined, isDueProvisional: false }
}

async function file(tx: Tx, row: NewApplication): Promise<Application> {
  return (await selectApplication(tx, await insertApplication(tx, row))) as Application
}

async function record(
  ctx: Context,
  tx: Tx,
  { application, ...decision }: { application: Application } & Pick<NewDecision, 'kind' | 'by' | 'reason'>,
): Promise<void> {
  const { id: subjectId, memberId, siteId, appId, package: pkg, rules } = application
  const about = { memberId, siteId, appId, package: pkg, subjectId }
  await recordDecisions(ctx, tx, [{ ...decision, figures: { rules: keptRules(rules) }, ...about }])
}
