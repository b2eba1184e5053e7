import type { Context } from '../../context.ts'
import { insertCode } from './code-rows.ts'
import { codeExpiry } from './rules.ts'
import { newCode } from './token-text.ts'

type Consent = { appId: bigint; memberId: bigint; redirectUri: string; challenge: string | undefined }

/** The code by which the app fetches the tokens that a member granted it. */
export async function createCode(ctx: Context, consent: Consent): Promise<string> {
  const code = newCode()
  const now = ctx.clock.now()
  await insertCode(ctx.store.read, {
    ...consent,
    hash: ctx.keys.mac('oauth-code', code),
    challenge: consent.challenge ?? null,
    createdAt: now,
    expiresAt: codeExpiry(now),
  })
  return code
}
