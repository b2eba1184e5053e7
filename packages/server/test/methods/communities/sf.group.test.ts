import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoGroupId, demoMessage } from '../../../src/seed/demo-content.ts'
import { demoSecrets } from '../../../src/seed/demo-secrets.ts'
import { findDemoRecord } from '../../../src/seed/index.ts'
import { startTestServer, type TestServer, type Wire } from '../../setup/server.ts'
import { callBack, makePlan, type Pulled, pull, reportOf } from './community-network.ts'

const GET = 'taobao.tbk.sf.group.activity.get'
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

let server: TestServer
let record: NonNullable<Awaited<ReturnType<typeof findDemoRecord>>>

beforeAll(async () => {
  server = await startTestServer()
  record = (await findDemoRecord(server.db)) as typeof record
})
afterAll(() => server.close())

const get = async (params: Record<string, unknown>): Promise<Wire> =>
  (await server.call(GET, params)).tbk_sf_group_activity_get_response
const report = async (params: Record<string, unknown>): Promise<Wire> => {
  const answer = await server.call('taobao.tbk.sf.group.status.report', params)
  return answer.tbk_sf_group_status_report_response ?? answer.error_response
}
const refusal = (biz_error_code: number, biz_error_desc: string) => ({
  is_success: false,
  biz_error_code,
  biz_error_desc,
  request_id: expect.any(String),
})
const noRight = refusal(21, '无权限')

describe('activity.get', () => {
  test('answers the plan of the group with what and when', async () => {
    const answer = await get({ group_id: demoGroupId, page_size: 2 })
    const first = answer.result_list.map_data[0]
    expect(answer).toMatchObject({ is_success: true })
    expect(answer).not.toHaveProperty('biz_error_code')
    expect(first).toEqual({
      msg_id: demoMessage(0).msgId,
      group_id: demoGroupId,
      offset_code: demoMessage(0).offsetCode,
      content: expect.stringContaining('第1期'),
      send_time: expect.any(Number),
    })
    expect(new Date(first.send_time + 8 * 3_600_000).getUTCHours()).toBe(10)
    const [second] = await pull(server, {
      group_id: demoGroupId,
      offset_code: first.offset_code,
      page_size: 1,
    })
    expect(second).toEqual(answer.result_list.map_data[1])
    const last = demoMessage(11).offsetCode
    expect(await pull(server, { group_id: demoGroupId, offset_code: last })).toEqual([])
  })

  test('an unknown group, another promoter’s and no group at all are refused alike', async () => {
    const { groupId } = await makePlan(server, { count: 1, memberId: record.secondPublisherId })
    for (const group_id of [groupId, 'R:404', '社群']) expect(await get({ group_id })).toEqual(noRight)
    const app = { key: record.secondAppKey, secret: demoSecrets(server.ctx.keys).secondApp }
    const own = await server.call(GET, { group_id: groupId }, { app })
    expect(own.tbk_sf_group_activity_get_response.result_list.map_data).toHaveLength(1)
  })

  test('an offset code that is none, or another group’s, is refused', async () => {
    const { groupId } = await makePlan(server, { count: 1 })
    const unknown = refusal(22, '计划消费点位不存在')
    const { offsetCode } = demoMessage(0)
    for (const offset_code of [offsetCode, '6KNj7vzS6CG8PX7V5', 'x'])
      expect(await get({ group_id: groupId, offset_code })).toEqual(unknown)
  })

  test('a crowd’s plan is answered to who asks for it, and to who asks for none', async () => {
    const { groupId } = await makePlan(server, { count: 1, scdId: '125452' })
    const [message] = await pull(server, { group_id: groupId, scd_id: 125452 })
    expect(message).toMatchObject({ scd_id: 125452 })
    expect(await pull(server, { group_id: groupId })).toEqual([message])
    expect(await pull(server, { group_id: groupId, scd_id: 1 })).toEqual([])
    const { offset_code } = message as Pulled
    expect(await get({ group_id: groupId, scd_id: 1, offset_code })).toMatchObject({ biz_error_code: 22 })
  })

  test('the next plan’s turn comes when the last message of the first has its result', async () => {
    const { groupId, contents } = await makePlan(server, { count: 2 })
    await makePlan(server, { count: 1, groupId })
    const messages = await pull(server, { group_id: groupId })
    expect(messages.map((message) => message.content)).toEqual(contents)
    const last = messages[1] as Pulled
    const { msg_id, offset_code } = last
    const answer = await callBack(server, {
      group_id: groupId,
      msg_id,
      offset_code,
      res_code: 1,
      time_stamp: Date.now(),
    })
    expect(answer).toEqual({ is_success: true, request_id: expect.any(String) })
    const next = await pull(server, { group_id: groupId })
    expect(next).toHaveLength(1)
    expect(next[0]?.msg_id).not.toBe(messages[0]?.msg_id)
    expect(await pull(server, { group_id: groupId, offset_code: messages[0]?.offset_code })).toEqual([last])
  })
})

describe('activity.callback', () => {
  const own = (number = 0) => {
    const { msgId, offsetCode } = demoMessage(number)
    return { group_id: demoGroupId, msg_id: msgId, offset_code: offsetCode, res_code: 1 }
  }

  test('a stamp over ten minutes ahead is refused, and nothing kept', async () => {
    const ahead = { ...own(1), time_stamp: Date.now() + 11 * MINUTE_MS }
    expect(await callBack(server, ahead)).toEqual(refusal(24, '时间戳超前10分钟以上'))
    expect((await reportOf(server, demoGroupId))[0].messages[1].result).toBeNull()
    const near = { ...own(1), time_stamp: Date.now() + 9 * MINUTE_MS, res_desc: '配置缺失' }
    expect(await callBack(server, near)).toMatchObject({ is_success: true })
    expect((await reportOf(server, demoGroupId))[0].messages[1].result).toMatchObject({
      res_code: '1',
      res_desc: '配置缺失',
      time_stamp: near.time_stamp,
    })
  })

  test('who may not, or means another message, is told so', async () => {
    const time_stamp = Date.now()
    const { groupId } = await makePlan(server, { count: 1, memberId: record.secondPublisherId })
    expect(await callBack(server, { ...own(), time_stamp, group_id: groupId })).toEqual(noRight)
    expect(await callBack(server, { ...own(), time_stamp, offset_code: 'none' })).toMatchObject({
      biz_error_code: 22,
    })
    const other = { ...own(), time_stamp, msg_id: demoMessage(1).msgId }
    expect(await callBack(server, other)).toEqual(refusal(23, '消息标识与计划消费点位不一致'))
    expect((await reportOf(server, demoGroupId))[0].messages[0].result).toBeNull()
  })

  test('what is badly formed is an error of the protocol', async () => {
    const time_stamp = Date.now()
    expect(await callBack(server, own())).toMatchObject({ code: 40 })
    expect(await callBack(server, { ...own(), time_stamp: '1.5' })).toMatchObject({ code: 41 })
    expect(await callBack(server, { ...own(), time_stamp, res_desc: 'nul\0' })).toMatchObject({
      code: 41,
      msg: 'Invalid arguments:res_desc',
    })
  })
})

describe('status.report', () => {
  test('the latest stamp counts, and the operator sees it', async () => {
    const { groupId } = await makePlan(server, { count: 1 })
    const seen = async () => (await reportOf(server, groupId))[0].group_status
    expect(await seen()).toBeNull()
    const stamp = Date.now() - MINUTE_MS
    const say = (status: number, time_stamp: number) =>
      report({ group_id: groupId, status, time_stamp, description: `说明${status}` })
    expect(await say(0, stamp)).toEqual({ is_success: true, request_id: expect.any(String) })
    expect(await seen()).toEqual({ status: 0, description: '说明0', time_stamp: stamp })
    await say(1, stamp)
    await say(1, stamp - 1)
    expect(await seen()).toMatchObject({ status: 0, time_stamp: stamp })
    await report({ group_id: groupId, status: 1 })
    expect(await seen()).toMatchObject({ status: 1, description: null })
    expect((await seen()).time_stamp).toBeGreaterThan(stamp)
    // It is for the operator to see: the messages stay as they are.
    await report({ group_id: groupId, status: 0, time_stamp: Date.now() + MINUTE_MS })
    expect(await pull(server, { group_id: groupId })).toHaveLength(1)
  })

  test('who may not, and what is ahead, is refused', async () => {
    expect(await report({ group_id: 'R:404', status: 1 })).toEqual(noRight)
    const time_stamp = Date.now() + 11 * MINUTE_MS
    expect(await report({ group_id: demoGroupId, status: 1, time_stamp })).toMatchObject({
      biz_error_code: 24,
    })
    expect(await report({ group_id: demoGroupId, status: 1, description: '\0' })).toMatchObject({ code: 41 })
  })
})

// The last: the clock of this network only moves forward.
test('a plan is over when the time of its last message has passed; its offsets still answer', async () => {
  const { groupId } = await makePlan(server, { count: 2 })
  const [first, last] = (await pull(server, { group_id: groupId })) as [Pulled, Pulled]
  server.ctx.clock.aheadMs += DAY_MS
  expect(await pull(server, { group_id: groupId })).toEqual([])
  expect(await pull(server, { group_id: groupId, offset_code: first.offset_code })).toEqual([last])
  // A stamp of either clock passes.
  const { msg_id, offset_code } = first
  const result = { group_id: groupId, msg_id, offset_code, res_code: 0 }
  expect((await callBack(server, { ...result, time_stamp: Date.now() })).is_success).toBe(true)
  expect((await callBack(server, { ...result, time_stamp: Date.now() + DAY_MS })).is_success).toBe(true)
})
