import { randomBytes } from 'node:crypto'
import type { Context } from '../../../context.ts'
import type { Tx } from '../../../store/store.ts'
import { selectAccountByLogin } from '../account-rows.ts'
import { addressSubjects, type Client } from '../client.ts'
import { queueMail } from '../messages/queue-mail.ts'
import { hashPassword } from '../password.ts'
import { readEmail, readName, readNewPassword } from '../read-login.ts'
import { registrationExpiry } from '../rules.ts'
import { takeAtLeast } from '../take-at-least.ts'
import { takeTry } from '../take-try.ts'
import { insertRegistration } from './registration-rows.ts'
import { isRegistrationOpen } from './registration-setting.ts'

const TOKEN_BYTES = 32

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
