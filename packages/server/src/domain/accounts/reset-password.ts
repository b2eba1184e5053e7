import type { Context } from '../../context.ts'
import { findMember } from '../publishers/index.ts'
import { type AccountRow, selectAccount } from './account-rows.ts'
import { addressSubjects, type Client } from './client.ts'
import { hashPassword } from './password.ts'
import { readNewPassword } from './read-login.ts'
import { selectReset, takeReset } from './reset-rows.ts'
import { setPassword } from './set-password.ts'
import { forgiveTry, takeTry } from './take-try.ts'

export type ResetResult = { status: 'done' } | { status: 'invalid' } | { status: 'locked'; until: Date }

/** Sets the password by the token of a mail, once; every browser of the member is signed out. */
export async function resetPassword(
  ctx: Context,
  input: { token: string; password: string; client: Client },
): Promise<ResetResult> {
  const subjects = addressSubjects(ctx, input.client, 'address')
  const until = await takeTry(ctx, subjects)
  if (until) return { status: 'locked', until }
  const tokenHashes = ctx.keys.macs('reset-token', input.token.slice(0, 200))
  const memberId = await selectReset(ctx.store.read, { tokenHashes, now: ctx.clock.wall() })
  const account = memberId && (await selectAccount(ctx.store.read, memberId))
  if (!account) return { status: 'invalid' }
  await forgiveTry(ctx, subjects)
  // A password that is refused leaves the token as it was.
  const known = await namesOf(ctx, account)
  const hash = await hashPassword(readNewPassword('password', input.password, known))
  return ctx.store.transact(async (tx) => {
    const taken = await takeReset(tx, { tokenHashes, now: ctx.clock.wall() })
    if (taken !== account.memberId) return { status: 'invalid' }
    await setPassword(ctx, tx, { account, hash, reason: 'password_reset' })
    return { status: 'done' }
  })
}

async function namesOf(ctx: Context, account: AccountRow): Promise<string[]> {
  const member = await findMember(ctx, account.memberId)
  return [account.email, account.loginName, ...(member ? [member.name] : [])]
}
