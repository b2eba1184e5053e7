import { randomBytes, randomInt } from 'node:crypto'
import type { Context } from '../../../context.ts'
import type { Tx } from '../../../store/store.ts'
import { recordDecisions } from '../../decisions/index.ts'
import { listSuspended } from '../list-suspended.ts'
import { countApps, holdApps, insertApp, insertSecret } from './app-rows.ts'

const MAX_APPS = 20
const SECRET_BYTES = 16

export type CreateAppResult =
  | { status: 'created'; appKey: string; secret: string }
  | { status: 'too_many'; most: number }
  | { status: 'suspended' }

/** A new app of a member. Its secret is told here and never again. */
export async function createApp(
  ctx: Context,
  memberId: bigint,
  { name }: { name: string },
): Promise<CreateAppResult> {
  const secret = newAppSecret()
  return ctx.store.transact(async (tx) => {
    await holdApps(tx, memberId)
    if ((await listSuspended(tx, [memberId])).has(memberId)) return { status: 'suspended' }
    if ((await countApps(tx, memberId)) >= MAX_APPS) return { status: 'too_many', most: MAX_APPS }
    const at = ctx.clock.now()
    const { id: appId, appKey } = await insertWithKey(tx, { memberId, name, at })
    await insertSecret(tx, { appId, sealed: sealAppSecret(ctx, secret), at })
    const by = { kind: 'member', memberId } as const
    const about = { memberId, appId, by, reason: 'made by its owner' }
    await recordDecisions(ctx, tx, [{ kind: 'app.create', ...about, figures: { app_key: appKey, name } }])
    return { status: 'created', appKey, secret }
  })
}

export function newAppSecret(): string {
  return randomBytes(SECRET_BYTES).toString('hex')
}

export function sealAppSecret(ctx: Context, secret: string): Buffer {
  return ctx.keys.seal('app-secret', Buffer.from(secret))
}

async function insertWithKey(
  tx: Tx,
  app: { memberId: bigint; name: string; at: Date },
): Promise<{ id: bigint; appKey: string }> {
  for (;;) {
    // Eight digits, as clients expect of a key. It is a name and no secret; one that is taken is drawn again.
    const appKey = String(randomInt(20_000_000, 100_000_000))
    const id = await insertApp(tx, { ...app, appKey })
    if (id !== undefined) return { id, appKey }
  }
}
