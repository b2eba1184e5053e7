import { formatGmt8 } from '@opentbk/top'
import { expect } from 'vitest'
import { leaderAccess } from '../../../src/seed/index.ts'
import { askAsOperator } from '../../sandbox/operator.ts'
import type { CallOptions, TestServer, Wire } from '../../setup/server.ts'
import type { Trade } from '../../setup/trade.ts'
import { createAppWithout } from '../every-method/scratch-app.ts'

export type Leader = {
  memberId: bigint
  app: { key: string; secret: string }
  /** Of the provider's app, or of the leader's own. */
  session: CallOptions
}

/** The demo network's recruiting leader. */
export async function demoLeader(server: TestServer): Promise<Leader> {
  const { key, secret, session } = leaderAccess(server.ctx.keys).leader_app
  const { member_id } = await server.db
    .selectFrom('apps')
    .select('member_id')
    .where('app_key', '=', key)
    .executeTakeFirstOrThrow()
  return { memberId: member_id, app: { key, secret }, session: { session } }
}

/** Another leader, with an app of their own. */
export async function addLeader(server: TestServer): Promise<Leader> {
  const { id } = await server.db
    .insertInto('members')
    .values({ name: '另一位团长', roles: ['recruiting_leader'], created_at: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { app, session } = await createAppWithout(server, id, 'content')
  return { memberId: id, app, session: { app, session } }
}

const CAMPAIGNS = '/admin/v1/campaigns'

/** A campaign of this leader's; its number. */
export async function openCampaign(
  server: TestServer,
  leader: Leader,
  fields: Record<string, unknown> = {},
): Promise<string> {
  const ends_at = new Date(server.ctx.clock.now().getTime() + 90 * 86_400_000).toISOString()
  const body = {
    leader_id: String(leader.memberId),
    name: '家居团',
    service_rate: '3.33',
    ends_at,
    ...fields,
  }
  const answer = await askAsOperator(server, CAMPAIGNS, { body })
  expect(answer.status).toBe(201)
  return answer.body.id
}

/** An item of the demo shop joins; its merchant agrees to the rate. */
export async function joinItem(
  server: TestServer,
  trade: Trade,
  of: { campaign: string; itemId: bigint; rate: string },
): Promise<Wire> {
  const body = {
    item_id: String(of.itemId),
    member_id: String(trade.merchantId),
    commission_rate: of.rate,
  }
  const answer = await askAsOperator(server, `${CAMPAIGNS}/${of.campaign}/items`, { body })
  expect(answer.status).toBe(201)
  return answer.body
}

export async function endCampaign(server: TestServer, leader: Leader, campaign: string): Promise<void> {
  const body = { member_id: String(leader.memberId), reason: '提前结束' }
  expect((await askAsOperator(server, `${CAMPAIGNS}/${campaign}/end`, { body })).status).toBe(200)
}

/** A page of a leader's orders; the window reaches from some minutes ago to a minute ahead. */
export async function readCampaignPage(
  server: TestServer,
  leader: Leader,
  params: Record<string, unknown> = {},
): Promise<Wire> {
  const now = server.ctx.clock.now().getTime()
  const answer = await server.call(
    'taobao.tbk.cp.order.details.get',
    {
      query_type: 4,
      page_size: 1000,
      start_time: formatGmt8(new Date(now - 600_000)),
      end_time: formatGmt8(new Date(now + 60_000)),
      ...params,
    },
    { app: leader.app },
  )
  if (answer.error_response) return answer
  const { data } = answer.tbk_cp_order_details_get_response
  return { ...data, results: data.results.cp_publisher_order_d_t_o ?? [] }
}
