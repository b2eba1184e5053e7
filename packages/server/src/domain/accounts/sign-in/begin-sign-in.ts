import { randomBytes } from 'node:crypto'
import type { Context } from '../../../context.ts'
import { type AccountRow, insertEvent } from '../account-rows.ts'
import { addressHash, agentHash, type Client } from '../client.ts'
import { MAX_SIGN_INS, signInExpiry } from '../rules.ts'
import { endOldest, insertSignIn } from './sign-in-rows.ts'

const TOKEN_BYTES = 32

/** Signs the member's browser in. The answer is the cookie's token, which is told this once. */
export async function beginSignIn(
  ctx: Context,
  { memberId }: Pick<AccountRow, 'memberId'>,
  client: Client,
): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('hex')
  const at = ctx.clock.wall()
  const from = addressHash(ctx, client)
  await ctx.store.transact(async (tx) => {
    const signInId = await insertSignIn(tx, {
      tokenHash: ctx.keys.mac('sign-in-token', token),
      memberId,
      at,
      expiresAt: signInExpiry(at),
      addressHash: from,
      agentHash: agentHash(ctx, client),
    })
    await endOldest(tx, memberId, { keep: MAX_SIGN_INS, at })
    const detail = { sign_in_id: String(signInId) }
    await insertEvent(tx, { memberId, kind: 'signed_in', at, addressHash: from, detail })
  })
  return token
}
