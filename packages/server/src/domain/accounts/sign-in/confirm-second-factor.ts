import type { Context } from '../../../context.ts'
import { insertEvent } from '../account-rows.ts'
import { addressHash, addressSubjects, type Client } from '../client.ts'
import { takeSecondFactor } from '../second-factor/second-factor.ts'
import { forgiveTry, takeTry } from '../take-try.ts'
import { beginSignIn } from './begin-sign-in.ts'
import type { SignInResult } from './sign-in.ts'
import { openStep } from './sign-in-step.ts'

export type SecondFactorResult =
  | Extract<SignInResult, { status: 'signed_in' | 'refused' | 'locked' }>
  /** The step is over: the password is asked again. */
  | { status: 'expired' }

/** The second half of a sign-in. `code`: of the app, or one of the recovery codes. */
export async function confirmSecondFactor(
  ctx: Context,
  input: { step: string; code: string; client: Client },
): Promise<SecondFactorResult> {
  const { client } = input
  const account = await openStep(ctx, input.step)
  if (!account?.totpSealed) return { status: 'expired' }
  const { memberId } = account
  const subjects = [
    ...addressSubjects(ctx, client, 'address'),
    { tried: 'second_factor', of: String(memberId) } as const,
  ]
  const until = await takeTry(ctx, subjects)
  if (until) return { status: 'locked', until }
  if (!(await takeSecondFactor(ctx, account, input.code))) {
    const event = { memberId, kind: 'second_factor_refused', addressHash: addressHash(ctx, client) } as const
    await insertEvent(ctx.store.read, { ...event, at: ctx.clock.wall() })
    return { status: 'refused' }
  }
  await forgiveTry(ctx, subjects)
  return { status: 'signed_in', token: await beginSignIn(ctx, account, client) }
}
