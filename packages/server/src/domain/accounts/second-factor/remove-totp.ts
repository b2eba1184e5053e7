import type { Context } from '../../../context.ts'
import { insertEvent, replaceRecoveryCodes, updateTotp } from '../account-rows.ts'
import { checkPassword, type NotRight } from '../check-password.ts'
import { notify } from '../messages/notify.ts'
import { forgiveTry, takeTry } from '../take-try.ts'
import { takeSecondFactor } from './second-factor.ts'

export type TotpRemoved = NotRight | { status: 'removed' } | { status: 'not_active' }

/** Turns it off: by the password and a code, of the app or a recovery code. */
export async function removeTotp(
  ctx: Context,
  { memberId, password, code }: { memberId: bigint; password: string; code: string },
): Promise<TotpRemoved> {
  const check = await checkPassword(ctx, memberId, password)
  if (check.status !== 'right') return check
  if (!check.account.totpSealed) return { status: 'not_active' }
  const subjects = [{ tried: 'second_factor', of: String(memberId) } as const]
  const until = await takeTry(ctx, subjects)
  if (until) return { status: 'locked', until }
  if (!(await takeSecondFactor(ctx, check.account, code))) return { status: 'wrong' }
  await forgiveTry(ctx, subjects)
  await ctx.store.transact(async (tx) => {
    await updateTotp(tx, memberId, undefined)
    await replaceRecoveryCodes(tx, memberId, [])
    await insertEvent(tx, { memberId, kind: 'totp_removed', at: ctx.clock.wall() })
    await notify(ctx, tx, {
      memberId,
      kind: 'totp_removed',
      title: { zh: '两步验证已关闭', en: 'Two-step sign-in was turned off' },
      body: {
        zh: '您的账号已关闭两步验证。如非本人操作，请立即修改密码并联系运营人员。',
        en: 'Two-step sign-in of your account was turned off. If it was not you, change the password at once and tell the operators.',
      },
      byMail: true,
    })
  })
  return { status: 'removed' }
}
