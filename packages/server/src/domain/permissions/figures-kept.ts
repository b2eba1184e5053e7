import type { Figures } from '../decisions/index.ts'
import type { Judgement } from './judgement.ts'
import type { Threat } from './threats.ts'

/** Rules as the audit log keeps them: without their sentences. */
export function keptRules(judgements: readonly Judgement[]): Figures[] {
  return judgements.map(({ rule, isMet, figures, thresholds }) => {
    return { rule, is_met: isMet, figures, thresholds }
  })
}

export function keptThreats(threats: readonly Threat[]): Figures[] {
  return threats.map(({ cause, since, daysLeft }) => ({ cause, since, days_left: daysLeft }))
}
