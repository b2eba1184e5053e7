import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findLongLink } from '../../../src/domain/links/index.ts'
import type { Wire } from '../../setup/server.ts'
import { landingOf } from '../../setup/shop.ts'
import {
  type Converted,
  convert,
  convertForeign,
  convertItem,
  convertMaterial,
  type LinkNetwork,
  linkInTpwd,
  startLinkNetwork,
} from './link-network.ts'

let network: LinkNetwork
let venueId: string
let smallCoupon: string

beforeAll(async () => {
  network = await startLinkNetwork()
  const { db } = network.server
  const venue = await db
    .selectFrom('venues')
    .select('id')
    .where('shop_id', '=', BigInt(network.record.shopId))
    .executeTakeFirstOrThrow()
  venueId = String(venue.id)
  smallCoupon = 'a'.repeat(32)
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000)
  await db
    .insertInto('coupons')
    .values({
      activity_id: smallCoupon,
      shop_id: BigInt(network.record.shopId),
      item_id: BigInt(network.record.itemIds[1] as string),
      face_fen: 500n,
      threshold_fen: 500n,
      total_count: 10,
      remain_count: 10,
      starts_at: day(-1),
      ends_at: day(1),
    })
    .execute()
})
afterAll(() => network.server.close())

const first = (data: Converted, list: keyof Converted): Wire =>
  (data[list] as Record<string, Wire[]> | undefined)?.[list]?.[0]
const linkOf = (long: string) =>
  findLongLink(network.server.ctx, new URL(long).searchParams.get('e') as string)?.link

describe('items', () => {
  test('without a coupon: the plain link in its four forms', async () => {
    const item = await convertItem(network)
    const { link_info_dto: links } = item
    expect(item).toMatchObject({
      input_item_id: network.items[0],
      promotion_info_dto: { commission_rate: '12.34', commission_type: 'MKT', promotion_price: 9999 },
      link_info_dto: { material_type: 1, item_id: network.items[0] },
    })
    expect(item.coupon_info_dto).toBeUndefined()
    expect(item.code).toBeUndefined()
    expect(links.cps_long_url).toMatch(new RegExp(`^${network.server.url}/t\\?e=[\\w-]{1,512}$`))
    expect(links.cps_short_url).toMatch(new RegExp(`^${network.server.url}/s/[0-9A-Za-z]{8}$`))
    expect(links.cps_short_tpwd).toMatch(/^\u00a5[0-9A-Za-z]{11}\u00a5$/)
    const code = links.cps_short_tpwd.slice(1, -1)
    expect(links.cps_full_tpwd).toMatch(
      new RegExp(
        `^\\d\\d\u00a5 [A-Z]{2}\\d{3,4} ${code}\u00a5 ${network.server.url}/h\\.[0-9A-Za-z]{8}  ?\\S`,
      ),
    )
    expect(Object.keys(links).filter((name) => name.startsWith('coupon_'))).toEqual([])
  })

  test('with an open coupon: the two-in-one link beside the plain one', async () => {
    const { link_info_dto: links, ...item } = await convertItem(network, { item_id: network.items[1] })
    expect(item).toMatchObject({
      coupon_info_dto: { coupon_amount: '80.00', coupon_desc: '满129元减80元', coupon_remain_count: 10_000 },
      promotion_info_dto: { commission_rate: '20.00', promotion_price: 4900 },
    })
    const coupon = linkOf(links.coupon_long_url)
    expect(coupon?.couponId).toBeTypeOf('bigint')
    expect(linkOf(links.cps_long_url)?.couponId).toBeUndefined()
    const { location } = await landingOf(links.coupon_short_url)
    expect(new URL(location).searchParams.get('coupon')).toBe(item.coupon_info_dto.activity_id)
    expect(new Set(Object.values(links)).size).toBe(Object.keys(links).length)
  })

  test('is_target_coupon takes the named coupon instead of the best one, and only an open one of the item', async () => {
    const item_id = network.items[1]
    const named = { item_id, coupon_id: smallCoupon }
    const targeted = await convertItem(network, { ...named, is_target_coupon: 1 })
    expect(targeted.coupon_info_dto).toMatchObject({ activity_id: smallCoupon, coupon_amount: '5.00' })
    expect((await convertItem(network, named)).coupon_info_dto.coupon_amount).toBe('80.00')
    const unknown = await convertItem(network, { item_id, is_target_coupon: 1, coupon_id: 'nope' })
    expect(unknown).toMatchObject({ code: 41, msg: expect.stringContaining('nope') })
    expect(unknown.link_info_dto).toBeUndefined()
  })

  test('dx=1 asks for the general plan', async () => {
    const best = await convertItem(network)
    const general = await convertItem(network, { dx: '1' })
    expect(best.promotion_info_dto.commission_type).toBe('MKT')
    expect(general.promotion_info_dto.commission_type).toBe('COMMON')
    expect(linkOf(general.link_info_dto.cps_long_url)?.generalOnly).toBe(true)
    expect(linkOf(best.link_info_dto.cps_long_url)?.generalOnly).toBe(false)
  })

  test('a known sku reaches the landing page; an unknown one is said and left out', async () => {
    const sku = await network.server.db
      .selectFrom('skus')
      .innerJoin('items', 'items.id', 'skus.item_id')
      .innerJoin('shops', 'shops.id', 'items.shop_id')
      .select(['skus.id', 'skus.item_id'])
      .where('items.status', '=', 'on')
      .where('items.promoted', '=', true)
      .where('shops.status', '=', 'open')
      .where('shops.hosted', '=', true)
      .orderBy('skus.id')
      .executeTakeFirstOrThrow()
    const item_id = network.wireId(sku.item_id)
    const known = await convertItem(network, { item_id, sku_id: sku.id.toString() })
    expect(known.extra_info).toBeUndefined()
    const { location } = await landingOf(known.link_info_dto.cps_long_url)
    expect(new URL(location).searchParams.get('skuId')).toBe(String(sku.id))
    const unknown = await convertItem(network, { item_id, sku_id: '5' })
    expect(unknown.extra_info).toBe('skuid已失效')
    const plain = await landingOf(unknown.link_info_dto.cps_long_url)
    expect(new URL(plain.location).searchParams.has('skuId')).toBe(false)
  })

  test('marks and channels are carried by the link', async () => {
    const data = await convert(network, {
      item_dto: [{ item_id: network.items[0], external_id: '微信ID-7' }],
      relation_id: network.record.relationId,
      special_id: network.record.specialId,
      uvid: 'u-1',
      biz_scene_id: '2',
    })
    expect(linkOf(first(data, 'item_url_list').link_info_dto.cps_long_url)).toMatchObject({
      memberId: BigInt(network.record.publisherId),
      adzoneId: BigInt(network.adzone),
      siteId: BigInt(network.site),
      relationId: BigInt(network.record.relationId),
      specialId: BigInt(network.record.specialId),
      externalId: '微信ID-7',
      uvid: 'u-1',
      bizScene: 2,
    })
  })

  test('required_link_type names the link fields that are returned, and no others', async () => {
    const data = await convert(network, {
      item_id_list: network.items[1],
      seller_id_list: network.record.shopId,
      required_link_type: 'cps_short_tpwd, coupon_short_url',
    })
    const { link_info_dto } = first(data, 'item_url_list')
    expect(Object.keys(link_info_dto).sort()).toEqual([
      'coupon_short_url',
      'cps_short_tpwd',
      'item_id',
      'material_type',
    ])
    const shop = first(data, 'shop_url_list').link_info_dto
    expect(Object.keys(shop).sort()).toEqual(['cps_short_tpwd', 'material_type', 'seller_id'])
    await landingOf(link_info_dto.coupon_short_url)
  })

  test('long links alone cost no row', async () => {
    const count = async () =>
      (await network.server.db.selectFrom('short_links').select('code').execute()).length
    const before = await count()
    await convert(network, {
      item_id_list: network.items[1],
      required_link_type: 'cps_long_url,coupon_long_url',
    })
    expect(await count()).toBe(before)
  })
})

describe('shops and pages', () => {
  test('a shop by either list', async () => {
    const { shopId } = network.record
    const data = await convert(network, { seller_id_list: shopId, shop_dto: [{ shop_id: shopId }] })
    const list = data.shop_url_list?.shop_url_list ?? []
    expect(list).toHaveLength(2)
    for (const shop of list) {
      expect(shop).toMatchObject({
        input_shop_id: shopId,
        link_info_dto: { material_type: 2, seller_id: shopId },
      })
      const { location } = await landingOf(shop.link_info_dto.cps_short_url)
      expect(location).toMatch(`/shop/shops/${shopId}?`)
    }
  })

  test('a page by either list', async () => {
    const data = await convert(network, { page_id_list: venueId, page_dto: [{ page_id: venueId }] })
    const list = data.event_url_list?.event_url_list ?? []
    expect(list).toHaveLength(2)
    for (const page of list) {
      expect(page).toMatchObject({
        input_page_id: venueId,
        link_info_dto: { material_type: 3, page_id: venueId },
      })
      const { location } = await landingOf(page.link_info_dto.cps_long_url)
      expect(location).toMatch(`/shop/venues/${venueId}?`)
    }
  })
})

describe('materials', () => {
  type Kind = readonly [name: string, text: (links: Wire) => string, fromTpwd: boolean]
  const kinds: readonly Kind[] = [
    ['long link', (links) => links.cps_long_url, false],
    ['long link with further parameters', (links) => `${links.cps_long_url}&from=app`, false],
    ['short link', (links) => links.cps_short_url, false],
    ['link without a scheme', (links) => links.cps_short_url.replace('http:', ''), false],
    ['h. link', (links) => linkInTpwd(links.cps_full_tpwd), false],
    ['short 淘口令', (links) => links.cps_short_tpwd, true],
    ['full 淘口令', (links) => links.cps_full_tpwd, true],
    ['淘口令 in a text', (links) => `看看这个【好物】${links.cps_short_tpwd}，复制打开`, true],
    ['item page', () => `${network.server.url}/shop/items/${network.record.itemIds[0]}?spm=a.b`, false],
  ]

  test.each(kinds)('%s', async (_name, text, fromTpwd) => {
    const { link_info_dto: links } = await convertItem(network)
    const material = await convertMaterial(network, text(links))
    expect(material).toMatchObject({
      input_material_url: text(links),
      promotion_info_dto: { commission_rate: '12.34', commission_type: 'MKT' },
      link_info_dto: { material_type: 1, material_id: network.items[0] },
    })
    const info = material.link_info_dto
    expect(info.tpwd_origin_url).toBe(fromTpwd ? links.cps_long_url : undefined)
    expect(info.tk_biz_type).toBe(fromTpwd ? 1 : undefined)
    expect((await landingOf(info.cps_short_url)).itemId).toBe(network.record.itemIds[0])
  })

  test('the coupon of a material says whether it is of the item or of the shop', async () => {
    const { link_info_dto: links } = await convertItem(network, { item_id: network.items[1] })
    const material = await convertMaterial(network, links.coupon_full_tpwd)
    expect(material.coupon_info_dto).toMatchObject({ coupon_amount: '80.00', coupon_type: 1 })
    expect(material.link_info_dto.coupon_short_url).toBeDefined()
  })

  test('shop and page addresses, and links to them', async () => {
    const { shopId } = network.record
    const data = await convert(network, { seller_id_list: shopId, page_id_list: venueId })
    const shop = { material_type: 2, material_id: shopId }
    const page = { material_type: 3, material_id: venueId }
    const cases = [
      [`${network.server.url}/shop/shops/${shopId}`, shop],
      [first(data, 'shop_url_list').link_info_dto.cps_short_tpwd, shop],
      [`${network.server.url}/shop/venues/${venueId}`, page],
      [first(data, 'event_url_list').link_info_dto.cps_short_url, page],
    ] as const
    const texts = cases.map(([material_url]) => ({ material_url }))
    const list = (await convert(network, { material_dto: texts })).material_url_list?.material_url_list
    expect(list).toMatchObject(cases.map(([, link_info_dto]) => ({ link_info_dto })))
  })

  test('a foreign promoter’s link becomes one of the caller’s own', async () => {
    const theirs = first(
      await convertForeign(network, {
        item_dto: [{ item_id: network.foreign.item, external_id: 'theirs' }],
      }),
      'item_url_list',
    )
    for (const form of ['cps_long_url', 'cps_short_url', 'cps_short_tpwd']) {
      const { link_info_dto } = await convertMaterial(network, theirs.link_info_dto[form])
      expect(link_info_dto.material_id).toBe(network.items[0])
      expect(linkOf(link_info_dto.cps_long_url)).toMatchObject({
        memberId: BigInt(network.record.publisherId),
        adzoneId: BigInt(network.adzone),
        externalId: undefined,
      })
    }
  })

  test('the mark of an own link goes with it', async () => {
    const own = await convertItem(network, { external_id: 'mine' })
    const { link_info_dto } = await convertMaterial(network, own.link_info_dto.cps_short_tpwd)
    expect(linkOf(link_info_dto.cps_long_url)?.externalId).toBe('mine')
  })

  test('comma lists and lists of objects are answered together, in their order', async () => {
    const [a, b, c] = network.items
    const data = await convert(network, { item_id_list: `${a}, ${b}`, item_dto: [{ item_id: c }] })
    expect(data.item_url_list?.item_url_list.map((item) => item.input_item_id)).toEqual([a, b, c])
  })
})
