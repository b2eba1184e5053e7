import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Wire } from '../../setup/server.ts'
import { type ChannelNetwork, startChannelNetwork } from './channel-network.ts'

let network: ChannelNetwork

beforeAll(async () => {
  network = await startChannelNetwork()
})
afterAll(() => network.server.close())

const query = async (params: Record<string, unknown> = {}): Promise<Wire> => {
  const answer = await network.server.call('taobao.tbk.sc.adzone.query', params, { session: network.session })
  const { request_id: _, ...root } = answer.tbk_sc_adzone_query_response
  return root
}

test('all adzones of the session’s publisher, or those of one site', async () => {
  const { record } = network
  const all = await query()
  const pids: string[] = all.result.tk_pid_d_t_o.map((adzone: Wire) => adzone.pid)
  expect(all).toMatchObject({ is_success: true, total_count: 3 })
  expect(pids).toContain(record.pid)
  expect(pids.every((pid) => pid.startsWith(`mm_${record.publisherId}_`))).toBe(true)
  const site = record.pid.split('_')[2]
  const ofSite = await query({ site_id: site })
  expect(ofSite.total_count).toBe(2)
  expect(ofSite.result.tk_pid_d_t_o).toEqual(
    all.result.tk_pid_d_t_o.filter((adzone: Wire) => adzone.pid.split('_')[2] === site),
  )
  expect(ofSite.result.tk_pid_d_t_o[0]).toEqual({ pid: record.pid, name: '首页' })
})

test('a new adzone is there at once', async () => {
  const site_id = network.record.pid.split('_')[2]
  const created = await network.server.call('taobao.tbk.adzone.create', { site_id, adzone_name: '新位' })
  const { result } = await query({ site_id })
  expect(result.tk_pid_d_t_o.at(-1)).toEqual({
    pid: created.tbk_adzone_create_response.data.model,
    name: '新位',
  })
})

test('a foreign site is answered like one that does not exist', async () => {
  const noRight = { is_success: false, biz_error_code: 21, biz_error_desc: '无权限' }
  expect(await query({ site_id: 1 })).toEqual(noRight)
  expect(await query({ site_id: network.record.secondPid.split('_')[2] })).toEqual(noRight)
})
