import { expect } from 'vitest'
import { recordNewBuyers } from '../../src/domain/newusers/index.ts'
import { askAsOperator } from '../sandbox/operator.ts'
import type { CallOptions, TestServer, Wire } from '../setup/server.ts'
import { landingOf, sendEvents } from '../setup/shop.ts'

export const ACTIVITIES = '/admin/v1/newuser-activities'
const DAY_MS = 86_400_000

export type OpenActivity = { id: string; activityId: string; end(): Promise<void> }

/** An activity of a shop, from now on. */
export async function openActivity(
  server: TestServer,
  shopId: bigint,
  fields: Record<string, unknown> = {},
): Promise<OpenActivity> {
  const ends_at = new Date(server.ctx.clock.now().getTime() + 30 * DAY_MS).toISOString()
  const body = { shop_id: String(shopId), name: '拉新', reward: '5.00', ends_at, ...fields }
  const answer = await askAsOperator(server, ACTIVITIES, { body })
  expect(answer.status).toBe(201)
  const { id, activity_id: activityId } = answer.body
  return {
    id,
    activityId,
    async end() {
      expect((await askAsOperator(server, `${ACTIVITIES}/${id}/end`, { body: {} })).status).toBe(200)
    },
  }
}

/** Somebody who was never seen buys through the link. Answers the wire id of the activity. */
export async function bringNewBuyer(
  server: TestServer,
  of: { shopId: bigint; link: string },
): Promise<string> {
  const { activityId } = await openActivity(server, of.shopId)
  const { clickId, itemId } = await landingOf(of.link)
  const ids = { event_id: 'E-N', trade_parent_id: 'P-N', trade_id: 'T-N', buyer_id: 'B-N', item_id: itemId }
  const money = { item_num: 1, price: '99.99', paid_fee: '99.99' }
  const at = server.ctx.clock.now().toISOString()
  const [result] = await sendEvents(server, [{ ...ids, ...money, type: 'paid', click_id: clickId, at }])
  expect(result.status).toBe('accepted')
  await recordNewBuyers(server.ctx)
  return activityId
}

/** A page of a promoter's new buyers. */
export async function readBuyers(
  server: TestServer,
  params: Record<string, unknown>,
  options: CallOptions = {},
): Promise<Wire> {
  const door = options.session ? 'sc' : 'dg'
  const answer = await server.call(`taobao.tbk.${door}.newuser.order.get`, params, options)
  if (answer.error_response) return answer
  const { data } = answer[`tbk_${door}_newuser_order_get_response`].results
  return { ...data, results: data.results.map_data ?? [] }
}

/** A page of what an activity brought a promoter. */
export async function readSums(
  server: TestServer,
  params: Record<string, unknown>,
  options: CallOptions = {},
): Promise<Wire> {
  const door = options.session ? 'sc' : 'dg'
  const method = `taobao.tbk.${door}.newuser.order.sum`
  const answer = await server.call(method, { page_no: 1, page_size: 100, ...params }, options)
  if (answer.error_response) return answer
  const { data } = answer[`tbk_${door}_newuser_order_sum_response`].results
  return { ...data, results: data.results.data ?? [] }
}
