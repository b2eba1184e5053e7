import { formatGmt8 } from '@opentbk/top'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeItemId, encodeItemId } from '../../../src/domain/goods/index.ts'
import { demoSecrets } from '../../../src/seed/demo-secrets.ts'
import { findDemoRecord } from '../../../src/seed/index.ts'
import { askAsOperator } from '../../sandbox/operator.ts'
import { type CallOptions, startTestServer, type TestServer, type Wire } from '../../setup/server.ts'
import { landingOf } from '../../setup/shop.ts'

const DAY_MS = 86_400_000

let server: TestServer
let record: NonNullable<Awaited<ReturnType<typeof findDemoRecord>>>
let adzone_id: string
let site_id: string
let item_id: string

beforeAll(async () => {
  server = await startTestServer()
  record = (await findDemoRecord(server.db)) as typeof record
  const [, , site = '', adzone = ''] = record.pid.split('_')
  site_id = site
  adzone_id = adzone
  item_id = server.demo.item_ids[1] as string
})
afterAll(() => server.close())

const upload = (params: Record<string, unknown>, options?: CallOptions): Promise<Wire> =>
  server.call('taobao.tbk.content.material.upload', { item_id, material_price: '49', ...params }, options)
const find = (params: Record<string, unknown> = {}): Promise<Wire> =>
  server.call('taobao.tbk.dg.content.material', { adzone_id, ...params })
const page = async (params: Record<string, unknown> = {}) => {
  const { result_list, total_count } = (await find(params)).tbk_dg_content_material_response
  return { materials: (result_list.map_data ?? []) as Wire[], total: total_count as number }
}
const review = (id: string, body: Record<string, unknown>) =>
  askAsOperator(server, `/admin/v1/content/${id}/review`, { body: { reason: '核对过', ...body } })

/** Uploads one with a text of its own and answers its id. */
let uploads = 0
async function uploadNew(params: Record<string, unknown> = {}): Promise<string> {
  const text = `好价 ${++uploads}`
  expect(await upload({ material_desc_list: JSON.stringify([text]), ...params })).toMatchObject({
    tbk_content_material_upload_response: { data: true },
  })
  const row = await server.db
    .selectFrom('content_materials')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return String(row.id)
}

async function publish(params: Record<string, unknown> = {}, editing: Record<string, unknown> = {}) {
  const id = await uploadNew(params)
  expect((await review(id, { decision: 'approve', ...editing })).status).toBe(200)
  return id
}

const one = async (id: string, params: Record<string, unknown> = {}) => {
  const { materials } = await page({ page_size: 100, ...params })
  return materials.find((material) => material.material_id === id)
}

describe('a material', () => {
  test('answers every documented field for which there is data', async () => {
    const start = new Date(Date.now() - DAY_MS)
    const end = new Date(Date.now() + DAY_MS)
    const id = await publish(
      {
        material_price: '44.9',
        material_desc_list: JSON.stringify(['券后49，再凑单更省', '第二段']),
        material_pic_list: 'https://pics.example/1.jpg,https://pics.example/2.jpg',
        start_time: formatGmt8(start),
        end_time: formatGmt8(end),
      },
      {
        scene_ids: ['1'],
        use_scenes: ['3', '5'],
        need_item_count: 2,
        title: '立减80',
        tag: '母婴好物',
        selling_point: '清洁力强',
        price_structure: '买两件打5折',
        recommend_reason: '近30天最低',
        content_tags: ['好价', '囤货'],
      },
    )
    const found = await one(id)
    const itemId = BigInt(record.itemIds[1] as string)
    const item = await server.db
      .selectFrom('items')
      .innerJoin('shops', 'shops.id', 'items.shop_id')
      .select(['shops.title as shop', 'items.volume', 'items.pict_url', 'items.white_image'])
      .where('items.id', '=', itemId)
      .executeTakeFirstOrThrow()
    const own = `${server.url}${item.pict_url}`
    const basic = '立减80\n爆料价44.90元（需购2件）\n商品券 满129减80'
    const texts = ['券后49，再凑单更省', '第二段', basic]
    const pictures = ['https://pics.example/1.jpg', 'https://pics.example/2.jpg', own]
    const { coupon_url, material_time, modified_time, origin_time, ...rest } = found
    expect(rest).toEqual({
      item_id: encodeItemId(server.ctx.keys, itemId, BigInt(record.publisherId)),
      material_price: '44.90',
      material_desc_list: { string: texts },
      material_pic_list: { string: pictures },
      material_author: '演示推广者',
      material_tag: '母婴好物',
      shop_title: item.shop,
      month_sell_count: String(item.volume),
      material_id: id,
      material_type: '1',
      content_type: '1',
      use_scene: '3,5',
      discount_need_item_count: 2,
      price_start_time: formatGmt8(start),
      price_end_time: formatGmt8(end),
      preview_pic_list: { string: ['https://pics.example/1.jpg'] },
      title: '立减80',
      publisher_nickname: '演示推广者',
      selling_point: '清洁力强',
      price_structure: '买两件打5折',
      content_tag: { string: ['好价', '囤货'] },
      promotion_infos: { string: ['商品券 满129减80'] },
      recommend_reason: '近30天最低',
      group_basic_material: basic,
      group_selected_material: {
        group_selected_material: [
          ...texts.map((content) => ({ type: '3004', content, seg_type: '1' })),
          { type: '3004', content: '清洁力强', seg_type: '2' },
          { type: '3004', content: '近30天最低', seg_type: '3' },
          { type: '3004', content: '商品券 满129减80', seg_type: '5' },
          ...pictures.map((content) => ({ type: '3002', content, seg_type: '5' })),
          ...(item.white_image
            ? [{ type: '3002', content: `${server.url}${item.white_image}`, seg_type: '4' }]
            : []),
        ],
      },
      generate_from_mgc: 0,
    })
    for (const time of [material_time, modified_time, origin_time])
      expect(time).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
    // The coupon's link is this promoter's: a click on it lands on the item.
    expect((await landingOf(coupon_url.string[0])).itemId).toBe(String(itemId))
  })

  test('without a reviewer’s words it has the item’s', async () => {
    const found = await one(await publish())
    const item = await server.db
      .selectFrom('items')
      .innerJoin('categories as leaf', 'leaf.id', 'items.category_id')
      .leftJoin('categories as top', 'top.id', 'leaf.parent_id')
      .select(['items.title', 'items.sub_title', 'leaf.name as leaf', 'top.name as top'])
      .where('items.id', '=', BigInt(record.itemIds[1] as string))
      .executeTakeFirstOrThrow()
    expect(found).toMatchObject({
      title: item.title,
      material_tag: item.top ?? item.leaf,
      use_scene: '3,4,5,6,7',
      discount_need_item_count: 1,
    })
    expect(found.selling_point).toBe(item.sub_title ?? undefined)
    for (const name of ['price_structure', 'recommend_reason', 'content_tag', 'price_start_time'])
      expect(found).not.toHaveProperty(name)
  })

  test('is a preview until its price begins, with the rate that will then be paid', async () => {
    const id = await publish({ start_time: formatGmt8(new Date(Date.now() + 40 * DAY_MS)) })
    expect(await one(id)).toMatchObject({ content_type: '2', pre_commission_rate: '20.00' })
    const startsAt = new Date(Date.now() + 30 * DAY_MS)
    const { shop_id } = await server.db
      .selectFrom('items')
      .select('shop_id')
      .where('id', '=', BigInt(record.itemIds[1] as string))
      .executeTakeFirstOrThrow()
    await server.db
      .insertInto('commission_plans')
      .values({
        kind: 'exclusive',
        shop_id,
        item_id: BigInt(record.itemIds[1] as string),
        member_id: BigInt(record.publisherId),
        name: '专享计划',
        rate_bp: 4321,
        starts_at: startsAt,
      })
      .execute()
    await expect.poll(async () => (await one(id)).pre_commission_rate, { timeout: 5000 }).toBe('43.21')
  })

  test('names the item for whoever asks', async () => {
    const id = await publish()
    const [, , site, adzone] = record.secondPid.split('_')
    const answer = await server.call(
      'taobao.tbk.dg.content.material',
      { adzone_id: adzone, page_size: 100 },
      { app: { key: record.secondAppKey, secret: demoSecrets(server.ctx.keys).secondApp } },
    )
    const found = answer.tbk_dg_content_material_response.result_list.map_data.find(
      (material: Wire) => material.material_id === id,
    )
    expect(site).toBeDefined()
    expect(decodeItemId(server.ctx.keys, found.item_id)).toEqual({
      itemId: BigInt(record.itemIds[1] as string),
      memberId: BigInt(record.secondPublisherId),
    })
  })

  test('comes through the service provider’s door alike', async () => {
    const answer = await server.call(
      'taobao.tbk.sc.content.material',
      { adzone_id, site_id, page_size: 100 },
      { session: server.demo.provider_app.session },
    )
    const withoutLinks = (materials: Wire[]) => materials.map(({ coupon_url: _, ...rest }) => rest)
    const { materials, total } = await page({ page_size: 100 })
    const { result_list, total_count } = answer.tbk_sc_content_material_response
    expect(total_count).toBe(total)
    expect(withoutLinks(result_list.map_data)).toEqual(withoutLinks(materials))
  })
})

describe('the filters', () => {
  const idsOf = (materials: Wire[]) => materials.map((material) => material.material_id)

  test('scene and use scenes', async () => {
    const first = await publish({}, { scene_ids: ['1'], use_scenes: ['3'] })
    const third = await publish({}, { scene_ids: ['3'], use_scenes: ['4', '7'] })
    const among = async (params: Record<string, unknown>) =>
      idsOf((await page({ page_size: 100, ...params })).materials).filter((id) => [first, third].includes(id))
    expect(await among({ scene_id: 1 })).toEqual([first])
    expect(await among({ scene_id: 3 })).toEqual([third])
    expect(await among({})).toEqual([third, first])
    expect(await among({ use_scene: '3' })).toEqual([first])
    expect(await among({ use_scene: '7' })).toEqual([third])
    expect(await among({ use_scene: '3,4' })).toEqual([third, first])
    expect(await among({ use_scene: '5,6' })).toEqual([])
  })

  test('prices, both ends included', async () => {
    const id = await publish({ material_price: '1234.56' })
    const found = async (params: Record<string, unknown>) => idsOf((await page(params)).materials)
    expect(await found({ price_floor: '1234.56', price_ceiling: '1234.56' })).toEqual([id])
    expect(await found({ price_floor: '1234.57' })).toEqual([])
    expect(await found({ price_floor: '1000', price_ceiling: '1234.55' })).toEqual([])
  })

  test('the time of approval, both seconds included', async () => {
    const id = await publish()
    const { material_time } = await one(id)
    const before = formatGmt8(new Date(Date.now() - DAY_MS))
    const inWindow = async (start_time: string, end_time: string) =>
      idsOf((await page({ start_time, end_time, page_size: 100 })).materials).includes(id)
    expect(await inWindow(material_time, material_time)).toBe(true)
    expect(await inWindow(before, material_time)).toBe(true)
    expect(await inWindow(before, before)).toBe(false)
    const later = formatGmt8(new Date(Date.now() + 60_000))
    expect(await inWindow(later, later)).toBe(false)
  })

  test('items, each result with the id that asked for it', async () => {
    const id = await publish()
    const itemId = BigInt(record.itemIds[1] as string)
    const unread = 'qYtxrMJOC8tmtM-Qq0Z65Sbbq5DqZ9'
    const other = server.demo.item_ids[9] as string
    const { materials } = await page({ item_ids: [unread, other, item_id].join(','), page_size: 100 })
    expect(idsOf(materials)).toContain(id)
    for (const material of materials) {
      expect(material.input_item_id).toBe(item_id)
      expect(decodeItemId(server.ctx.keys, material.item_id)?.itemId).toBe(itemId)
    }
    expect((await find({ item_ids: unread })).error_response).toMatchObject({ code: 15, sub_code: '35' })
    expect(await page({ item_ids: other })).toEqual({ materials: [], total: 0 })
  })

  test.each([
    [{ start_time: '2026-01-01' }, 'start_time'],
    [{ end_time: '2026-02-30 00:00:00' }, 'end_time'],
    [{ start_time: '2026-01-02 00:00:00', end_time: '2026-01-01 00:00:00' }, 'end_time'],
    [{ price_floor: '1.234' }, 'price_floor'],
    [{ price_ceiling: '-1' }, 'price_ceiling'],
    [{ price_floor: '2', price_ceiling: '1' }, 'price_ceiling'],
    [{ scene_id: 2 }, 'scene_id'],
    [{ use_scene: '3,9' }, 'use_scene[1]'],
    [{ page_size: 101 }, 'page_size'],
    [{ page_num: 0 }, 'page_num'],
  ])('%j is refused by its name', async (params, path) => {
    expect((await find(params)).error_response).toMatchObject({ code: 41, msg: `Invalid arguments:${path}` })
  })

  test('pages in any size answer each material once, the newest first', async () => {
    const before = await page()
    while ((await page()).total < Math.max(before.total, 17)) await publish()
    const end_time = formatGmt8(new Date())
    const { materials: all, total } = await page({ end_time, page_size: 100 })
    expect(all).toHaveLength(total)
    const times = all.map((material) => material.material_time)
    expect(times).toEqual([...times].sort().reverse())
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 20 }), async (page_size) => {
        const seen: string[] = []
        for (let page_num = 1; page_num <= Math.ceil(total / page_size) + 1; page_num++) {
          const part = await page({ end_time, page_size, page_num })
          expect(part.total).toBe(total)
          seen.push(...idsOf(part.materials))
        }
        expect(seen).toEqual(idsOf(all))
      }),
      { numRuns: 8 },
    )
  })
})

describe('an upload', () => {
  test('waits for its review, and is found by nobody before', async () => {
    const id = await uploadNew()
    expect(await one(id)).toBeUndefined()
    await review(id, { decision: 'reject' })
    expect(await one(id)).toBeUndefined()
    await review(id, { decision: 'approve' })
    const first = await one(id)
    expect(first).toBeDefined()
    await review(id, { decision: 'reject' })
    expect(await one(id)).toBeUndefined()
    await review(id, { decision: 'approve', title: '再次上架' })
    expect(await one(id)).toMatchObject({ title: '再次上架', material_time: first.material_time })
  })

  test('the same again, also twenty times at once, is one', async () => {
    const params = { material_desc_list: ['只有一次'], material_price: '12.3' }
    const answers = await Promise.all(Array.from({ length: 20 }, () => upload(params)))
    for (const answer of answers) expect(answer.tbk_content_material_upload_response.data).toBe(true)
    const rows = await server.db
      .selectFrom('content_materials')
      .select('id')
      .where('price_fen', '=', 1230n)
      .execute()
    expect(rows).toHaveLength(1)
    await upload({ ...params, material_price: '12.31' })
    const other = await server.db
      .selectFrom('content_materials')
      .select('id')
      .where('price_fen', '=', 1231n)
      .execute()
    expect(other).toHaveLength(1)
  })

  test.each([
    [{ material_price: '0' }, 'material_price'],
    [{ material_price: 'free' }, 'material_price'],
    [{ material_price: '1.234' }, 'material_price'],
    [{ material_pic_list: 'https://a.example/1.jpg,ftp://a.example/2.jpg' }, 'material_pic_list[1]'],
    [{ material_pic_list: ['javascript:alert(1)'] }, 'material_pic_list[0]'],
    [{ material_desc_list: ['好', 'nul\0'] }, 'material_desc_list[1]'],
    [{ material_desc_list: [' '] }, 'material_desc_list[0]'],
    [{ start_time: 'now' }, 'start_time'],
    [{ start_time: '2026-01-02 00:00:00', end_time: '2026-01-02 00:00:00' }, 'end_time'],
  ])('%j is refused by its name', async (params, path) => {
    expect((await upload(params)).error_response).toMatchObject({
      code: 41,
      msg: `Invalid arguments:${path}`,
    })
  })

  test('of an item that nobody may promote is refused', async () => {
    const itemId = BigInt(record.itemIds[8] as string)
    const params = { item_id: server.demo.item_ids[8] }
    const set = (values: { status?: string; promoted?: boolean }) =>
      server.db.updateTable('items').set(values).where('id', '=', itemId).execute()
    await set({ status: 'off' })
    await expect
      .poll(async () => (await upload(params)).error_response?.sub_code, { timeout: 5000 })
      .toBe('10000')
    await set({ status: 'on', promoted: false })
    await expect
      .poll(async () => (await upload(params)).error_response?.sub_code, { timeout: 5000 })
      .toBe('10001')
    await set({ promoted: true })
    expect((await upload({ item_id: '600000000001' })).error_response).toMatchObject({ sub_code: '35' })
  })

  // The last: it fills the queue of the publisher.
  test('of one promoter a thousand may wait, and no more at once', async () => {
    const member_id = BigInt(record.publisherId)
    const waiting = await server.db
      .selectFrom('content_materials')
      .select('id')
      .where('member_id', '=', member_id)
      .where('status', '=', 'pending')
      .execute()
    const filler = Array.from({ length: 995 - waiting.length }, (_, index) => ({
      member_id,
      item_id: BigInt(record.itemIds[0] as string),
      price_fen: 1n,
      texts: [],
      pictures: [],
      digest: Buffer.from(`filler ${index}`),
      uploaded_at: new Date(),
      modified_at: new Date(),
    }))
    await server.db.insertInto('content_materials').values(filler).execute()
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) => upload({ material_desc_list: [`满 ${index}`] })),
    )
    const refused = answers.filter((answer) => answer.error_response)
    expect(refused).toHaveLength(7)
    for (const { error_response } of refused)
      expect(error_response).toMatchObject({ code: 15, sub_code: 'isv.content-limit' })
  })
})
