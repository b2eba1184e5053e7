import { BadField, FieldReader } from '../goods/index.ts'
import { type Standing, standings } from './member.ts'

const MAX_REASON = 500

/** Which standing a member is to have and why, as JSON; BadField names what is wrong. */
export function readStanding(given: unknown): { standing: Standing; reason: string } {
  const reader = FieldReader.of(given, ['standing', 'reason'])
  const standing = reader.choice('standing', standings)
  const reason = reader.text('reason', MAX_REASON).trim()
  if (reason === '') throw new BadField('reason', 'missing')
  return { standing, reason }
}
