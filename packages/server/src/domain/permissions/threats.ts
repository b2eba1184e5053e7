import { addDays, startOfDay } from '../figures/index.ts'
import type { NetworkSettings } from '../network-settings/index.ts'
import type { Judgement } from './judgement.ts'
import { lasting, unmet } from './rules.ts'

const DAY_MS = 86_400_000

export type ThreatCause = 'rule' | 'no_calls' | 'no_orders'

/** Why a package may be lost: since which day, and in how many days; at 0 or fewer it is. */
export type Threat = { cause: ThreatCause; since: string; daysLeft: number }

/** What the daily check knows of a package that an app holds. Days are of GMT+8. */
export type Course = {
  /** Of the grant, or of the last reinstatement: before it nothing counts. */
  startDay: string
  lastCallDay: string | undefined
  lastPaidDay: string | undefined
  /** Since when the figures of its opening rules are too low. */
  unmetSince: string | undefined
  judgements: readonly Judgement[]
}

/** Since which day opening rules do not hold: the day when that was first found, until they hold again. */
export function unmetSince(
  judgements: readonly Judgement[],
  before: string | undefined,
  today: string,
): string | undefined {
  return unmet(lasting(judgements)).length === 0 ? undefined : (before ?? today)
}

/** Everything for which the package may be lost, the nearest first. */
export function threatsOf(course: Course, settings: NetworkSettings, today: string): Threat[] {
  const { startDay, lastCallDay, lastPaidDay } = course
  const idle = (cause: ThreatCause, lastDay: string | undefined): Threat[] => {
    const since = addDays(later(lastDay, startDay), 1)
    const fullDays = daysBetween(since, today)
    return fullDays < 1 ? [] : [{ cause, since, daysLeft: settings.idleDays - fullDays }]
  }
  const all = [
    ...ruleThreat(course, settings, today),
    ...idle('no_calls', lastCallDay),
    ...idle('no_orders', lastPaidDay),
  ]
  return all.sort((a, b) => a.daysLeft - b.daysLeft)
}

/** The first check of a fresh grant's figures is as far away as that of its calls. */
function ruleThreat(course: Course, settings: NetworkSettings, today: string): Threat[] {
  const { judgements, startDay } = course
  const broken = unmet(lasting(judgements))
  const since = course.unmetSince ?? today
  if (broken.length === 0) return []
  if (broken.some(({ unmetBy }) => unmetBy === 'act')) return [{ cause: 'rule', since, daysLeft: 0 }]
  const graceLeft = settings.graceDays - daysBetween(since, today)
  const freshLeft = settings.idleDays + 1 - daysBetween(startDay, today)
  return [{ cause: 'rule', since, daysLeft: Math.max(graceLeft, freshLeft) }]
}

/** The stages of warning that a threat has come to. */
export function stagesOf({ daysLeft }: Threat, { warnDays }: NetworkSettings): number[] {
  return daysLeft <= 0 ? [] : warnDays.filter((stage) => daysLeft <= stage)
}

export function daysBetween(from: string, to: string): number {
  return Math.round((startOfDay(to).getTime() - startOfDay(from).getTime()) / DAY_MS)
}

function later(a: string | undefined, b: string): string {
  return a !== undefined && a > b ? a : b
}
