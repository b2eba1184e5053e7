import type { CaseDecision, CaseState } from './case.ts'

/** A part of a whole in basis points, rounded down. */
export function shareBp(part: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((part * 10_000n) / whole)
}

/** Why a case cannot be decided; undefined when it can. */
export function whyNot(state: CaseState): string | undefined {
  return state === 'open' ? undefined : `it is ${state} already`
}

export function stateAfter(decision: CaseDecision): CaseState {
  return decision === 'confirm' ? 'confirmed' : 'dismissed'
}
