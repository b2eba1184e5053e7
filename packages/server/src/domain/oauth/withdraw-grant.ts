import type { Context } from '../../context.ts'
import type { Tx } from '../../store/store.ts'
import { endSessions } from '../publishers/index.ts'
import { changeTokens } from './change-tokens.ts'
import { closeCodes } from './code-rows.ts'
import type { WithdrawReason } from './grant.ts'
import { updateWithdrawn } from './grant-rows.ts'

/** By whom an authorisation is withdrawn: its member, or an operator (none is known on the command line). */
export type Withdrawer = { memberId: bigint } | { operator: { id: bigint | undefined } }

/**
 * Ends an authorisation: its access tokens, at once in every process, its refresh token, and codes that the
 * app did not use yet. False where there is no such live one (of this member).
 */
export async function withdrawGrant(ctx: Context, id: bigint, by: Withdrawer): Promise<boolean> {
  const at = ctx.clock.now()
  return changeTokens(ctx, (tx) => {
    if ('memberId' in by) return withdraw(tx, { id, memberId: by.memberId, reason: 'member', at })
    return withdraw(tx, { id, reason: 'operator', operatorId: by.operator.id, at })
  })
}

type Withdrawal = {
  id: bigint
  memberId?: bigint
  reason: WithdrawReason
  operatorId?: bigint | undefined
  at: Date
}

/** The same inside a transaction. */
export async function withdraw(tx: Tx, withdrawal: Withdrawal): Promise<boolean> {
  const { id, memberId, reason, operatorId, at } = withdrawal
  const grant = await updateWithdrawn(tx, { id, memberId }, { at, reason, operatorId })
  if (!grant) return false
  await endSessions(tx, { ...grant, grantId: grant.id }, { at, keep: 0 })
  if (reason !== 'replaced') await closeCodes(tx, { ...grant, at })
  return true
}
