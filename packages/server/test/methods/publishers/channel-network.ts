import { sessionTokenHash } from '../../../src/domain/publishers/index.ts'
import type { DemoRecord } from '../../../src/seed/demo-record.ts'
import { findDemoRecord } from '../../../src/seed/index.ts'
import { startTestServer, type TestServer, type Wire } from '../../setup/server.ts'

/** A network whose demo publisher invites channels and members through a provider's app. */
export type ChannelNetwork = {
  server: TestServer
  record: DemoRecord
  /** The publisher's session with the provider's app. */
  session: string
}

export async function startChannelNetwork(): Promise<ChannelNetwork> {
  const server = await startTestServer()
  const record = (await findDemoRecord(server.db)) as DemoRecord
  return { server, record, session: server.demo.provider_app.session }
}

/** An account without any role that lets the provider's app act for it; answers its session. */
export async function createAccount(server: TestServer, name: string): Promise<string> {
  const created_at = new Date()
  const { id: member_id } = await server.db
    .insertInto('members')
    .values({ name, roles: [], created_at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return authorise(server, member_id)
}

/** Another session of a member with the provider's app. */
export async function authorise(server: TestServer, memberId: bigint): Promise<string> {
  const app = await server.db
    .selectFrom('apps')
    .select('id')
    .where('app_key', '=', server.demo.provider_app.key)
    .executeTakeFirstOrThrow()
  const session = `session of ${memberId} since ${performance.now()}`
  await server.db
    .insertInto('sessions')
    .values({
      token_hash: sessionTokenHash(server.ctx, session),
      app_id: app.id,
      member_id: memberId,
      created_at: new Date(),
      expires_at: new Date(Date.now() + 86_400_000),
    })
    .execute()
  return session
}

/** A call of a sc method; its `data`, or the error. */
export async function callData(
  server: TestServer,
  method: string,
  call: { session: string; params: Record<string, unknown> },
): Promise<Wire> {
  const answer = await server.call(method, call.params, { session: call.session })
  return answer.error_response ?? (Object.values(answer)[0] as Wire).data
}

/** The code by which accounts become the publisher's; 1 channels, 2 channels of a channel, 3 members. */
export async function inviteCode(
  { server, session }: ChannelNetwork,
  params: Record<string, unknown>,
): Promise<string> {
  const data = await callData(server, 'taobao.tbk.sc.invitecode.get', {
    session,
    params: { relation_app: 'common', ...params },
  })
  if (data.inviter_code === undefined) throw new Error(JSON.stringify(data))
  return data.inviter_code
}

/** An account shows a code. */
export function file(server: TestServer, session: string, params: Record<string, unknown>): Promise<Wire> {
  return callData(server, 'taobao.tbk.sc.publisher.info.save', {
    session,
    params: { info_type: 1, ...params },
  })
}

/** What the publisher reads of its channels (1) or members (2). */
export async function readFiled(
  { server, session }: ChannelNetwork,
  params: Record<string, unknown>,
): Promise<Wire> {
  const data = await callData(server, 'taobao.tbk.sc.publisher.info.get', {
    session,
    params: { relation_app: 'common', page_size: 100, ...params },
  })
  return data.inviter_list === undefined ? data : { ...data, inviter_list: data.inviter_list.map_data ?? [] }
}
