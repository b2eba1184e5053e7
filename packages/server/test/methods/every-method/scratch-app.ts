import { sessionTokenHash } from '../../../src/domain/publishers/index.ts'
import type { CallOptions, TestServer } from '../../setup/server.ts'

const packages = [
  'basic',
  'link',
  'share',
  'order',
  'publisher',
  'reward',
  'report',
  'audience',
  'community',
  'content',
]

/** An app of a publisher's own with every package but one (none at all for `none`), and a session that lets it act for them. */
export async function createAppWithout(
  server: TestServer,
  owner: bigint,
  withdrawn: string,
): Promise<Required<Pick<CallOptions, 'app' | 'session'>>> {
  const { keys } = server.ctx
  const created = { created_at: new Date() }
  const app = { key: `77${withdrawn}`, secret: `secret of ${withdrawn}` }
  const session = `session of ${withdrawn}`
  const { id: app_id } = await server.db
    .insertInto('apps')
    .values({ app_key: app.key, member_id: owner, name: withdrawn, ...created })
    .returning('id')
    .executeTakeFirstOrThrow()
  const secret_sealed = keys.seal('app-secret', Buffer.from(app.secret))
  await server.db
    .insertInto('app_secrets')
    .values({ app_id, secret_sealed, ...created })
    .execute()
  await server.db
    .insertInto('sessions')
    .values({
      token_hash: sessionTokenHash(server.ctx, session),
      app_id,
      member_id: owner,
      expires_at: new Date(Date.now() + 86_400_000),
      ...created,
    })
    .execute()
  if (withdrawn === 'none') return { app, session }
  await server.db
    .insertInto('permission_grants')
    .values(
      packages.map((name) => ({
        app_id,
        package: name,
        site_id: null,
        status: name === withdrawn ? 'withdrawn' : 'granted',
        granted_at: created.created_at,
        withdrawn_at: name === withdrawn ? created.created_at : null,
      })),
    )
    .execute()
  return { app, session }
}
