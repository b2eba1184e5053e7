import { BadField, FieldReader } from '../goods/index.ts'
import { caseDecisions } from './case.ts'
import type { CaseVerdict } from './decide-case.ts'
import type { MemberBuyer } from './note-member-buyer.ts'

const MAX_REASON = 500

/** How a case is decided, as JSON; BadField names what is wrong. */
export function readCaseVerdict(given: unknown): Omit<CaseVerdict, 'by'> {
  const reader = FieldReader.of(given, ['decision', 'reason'])
  return { decision: reader.choice('decision', caseDecisions), reason: readReason(reader) }
}

/** Which buyer of which shop a member is. */
export function readMemberBuyer(given: unknown): Omit<MemberBuyer, 'memberId' | 'by'> {
  const reader = FieldReader.of(given, ['shop_key', 'buyer_id', 'reason'])
  return {
    shopKey: reader.text('shop_key'),
    buyerId: reader.text('buyer_id'),
    reason: readReason(reader),
  }
}

function readReason(reader: FieldReader): string {
  const reason = reader.text('reason', MAX_REASON).trim()
  if (reason === '') throw new BadField('reason', 'missing')
  return reason
}
