import type { Context } from '../../../context.ts'
import { insertEvent, updateTotpStarted } from '../account-rows.ts'
import { checkPassword, type NotRight } from '../check-password.ts'
import { describeTotp, newTotpSecret } from './second-factor.ts'

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
