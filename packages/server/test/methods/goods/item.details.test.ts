import { parseYuan } from '@opentbk/top'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeItemId } from '../../../src/domain/goods/index.ts'
import { startTestServer, type TestServer, type Wire } from '../../setup/server.ts'
import { type Expected, expectedGoods } from './network-reference.ts'

const LONG = 'taobao.tbk.item.details.get'
const UPGRADE = 'taobao.tbk.item.details.upgrade.get'

let server: TestServer
let memberId: bigint
let goods: Map<bigint, Expected>
let skus: { id: bigint; item_id: bigint; name: string; price_fen: bigint; stock: number }[]

beforeAll(async () => {
  server = await startTestServer()
  memberId = BigInt(server.demo.pid.split('_')[1] ?? '')
  const expected = await expectedGoods(server.db, memberId, server.ctx.clock.now())
  goods = new Map(expected.map((item) => [item.id, item]))
  skus = await server.db.selectFrom('skus').selectAll().orderBy('id').execute()
})
afterAll(() => server.close())

const wireId = (id: bigint) => encodeItemId(server.ctx.keys, id, memberId)

async function ask(method: string, ids: readonly bigint[]): Promise<Wire[]> {
  const answer: Wire = await server.call(method, { item_id: ids.map(wireId).join(',') })
  const [root] = Object.values(answer) as [Wire]
  return root.results?.tbk_item_detail ?? root
}

/** Items with variants that can be promoted. */
function withSkus(count: number): bigint[] {
  return [...new Set(skus.map((sku) => sku.item_id))].filter((id) => goods.has(id)).slice(0, count)
}

describe(LONG, () => {
  test('the best plan and the coupon of each item, in the order asked', async () => {
    const ids = [...goods.keys()].slice(0, 20).reverse()
    const list = await ask(LONG, ids)
    expect(list.map((item) => item.input_item_id)).toEqual(ids.map(wireId))
    for (const [index, item] of list.entries()) {
      const expected = goods.get(ids[index] as bigint) as Expected
      expect(item).toMatchObject({ title: expected.title, commission_rate: expected.rate })
      expect('coupon_id' in item).toBe(expected.hasCoupon)
      const selling = parseYuan(item.sale_price ?? item.zk_final_price) as bigint
      const face = parseYuan(item.coupon_amount ?? '0') as bigint
      expect(selling > face ? selling - face : 1n).toBe(expected.final)
      if (expected.hasCoupon) {
        expect(selling).toBeGreaterThanOrEqual(parseYuan(item.coupon_start_fee) as bigint)
        expect(Number(item.coupon_remain_count)).toBeLessThanOrEqual(Number(item.coupon_total_count))
      }
    }
    expect(list.some((item) => 'coupon_id' in item)).toBe(true)
  })

  test('prices of variants only when one item is asked for', async () => {
    const ids = withSkus(2)
    const [alone] = await ask(LONG, ids.slice(0, 1))
    const own = skus.filter((sku) => sku.item_id === ids[0])
    const found = alone.sku_list.tbk_item_detail_sku
    expect(found.map((sku: Wire) => sku.sku_id)).toEqual(own.map((sku) => Number(sku.id)))
    for (const [index, sku] of found.entries()) {
      expect(parseYuan(sku.sku_final_price)).toBe(own[index]?.price_fen)
      expect(parseYuan(sku.sku_reserve_price)).toBeGreaterThanOrEqual(own[index]?.price_fen as bigint)
      expect(sku.quantity).toBe(String(own[index]?.stock))
      expect(sku.property_list.tbk_item_detail_sku_prop[0].value_text).toBe(own[index]?.name)
    }
    for (const item of await ask(LONG, ids)) {
      expect(item.sku_list.tbk_item_detail_sku[0]).not.toHaveProperty('sku_final_price')
    }
  })
})

describe(UPGRADE, () => {
  test('each variant’s way from its price to its lowest adds up', async () => {
    const ids = withSkus(20)
    const list = await ask(UPGRADE, ids)
    const steps = { promotion: 0, coupon: 0 }
    for (const item of list) {
      for (const sku of item.sku_list.tbk_item_detail_sku) {
        const info = sku.sku_price_promotion_info
        const path = info.sku_final_promotion_path_list?.sku_final_promotion_path_map_data ?? []
        const saved = path.map((step: Wire) => parseYuan(step.promotion_fee) as bigint)
        const final = saved.reduce(
          (left: bigint, fee: bigint) => left - fee,
          parseYuan(info.sku_zk_final_price),
        )
        expect(final).toBe(parseYuan(info.sku_final_promotion_price))
        for (const step of path) steps[step.promotion_title === '单品直降' ? 'promotion' : 'coupon']++
      }
      const [cheapest] = item.sku_list.tbk_item_detail_sku
      // The first variant costs what the item does.
      expect(cheapest.sku_price_promotion_info.sku_final_promotion_price).toBe(
        item.price_promotion_info.final_promotion_price,
      )
    }
    expect(steps.promotion * steps.coupon).toBeGreaterThan(0)
  })

  test('a dearer variant may reach a coupon that the item does not', async () => {
    const [id] = withSkus(1) as [bigint]
    const now = server.ctx.clock.now().getTime()
    const item = await server.db
      .selectFrom('items')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await server.db
      .updateTable('items')
      .set({ promotion_price_fen: null, promotion_starts_at: null, promotion_ends_at: null })
      .where('id', '=', id)
      .execute()
    await server.db
      .insertInto('coupons')
      .values({
        activity_id: 'dear-variants',
        shop_id: item.shop_id,
        item_id: id,
        face_fen: item.price_fen,
        threshold_fen: item.price_fen + 1n,
        total_count: 5,
        remain_count: 5,
        starts_at: new Date(now - 1000),
        ends_at: new Date(now + 3_600_000),
      })
      .execute()
    const dear = await server.db
      .insertInto('skus')
      .values({ item_id: id, name: '加大', price_fen: item.price_fen + 100n, stock: 1 })
      .returning('id')
      .executeTakeFirstOrThrow()
    await expect
      .poll(async () => {
        const [found] = await ask(UPGRADE, [id])
        const last = found.sku_list.tbk_item_detail_sku.at(-1)
        return [last.sku_id, parseYuan(last.sku_price_promotion_info.sku_final_promotion_price)]
      })
      .toEqual([Number(dear.id), 100n])
  })

  test('the item’s own prices, postage and stock', async () => {
    const ids = [...goods.keys()].slice(40, 60)
    for (const [index, item] of (await ask(UPGRADE, ids)).entries()) {
      const expected = goods.get(ids[index] as bigint) as Expected
      const { price_promotion_info: price, publish_info: publish } = item
      expect(parseYuan(price.final_promotion_price)).toBe(expected.final)
      expect(publish.income_rate).toBe((expected.rate / 100).toFixed(2))
      if (expected.freeShipment) expect(price.real_post_fee).toBe('0.00')
      const [step] = price.final_promotion_path_list?.final_promotion_path_map_data ?? []
      if (step) expect(step.promotion_end_time).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
    }
  })
})

test.each([LONG, UPGRADE])('%s: numbers are refused, dead goods have no answer', async (method) => {
  const number = await server.call(method, { item_id: '600000000001' })
  expect(number.error_response).toMatchObject({ code: 15, sub_code: '35' })
  const off = await server.db.selectFrom('items').select('id').where('status', '=', 'off').limit(1).execute()
  const dead = await server.call(method, { item_id: off.map(({ id }) => wireId(id)).join(',') })
  expect(dead.error_response).toMatchObject({ code: 15, sub_code: '50001' })
})
