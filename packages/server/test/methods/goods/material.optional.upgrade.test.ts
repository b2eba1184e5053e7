import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cutWords, decodeItemId } from '../../../src/domain/goods/index.ts'
import { findDemoRecord } from '../../../src/seed/index.ts'
import { startTestServer, type TestServer, type Wire } from '../../setup/server.ts'
import { type Expected, expectedGoods } from './network-reference.ts'

const DG = 'taobao.tbk.dg.material.optional.upgrade'
const SC = 'taobao.tbk.sc.material.optional.upgrade'

let server: TestServer
let goods: Expected[]
let tops: bigint[]
let pid: { member: bigint; site: string; adzone: string }

beforeAll(async () => {
  server = await startTestServer()
  const [, member, site, adzone] = server.demo.pid.split('_') as [string, string, string, string]
  pid = { member: BigInt(member), site, adzone }
  await addEdges()
  goods = await expectedGoods(server.db, pid.member, server.ctx.clock.now())
  // Ten categories at most: the largest ones, so that every filter has something to sift.
  const counts = new Map<bigint, number>()
  for (const { top } of goods) counts.set(top, (counts.get(top) ?? 0) + 1)
  tops = [...counts].sort((a, b) => b[1] - a[1]).map(([id]) => id)
  tops = tops.slice(0, 10)
})
afterAll(() => server.close())

/** Rows on the edge of each rule, on goods that the seed left plain. */
async function addEdges(): Promise<void> {
  const now = server.ctx.clock.now()
  const hour = (n: number) => new Date(now.getTime() + n * 3_600_000)
  const items = await server.db
    .selectFrom('items')
    .select(['id', 'shop_id', 'price_fen'])
    .where('status', '=', 'on')
    .orderBy('id', 'desc')
    .limit(6)
    .execute()
  const [a, b, c, d, e, f] = items as [Row, Row, Row, Row, Row, Row]
  type Row = (typeof items)[number]
  const plan = { name: 'edge', category_id: null, member_id: null, starts_at: hour(-1), ends_at: null }
  const at = (item: Row) => ({ shop_id: item.shop_id, item_id: item.id })
  const inserted = await server.db
    .insertInto('commission_plans')
    .values([
      { ...plan, ...at(a), kind: 'marketing', rate_bp: 8000, ends_at: hour(-0.5) },
      { ...plan, ...at(b), kind: 'marketing', rate_bp: 8100, starts_at: hour(1) },
      { ...plan, ...at(c), kind: 'exclusive', rate_bp: 8200, member_id: pid.member },
      { ...plan, ...at(d), kind: 'targeted', rate_bp: 8300 },
      { ...plan, ...at(e), kind: 'targeted', rate_bp: 8400 },
      { ...plan, ...at(f), kind: 'targeted', rate_bp: 8500 },
    ])
    .returning('id')
    .execute()
  const [, , , joined, , joinsLater] = inserted as { id: bigint }[]
  await server.db
    .insertInto('plan_members')
    .values([
      { plan_id: joined?.id as bigint, member_id: pid.member, joined_at: hour(-1) },
      { plan_id: joinsLater?.id as bigint, member_id: pid.member, joined_at: hour(1) },
    ])
    .execute()
  const coupon = { total_count: 9, remain_count: 9, starts_at: hour(-1), ends_at: hour(1) }
  const exact = { face_fen: b.price_fen, threshold_fen: b.price_fen }
  await server.db
    .insertInto('coupons')
    .values([
      { ...coupon, ...at(b), ...exact, activity_id: 'edge-whole-price' },
      {
        ...coupon,
        ...at(c),
        face_fen: 1n,
        threshold_fen: 1n,
        activity_id: 'edge-none-left',
        remain_count: 0,
      },
      { ...coupon, ...at(d), face_fen: 1n, threshold_fen: 9_999_999n, activity_id: 'edge-threshold' },
    ])
    .execute()
  await server.db
    .updateTable('items')
    .set({ promotion_price_fen: 100n, promotion_starts_at: hour(2), promotion_ends_at: hour(3) })
    .where('id', '=', e.id)
    .execute()
  await server.db.updateTable('items').set({ is_overseas: true }).where('id', '=', a.id).execute()
}

type Params = Record<string, unknown>

function search(params: Params, method = DG): Promise<Wire> {
  return server.call(method, { adzone_id: pid.adzone, ...params })
}

function idsOf(answer: Wire): bigint[] {
  const list = answer.tbk_dg_material_optional_upgrade_response?.result_list?.map_data ?? []
  return list.map((item: Wire) => decodeItemId(server.ctx.keys, item.item_id)?.itemId)
}

/** Every page to the end. */
async function searchAll(params: Params): Promise<{ ids: bigint[]; total: number }> {
  const ids: bigint[] = []
  for (let page = 1; ; page++) {
    const answer = await search({ ...params, page_no: page, page_size: 100 })
    const total = answer.tbk_dg_material_optional_upgrade_response?.total_results
    if (total === undefined) {
      expect(answer.error_response).toMatchObject({ code: 15, sub_code: '50001', sub_msg: '无结果' })
      return { ids, total: 0 }
    }
    ids.push(...idsOf(answer))
    if (ids.length >= total) return { ids, total }
  }
}

const sorted = (ids: bigint[]) => [...ids].sort((a, b) => (a < b ? -1 : 1))
const inTops = (item: Expected) => tops.includes(item.top)

describe('filters', () => {
  const cases: [name: string, params: Params, keep: (item: Expected) => boolean][] = [
    ['no filter but categories', {}, () => true],
    ['start_price', { start_price: 40 }, (i) => i.final >= 4000n],
    ['end_price', { end_price: 40 }, (i) => i.final <= 4000n],
    ['a price range', { start_price: 20, end_price: 60 }, (i) => i.final >= 2000n && i.final <= 6000n],
    ['start_tk_rate', { start_tk_rate: 1500 }, (i) => i.rate >= 1500],
    ['end_tk_rate', { end_tk_rate: 700 }, (i) => i.rate <= 700],
    ['rates of plans that are not open', { start_tk_rate: 8000 }, (i) => i.rate >= 8000],
    ['has_coupon', { has_coupon: true }, (i) => i.hasCoupon],
    ['has_coupon false is no filter', { has_coupon: false }, () => true],
    ['is_tmall', { is_tmall: true }, (i) => i.isTmall],
    ['is_overseas', { is_overseas: true }, (i) => i.isOverseas],
    ['itemloc', { itemloc: '杭州' }, (i) => i.provcity.includes('杭州')],
    ['itemloc with wildcards is text', { itemloc: '%' }, () => false],
    ['need_free_shipment', { need_free_shipment: true }, (i) => i.freeShipment],
    ['need_prepay', { need_prepay: true }, (i) => i.prepay],
    ['include_pay_rate_30', { include_pay_rate_30: true }, (i) => i.payRate],
    ['include_good_rate', { include_good_rate: true }, (i) => i.goodRate],
    ['include_rfd_rate', { include_rfd_rate: true }, (i) => i.refundRate],
    ['npx_level 2', { npx_level: 2 }, (i) => i.npx === 2],
    ['npx_level 3', { npx_level: 3 }, (i) => i.npx === 3],
    ['start_dsr', { start_dsr: 47_000 }, (i) => i.dsr >= 47_000],
    [
      'several at once',
      { has_coupon: true, need_free_shipment: true, start_price: 10, sort: 'tk_rate_des' },
      (i) => i.hasCoupon && i.freeShipment && i.final >= 1000n,
    ],
  ]
  test.each(cases)('%s', async (_name, params, keep) => {
    const expected = goods.filter((item) => inTops(item) && keep(item)).map((item) => item.id)
    const found = await searchAll({ cat: tops.join(','), ...params })
    expect(sorted(found.ids)).toEqual(expected)
    expect(found.total).toBe(expected.length)
  })

  test('every filter sifts: none is trivially true on these goods', () => {
    const base = goods.filter(inTops).length
    for (const [name, params, keep] of cases) {
      const kept = goods.filter((item) => inTops(item) && keep(item)).length
      const isNeutral = Object.keys(params).length === 0 || params.has_coupon === false
      expect(kept === base, name).toBe(isNeutral)
      if (params.itemloc !== '%') expect(kept, name).toBeGreaterThan(0)
    }
  })

  test('a leaf category and several of them', async () => {
    const [one, two] = [...new Set(goods.map((item) => item.leaf))] as [bigint, bigint]
    const ofOne = goods.filter((item) => item.leaf === one).map((item) => item.id)
    expect(sorted((await searchAll({ cat: String(one) })).ids)).toEqual(ofOne)
    const ofBoth = goods.filter((item) => item.leaf === one || item.leaf === two).map((item) => item.id)
    expect(sorted((await searchAll({ cat: `${one},${two}` })).ids)).toEqual(ofBoth)
  })
})

describe('sorts', () => {
  const keys: [sort: string, key: (item: Expected) => number | bigint][] = [
    ['total_sales', (i) => i.volume],
    ['tk_rate', (i) => i.rate],
    ['tk_mkt_rate', (i) => i.marketing],
    ['tk_total_sales', (i) => i.promotedVolume],
    ['tk_total_commi', (i) => i.promotedCommission],
    ['final_promotion_price', (i) => i.final],
    ['match', () => 0],
  ]
  test.each(keys.flatMap(([sort, key]) => [[`${sort}_des`, key] as const, [`${sort}_asc`, key] as const]))(
    '%s, then sales, then id, to the last page',
    async (sort, key) => {
      const sign = sort.endsWith('_des') ? -1 : 1
      const compare = (a: number | bigint, b: number | bigint) => (a < b ? -1 : a > b ? 1 : 0)
      const expected = goods
        .filter(inTops)
        .sort((a, b) => sign * compare(key(a), key(b)) || compare(b.volume, a.volume) || compare(a.id, b.id))
      const { ids } = await searchAll({ cat: tops.join(','), sort })
      expect(ids).toEqual(expected.map((item) => item.id))
      expect(new Set(ids).size).toBe(ids.length)
    },
  )

  test('by match, the title with the fewest other words comes first', async () => {
    const word = '家用'
    const { ids } = await searchAll({ q: word })
    const hits = goods.filter((item) => cutWords(item.title).includes(word))
    expect(sorted(ids)).toEqual(hits.map((item) => item.id))
    const lengths = ids.map((id) => cutWords(hits.find((item) => item.id === id)?.title ?? '').length)
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b))
    expect(new Set(lengths).size).toBeGreaterThan(1)
  })
})

describe('words', () => {
  test('20 titles are found by all of their words, and by each word', async () => {
    const step = Math.floor(goods.length / 20)
    const picked = goods.filter((_, index) => index % step === 0).slice(0, 20)
    expect(picked).toHaveLength(20)
    for (const item of picked) {
      const words = cutWords(item.title)
      expect(words.length).toBeGreaterThan(2)
      expect((await searchAll({ q: item.title })).ids).toContain(item.id)
      expect((await searchAll({ q: words.join(' ') })).ids).toContain(item.id)
      for (const word of words.slice(0, 3)) {
        expect((await searchAll({ q: word })).ids, `${word} of ${item.title}`).toContain(item.id)
      }
    }
  }, 60_000)

  test('words and category together; words that no title holds; quotes and operators are only text', async () => {
    const [item] = goods as [Expected]
    const both = await searchAll({ q: item.title, cat: String(item.leaf) })
    expect(both.ids).toContain(item.id)
    expect((await searchAll({ q: '根本没有这种东西xyzzy' })).ids).toEqual([])
    for (const q of ["'", '!!', '& |', "a' | 'b", '\\', '<->', ':*']) {
      expect((await searchAll({ q })).total, q).toBe(0)
    }
  })
})

describe('answers', () => {
  test('links, ids and prices of a found item', async () => {
    const coupons = goods.filter((item) => inTops(item) && item.hasCoupon)
    expect(coupons.length).toBeGreaterThan(0)
    const answer = await search({
      cat: tops.join(','),
      has_coupon: true,
      sort: 'tk_rate_des',
      page_size: 100,
    })
    const list: Wire[] = answer.tbk_dg_material_optional_upgrade_response.result_list.map_data
    for (const found of list) {
      const name = decodeItemId(server.ctx.keys, found.item_id)
      expect(name?.memberId).toBe(pid.member)
      const expected = goods.find((item) => item.id === name?.itemId) as Expected
      const { publish_info: publish, price_promotion_info: price } = found
      expect(publish.income_rate).toBe((expected.rate / 100).toFixed(2))
      expect(price.final_promotion_price).toBe((Number(expected.final) / 100).toFixed(2))
      const amount = (expected.final * BigInt(expected.rate)) / 10_000n
      expect(publish.income_info.commission_amount).toBe((Number(amount) / 100).toFixed(2))
      expect(publish.click_url).toMatch(`${server.url}/t?e=`)
      expect(publish.coupon_share_url).toMatch(`${server.url}/t?e=`)
      expect(publish.commission_type).toMatch(/^(MKT|SP|COMMON|ZX)$/)
      const fees = price.final_promotion_path_list.final_promotion_path_map_data.reduce(
        (sum: number, step: Wire) => sum + Math.round(Number(step.promotion_fee) * 100),
        0,
      )
      const saved = Math.round(Number(price.zk_final_price) * 100) - Number(expected.final)
      expect(fees).toBe(saved)
      expect(found.isv_mktid).toBeUndefined()
      expect(found.scope_info.superior_brand).toMatch(/^[01]$/)
    }
  })

  test('a targeted plan is listed, joined or not; a coming promotion is announced', async () => {
    const { ids, list } = await allFound()
    const joined = list[ids.indexOf(byRate(8300))]
    expect(joined.publish_info).toMatchObject({
      commission_type: 'SP',
      include_dxjh: 'true',
      income_rate: '83.00',
    })
    const campaigns = list.flatMap((found) => found.publish_info.sp_campaign_list?.sp_campaign ?? [])
    expect(campaigns.find((each) => each.sp_rate === '8300').sp_status).toBe('1')
    expect(campaigns.find((each) => each.sp_rate === '8400').sp_status).toBe('0')
    expect(campaigns.find((each) => each.sp_rate === '8500').sp_status).toBe('0')
    expect(list[ids.indexOf(byRate(8200))].publish_info.commission_type).toBe('ZX')
    const coming = list.find((found) => found.price_promotion_info.future_activity_promotion_price === '1.00')
    expect(Number(coming.publish_info.future_activity_time)).toBeGreaterThan(Date.now())
    expect(Number(coming.price_promotion_info.zk_final_price)).toBeGreaterThan(1)
    const whole = list.find((found) => found.price_promotion_info.final_promotion_price === '0.01')
    expect(whole.publish_info.coupon_share_url).toBeDefined()
  })

  test('the sc door acts for the publisher of the session, and adds the provider’s own id', async () => {
    const record = await findDemoRecord(server.db)
    const params = { cat: String(tops[0]), adzone_id: pid.adzone, site_id: pid.site, page_size: 5 }
    const session = server.demo.provider_app.session
    const answer = await server.call(SC, params, { session })
    const list: Wire[] = answer.tbk_sc_material_optional_upgrade_response.result_list.map_data
    expect(list).toHaveLength(5)
    for (const found of list) {
      const own = decodeItemId(server.ctx.keys, found.item_id)
      const provider = decodeItemId(server.ctx.keys, found.isv_mktid)
      expect(own?.memberId).toBe(pid.member)
      expect(provider).toEqual({ itemId: own?.itemId, memberId: BigInt(record?.providerId ?? '') })
    }
    const wrongSite = await server.call(SC, { ...params, site_id: '1' }, { session })
    expect(wrongSite.error_response).toMatchObject({ code: 15, sub_code: '2' })
    const { site_id: _, ...without } = params
    const missing = await server.call(SC, without, { session })
    expect(missing.error_response).toMatchObject({ code: 40, msg: 'Missing required arguments:site_id' })
  })

  function byRate(rate: number): bigint {
    return goods.find((item) => item.rate === rate)?.id as bigint
  }

  async function allFound(): Promise<{ ids: bigint[]; list: Wire[] }> {
    const ids: bigint[] = []
    const list: Wire[] = []
    const edge = await server.db
      .selectFrom('items')
      .select(['category_id'])
      .orderBy('id', 'desc')
      .limit(10)
      .execute()
    for (const category of new Set(edge.map((item) => item.category_id))) {
      for (let page = 1; ; page++) {
        const answer = await search({ cat: String(category), page_no: page, page_size: 100 })
        if (answer.error_response) break
        ids.push(...idsOf(answer))
        list.push(...answer.tbk_dg_material_optional_upgrade_response.result_list.map_data)
      }
    }
    return { ids, list }
  }
})

describe('refusals', () => {
  test.each<[string, Params, { code: number; sub_code?: string }]>([
    ['neither words nor categories', { q: ' ' }, { code: 15, sub_code: '30002' }],
    ['an unknown material', { q: '伞', material_id: 4711 }, { code: 15, sub_code: '30001' }],
    ['a material for crowds', { q: '伞', material_id: 41377 }, { code: 15, sub_code: '30001' }],
    ['an unknown adzone', { q: '伞', adzone_id: 1 }, { code: 15, sub_code: '4' }],
    ['an unknown sort', { q: '伞', sort: 'price_des' }, { code: 41 }],
    ['eleven categories', { cat: '1,2,3,4,5,6,7,8,9,10,11' }, { code: 41 }],
    ['a category that is no number', { cat: 'abc' }, { code: 41 }],
    ['page 0', { q: '伞', page_no: 0 }, { code: 41 }],
    ['101 a page', { q: '伞', page_size: 101 }, { code: 41 }],
    [
      'a page far past the end',
      { q: '家用', page_no: 9_007_199_254_740_991 },
      { code: 15, sub_code: '50001' },
    ],
    [
      'a rate no plan has',
      { q: '家用', start_tk_rate: 9_007_199_254_740_991 },
      { code: 15, sub_code: '50001' },
    ],
    [
      'a price nothing has',
      { q: '家用', start_price: 9_007_199_254_740_991 },
      { code: 15, sub_code: '50001' },
    ],
    [
      'a foreign relation',
      { q: '家用', relation_id: '1' },
      { code: 15, sub_code: 'isp.relation-id-not-corrent' },
    ],
    [
      'a foreign special',
      { q: '家用', special_id: 'x' },
      { code: 15, sub_code: 'isp.special-id-not-corrent' },
    ],
  ])('%s', async (_name, params, error) => {
    expect((await search(params)).error_response).toMatchObject(error)
  })

  test('a foreign adzone answers like an unknown one; the own channels are taken', async () => {
    const record = await findDemoRecord(server.db)
    const foreign = await search({ q: '家用', adzone_id: record?.secondPid.split('_')[3] })
    expect(foreign.error_response).toMatchObject({ code: 15, sub_code: '4' })
    const own = await search({ q: '家用', relation_id: record?.relationId, special_id: record?.specialId })
    expect(idsOf(own).length).toBeGreaterThan(0)
    expect(idsOf(await search({ q: '家用', material_id: 17004 }))).toEqual(idsOf(await search({ q: '家用' })))
  })
})
