import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DemoRecord } from '../../../src/seed/demo-record.ts'
import { findDemoRecord } from '../../../src/seed/index.ts'
import { type CallOptions, startTestServer, type TestServer, type Wire } from '../../setup/server.ts'

const DG = 'taobao.tbk.adzone.create'
const SC = 'taobao.tbk.sc.adzone.create'

let server: TestServer
let record: DemoRecord
let site: string

beforeAll(async () => {
  server = await startTestServer()
  record = (await findDemoRecord(server.db)) as DemoRecord
  site = record.pid.split('_')[2] as string
})
afterAll(() => server.close())

/** The new PID, or the error. */
async function create(method: string, params: Record<string, unknown>, options?: CallOptions): Promise<Wire> {
  const answer = await server.call(method, params, options)
  return answer.error_response ?? (Object.values(answer)[0] as Wire).data.model
}

test.each([
  ['dg', DG],
  ['sc', SC],
])('%s: the new adzone is the publisher’s and promotes at once', async (door, method) => {
  const options = door === 'sc' ? { session: server.demo.provider_app.session } : {}
  const name = `新推广位 <${door}> & 🎁`
  const pid = await create(method, { site_id: site, adzone_name: name }, options)
  const [prefix, member, ofSite, adzone] = pid.split('_')
  expect([prefix, member, ofSite]).toEqual(['mm', record.publisherId, site])
  const row = await server.db
    .selectFrom('adzones')
    .selectAll()
    .where('id', '=', BigInt(adzone))
    .executeTakeFirst()
  expect(row).toMatchObject({ member_id: BigInt(record.publisherId), site_id: BigInt(site), name })
  const converted = await server.call('taobao.tbk.dg.general.link.convert', {
    adzone_id: adzone,
    item_id_list: server.demo.item_ids[0],
  })
  expect(converted.error_response).toBeUndefined()
})

test('each call makes another', async () => {
  const params = { site_id: site, adzone_name: '同名' }
  const pids = await Promise.all(Array.from({ length: 10 }, () => create(DG, params)))
  expect(new Set(pids).size).toBe(10)
})

test('foreign, unknown and unapproved sites are refused alike', async () => {
  const foreign = record.secondPid.split('_')[2]
  const { id: filed } = await server.db
    .insertInto('sites')
    .values({
      member_id: BigInt(record.publisherId),
      kind: 'website',
      name: '待审核',
      address: 'https://new.example.com',
      category: '导购',
      status: 'filed',
      created_at: new Date(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const site_id of [foreign, '1', String(filed)]) {
    for (const [method, options] of [
      [DG, {}],
      [SC, { session: server.demo.provider_app.session }],
    ] as const) {
      expect(await create(method, { site_id, adzone_name: '某处' }, options)).toMatchObject({
        code: 15,
        sub_code: '2',
        sub_msg: 'pid不正确，请检查是否输入了正确的adzoneId和siteId',
      })
    }
  }
})

test('a name has 64 characters at the most', async () => {
  expect(await create(DG, { site_id: site, adzone_name: '字'.repeat(64) })).toMatch(/^mm_/)
  expect(await create(DG, { site_id: site, adzone_name: '字'.repeat(65) })).toMatchObject({
    code: 41,
    msg: 'Invalid arguments:adzone_name',
  })
})
