import type { Context } from '../../context.ts'
import type { Tx } from '../../store/store.ts'
import { canAuthorise } from './can-authorise.ts'
import { changeTokens } from './change-tokens.ts'
import { type CodeRow, lockCode, selectCode, updateUsed } from './code-rows.ts'
import { openGrant } from './grant-tokens.ts'
import { isRepeatedAtOnce, isVerified } from './rules.ts'
import { isTokenText } from './token-text.ts'
import type { Tokens } from './tokens.ts'
import { withdraw } from './withdraw-grant.ts'

/** Why no tokens are given. A foreign code, an old one and none at all are told alike. */
export type CodeProblem = 'code' | 'redirect' | 'verifier' | 'member'

type Redeeming = {
  appId: bigint
  code: string
  /** Undefined: the door has no such parameter, and the code is bound to the app alone. */
  redirectUri: string | undefined
  verifier: string | undefined
}

/** Tokens for a code, once. A code that comes again later ends what it led to: somebody copied it. */
export async function redeemCode(ctx: Context, input: Redeeming): Promise<Tokens | CodeProblem> {
  const { appId, code } = input
  if (!isTokenText(code)) return 'code'
  const of = { hashes: ctx.keys.macs('oauth-code', code), appId }
  const seen = await selectCode(ctx.store.read, of)
  if (!seen) return 'code'
  const mayAuthorise = await canAuthorise(ctx, seen.memberId)
  const now = ctx.clock.now()
  return changeTokens(ctx, async (tx) => {
    const row = await lockCode(tx, of)
    if (!row) return 'code'
    if (row.usedAt !== null) {
      await endCopied(tx, row, now)
      return 'code'
    }
    if (row.expiresAt <= now) return 'code'
    if (input.redirectUri !== undefined && input.redirectUri !== row.redirectUri) return 'redirect'
    if (!isVerified(row.challenge, input.verifier)) return 'verifier'
    if (!mayAuthorise) return 'member'
    const { grantId, tokens } = await openGrant(ctx, tx, { appId, memberId: row.memberId, now })
    await updateUsed(tx, row.hash, { at: now, grantId })
    return tokens
  })
}

async function endCopied(tx: Tx, { usedAt, grantId, memberId }: CodeRow, now: Date): Promise<void> {
  if (usedAt === null || grantId === null || isRepeatedAtOnce(usedAt, now)) return
  await withdraw(tx, { id: grantId, memberId, reason: 'code_reused', at: now })
}
