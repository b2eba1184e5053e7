import type { Context } from '../../context.ts'
import { findMember } from '../publishers/index.ts'
import { insertAccount, insertEvent, type Taken } from './account-rows.ts'
import { newOneTimePassword } from './one-time-password.ts'
import { hashPassword } from './password.ts'
import { readEmail, readLoginName, readNewPassword } from './read-login.ts'

export type AccountCreation =
  /** With the one-time password where none was given: it opens nothing but the choice of the member's own. */
  | { status: 'created'; oneTimePassword: string | undefined }
  | { status: 'no_member' }
  | { status: 'taken'; what: Taken }

/** Lets a member of the network sign in. By operators. */
export async function createAccount(
  ctx: Context,
  input: { memberId: bigint; email: string; loginName: string; password: string | undefined },
): Promise<AccountCreation> {
  const { memberId } = input
  const email = readEmail('email', input.email)
  const loginName = readLoginName('name', input.loginName)
  const member = await findMember(ctx, memberId)
  if (!member) return { status: 'no_member' }
  const known = [email, loginName, member.name]
  const own = input.password === undefined ? undefined : readNewPassword('password', input.password, known)
  const oneTimePassword = own === undefined ? newOneTimePassword() : undefined
  const passwordHash = await hashPassword(own ?? (oneTimePassword as string))
  const at = ctx.clock.wall()
  return ctx.store.transact(async (tx) => {
    const isTemporary = own === undefined
    const what = await insertAccount(tx, { memberId, email, loginName, passwordHash, isTemporary, at })
    if (what) return { status: 'taken', what }
    await insertEvent(tx, { memberId, kind: 'created', at, detail: { by: 'operator' } })
    return { status: 'created', oneTimePassword }
  })
}
