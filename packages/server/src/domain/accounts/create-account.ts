import { randomBytes } from 'node:crypto'
import type { Context } from '../../context.ts'
import { findMember } from '../publishers/index.ts'
import {
  insertAccount,
  insertEvent,
  replaceRecoveryCodes,
  selectAccount,
  type Taken,
  updatePassword,
  updateTotp,
} from './account-rows.ts'
import { hashPassword } from './password.ts'
import { readEmail, readLoginName, readNewPassword } from './read-login.ts'
import { voidResets } from './reset-rows.ts'
import { endSignIns } from './sign-in-rows.ts'

// 80 bits, in letters and digits that can be read out.
const ONE_TIME_CHARS = 16
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz023456789'

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

/**
 * For a member who can get in no other way: a new one-time password, every browser signed out and, where asked,
 * the second factor gone. Undefined where the member has no account. By operators.
 */
export async function resetAccount(
  ctx: Context,
  { memberId, dropSecondFactor }: { memberId: bigint; dropSecondFactor: boolean },
): Promise<string | undefined> {
  if (!(await selectAccount(ctx.store.read, memberId))) return undefined
  const oneTimePassword = newOneTimePassword()
  const hash = await hashPassword(oneTimePassword)
  const at = ctx.clock.wall()
  await ctx.store.transact(async (tx) => {
    await updatePassword(tx, memberId, { hash, isTemporary: true, at })
    await endSignIns(tx, { memberId, at, reason: 'password_reset' })
    await voidResets(tx, memberId, at)
    if (dropSecondFactor) {
      await updateTotp(tx, memberId, undefined)
      await replaceRecoveryCodes(tx, memberId, [])
    }
    const detail = { by: 'operator', second_factor_dropped: dropSecondFactor }
    await insertEvent(tx, { memberId, kind: 'password_reset', at, detail })
  })
  return oneTimePassword
}

function newOneTimePassword(): string {
  const bytes = randomBytes(ONE_TIME_CHARS)
  return [...bytes].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')
}
