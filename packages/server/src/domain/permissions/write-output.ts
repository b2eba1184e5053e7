import type { Appeal } from './appeals/appeal.ts'
import type { ShownApplication } from './applications/application.ts'
import type { DescribedPackage } from './describe-packages.ts'
import type { ShownGrant } from './grants/list-grants.ts'
import type { Judgement } from './judgement.ts'

/** What doors answer, as JSON: here what holders may see, too. */
export function writeRule(judgement: Judgement) {
  const { rule, isMet, unmetBy, figures, thresholds, zh, en } = judgement
  return { rule, met: isMet, unmet_by: unmetBy ?? null, figures, thresholds, text: { zh, en } }
}

export function writeGrant(grant: ShownGrant) {
  return {
    id: String(grant.id),
    member_id: String(grant.memberId),
    app_key: grant.appKey,
    package: grant.package,
    site_id: grant.siteId === undefined ? null : String(grant.siteId),
    site_name: grant.siteName ?? null,
    status: grant.status,
    basis: grant.basis,
    checked: grant.isChecked,
    granted_at: grant.grantedAt.toISOString(),
    reinstated_at: grant.countedFrom?.toISOString() ?? null,
    withdrawn_at: grant.withdrawnAt?.toISOString() ?? null,
    withdrawn_cause: grant.withdrawnCause ?? null,
    rules: grant.judgements.map(writeRule),
    days_left: grant.daysLeft ?? null,
    threats: grant.threats.map(({ cause, since, daysLeft }) => ({ cause, since, days_left: daysLeft })),
  }
}

export function writeApplication(application: ShownApplication) {
  return {
    id: String(application.id),
    member_id: String(application.memberId),
    app_key: application.appKey,
    package: application.package,
    site_id: String(application.siteId),
    site_name: application.siteName,
    statement: application.statement,
    state: application.state,
    rules: application.rules.map(writeRule),
    filed_at: application.filedAt.toISOString(),
    due_on: application.dueOn ?? null,
    due_provisional: application.isDueProvisional,
    overdue: application.isOverdue,
    decided_at: application.decidedAt?.toISOString() ?? null,
    reason: application.reason ?? null,
  }
}

export function writeAppeal(appeal: Appeal) {
  return {
    id: String(appeal.id),
    grant_id: String(appeal.grantId),
    member_id: String(appeal.memberId),
    app_key: appeal.appKey,
    package: appeal.package,
    site_id: appeal.siteId === undefined ? null : String(appeal.siteId),
    reason: appeal.reason,
    state: appeal.state,
    appealed_at: appeal.appealedAt.toISOString(),
    decided_at: appeal.decidedAt?.toISOString() ?? null,
    decision_reason: appeal.decisionReason ?? null,
  }
}

export function writePackage(described: DescribedPackage) {
  const { package: name, name: title, scopeId, gotBy, grant, application } = described
  return {
    package: name,
    name: title,
    scope_id: scopeId,
    got_by: gotBy,
    open: described.isOpen,
    grant: grant ? writeGrant(grant) : null,
    application: application ? writeApplication(application) : null,
    rules: described.rules.map(writeRule),
    missing: described.missing.map(writeRule),
  }
}
