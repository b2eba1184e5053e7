import type { Context } from '../../context.ts'
import type { Tx } from '../../store/store.ts'
import { changeTokens } from './change-tokens.ts'
import { insertGrant, selectGrantsBeyond } from './grant-rows.ts'
import { MOST_GRANTS, refreshExpiry } from './rules.ts'
import { type Tokens, writeTokens } from './tokens.ts'
import { withdraw } from './withdraw-grant.ts'

type Parties = { appId: bigint; memberId: bigint }

/** A member let an app act, without a code between: what the client-side flow answers. */
export async function grantTokens(ctx: Context, parties: Parties): Promise<Tokens> {
  const now = ctx.clock.now()
  return changeTokens(ctx, async (tx) => (await openGrant(ctx, tx, { ...parties, now })).tokens)
}

/** An authorisation with its first tokens; the oldest of the same app and member ends when there are too many. */
export async function openGrant(
  ctx: Context,
  tx: Tx,
  { appId, memberId, now }: Parties & { now: Date },
): Promise<{ grantId: bigint; tokens: Tokens }> {
  const parties = { appId, memberId }
  const grantId = await insertGrant(tx, { ...parties, grantedAt: now, expiresAt: refreshExpiry(now) })
  for (const id of await selectGrantsBeyond(tx, parties, MOST_GRANTS)) {
    await withdraw(tx, { id, memberId, reason: 'replaced', at: now })
  }
  const { tokens } = await writeTokens(ctx, tx, { of: { grantId, ...parties }, now })
  return { grantId, tokens }
}
