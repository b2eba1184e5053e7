import { parseYuan } from '@opentbk/top'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decodeItemId } from '../../../src/domain/goods/index.ts'
import type { DemoRecord } from '../../../src/seed/demo-record.ts'
import { findDemoRecord } from '../../../src/seed/index.ts'
import { startTestServer, type TestServer, type Wire } from '../../setup/server.ts'
import { type Expected, expectedGoods } from './network-reference.ts'

const OLD = 'taobao.tbk.dg.material.optional'
const NEW = 'taobao.tbk.dg.material.optional.upgrade'

let server: TestServer
let record: DemoRecord
let goods: Map<bigint, Expected>
let adzone: string

beforeAll(async () => {
  server = await startTestServer()
  record = (await findDemoRecord(server.db)) as DemoRecord
  const [, member = '', , adzoneId = ''] = record.pid.split('_')
  adzone = adzoneId
  const expected = await expectedGoods(server.db, BigInt(member), server.ctx.clock.now())
  goods = new Map(expected.map((item) => [item.id, item]))
})
afterAll(() => server.close())

type Params = Record<string, unknown>

async function search(method: string, params: Params): Promise<Wire> {
  const answer = await server.call(method, { adzone_id: adzone, page_size: 100, ...params })
  return Object.values(answer)[0]
}

const listOf = (answer: Wire): Wire[] => answer.result_list.map_data
const expectedOf = ({ item_id }: Wire) =>
  goods.get(decodeItemId(server.ctx.keys, item_id)?.itemId as bigint) as Expected

test.each<[Params, Params]>([
  [{ q: '家用' }, {}],
  [{ cat: '50010728,21', has_coupon: true }, {}],
  [{ q: '家用', sort: 'price_asc' }, { sort: 'final_promotion_price_asc' }],
  [{ q: '家用', sort: 'price_des' }, { sort: 'final_promotion_price_des' }],
  [{ q: '家用', sort: 'tk_rate_des', start_tk_rate: 300, end_tk_rate: 2500 }, {}],
  [{ cat: '21', start_price: 20, end_price: 200, is_tmall: true, need_free_shipment: true }, {}],
  [{ cat: '21', include_good_rate: true, include_rfd_rate: true, need_prepay: true, npx_level: 2 }, {}],
  [{ q: '家用', itemloc: '杭州', page_size: 3, page_no: 2 }, {}],
  [{ q: '家用', material_id: 17004 }, {}],
])('%o finds what the newer search finds', async (params, otherwise) => {
  const older = await search(OLD, params)
  const newer = await search(NEW, { ...params, ...otherwise })
  const ids = (answer: Wire) => listOf(answer).map((item) => item.item_id)
  expect(ids(older)).toEqual(ids(newer))
  expect(older.total_results).toBe(newer.total_results)
})

test('an item by its older names', async () => {
  const tops = [...new Set([...goods.values()].map((item) => String(item.top)))]
  const list = listOf(await search(OLD, { cat: tops.slice(0, 10).join(',') }))
  const kinds = { MKT: 0, SP: 0, COMMON: 0, ZX: 0 }
  for (const item of list) {
    const expected = expectedOf(item)
    expect(item).toMatchObject({
      num_iid: item.item_id,
      commission_rate: String(expected.rate),
      include_mkt: String(expected.marketing > 0),
      volume: Number(expected.volume),
      tk_total_sales: String(expected.promotedVolume),
      shop_dsr: expected.dsr,
      user_type: expected.isTmall ? 1 : 0,
      level_one_category_id: Number(expected.top),
      category_id: Number(expected.leaf),
      url: expect.stringContaining('/t?e='),
    })
    const face = parseYuan(item.coupon_amount ?? '0') as bigint
    const selling = parseYuan(item.sale_price ?? item.zk_final_price) as bigint
    expect(selling > face ? selling - face : 1n).toBe(expected.final)
    expect('coupon_share_url' in item).toBe(expected.hasCoupon)
    expect('coupon_id' in item).toBe(expected.hasCoupon)
    expect('info_dxjh' in item).toBe(item.include_dxjh === 'true')
    kinds[item.commission_type as keyof typeof kinds]++
  }
  expect(kinds.MKT * kinds.COMMON).toBeGreaterThan(0)
})

test('targeted plans: their rates, by number', async () => {
  const plan = await server.db
    .selectFrom('commission_plans')
    .selectAll()
    .where('kind', '=', 'targeted')
    .executeTakeFirstOrThrow()
  const { category_id } = await server.db
    .selectFrom('items')
    .select('category_id')
    .where('shop_id', '=', plan.shop_id)
    .where('status', '=', 'on')
    .where('promoted', '=', true)
    .executeTakeFirstOrThrow()
  const list = listOf(await search(OLD, { cat: String(category_id) }))
  const found = list.filter((item) => item.seller_id === Number(plan.shop_id))
  expect(found.length).toBeGreaterThan(0)
  for (const item of found) {
    expect(JSON.parse(item.info_dxjh)).toEqual({ [String(plan.id)]: String(plan.rate_bp) })
    expect(item.sp_campaign_list.sp_campaign[0]).toMatchObject({ sp_cid: String(plan.id) })
  }
})

test.each<[string, Params, Params]>([
  ['neither words nor categories', { q: ' ' }, { code: 15, sub_code: '30002' }],
  ['the newer material', { q: '伞', material_id: 80309 }, { code: 15, sub_code: '30001' }],
  ['an unknown adzone', { q: '伞', adzone_id: 1 }, { code: 15, sub_code: '4' }],
  ['a newer sort', { q: '伞', sort: 'tk_mkt_rate_des' }, { code: 41 }],
  ['no such platform', { q: '伞', platform: 3 }, { code: 41 }],
  ['a page past the end', { q: '家用', page_no: 90 }, { code: 15, sub_code: '50001' }],
])('%s', async (_name, params, error) => {
  expect(await search(OLD, params)).toMatchObject(error)
})

test('a service provider names the site', async () => {
  const { session } = server.demo.provider_app
  const [, , site_id] = record.pid.split('_')
  const params = { adzone_id: adzone, site_id, q: '家用' }
  const sc = await server.call('taobao.tbk.sc.material.optional', params, { session })
  const own = await search(OLD, { q: '家用', page_size: 20 })
  expect(sc.tbk_sc_material_optional_response.total_results).toBe(own.total_results)
  const wrong = await server.call('taobao.tbk.sc.material.optional', { ...params, site_id: '1' }, { session })
  expect(wrong.error_response).toMatchObject({ code: 15, sub_code: '2' })
})
