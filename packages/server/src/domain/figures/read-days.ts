import { parseGmt8 } from '@opentbk/top'
import type { Context } from '../../context.ts'
import { BadField, FieldReader } from '../goods/index.ts'
import { addDays, dayOf } from './days.ts'
import type { DayRange } from './list-rows.ts'
import { KEPT_DAYS } from './rules.ts'

const SHOWN_DAYS = 30

/**
 * Which days are asked for by `from` and `to`: the last 30 where neither is said, at most 400. BadField names
 * what is wrong.
 */
export function readDays(ctx: Context, given: unknown): DayRange {
  const reader = FieldReader.of(given, ['from', 'to'])
  const to = readDay(reader, 'to') ?? dayOf(ctx.clock.now())
  const from = readDay(reader, 'from') ?? addDays(to, 1 - SHOWN_DAYS)
  if (from > to) throw new BadField('from', 'no later than to expected')
  if (from < addDays(to, 1 - KEPT_DAYS)) throw new BadField('from', `at most ${KEPT_DAYS} days at a time`)
  return { from, to }
}

function readDay(reader: FieldReader, name: 'from' | 'to'): string | undefined {
  const text = reader.optionalText(name)
  if (text !== undefined && !parseGmt8(`${text} 00:00:00`)) {
    throw new BadField(name, 'a day expected, like "2026-01-31"')
  }
  return text
}
