import { BadField, FieldReader } from '../goods/index.ts'
import type { Freeze } from './freeze-order.ts'
import { type AppealDecision, violationTypes } from './penalty.ts'

const MAX_REASON = 500

/** Which order is frozen for what, as JSON; BadField names what is wrong. */
export function readFreeze(given: unknown): Freeze {
  const reader = FieldReader.of(given, ['trade_id', 'violation_type', 'reason'])
  return {
    tradeId: reader.id('trade_id'),
    violationType: reader.choice('violation_type', violationTypes),
    reason: readReason(reader),
  }
}

/** Why a frozen order is released or taken. */
export function readPenaltyReason(given: unknown): string {
  return readReason(FieldReader.of(given, ['reason']))
}

export function readAppeal(given: unknown): { memberId: bigint; reason: string } {
  const reader = FieldReader.of(given, ['member_id', 'reason'])
  return { memberId: reader.id('member_id'), reason: readReason(reader) }
}

export function readAppealDecision(given: unknown): { decision: AppealDecision; reason: string } {
  const reader = FieldReader.of(given, ['decision', 'reason'])
  const decision = reader.choice('decision', ['uphold', 'dismiss'] as const)
  return { decision, reason: readReason(reader) }
}

function readReason(reader: FieldReader): string {
  const reason = reader.text('reason', MAX_REASON).trim()
  if (reason === '') throw new BadField('reason', 'missing')
  return reason
}
