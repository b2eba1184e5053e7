import type { Context } from '../../context.ts'
import { cacheKind } from '../../store/caches.ts'
import { type SessionRow, selectAuthorisedUntil, selectSession } from './rows.ts'

const sessions = cacheKind<string, SessionRow | undefined>(['sessions'], 50_000)
const authorisations = cacheKind<string, Date | null>(['sessions'], 50_000)

/** A session by its token. Tokens are kept as keyed hashes only. */
export async function findSession(ctx: Context, token: string): Promise<SessionRow | undefined> {
  const hashes = ctx.keys.macs('session-token', token)
  const name = (hashes[0] as Buffer).toString('base64')
  return ctx.caches.read(sessions, name, () => selectSession(ctx.store.read, hashes))
}

export function sessionTokenHash(ctx: Pick<Context, 'keys'>, token: string): Buffer {
  return ctx.keys.mac('session-token', token)
}

/** Whether this publisher lets this app act for them now. */
export async function hasAuthorised(ctx: Context, appId: bigint, memberId: bigint): Promise<boolean> {
  const until = await ctx.caches.read(authorisations, `${appId}:${memberId}`, async () => {
    return (await selectAuthorisedUntil(ctx.store.read, appId, memberId)) ?? null
  })
  return until !== null && until > ctx.clock.now()
}
