export type { DecidedBy, Decision, Figures } from './decision.ts'
export { listDecisions } from './list-decisions.ts'
export { type NewDecision, recordDecisions } from './record-decision.ts'
