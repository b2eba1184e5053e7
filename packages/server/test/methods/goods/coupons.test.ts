import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeItemId } from '../../../src/domain/goods/index.ts'
import type { DemoRecord } from '../../../src/seed/demo-record.ts'
import { findDemoRecord } from '../../../src/seed/index.ts'
import { startTestServer, type TestServer, type Wire } from '../../setup/server.ts'

const HOUR_MS = 3_600_000

let server: TestServer
let record: DemoRecord
let adzone: string
/** Item 2 costs 129 and has a coupon of 80. */
let itemId: bigint
let shopId: bigint
let wireId: string
let activity: string

beforeAll(async () => {
  server = await startTestServer()
  record = (await findDemoRecord(server.db)) as DemoRecord
  adzone = record.pid.split('_')[3] ?? ''
  itemId = BigInt(record.itemIds[1] ?? '')
  shopId = BigInt(record.shopId)
  wireId = server.demo.item_ids[1] ?? ''
  const own = server.db.selectFrom('coupons').select('activity_id').where('item_id', '=', itemId)
  activity = (await own.executeTakeFirstOrThrow()).activity_id
})
afterAll(() => server.close())

type Terms = Partial<{
  item_id: bigint | null
  face_fen: bigint
  threshold_fen: bigint
  remain_count: number
  starts_at: Date
  ends_at: Date
}>

async function addCoupon(activity_id: string, terms: Terms): Promise<void> {
  const now = server.ctx.clock.now().getTime()
  await server.db
    .insertInto('coupons')
    .values({
      activity_id,
      shop_id: shopId,
      item_id: itemId,
      face_fen: 100n,
      threshold_fen: 100n,
      total_count: 9,
      remain_count: 9,
      starts_at: new Date(now - HOUR_MS),
      ends_at: new Date(now + HOUR_MS),
      ...terms,
    })
    .execute()
}

describe('taobao.tbk.coupon.get', () => {
  const ask = async (params: Record<string, unknown>): Promise<Wire> => {
    const answer = await server.call('taobao.tbk.coupon.get', params)
    return answer.tbk_coupon_get_response?.data ?? answer.error_response
  }
  const worked = {
    coupon_amount: '80.00',
    coupon_start_fee: '129.00',
    coupon_total_count: 10_000,
    coupon_src_scene: 1,
    coupon_type: 1,
  }

  test('by the item, by the coupon, by both, by the e of a two-in-one link', async () => {
    const expected = { ...worked, coupon_activity_id: activity }
    expect(await ask({ item_id: wireId })).toMatchObject(expected)
    expect(await ask({ activity_id: activity })).toMatchObject(expected)
    expect(await ask({ activity_id: activity, item_id: wireId })).toMatchObject(expected)
    const found = await server.call('taobao.tbk.itemid.coupon.get', { pid: record.pid, num_iids: wireId })
    const [{ coupon_click_url }] = found.tbk_itemid_coupon_get_response.results.tbk_coupon
    const me = new URL(coupon_click_url).searchParams.get('e')
    expect(await ask({ me })).toMatchObject(expected)
  })

  test('a coupon of the whole shop', async () => {
    await addCoupon('whole-shop', { item_id: null, face_fen: 1n, threshold_fen: 9_999_900n })
    expect(await ask({ activity_id: 'whole-shop', item_id: wireId })).toMatchObject({
      coupon_type: 0,
      coupon_start_fee: '99999.00',
    })
  })

  test('each way it can be no good has its code', async () => {
    const now = server.ctx.clock.now().getTime()
    await addCoupon('taken', { remain_count: 0 })
    await addCoupon('over', { ends_at: new Date(now - 1000) })
    await addCoupon('to-come', { starts_at: new Date(now + 1000) })
    const { item_ids: ids } = server.demo
    const plain = await server.db
      .selectFrom('items')
      .select('id')
      .where('status', '=', 'off')
      .executeTakeFirst()
    const off = encodeItemId(server.ctx.keys, plain?.id as bigint, BigInt(record.publisherId))
    const link = await server.call('taobao.tbk.item.convert', {
      adzone_id: adzone,
      fields: 'click_url',
      num_iids: wireId,
    })
    const { click_url } = link.tbk_item_convert_response.results.n_tbk_item[0]
    const without = new URL(click_url).searchParams.get('e')
    const cases: [Record<string, unknown>, string][] = [
      [{}, '1002'],
      [{ me: 'abc' }, '1001'],
      [{ me: without }, '1001'],
      [{ activity_id: 'no-such' }, '10'],
      [{ activity_id: 'taken' }, '11'],
      [{ activity_id: 'over' }, '12'],
      [{ activity_id: 'to-come' }, '17'],
      [{ activity_id: activity, item_id: ids[0] }, '13'],
      [{ item_id: ids[2] }, '10'],
      [{ item_id: String(itemId) }, '1912'],
      [{ item_id: off }, '10000'],
    ]
    for (const [params, code] of cases) {
      expect([params, await ask(params)]).toMatchObject([params, { code: 15, sub_code: code }])
    }
  })
})

describe('taobao.tbk.itemid.coupon.get', () => {
  const ask = (params: Record<string, unknown>) =>
    server.call('taobao.tbk.itemid.coupon.get', { pid: record.pid, ...params })

  test('goods with and without a coupon', async () => {
    const [first = ''] = server.demo.item_ids
    const answer = await ask({ num_iids: [wireId, '1', first].join(',') })
    const [withCoupon, without] = answer.tbk_itemid_coupon_get_response.results.tbk_coupon
    expect(withCoupon).toMatchObject({
      input_num_iid: wireId,
      zk_final_price: '129.00',
      commission_rate: '20.00',
      coupon_info: '满129元减80元',
      coupon_total_count: 10_000,
      coupon_click_url: expect.stringContaining('/t?e='),
    })
    expect(without).toMatchObject({ input_num_iid: first, zk_final_price: '99.99' })
    expect(Object.keys(without).filter((name) => name.startsWith('coupon'))).toEqual([])
  })

  test('refusals', async () => {
    const cases: [Record<string, unknown>, Record<string, unknown>][] = [
      [{}, { code: 40, msg: 'Missing required arguments:num_iids' }],
      [{ num_iids: '1' }, { code: 15, sub_code: '35' }],
      [
        { num_iids: wireId, pid: record.secondPid },
        { code: 15, sub_code: '2' },
      ],
      [
        { num_iids: wireId, pid: 'mm_1_2' },
        { code: 15, sub_code: '2' },
      ],
      [
        { num_iids: wireId, pid: record.pid.replace(/_\d+_(\d+)$/, '_1_$1') },
        { code: 15, sub_code: '2' },
      ],
    ]
    for (const [params, error] of cases) expect((await ask(params)).error_response).toMatchObject(error)
    const off = await server.db
      .selectFrom('items')
      .select('id')
      .where('status', '=', 'off')
      .executeTakeFirst()
    const dead = encodeItemId(server.ctx.keys, off?.id as bigint, BigInt(record.publisherId))
    expect((await ask({ num_iids: dead })).error_response).toMatchObject({
      sub_code: '4',
      sub_msg: '查询不到宝贝',
    })
  })
})

describe('taobao.tbk.sku.best.coupon', () => {
  const ask = async (sku_id: bigint, item_id = itemId): Promise<Wire> => {
    const answer = await server.call('taobao.tbk.sku.best.coupon', {
      sku_id: String(sku_id),
      item_id: String(item_id),
    })
    return answer.tbk_sku_best_coupon_response?.coupon_info ?? answer.error_response
  }

  test('the coupon that saves most at the variant’s price', async () => {
    const now = server.ctx.clock.now().getTime()
    const dearEnd = new Date(Math.floor(now / 1000) * 1000 + 2 * HOUR_MS)
    await addCoupon('for-dear-ones', { face_fen: 9000n, threshold_fen: 20_000n, ends_at: dearEnd })
    const skus = await server.db
      .insertInto('skus')
      .values([
        { item_id: itemId, name: '小', price_fen: 12_900n, stock: 1 },
        { item_id: itemId, name: '大', price_fen: 20_000n, stock: 1 },
        { item_id: BigInt(record.itemIds[0] ?? ''), name: '另', price_fen: 50n, stock: 1 },
      ])
      .returning('id')
      .execute()
    const [small, large, others] = skus.map(({ id }) => id) as [bigint, bigint, bigint]
    const own = await server.db
      .selectFrom('coupons')
      .select('ends_at')
      .where('activity_id', '=', activity)
      .executeTakeFirstOrThrow()
    await expect.poll(() => ask(small)).toEqual({ coupon_expire_time: own.ends_at.getTime() })
    await expect.poll(() => ask(large)).toEqual({ coupon_expire_time: dearEnd.getTime() })
    expect(await ask(others)).toMatchObject({ sub_code: 'isv.invalid-parameter:sku_id' })
    await expect
      .poll(() => ask(others, BigInt(record.itemIds[0] ?? '')))
      .toMatchObject({ sub_code: 'isv.coupon_not_exist' })
    expect(await ask(small, 42n)).toMatchObject({ sub_code: '50001' })
  })
})
