import { randomBytes } from 'node:crypto'
import type { Context } from '../../src/context.ts'
import { sessionTokenHash } from '../../src/domain/publishers/index.ts'

export type OwnApp = { id: bigint; key: string; secret: string }
export type AppOptions = {
  memberId: bigint
  packages?: readonly string[]
  ipList?: readonly string[]
  isStopped?: boolean
}

/** An app of a test's own, as an operator would have made it. */
export async function addApp(ctx: Context, options: AppOptions): Promise<OwnApp> {
  const key = `9${randomBytes(6).readUIntBE(0, 6)}`.slice(0, 12)
  const secret = randomBytes(16).toString('hex')
  const db = ctx.store.read
  const { id } = await db
    .insertInto('apps')
    .values({ app_key: key, member_id: options.memberId, name: 'own app', created_at: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow()
  const sealed = ctx.keys.seal('app-secret', Buffer.from(secret))
  await db
    .insertInto('app_secrets')
    .values({ app_id: id, secret_sealed: sealed, created_at: new Date() })
    .execute()
  const packages = options.packages ?? []
  if (packages.length > 0) {
    const grant = { app_id: id, status: 'granted', granted_at: new Date() } as const
    await db
      .insertInto('permission_grants')
      .values(packages.map((name) => ({ ...grant, package: name })))
      .execute()
  }
  await changeApp(ctx, id, options)
  return { id, key, secret }
}

/** Stops an app or limits where it may call from. */
export async function changeApp(
  ctx: Context,
  id: bigint,
  change: { isStopped?: boolean; ipList?: readonly string[] },
): Promise<void> {
  const { isStopped, ipList } = change
  if (isStopped === undefined && ipList === undefined) return
  await ctx.store.read
    .updateTable('apps')
    .set({ status: isStopped ? 'stopped' : 'live', ip_list: [...(ipList ?? [])] })
    .where('id', '=', id)
    .execute()
  ctx.caches.forget('apps')
}

export type SessionOptions = { memberId: bigint; expiresAt?: Date; withdrawnAt?: Date }

/** A publisher's authorisation of an app; answers its token. */
export async function addSession(ctx: Context, appId: bigint, options: SessionOptions): Promise<string> {
  const token = `6200${randomBytes(26).toString('hex')}`
  await ctx.store.read
    .insertInto('sessions')
    .values({
      token_hash: sessionTokenHash(ctx, token),
      app_id: appId,
      member_id: options.memberId,
      created_at: new Date(),
      expires_at: options.expiresAt ?? new Date(Date.now() + 86_400_000),
      withdrawn_at: options.withdrawnAt ?? null,
    })
    .execute()
  return token
}

export type Limit = {
  scope: 'app' | 'app_method' | 'session'
  method?: string
  perSecond?: number
  perDay?: number
}

export async function addLimit(ctx: Context, appId: bigint, limit: Limit): Promise<void> {
  await ctx.store.read
    .insertInto('quota_limits')
    .values({
      app_id: appId,
      scope: limit.scope,
      method: limit.method ?? null,
      per_second: limit.perSecond ?? null,
      per_day: limit.perDay ?? null,
    })
    .execute()
  ctx.caches.forget('quota_limits')
}
