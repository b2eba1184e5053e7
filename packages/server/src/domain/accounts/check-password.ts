import type { Context } from '../../context.ts'
import { type AccountRow, selectAccount } from './account-rows.ts'
import { verifyPassword } from './password.ts'
import { forgiveTry, takeTry } from './take-try.ts'

export type PasswordCheck =
  | { status: 'right'; account: AccountRow }
  | { status: 'wrong' }
  | { status: 'locked'; until: Date }

export type NotRight = Exclude<PasswordCheck, { status: 'right' }>

/** Asks a member who is signed in for the password again, as slowly as a stranger. */
export async function checkPassword(
  ctx: Context,
  memberId: bigint,
  password: string,
): Promise<PasswordCheck> {
  const subjects = [{ tried: 'password', of: String(memberId) } as const]
  const until = await takeTry(ctx, subjects)
  if (until) return { status: 'locked', until }
  const account = await selectAccount(ctx.store.read, memberId)
  if (!(await verifyPassword(password, account?.passwordHash)) || !account) return { status: 'wrong' }
  await forgiveTry(ctx, subjects)
  return { status: 'right', account }
}
