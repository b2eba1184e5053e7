import type { Context } from '../../../context.ts'
import { recordDecisions } from '../../decisions/index.ts'
import { type AppKeyOf, insertSecret, lockOwnApp, retireSecrets } from './app-rows.ts'
import { newAppSecret, sealAppSecret } from './create-app.ts'

const OLD_LIVES_MS = 86_400_000

/**
 * Gives an app a new secret, told here and never again. The one before works for another day by the wall clock, and
 * any older one no longer: to end a secret that leaked at once, rotate twice. Undefined where the member has no
 * such app.
 */
export async function rotateAppSecret(
  ctx: Context,
  of: AppKeyOf,
): Promise<{ secret: string; oldSecretUntil: Date } | undefined> {
  const secret = newAppSecret()
  const oldSecretUntil = new Date(ctx.clock.wall().getTime() + OLD_LIVES_MS)
  return ctx.store.transact(async (tx) => {
    const appId = await lockOwnApp(tx, of)
    if (appId === undefined) return undefined
    await retireSecrets(tx, appId, oldSecretUntil)
    await insertSecret(tx, { appId, sealed: sealAppSecret(ctx, secret), at: ctx.clock.now() })
    const { memberId } = of
    const by = { kind: 'member', memberId } as const
    const about = { memberId, appId, by, reason: 'asked for by its owner' }
    const figures = { old_secret_until: oldSecretUntil.toISOString() }
    await recordDecisions(ctx, tx, [{ kind: 'app.secret', ...about, figures }])
    return { secret, oldSecretUntil }
  })
}
