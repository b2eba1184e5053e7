import type { Context } from '../../context.ts'
import { checkPassword, type NotRight } from './check-password.ts'
import { hashPassword } from './password.ts'
import { readNewPassword } from './read-login.ts'
import { setPassword } from './set-password.ts'
import type { SignedIn } from './sign-in/find-signed-in.ts'

export type PasswordChange = NotRight | { status: 'changed' }

/** By the member; every other browser of theirs is signed out. */
export async function changePassword(
  ctx: Context,
  { memberId, signInId, name }: SignedIn,
  input: { current: string; wanted: string },
): Promise<PasswordChange> {
  const check = await checkPassword(ctx, memberId, input.current)
  if (check.status !== 'right') return check
  const { account } = check
  const known = [account.email, account.loginName, name]
  const hash = await hashPassword(readNewPassword('new_password', input.wanted, known))
  const reason = 'password_changed'
  await ctx.store.transact((tx) => setPassword(ctx, tx, { account, hash, reason, except: signInId }))
  return { status: 'changed' }
}
