import type { Context } from '../../context.ts'
import { insertEvent, selectAccountByLogin } from './account-rows.ts'
import { addressHash, addressSubjects, type Client } from './client.ts'
import { createReset } from './create-reset.ts'
import { queueMail } from './messages/queue-mail.ts'
import { readEmail } from './read-login.ts'
import { takeAtLeast } from './take-at-least.ts'
import { takeTry } from './take-try.ts'

/**
 * Mails a link that sets a new password, where the address is a member's; the answer is the same and takes as
 * long where it is not. Answers until when to wait where this network address asked too often.
 */
export async function requestReset(
  ctx: Context,
  input: { email: string; client: Client },
): Promise<Date | undefined> {
  const email = readEmail('email', input.email)
  return takeAtLeast(async () => {
    const until = await takeTry(ctx, addressSubjects(ctx, input.client, 'reset_address'))
    if (until) return until
    // Whether this one is locked would tell that somebody asked before: that is nobody's business.
    if (await takeTry(ctx, [{ tried: 'reset', of: email }])) return undefined
    await mailReset(ctx, email, input.client)
    return undefined
  })
}

async function mailReset(ctx: Context, email: string, client: Client): Promise<void> {
  const account = await selectAccountByLogin(ctx.store.read, email)
  if (!account) return
  const { memberId } = account
  await ctx.store.transact(async (tx) => {
    const token = await createReset(ctx, tx, memberId)
    const at = ctx.clock.wall()
    await insertEvent(tx, {
      memberId,
      kind: 'password_reset_asked',
      at,
      addressHash: addressHash(ctx, client),
    })
    const link = `${ctx.publicUrl}/reset-password?token=${token}`
    await queueMail(ctx, tx, {
      memberId,
      to: account.email,
      subject: '重置密码 / Reset your password',
      text: `请在 30 分钟内打开以下链接设置新密码，链接只能使用一次：
Open this link within 30 minutes to set a new password; it works once:

${link}

如果不是您本人申请，请忽略此邮件。
If you did not ask for this, ignore this mail.
`,
    })
  })
}
