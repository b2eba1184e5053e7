import type { Context } from '../../context.ts'
import {
  insertEvent,
  replaceRecoveryCodes,
  selectAccount,
  updateTotp,
  updateTotpStarted,
} from './account-rows.ts'
import { checkPassword, type PasswordCheck } from './check-password.ts'
import { notify } from './notify.ts'
import {
  describeTotp,
  newRecoveryCodes,
  newTotpSecret,
  recoveryCodeHashes,
  takeSecondFactor,
  totpStep,
} from './second-factor.ts'
import { forgiveTry, takeTry } from './take-try.ts'

type NotRight = Exclude<PasswordCheck, { status: 'right' }>
export type TotpStarted = NotRight | { status: 'started'; secret: string; uri: string } | { status: 'active' }

/** A new secret for the member's authenticator app; it is the second factor once a first code confirmed it. */
export async function startTotp(
  ctx: Context,
  { memberId, password }: { memberId: bigint; password: string },
): Promise<TotpStarted> {
  const check = await checkPassword(ctx, memberId, password)
  if (check.status !== 'right') return check
  if (check.account.totpSealed) return { status: 'active' }
  const secret = newTotpSecret()
  await ctx.store.transact(async (tx) => {
    await updateTotpStarted(tx, memberId, ctx.keys.seal('totp-secret', secret))
    await insertEvent(tx, { memberId, kind: 'totp_started', at: ctx.clock.wall() })
  })
  return { status: 'started', ...describeTotp(secret, check.account.loginName) }
}

export type TotpConfirmed =
  | NotRight
  | { status: 'confirmed'; recoveryCodes: string[] }
  | { status: 'not_started' }

/** Turns the second factor on. The recovery codes are told this once: only their keyed hashes are kept. */
export async function confirmTotp(
  ctx: Context,
  { memberId, code }: { memberId: bigint; code: string },
): Promise<TotpConfirmed> {
  const subjects = [{ tried: 'second_factor', of: String(memberId) } as const]
  const until = await takeTry(ctx, subjects)
  if (until) return { status: 'locked', until }
  const account = await selectAccount(ctx.store.read, memberId)
  const sealed = account?.totpStartedSealed
  const secret = sealed && ctx.keys.open('totp-secret', sealed)
  if (!sealed || !secret) return { status: 'not_started' }
  const at = ctx.clock.wall()
  const step = totpStep(secret, code, at)
  if (step === undefined) return { status: 'wrong' }
  const recoveryCodes = newRecoveryCodes()
  const hashes = recoveryCodes.map((text) => recoveryCodeHashes(ctx, memberId, text)[0] as Buffer)
  await ctx.store.transact(async (tx) => {
    await updateTotp(tx, memberId, { sealed, step })
    await replaceRecoveryCodes(tx, memberId, hashes)
    await insertEvent(tx, { memberId, kind: 'totp_confirmed', at })
  })
  await forgiveTry(ctx, subjects)
  return { status: 'confirmed', recoveryCodes }
}

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
