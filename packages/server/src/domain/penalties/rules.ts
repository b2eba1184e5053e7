import type { Penalty, PenaltyState, PenaltyStep } from './penalty.ts'

type Standing = Pick<Penalty, 'state' | 'appealedAt'>
type Change = Exclude<PenaltyStep, 'freeze'>

/** Why this step cannot be taken; undefined when it can. */
export function whyNot({ state, appealedAt }: Standing, step: Change): string | undefined {
  const isAppealed = appealedAt !== undefined
  if (step === 'uphold' || step === 'dismiss') return isAppealed ? undefined : 'no appeal is open'
  if (isAppealed) return 'an appeal is open: it is to be decided first'
  if (step === 'appeal') return state === 'released' ? 'it is released already' : undefined
  return state === 'frozen' ? undefined : `it is ${state} already`
}

export function stateAfter(state: PenaltyState, step: Change): PenaltyState {
  if (step === 'take') return 'taken'
  return step === 'release' || step === 'uphold' ? 'released' : state
}

/** The penalty of an order whose case stands so. */
export function penaltyOf(state: PenaltyState): 'frozen' | 'taken' | null {
  return state === 'released' ? null : state
}

/** Why the ledger moved, as its entry says it. */
export const causes = {
  freeze: 'penalty frozen',
  release: 'penalty released',
  take: 'penalty taken',
  uphold: 'appeal upheld',
} as const
