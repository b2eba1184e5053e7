import type { DecidedBy } from '../decisions/index.ts'
import type { CalendarDay } from './calendar.ts'

/** Who changes the calendar, and why. */
export type OperatorEdit = { by: DecidedBy; reason: string }

export function operatorIdOf(by: DecidedBy): bigint | undefined {
  return by.kind === 'operator' ? by.operatorId : undefined
}

/** A day as the audit log has it; null: its weekday says what it is. */
export function figuresOf(day: CalendarDay | undefined) {
  return day ? { is_working: day.isWorking, name: day.name, source: day.source } : null
}
