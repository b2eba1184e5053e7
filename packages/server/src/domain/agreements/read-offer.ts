import { BadField, FieldReader } from '../goods/index.ts'
import type { Decision } from './agreement.ts'

const MAX_REASON = 500
const ALL_BP = 10_000

/** An offer to share, made by one of the two parties. */
export type Offer = {
  secondId: bigint
  thirdId: bigint
  shareBp: number
  memberId: bigint
  reason: string | undefined
}

/** An offer as JSON; BadField names what is wrong. The share is percent of the gross commission. */
export function readOffer(given: unknown): Offer {
  const reader = FieldReader.of(given, ['second_id', 'third_id', 'share_rate', 'member_id', 'reason'])
  const shareBp = reader.rate('share_rate', ALL_BP - 1)
  if (shareBp === 0) throw new BadField('share_rate', 'must be more than 0')
  return {
    secondId: reader.id('second_id'),
    thirdId: reader.id('third_id'),
    shareBp,
    memberId: reader.id('member_id'),
    reason: reader.optionalText('reason', MAX_REASON),
  }
}

/** What a party says with a decision: who refuses or ends gives a reason. */
export function readDecision(
  given: unknown,
  decision: Decision,
): { memberId: bigint; reason: string | undefined } {
  const reader = FieldReader.of(given, ['member_id', 'reason'])
  const memberId = reader.id('member_id')
  const reason = reader.optionalText('reason', MAX_REASON)?.trim() || undefined
  if (reason === undefined && decision !== 'accept') throw new BadField('reason', 'missing')
  return { memberId, reason }
}
