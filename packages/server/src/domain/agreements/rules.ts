import type { Agreement, AgreementState, Decision } from './agreement.ts'

/** Why a party may not decide so; undefined when it may. Names the field that is at fault. */
export function whyNot(
  agreement: Pick<Agreement, 'state' | 'offeredBy'>,
  decision: Decision,
  memberId: bigint,
): { field: 'id' | 'member_id'; reason: string } | undefined {
  const { state } = agreement
  const isOfferer = memberId === agreement.offeredBy
  if (decision === 'end') {
    if (state !== 'accepted' && state !== 'offered') return { field: 'id', reason: `it is ${state} already` }
    // An offer that was not decided can be taken back; the other party refuses it.
    if (state === 'offered' && !isOfferer)
      return { field: 'member_id', reason: 'an offer is taken back by the party that made it' }
    return undefined
  }
  if (state !== 'offered') return { field: 'id', reason: `it is ${state} already` }
  if (isOfferer) return { field: 'member_id', reason: 'an offer is decided by the other party' }
  return undefined
}

const states = { accept: 'accepted', refuse: 'refused', end: 'ended' } as const

export function stateAfter(decision: Decision): Exclude<AgreementState, 'offered'> {
  return states[decision]
}
