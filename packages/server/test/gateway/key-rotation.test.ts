import { afterAll, beforeAll, expect, test } from 'vitest'
import { findOperator } from '../../src/domain/operators/index.ts'
import { createTestDatabase, TEST_MASTER_KEY, type TestDatabase } from '../setup/database.ts'
import { type CallOptions, startTestServer, type TestServer } from '../setup/server.ts'
import { landingOf } from '../setup/shop.ts'

let database: TestDatabase
let before: TestServer
let after: TestServer

beforeAll(async () => {
  database = await createTestDatabase()
  before = await startTestServer({ database })
})

afterAll(async () => {
  await after?.close()
  await database.drop()
})

test('what was given out under the old key works under the new one', async () => {
  const { demo } = before
  const byApp: CallOptions = { app: demo.app }
  const byProvider: CallOptions = { app: demo.provider_app, session: demo.provider_app.session }
  const asked = { adzone_id: demo.pid.split('_')[3], item_id_list: demo.item_ids[0] }
  const method = 'taobao.tbk.dg.general.link.convert'
  const { data } = (await before.call(method, asked, byApp)).tbk_dg_general_link_convert_response
  const links = data.item_url_list.item_url_list[0].link_info_dto
  const shopper = await landingOf(links.cps_long_url)
  await before.close()

  after = await startTestServer({ database, masterKeys: [Buffer.alloc(32, 8), TEST_MASTER_KEY] })
  const again = await after.call(method, asked, byApp)
  expect(again.tbk_dg_general_link_convert_response.data.item_url_list.item_url_list[0].code).toBeUndefined()
  const bySession = await after.call(
    'taobao.tbk.sc.adzone.create',
    { site_id: demo.pid.split('_')[2], adzone_name: 'n' },
    byProvider,
  )
  expect(bySession.tbk_sc_adzone_create_response.data.model).toMatch(/^mm_/)
  const parsed = await after.call('taobao.tbk.tpwd.parse', { password_content: links.cps_short_tpwd }, byApp)
  const path = new URL(links.cps_long_url).search
  expect(new URL(parsed.tbk_tpwd_parse_response.data.origin_url).search).toBe(path)
  expect((await findOperator(after.ctx, demo.operator.token))?.name).toBeDefined()
  // The shopper is the same one: their cookie is taken, not replaced.
  const landed = await landingOf(`${after.url}/t${path}`, { cookie: shopper.cookie })
  const shoppers = await after.db.selectFrom('clicks').select('shopper_id').distinct().execute()
  expect(landed.clickId).not.toBe(shopper.clickId)
  expect(shoppers).toHaveLength(1)
})
