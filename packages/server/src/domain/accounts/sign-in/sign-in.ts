import type { Context } from '../../../context.ts'
import { type AccountRow, insertEvent, selectAccountByLogin } from '../account-rows.ts'
import { addressHash, addressSubjects, type Client } from '../client.ts'
import { createReset } from '../create-reset.ts'
import { verifyPassword } from '../password.ts'
import { foldLogin } from '../read-login.ts'
import { waitSince } from '../take-at-least.ts'
import { forgiveTry, takeTry } from '../take-try.ts'
import { beginSignIn } from './begin-sign-in.ts'
import { sealStep } from './sign-in-step.ts'

export type SignInResult =
  | { status: 'signed_in'; token: string }
  /** The password was right; `step` and a code are what `confirmSecondFactor` wants. */
  | { status: 'second_factor'; step: string }
  /** The password was made by somebody else: `reset` is what `resetPassword` wants. */
  | { status: 'new_password'; reset: string }
  | { status: 'refused' }
  | { status: 'locked'; until: Date }

const MAX_LOGIN = 320

/** By e-mail address or login name. What is wrong is not said, and takes as long where there is no such account. */
export async function signIn(
  ctx: Context,
  input: { login: string; password: string; client: Client },
): Promise<SignInResult> {
  const begunMs = performance.now()
  const { client } = input
  const login = foldLogin(input.login.slice(0, MAX_LOGIN))
  const subjects = [...addressSubjects(ctx, client, 'address'), { tried: 'login', of: login } as const]
  const until = await takeTry(ctx, subjects)
  if (until) return { status: 'locked', until }
  const account = await selectAccountByLogin(ctx.store.read, login)
  if (!(await verifyPassword(input.password, account?.passwordHash)) || !account) {
    if (account) await recordRefusal(ctx, account, client)
    await waitSince(begunMs)
    return { status: 'refused' }
  }
  await forgiveTry(ctx, subjects)
  if (account.isTemporary) {
    return { status: 'new_password', reset: await createReset(ctx, ctx.store.read, account.memberId) }
  }
  if (account.totpSealed) return { status: 'second_factor', step: sealStep(ctx, account) }
  return { status: 'signed_in', token: await beginSignIn(ctx, account, client) }
}

async function recordRefusal(ctx: Context, { memberId }: AccountRow, client: Client): Promise<void> {
  const event = { memberId, kind: 'sign_in_refused', addressHash: addressHash(ctx, client) } as const
  await insertEvent(ctx.store.read, { ...event, at: ctx.clock.wall() })
}
