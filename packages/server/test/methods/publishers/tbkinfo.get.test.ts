import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DemoRecord } from '../../../src/seed/demo-record.ts'
import { findDemoRecord } from '../../../src/seed/index.ts'
import { startTestServer, type TestServer } from '../../setup/server.ts'

let server: TestServer
let record: DemoRecord

beforeAll(async () => {
  server = await startTestServer()
  record = (await findDemoRecord(server.db)) as DemoRecord
})
afterAll(() => server.close())

const isPid = async (pid: string): Promise<boolean> => {
  const answer = await server.call('taobao.tbk.tbkinfo.get', { pid })
  return answer.tbk_tbkinfo_get_response.result.data
}

test('a PID whose three parts belong together is right, whoever owns it', async () => {
  expect(await isPid(record.pid)).toBe(true)
  expect(await isPid(record.secondPid)).toBe(true)
  expect(await isPid(` ${record.pid} `)).toBe(true)
})

test('anything else is not', async () => {
  const [own, other] = [record.pid, record.secondPid].map((pid) => pid.split('_').slice(1)) as [
    string[],
    string[],
  ]
  const mixed = own.map(
    (_, at) => `mm_${own.map((part, index) => (index === at ? other[at] : part)).join('_')}`,
  )
  const broken = [`${record.pid}_1`, record.pid.slice(3), `mm_${own[0]}_${own[1]}`, `MM_${own.join('_')}`]
  const unknown = [
    `mm_${own[0]}_${own[1]}_1`,
    `mm_0${own.join('_')}`,
    'mm_1_1_99999999999999999999',
    'pid',
    '😀',
  ]
  for (const pid of [...mixed, ...broken, ...unknown]) expect([pid, await isPid(pid)]).toEqual([pid, false])
})

test('a new adzone’s PID is right at once', async () => {
  const before = `mm_${record.pid.split('_').slice(1, 3).join('_')}`
  const answer = await server.call('taobao.tbk.adzone.create', {
    site_id: record.pid.split('_')[2],
    adzone_name: '新推广位',
  })
  const pid = answer.tbk_adzone_create_response.data.model
  expect(pid.startsWith(before)).toBe(true)
  expect(await isPid(pid)).toBe(true)
})
