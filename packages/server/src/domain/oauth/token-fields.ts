import type { Context } from '../../context.ts'
import { findMember } from '../publishers/index.ts'
import type { Tokens } from './tokens.ts'

export type TokenFields = Readonly<Record<string, string | number>>

/**
 * What TOP answers with tokens: lives in seconds, ends in epoch milliseconds, of the token and of each security
 * level (reading r1 r2, writing w1 w2), which here all last as long as the token. The nick is percent-encoded.
 */
export async function tokenFields(ctx: Context, tokens: Tokens): Promise<TokenFields> {
  const { accessToken, refreshToken, issuedAt, expiresAt, refreshExpiresAt, appId, memberId } = tokens
  const member = await findMember(ctx, memberId)
  const life = secondsBetween(issuedAt, expiresAt)
  const end = expiresAt.getTime()
  return {
    access_token: accessToken,
    token_type: 'Bearer',
    expires_in: life,
    refresh_token: refreshToken,
    re_expires_in: secondsBetween(issuedAt, refreshExpiresAt),
    r1_expires_in: life,
    r2_expires_in: life,
    w1_expires_in: life,
    w2_expires_in: life,
    taobao_user_id: String(memberId),
    taobao_user_nick: encodeURIComponent(member?.name ?? ''),
    taobao_open_uid: openUid(ctx, appId, memberId),
    expire_time: end,
    r1_valid: end,
    r2_valid: end,
    w1_valid: end,
    w2_valid: end,
  }
}

/** Names a member to one app: another app gets another name. */
function openUid(ctx: Context, appId: bigint, memberId: bigint): string {
  return `AAE${ctx.keys.lastingMac('open-uid', `${appId}:${memberId}`).subarray(0, 18).toString('base64url')}`
}

function secondsBetween(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / 1000)
}
