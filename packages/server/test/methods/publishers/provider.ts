import { randomBytes } from 'node:crypto'
import { findDemoRecord } from '../../../src/seed/index.ts'
import type { CallOptions, TestServer, Wire } from '../../setup/server.ts'

export const MEMBER_GROUP = 'taobao.tbk.sc.membergroup.optional'

/** The demo provider and what it is authorised to. */
export async function openProvider(server: TestServer) {
  const record = await findDemoRecord(server.db)
  if (!record) throw new Error('the test database has a demo network')
  const app = server.demo.provider_app
  const first = BigInt(record.publisherId)
  const second = BigInt(record.secondPublisherId)
  const { id: appId } = await server.db
    .selectFrom('apps')
    .select('id')
    .where('app_key', '=', app.key)
    .executeTakeFirstOrThrow()

  /** A publisher lets an app act for them, for as long as is said. */
  async function authorise(memberId: bigint, to: { appId?: bigint; forMs?: number } = {}): Promise<bigint> {
    const now = server.ctx.clock.now().getTime()
    const session = {
      token_hash: randomBytes(32),
      app_id: to.appId ?? appId,
      member_id: memberId,
      created_at: new Date(now),
      expires_at: new Date(now + (to.forMs ?? 3_600_000)),
    }
    const made = server.db.insertInto('sessions').values(session).returning('id')
    return (await made.executeTakeFirstOrThrow()).id
  }

  async function withdraw(memberId: bigint): Promise<void> {
    await server.db
      .updateTable('sessions')
      .set({ withdrawn_at: server.ctx.clock.now() })
      .where('member_id', '=', memberId)
      .execute()
  }

  /** The group that a call answers, or the error. */
  async function group(params: Record<string, unknown>, options: CallOptions = { app }): Promise<Wire> {
    const answer = await server.call(MEMBER_GROUP, params, options)
    return answer.error_response ?? answer.tbk_sc_membergroup_optional_response.data
  }

  return { record, app, appId, first, second, authorise, withdraw, group }
}
