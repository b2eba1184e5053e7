import { BadField, FieldReader } from '../../goods/index.ts'
import { readReasonOf } from '../read-site.ts'
import type { ReportDecision } from './decide-report.ts'
import { reportKinds } from './report.ts'
import type { NewFigure } from './report-figure.ts'

const MAX_NOTE = 500

/** What an owner reports, as JSON; BadField names what is wrong. */
export function readFigure(given: unknown): Omit<NewFigure, 'siteId'> {
  const reader = FieldReader.of(given, ['kind', 'value', 'note'])
  const kind = reader.choice('kind', reportKinds)
  reader.text('value')
  const note = reader.text('note', MAX_NOTE).trim()
  if (note === '') throw new BadField('note', 'missing')
  return { kind, value: BigInt(reader.count('value', 0)), note }
}

export function readReportDecision(given: unknown): ReportDecision {
  const reader = FieldReader.of(given, ['decision', 'reason'])
  const decision = reader.choice('decision', ['confirm', 'refuse'] as const)
  return { decision, reason: readReasonOf(reader) }
}
