import { expect } from 'vitest'
import { askAsOperator } from '../sandbox/operator.ts'
import type { CallOptions, TestServer, Wire } from '../setup/server.ts'

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
      expect((await askAsOperator(server, `${ACTIVITIES}/${id}/end`, { method: 'POST' })).status).toBe(200)
    },
  }
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
