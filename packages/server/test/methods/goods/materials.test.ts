import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeItemId } from '../../../src/domain/goods/index.ts'
import { findLongLink } from '../../../src/domain/links/index.ts'
import type { DemoRecord } from '../../../src/seed/demo-record.ts'
import { findDemoRecord } from '../../../src/seed/index.ts'
import { startTestServer, type TestServer, type Wire } from '../../setup/server.ts'
import { type Expected, expectedGoods } from './network-reference.ts'

const DAY_MS = 86_400_000

let server: TestServer
let record: DemoRecord
let adzone: string
let site: string
/** By every promoter, so by nobody in particular. */
let goods: Expected[]

beforeAll(async () => {
  server = await startTestServer()
  record = (await findDemoRecord(server.db)) as DemoRecord
  const [, , siteId = '', adzoneId = ''] = record.pid.split('_')
  site = siteId
  adzone = adzoneId
  // The shops of a small demo network may all be at home.
  const abroad = server.db.selectFrom('items').select('id').orderBy('id').offset(100).limit(5)
  await server.db.updateTable('items').set({ is_overseas: true }).where('id', 'in', abroad).execute()
  goods = await expectedGoods(server.db, 0n, server.ctx.clock.now())
})
afterAll(() => server.close())

type Params = Record<string, unknown>

async function recommend(params: Params): Promise<Wire> {
  const answer = await server.call('taobao.tbk.dg.material.recommend', { adzone_id: adzone, ...params })
  return answer.tbk_dg_material_recommend_response ?? answer
}

const listOf = (answer: Wire): Wire[] => answer.result_list.map_data
const idsOf = (answer: Wire) =>
  listOf(answer).map(({ item_id }) => decodeItemId(server.ctx.keys, item_id)?.itemId)

async function materialNamed(name: string): Promise<string> {
  const found = server.db.selectFrom('materials').select('id').where('name', '=', name)
  return String((await found.executeTakeFirstOrThrow()).id)
}

async function everyPage(params: Params, pageSize = 100): Promise<(bigint | undefined)[]> {
  const ids: (bigint | undefined)[] = []
  for (let page = 1; ; page++) {
    const answer = await recommend({ ...params, page_no: page, page_size: pageSize })
    if (answer.error_response) return ids
    ids.push(...idsOf(answer))
  }
}

function bestSold(chosen: Expected[]): bigint[] {
  const inOrder = [...chosen].sort((a, b) => Number(b.volume - a.volume) || Number(a.id - b.id))
  return inOrder.map(({ id }) => id)
}

describe('taobao.tbk.optimus.tou.material.ids.get', () => {
  const ask = async (query?: Params): Promise<Wire> => {
    const params = query === undefined ? {} : { material_query: query }
    const answer = await server.call('taobao.tbk.optimus.tou.material.ids.get', params)
    return answer.tbk_optimus_tou_material_ids_get_response
  }
  const named = (answer: Wire): string[] =>
    (answer.data.tou_materials ?? []).map((material: Wire) => material.material_name)

  test('tells the selections of a subject, of sales events when none is named', async () => {
    expect(named(await ask())).toEqual(['好券直播', '39.9元包邮'])
    expect(await ask({ subject: 1 })).toMatchObject({ total_count: 2, result_msg: '查询成功' })
    for (const subject of [2, 3, 4, 5]) {
      const answer = await ask({ subject })
      expect(answer.total_count).toBeGreaterThan(0)
      for (const material of answer.data.tou_materials) {
        expect(material).toMatchObject({ subject, material_type: 1 })
        expect(material.start_time).toBeLessThan(Date.now())
        expect(material.end_time).toBeGreaterThan(Date.now())
      }
    }
  })

  test('favorites are their publisher’s alone, and there are no rights', async () => {
    expect(named(await ask({ subject: 5 }))).toEqual(['编辑推荐'])
    expect(await ask({ subject: 1, material_type: 2 })).toMatchObject({ total_count: 0 })
  })

  test('pages', async () => {
    const all = named(await ask({ subject: 4 }))
    const second = await ask({ subject: 4, page_size: 2, page_no: 2 })
    expect(named(second)).toEqual(all.slice(2, 4))
    expect(second.total_count).toBe(all.length)
    expect(named(await ask({ subject: 4, page_no: 100 }))).toEqual([])
  })

  test('what is over or has not begun is neither told nor found', async () => {
    const now = server.ctx.clock.now().getTime()
    const rows = [
      { name: '已结束', from: -2, to: -1 },
      { name: '未开始', from: 1, to: 2 },
    ].map(({ name, from, to }) => ({
      kind: 'goods',
      subject: 2,
      name,
      rule: JSON.stringify({ onlyTmall: true }),
      starts_at: new Date(now + from * DAY_MS),
      ends_at: new Date(now + to * DAY_MS),
    }))
    await server.db.insertInto('materials').values(rows).execute()
    expect(named(await ask({ subject: 2 }))).not.toEqual(expect.arrayContaining(['已结束']))
    expect(named(await ask({ subject: 2 }))).not.toEqual(expect.arrayContaining(['未开始']))
    for (const { name } of rows) {
      const refused = await recommend({ material_id: await materialNamed(name) })
      expect(refused.error_response).toMatchObject({ code: 15, sub_code: '30001' })
    }
  })
})

describe('a selection by its rule', () => {
  test.each<[string, (item: Expected) => boolean, number]>([
    ['实时热销榜', (item) => item.goodRate, 200],
    ['39.9元包邮', (item) => item.final <= 3990n && item.freeShipment, 500],
    ['天猫好店', (item) => item.isTmall && item.dsr >= 47_000, 500],
    ['海外直邮', (item) => item.isOverseas, 500],
  ])('%s: every page, the best sold first', async (name, belongs, limit) => {
    const id = await materialNamed(name)
    const expected = bestSold(goods.filter(belongs)).slice(0, limit)
    expect(expected.length).toBeGreaterThan(0)
    expect(await everyPage({ material_id: id }, 37)).toEqual(expected)
    expect((await recommend({ material_id: id })).total_count).toBe(expected.length)
  })

  test('the highest rates', async () => {
    const expected = goods
      .filter(({ rate }) => rate >= 1500)
      .sort((a, b) => b.rate - a.rate || Number(b.volume - a.volume) || Number(a.id - b.id))
    const ids = await everyPage({ material_id: await materialNamed('高佣榜') })
    expect(ids).toEqual(expected.slice(0, 200).map(({ id }) => id))
  })

  test('only with a coupon', async () => {
    const list = listOf(await recommend({ material_id: await materialNamed('好券直播'), page_size: 50 }))
    expect(list.length).toBeGreaterThan(10)
    for (const { publish_info, price_promotion_info } of list) {
      expect(publish_info.coupon_share_url).toContain('/t?e=')
      expect(price_promotion_info.final_promotion_path_list.final_promotion_path_map_data).toBeDefined()
    }
  })

  test('a rule with a slip selects nothing: the call fails', async () => {
    const row = { kind: 'goods', subject: 2, starts_at: new Date(0), ends_at: new Date('2999-01-01') }
    const rule = JSON.stringify({ onlyTmal: true })
    const { id } = await server.db
      .insertInto('materials')
      .values({ ...row, name: '写错的规则', rule })
      .returning('id')
      .executeTakeFirstOrThrow()
    const answer = await recommend({ material_id: String(id) })
    expect(answer.error_response).toMatchObject({ sub_code: 'isp.unknown-error' })
    await server.db.deleteFrom('materials').where('id', '=', id).execute()
  })
})

describe('a selection by hand', () => {
  test('its order, without what went off the shelf', async () => {
    const id = await materialNamed('编辑推荐')
    const listed = await server.db
      .selectFrom('material_items')
      .select('item_id')
      .where('material_id', '=', BigInt(id))
      .orderBy('position')
      .execute()
    const promotable = new Set(goods.map((item) => item.id))
    const expected = listed.map((row) => row.item_id).filter((itemId) => promotable.has(itemId))
    expect(await everyPage({ material_id: id }, 5)).toEqual(expected)
    const [gone] = expected as [bigint]
    await server.db.updateTable('items').set({ status: 'off' }).where('id', '=', gone).execute()
    await expect.poll(() => everyPage({ material_id: id }, 5)).toEqual(expected.slice(1))
    await server.db.updateTable('items').set({ status: 'on' }).where('id', '=', gone).execute()
  })

  test('favorites: by name with 31519, their goods with 31539', async () => {
    const named = await recommend({ material_id: 31519 })
    const [{ favorites_info: info }] = listOf(named)
    expect(named.total_count).toBe(2)
    const favorites = info.favorites_list.favorites_detail
    expect(favorites.map((each: Wire) => each.favorites_title)).toEqual(['我的选品库', '自用好物'])
    const ids = await everyPage({ material_id: 31539, favorites_id: favorites[0].favorites_id })
    expect(ids.length).toBeGreaterThan(5)
    const others = await everyPage({ material_id: 31539, favorites_id: favorites[1].favorites_id })
    expect(others.filter((id) => ids.includes(id))).toEqual([])
  })

  test('another’s favorites answer like unknown ones; as a material they are unknown to their owner too', async () => {
    const row = { kind: 'goods', subject: 5, starts_at: new Date(0), ends_at: new Date('2999-01-01') }
    const { id } = await server.db
      .insertInto('materials')
      .values({ ...row, name: '别人的', member_id: BigInt(record.secondPublisherId) })
      .returning('id')
      .executeTakeFirstOrThrow()
    const own = await materialNamed('我的选品库')
    for (const params of [
      { material_id: 31539, favorites_id: String(id) },
      { material_id: 31539, favorites_id: '4711' },
      { material_id: 31539, favorites_id: 'x' },
      { material_id: 31539 },
      { material_id: await materialNamed('编辑推荐'), favorites_id: own },
      { material_id: own },
    ]) {
      const refused = await recommend(params)
      expect(refused.error_response).toMatchObject({ code: 15, sub_code: '30001' })
    }
  })
})

describe('goods like another', () => {
  test('the same leaf category, from half to twice the price, not itself', async () => {
    const [wireId] = server.demo.item_ids as [string]
    const own = goods.find((item) => item.id === BigInt(record.itemIds[0] ?? '')) as Expected
    const expected = goods.filter(
      ({ id, leaf, final }) =>
        id !== own.id && leaf === own.leaf && final >= own.final / 2n && final <= own.final * 2n,
    )
    expect(expected.length).toBeGreaterThan(0)
    expect(await everyPage({ material_id: 13256, item_id: wireId }, 3)).toEqual(bestSold(expected))
  })

  test('the item and the material go together', async () => {
    const [item_id] = server.demo.item_ids
    for (const params of [{ material_id: 13256 }, { material_id: await materialNamed('高佣榜'), item_id }]) {
      expect((await recommend(params)).error_response).toMatchObject({ code: 15, sub_code: '30001' })
    }
    const bad = await recommend({ material_id: 13256, item_id: '600000000001' })
    expect(bad.error_response).toMatchObject({ code: 15, sub_code: '35' })
  })
})

describe('the doors', () => {
  test('links carry the channel and the member; foreign ones are refused', async () => {
    const material_id = await materialNamed('高佣榜')
    const carried = { relation_id: record.relationId, special_id: record.specialId }
    const [first] = listOf(await recommend({ material_id, ...carried, page_size: 1 }))
    const token = new URL(first.publish_info.click_url).searchParams.get('e') ?? ''
    expect(findLongLink(server.ctx, token)?.link).toMatchObject({
      memberId: BigInt(record.publisherId),
      adzoneId: BigInt(adzone),
      relationId: BigInt(record.relationId),
      specialId: BigInt(record.specialId),
    })
    const foreign = await recommend({ material_id, relation_id: 1 })
    expect(foreign.error_response.sub_code).toBe('isp.relation-id-not-corrent')
    const unknown = await recommend({ material_id, special_id: 'x' })
    expect(unknown.error_response.sub_code).toBe('isp.special-id-not-corrent')
  })

  test('the older method lists the same goods, on one level', async () => {
    const params = { adzone_id: adzone, material_id: await materialNamed('好券直播'), page_size: 50 }
    const newer = await recommend(params)
    const answer = await server.call('taobao.tbk.dg.optimus.material', params)
    const older = answer.tbk_dg_optimus_material_response
    expect(idsOf(older)).toEqual(idsOf(newer))
    expect(older).toMatchObject({ is_default: 'false', total_count: newer.total_count })
    for (const [index, item] of listOf(older).entries()) {
      const { price_promotion_info: price, publish_info: publish } = listOf(newer)[index]
      expect(item).toMatchObject({
        reserve_price: price.reserve_price,
        zk_final_price: price.zk_final_price,
        commission_rate: publish.income_info.commission_rate,
        coupon_info: expect.stringMatching(/^满[\d.]+元减[\d.]+元$/),
        coupon_start_time: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      })
      expect(item.coupon_amount).toBe(Number.parseInt(item.coupon_info.split('减')[1], 10))
    }
  })

  test('a service provider gets its own ids beside the publisher’s', async () => {
    const { session } = server.demo.provider_app
    const params = { adzone_id: adzone, site_id: site, material_id: await materialNamed('高佣榜') }
    const answer = await server.call('taobao.tbk.sc.material.recommend', params, { session })
    const list = listOf(answer.tbk_sc_material_recommend_response)
    for (const { item_id, isv_mktid } of list) {
      const own = decodeItemId(server.ctx.keys, item_id)
      expect(own?.memberId).toBe(BigInt(record.publisherId))
      expect(decodeItemId(server.ctx.keys, isv_mktid)).toEqual({
        itemId: own?.itemId,
        memberId: BigInt(record.providerId),
      })
    }
  })

  test('the older sc method knows no favorites', async () => {
    const { session } = server.demo.provider_app
    const params = { adzone_id: adzone, site_id: site, material_id: 31519 }
    const { error_response } = await server.call('taobao.tbk.sc.optimus.material', params, { session })
    expect(error_response).toMatchObject({ code: 15, sub_code: '30001' })
  })
})
