import type { Context } from '../../context.ts'
import type { Tx } from '../../store/store.ts'
import { endSessions, insertSession, sessionTokenHash } from '../publishers/index.ts'
import { accessExpiry, LIVE_SESSIONS, refreshExpiry } from './rules.ts'
import { insertRefreshToken } from './token-rows.ts'
import { newToken } from './token-text.ts'

/** What an app gets. The texts are told this once: kept are keyed hashes. */
export type Tokens = {
  accessToken: string
  refreshToken: string
  issuedAt: Date
  expiresAt: Date
  refreshExpiresAt: Date
  appId: bigint
  memberId: bigint
}

type Family = { grantId: bigint; appId: bigint; memberId: bigint }

/** Writes a pair of tokens; of the authorisation's earlier access tokens one stays, for calls under way. */
export async function writeTokens(
  ctx: Context,
  tx: Tx,
  { of, now }: { of: Family; now: Date },
): Promise<{ tokens: Tokens; refreshId: bigint }> {
  const [accessToken, refreshToken] = [newToken(ctx.mode), newToken(ctx.mode)]
  const [expiresAt, refreshExpiresAt] = [accessExpiry(now), refreshExpiry(now)]
  await insertSession(tx, { ...of, tokenHash: sessionTokenHash(ctx, accessToken), createdAt: now, expiresAt })
  await endSessions(tx, of, { at: now, keep: LIVE_SESSIONS })
  const refreshId = await insertRefreshToken(tx, {
    hash: ctx.keys.mac('refresh-token', refreshToken),
    grantId: of.grantId,
    createdAt: now,
    expiresAt: refreshExpiresAt,
  })
  const { appId, memberId } = of
  const tokens = { accessToken, refreshToken, issuedAt: now, expiresAt, refreshExpiresAt, appId, memberId }
  return { tokens, refreshId }
}
