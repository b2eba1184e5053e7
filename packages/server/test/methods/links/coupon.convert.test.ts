import { formatGmt8 } from '@opentbk/top'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeItemId } from '../../../src/domain/goods/index.ts'
import { findLongLink } from '../../../src/domain/links/index.ts'
import type { Wire } from '../../setup/server.ts'
import { type LinkNetwork, startLinkNetwork } from './link-network.ts'

const DG = 'taobao.tbk.coupon.convert'
const SC = 'taobao.tbk.privilege.get'

let network: LinkNetwork

beforeAll(async () => {
  network = await startLinkNetwork()
})
afterAll(() => network.server.close())

const call = async (params: Record<string, unknown>): Promise<Wire> => {
  const answer = await network.server.call(DG, { adzone_id: network.adzone, ...params })
  return answer.error_response ?? answer.tbk_coupon_convert_response.result.results
}

const linkIn = (url: string) =>
  findLongLink(network.server.ctx, new URL(url).searchParams.get('e') as string)?.link

test('an item with an open coupon: the coupon in numbers and both links', async () => {
  const item_id = network.items[1]
  const answer = await call({ item_id })
  const itemId = BigInt(network.record.itemIds[1] as string)
  const coupon = await network.server.db
    .selectFrom('coupons')
    .selectAll()
    .where('item_id', '=', itemId)
    .executeTakeFirstOrThrow()
  expect(answer).toEqual({
    coupon_remain_count: coupon.remain_count,
    coupon_total_count: coupon.total_count,
    coupon_info: '满129减80',
    coupon_start_time: formatGmt8(coupon.starts_at).slice(0, 10),
    coupon_end_time: formatGmt8(coupon.ends_at).slice(0, 10),
    coupon_type: 1,
    coupon_click_url: expect.any(String),
    item_url: expect.any(String),
    item_id,
    category_id: expect.any(Number),
    max_commission_rate: expect.stringMatching(/^\d+\.\d\d$/),
    campaign_type: expect.any(Number),
  })
  expect(linkIn(answer.item_url)).toMatchObject({ target: { kind: 'item', itemId }, couponId: undefined })
  expect(linkIn(answer.coupon_click_url)).toMatchObject({ couponId: coupon.id })
})

test('an item without a coupon has the plain link alone, and its rate', async () => {
  const answer = await call({ item_id: network.items[0] })
  expect(answer).toMatchObject({ max_commission_rate: '12.34', campaign_type: 3 })
  expect(Object.keys(answer).filter((name) => name.startsWith('coupon'))).toEqual([])
})

test('the sc door answers under its own name, with the provider’s item id and no plan type', async () => {
  const { server, adzone, site, session, items, record } = network
  const answer = await server.call(SC, { adzone_id: adzone, site_id: site, item_id: items[0] }, { session })
  const { result } = answer.tbk_privilege_get_response
  expect(Object.keys(result)).toEqual(['data'])
  expect(result.data).not.toHaveProperty('campaign_type')
  expect(decodeItemId(server.ctx.keys, result.data.isv_mktid)).toEqual({
    itemId: BigInt(record.itemIds[0] as string),
    memberId: BigInt(record.providerId),
  })
})

test('what is sent is carried by the link', async () => {
  const { record, items, server } = network
  const item_id = items[2]
  const sku = await server.db
    .insertInto('skus')
    .values({ item_id: BigInt(record.itemIds[2] as string), name: '大号', price_fen: 999n, stock: 5 })
    .returning('id')
    .executeTakeFirstOrThrow()
  const marks = { relation_id: record.relationId, special_id: record.specialId, external_id: '用户-42' }
  const answer = await call({ item_id, sku_id: sku.id, biz_scene_id: '2', ...marks })
  expect(answer.extra_info).toBeUndefined()
  expect(answer).not.toHaveProperty('max_commission_rate')
  expect(answer.min_commission_rate).toMatch(/^\d+\.\d\d$/)
  expect(linkIn(answer.item_url)).toMatchObject({
    relationId: BigInt(record.relationId),
    specialId: BigInt(record.specialId),
    externalId: '用户-42',
    skuId: sku.id,
    bizScene: 2,
  })
  const without = await call({ item_id, sku_id: 1 })
  expect(without.extra_info).toBe('skuid已失效，未参与转链')
  expect(linkIn(without.item_url)?.skuId).toBeUndefined()
})

describe('refused', () => {
  test.each([
    ['a number as id', { item_id: '600000000001' }, '35'],
    ['a relation of nobody', { relation_id: '1' }, 'isp.relation-id-not-corrent'],
    ['a special of nobody', { special_id: 'x' }, 'isp.special-id-not-corrent'],
    ['an adzone of nobody', { adzone_id: '1' }, 'isv.pid-not-correct'],
  ])('%s', async (_name, params, sub_code) => {
    const error = await call({ item_id: network.items[0], ...params })
    expect(error).toMatchObject({ code: 15, sub_code })
  })

  test('goods that are off the shelf or not promoted, as no 淘客 goods', async () => {
    const { db } = network.server
    const notAnItem = { code: 15, sub_code: 'isv.item-not-exist', sub_msg: '宝贝已下架或非淘客宝贝' }
    for (const change of [{ status: 'off' }, { promoted: false }]) {
      const row = await db
        .selectFrom('items')
        .select('id')
        .where('status', '=', 'on')
        .where('promoted', '=', true)
        .where('id', 'not in', network.record.itemIds.map(BigInt))
        .executeTakeFirstOrThrow()
      await db.updateTable('items').set(change).where('id', '=', row.id).execute()
      const item_id = network.wireId(row.id)
      await expect.poll(() => call({ item_id }), { timeout: 5000 }).toMatchObject(notAnItem)
    }
  })

  test('no item, and a mark that is too long', async () => {
    expect(await call({})).toMatchObject({ code: 40, msg: 'Missing required arguments:item_id' })
    const error = await call({ item_id: network.items[0], external_id: '长'.repeat(22) })
    expect(error).toMatchObject({ code: 41, msg: 'Invalid arguments:external_id' })
  })
})
