import type { Package } from '@opentbk/top'
import { BadField, FieldReader } from '../goods/index.ts'
import type { AppealDecision } from './appeals/appeal.ts'
import type { Asked } from './applications/apply.ts'
import type { ApplicationRuling } from './applications/decide-application.ts'
import type { NewInvitation } from './applications/invite.ts'
import { packages } from './grants/grant.ts'
import type { OutrightGrant } from './grants/grant-outright.ts'

const MAX_REASON = 500
const MAX_STATEMENT = 2000

/** What a member asks for, as JSON; BadField names what is wrong, here and below. */
export function readAsked(given: unknown): Asked {
  const reader = FieldReader.of(given, ['app_key', 'package', 'site_id', 'statement'])
  return {
    appKey: reader.text('app_key'),
    package: reader.text('package'),
    siteId: reader.id('site_id'),
    statement: reader.optionalText('statement', MAX_STATEMENT) ?? '',
  }
}

export function readRuling(given: unknown): Omit<ApplicationRuling, 'by'> {
  const reader = FieldReader.of(given, ['decision', 'reason', 'despite_rules'])
  return {
    decision: reader.choice('decision', ['grant', 'refuse'] as const),
    reason: readReasonOf(reader),
    despiteRules: reader.flag('despite_rules', false),
  }
}

export function readInvitation(given: unknown): Omit<NewInvitation, 'by'> {
  const reader = FieldReader.of(given, ['site_id', 'package', 'reason'])
  return {
    siteId: reader.id('site_id'),
    package: reader.choice('package', ['link', 'share'] as const),
    reason: readReasonOf(reader),
  }
}

export function readOutright(given: unknown): Omit<OutrightGrant, 'by'> {
  const reader = FieldReader.of(given, ['app_key', 'package', 'site_id', 'checked', 'reason'])
  return {
    appKey: reader.text('app_key'),
    package: reader.choice<Package>('package', packages),
    siteId: reader.optionalId('site_id'),
    isChecked: reader.flag('checked', false),
    reason: readReasonOf(reader),
  }
}

export function readWithdrawal(given: unknown): { reason: string; isViolation: boolean } {
  const reader = FieldReader.of(given, ['reason', 'violation'])
  return { reason: readReasonOf(reader), isViolation: reader.flag('violation', false) }
}

export function readAppealRuling(given: unknown): { decision: AppealDecision; reason: string } {
  const reader = FieldReader.of(given, ['decision', 'reason'])
  const decision = reader.choice('decision', ['uphold', 'dismiss'] as const)
  return { decision, reason: readReasonOf(reader) }
}

export function readPermissionReason(given: unknown): string {
  return readReasonOf(FieldReader.of(given, ['reason']))
}

function readReasonOf(reader: FieldReader): string {
  const reason = reader.text('reason', MAX_REASON).trim()
  if (reason === '') throw new BadField('reason', 'missing')
  return reason
}
