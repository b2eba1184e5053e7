import { randomBytes } from 'node:crypto'
import type { Context } from '../../context.ts'
import type { Tx } from '../../store/store.ts'
import { createPublisher } from '../publishers/index.ts'
import { insertAccount, insertEvent, selectAccountByLogin } from './account-rows.ts'
import { addressSubjects, type Client } from './client.ts'
import { hashPassword } from './password.ts'
import { queueMail } from './queue-mail.ts'
import { readEmail, readLoginName, readName, readNewPassword } from './read-login.ts'
import {
  insertRegistration,
  lockRegistration,
  markRegistrationUsed,
  saveIsOpen,
  selectIsOpen,
} from './registration-rows.ts'
import { registrationExpiry } from './rules.ts'
import { takeAtLeast } from './take-at-least.ts'
import { forgiveTry, takeTry } from './take-try.ts'

const TOKEN_BYTES = 32

/** Whether publishers may register by themselves: in a sandbox unless it was closed, in production once it was opened. */
export async function isRegistrationOpen(ctx: Context): Promise<boolean> {
  return (await selectIsOpen(ctx.store.read)) ?? ctx.mode === 'sandbox'
}

export async function openRegistration(ctx: Context, isOpen: boolean): Promise<void> {
  await saveIsOpen(ctx.store.read, isOpen)
}

export type RegisterResult = { status: 'mailed' } | { status: 'closed' } | { status: 'locked'; until: Date }

/**
 * A publisher asks to join: what comes next is in a mail to the address. The answer is the same, and as slow,
 * where the address is a member's already; that member is told by mail.
 */
export async function register(
  ctx: Context,
  input: { email: string; name: string; password: string; client: Client },
): Promise<RegisterResult> {
  if (!(await isRegistrationOpen(ctx))) return { status: 'closed' }
  const email = readEmail('email', input.email)
  const name = readName('name', input.name)
  const password = readNewPassword('password', input.password, [email, name])
  return takeAtLeast(async () => {
    const until = await takeTry(ctx, addressSubjects(ctx, input.client, 'register_address'))
    if (until) return { status: 'locked', until }
    const passwordHash = await hashPassword(password)
    // As with resets: nobody learns whether this address was asked for before.
    if (await takeTry(ctx, [{ tried: 'register', of: email }])) return { status: 'mailed' }
    await ctx.store.transact((tx) => mailNext(ctx, tx, { email, name, passwordHash }))
    return { status: 'mailed' }
  })
}

type Asked = { email: string; name: string; passwordHash: string }

async function mailNext(ctx: Context, tx: Tx, { email, name, passwordHash }: Asked): Promise<void> {
  const known = await selectAccountByLogin(tx, email)
  if (known) {
    const text = `有人用此邮箱申请注册，但您已有账号，可直接登录或重置密码：
Somebody asked for an account with this address, but you have one: sign in, or reset your password:

${ctx.publicUrl}/sign-in
`
    const subject = '您已有账号 / You have an account'
    await queueMail(ctx, tx, { memberId: known.memberId, to: email, subject, text })
    return
  }
  const token = randomBytes(TOKEN_BYTES).toString('hex')
  const at = ctx.clock.wall()
  const tokenHash = ctx.keys.mac('registration-token', token)
  await insertRegistration(tx, {
    tokenHash,
    email,
    name,
    passwordHash,
    at,
    expiresAt: registrationExpiry(at),
  })
  await queueMail(ctx, tx, {
    to: email,
    subject: '确认注册 / Confirm your registration',
    text: `请在 24 小时内打开以下链接完成注册：
Open this link within 24 hours to complete your registration:

${ctx.publicUrl}/register?token=${token}

如果不是您本人申请，请忽略此邮件。
If you did not ask for this, ignore this mail.
`,
  })
}

export type ConfirmResult =
  | { status: 'created'; memberId: bigint }
  | { status: 'invalid' }
  | { status: 'closed' }
  | { status: 'name_taken' }
  | { status: 'locked'; until: Date }

/** Undoes the transaction: the member that was made in it goes too. */
class NotConfirmed extends Error {
  readonly result: ConfirmResult

  constructor(result: ConfirmResult) {
    super(result.status)
    this.result = result
  }
}

/** Whoever read the mail chooses a login name, and is a publisher of the network. A name that is taken leaves the token as it was. */
export async function confirmRegistration(
  ctx: Context,
  input: { token: string; loginName: string; client: Client },
): Promise<ConfirmResult> {
  if (!(await isRegistrationOpen(ctx))) return { status: 'closed' }
  const loginName = readLoginName('login_name', input.loginName)
  const subjects = addressSubjects(ctx, input.client, 'address')
  const until = await takeTry(ctx, subjects)
  if (until) return { status: 'locked', until }
  const tokenHashes = ctx.keys.macs('registration-token', input.token.slice(0, 200))
  const result = await ctx.store
    .transact(async (tx) => {
      const done = await confirmIn(ctx, tx, { tokenHashes, loginName })
      if (done.status !== 'created') throw new NotConfirmed(done)
      return done
    })
    .catch((error: unknown) => {
      if (error instanceof NotConfirmed) return error.result
      throw error
    })
  if (result.status === 'created') await forgiveTry(ctx, subjects)
  return result
}

async function confirmIn(
  ctx: Context,
  tx: Tx,
  wanted: { tokenHashes: readonly Buffer[]; loginName: string },
): Promise<ConfirmResult> {
  const at = ctx.clock.wall()
  const asked = await lockRegistration(tx, { tokenHashes: wanted.tokenHashes, now: at })
  if (!asked) return { status: 'invalid' }
  const { email, name, passwordHash } = asked
  const memberId = await createPublisher(tx, { name, at: ctx.clock.now() })
  const account = { memberId, email, loginName: wanted.loginName, passwordHash, isTemporary: false, at }
  const taken = await insertAccount(tx, account)
  // Since the mail, somebody may have got an account for the address in another way.
  if (taken) return taken === 'login_name' ? { status: 'name_taken' } : { status: 'invalid' }
  await markRegistrationUsed(tx, asked.tokenHash, at)
  await insertEvent(tx, { memberId, kind: 'created', at, detail: { by: 'registration' } })
  return { status: 'created', memberId }
}
