import type { Context } from '../../../context.ts'
import { type AccountRow, selectAccount } from '../account-rows.ts'
import { stepExpiry } from '../rules.ts'

const MAX_STEP = 500

/** Proof that the password was right a moment ago. It holds until then, and not beyond the password. */
export function sealStep(ctx: Context, { memberId, passwordChangedAt }: AccountRow): string {
  const expires = stepExpiry(ctx.clock.wall()).getTime()
  const text = `${memberId} ${passwordChangedAt.getTime()} ${expires}`
  return ctx.keys.seal('sign-in-step', Buffer.from(text)).toString('base64url')
}

/** Whose step it is; undefined where it is over, altered or not ours. */
export async function openStep(ctx: Context, step: string): Promise<AccountRow | undefined> {
  if (step.length > MAX_STEP) return undefined
  const text = ctx.keys.open('sign-in-step', Buffer.from(step, 'base64url'))?.toString()
  const [, memberId, changedAt, expires] = /^(\d+) (\d+) (\d+)$/.exec(text ?? '') ?? []
  if (memberId === undefined || ctx.clock.wall().getTime() >= Number(expires)) return undefined
  const account = await selectAccount(ctx.store.read, BigInt(memberId))
  return account?.passwordChangedAt.getTime() === Number(changedAt) ? account : undefined
}
