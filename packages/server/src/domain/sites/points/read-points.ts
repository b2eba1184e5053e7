import { BadField, FieldReader } from '../../goods/index.ts'
import { readReasonOf } from '../read-site.ts'

const MOST = 100

/** Points that are given or, with a minus, taken back, as JSON; BadField names what is wrong. */
export function readPoints(given: unknown): { points: number; reason: string } {
  const reader = FieldReader.of(given, ['points', 'reason'])
  const text = reader.text('points')
  const points = /^-?\d{1,3}$/.test(text) ? Number(text) : 0
  if (points === 0 || Math.abs(points) > MOST)
    throw new BadField('points', `a whole number from -${MOST} to ${MOST} expected, not 0`)
  return { points, reason: readReasonOf(reader) }
}
