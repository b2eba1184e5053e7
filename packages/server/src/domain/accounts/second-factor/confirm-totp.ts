import type { Context } from '../../../context.ts'
import { insertEvent, replaceRecoveryCodes, selectAccount, updateTotp } from '../account-rows.ts'
import type { NotRight } from '../check-password.ts'
import { forgiveTry, takeTry } from '../take-try.ts'
import { newRecoveryCodes, recoveryCodeHashes, totpStep } from './second-factor.ts'

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
