import type { Context } from '../../context.ts'
import type { Tx } from '../../store/store.ts'
import { notify } from '../accounts/index.ts'
import { canAuthorise } from './can-authorise.ts'
import { changeTokens } from './change-tokens.ts'
import { prolongGrant } from './grant-rows.ts'
import { refreshExpiry } from './rules.ts'
import { lockRefreshToken, selectRefreshToken, updateReplaced } from './token-rows.ts'
import { isTokenText } from './token-text.ts'
import { type Tokens, writeTokens } from './tokens.ts'
import { withdraw } from './withdraw-grant.ts'

export type RefreshProblem = 'refresh-token' | 'member'

/** New tokens for a refresh token, which ends; one that comes again ends the whole authorisation. */
export async function refreshTokens(
  ctx: Context,
  { appId, refreshToken }: { appId: bigint; refreshToken: string },
): Promise<Tokens | RefreshProblem> {
  if (!isTokenText(refreshToken)) return 'refresh-token'
  const of = { hashes: ctx.keys.macs('refresh-token', refreshToken), appId }
  const seen = await selectRefreshToken(ctx.store.read, of)
  if (!seen) return 'refresh-token'
  const mayAuthorise = await canAuthorise(ctx, seen.memberId)
  const now = ctx.clock.now()
  return changeTokens(ctx, async (tx) => {
    const row = await lockRefreshToken(tx, of)
    if (!row) return 'refresh-token'
    const { grantId, memberId } = row
    if (row.usedAt !== null) {
      await endCopied(ctx, tx, { grantId, memberId, now })
      return 'refresh-token'
    }
    if (row.expiresAt <= now) return 'refresh-token'
    if (!mayAuthorise) return 'member'
    if (!(await prolongGrant(tx, { id: grantId, memberId, expiresAt: refreshExpiry(now) }))) {
      return 'refresh-token'
    }
    const { tokens, refreshId } = await writeTokens(ctx, tx, { of: { grantId, appId, memberId }, now })
    await updateReplaced(tx, row.id, { at: now, replacedBy: refreshId })
    return tokens
  })
}

async function endCopied(
  ctx: Context,
  tx: Tx,
  { grantId, memberId, now }: { grantId: bigint; memberId: bigint; now: Date },
): Promise<void> {
  if (!(await withdraw(tx, { id: grantId, memberId, reason: 'token_reused', at: now }))) return
  await notify(ctx, tx, {
    memberId,
    kind: 'authorisation_withdrawn',
    title: { zh: '一个应用的授权已自动撤销', en: 'An authorisation was withdrawn' },
    body: {
      zh: `授权 ${grantId} 的刷新令牌被重复使用，可能已泄露，其令牌已全部失效。需要时请重新授权该应用。`,
      en: `A refresh token of authorisation ${grantId} was used twice, so it may have leaked: all its tokens ended. Authorise the app again if you still want it.`,
    },
  })
}
