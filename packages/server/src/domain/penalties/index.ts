export { appealPenalty } from './appeal-penalty.ts'
export { decideAppeal } from './decide-appeal.ts'
export { decidePenalty } from './decide-penalty.ts'
export { findPenalty } from './find-penalty.ts'
export { freezeOrder } from './freeze-order.ts'
export { listPenalties } from './list-penalties.ts'
export { listPunishedOrders, type PunishedOrder } from './list-punished-orders.ts'
export {
  type Penalty,
  type PenaltyDecision,
  type PenaltyEvent,
  type PenaltyState,
  penaltyStates,
  violationTypes,
} from './penalty.ts'
export { readAppeal, readAppealDecision, readFreeze, readPenaltyReason } from './read-penalty.ts'
