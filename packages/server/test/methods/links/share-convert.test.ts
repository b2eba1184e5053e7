import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Wire } from '../../setup/server.ts'
import {
  convertItem,
  convertMaterial,
  type LinkNetwork,
  linkInTpwd,
  startLinkNetwork,
} from './link-network.ts'
import {
  CONTENT,
  clickOn,
  ITEM,
  linkIn,
  SHOP,
  sharedClick,
  shareWith,
  TPWD,
  thirdOf,
} from './share-network.ts'

const SHARE_BP = 3000

let network: LinkNetwork

beforeAll(async () => {
  network = await startLinkNetwork()
})
afterAll(() => network.server.close())

describe('item.share.convert', () => {
  const fields = 'num_iid,click_url,commission_rate,coupon_amount,coupon_click_url,item_status'
  const convertItems = async (params: Wire): Promise<Wire[]> =>
    (await shareWith(network, ITEM, { fields, ...params })).results.n_tbk_item ?? []

  test('links that share, with and without a coupon; what cannot be read is left out', async () => {
    const [first, second] = network.items as [string, string]
    const found = await convertItems({ num_iids: [first, 'abc', second].join(',') })
    expect(found).toEqual([
      {
        num_iid: first,
        input_num_iid: first,
        commission_rate: '12.34',
        click_url: found[0].click_url,
        coupon_click_url: expect.any(String),
        item_status: 0,
      },
      {
        num_iid: second,
        input_num_iid: second,
        commission_rate: expect.stringMatching(/^\d+\.\d\d$/),
        coupon_amount: '80.00',
        click_url: expect.any(String),
        coupon_click_url: expect.any(String),
        item_status: 0,
      },
    ])
    for (const { click_url, coupon_click_url } of found) {
      expect(linkIn(network, click_url).third).toEqual(thirdOf(network, SHARE_BP))
      expect(linkIn(network, coupon_click_url).third).toEqual(thirdOf(network, SHARE_BP))
    }
    expect(linkIn(network, found[0].coupon_click_url).couponId).toBeUndefined()
    expect(linkIn(network, found[1].coupon_click_url).couponId).toEqual(expect.any(BigInt))
    expect(await clickOn(network, found[1].coupon_click_url)).toEqual(sharedClick(network, SHARE_BP))
  })

  test('fields choose the members; dx=1 asks for the general plan', async () => {
    const [chosen] = await convertItems({ num_iids: network.items[0], fields: 'click_url', dx: '1' })
    expect(Object.keys(chosen).sort()).toEqual(['click_url', 'input_num_iid'])
    expect(linkIn(network, chosen.click_url)).toMatchObject({
      generalOnly: true,
      third: thirdOf(network, SHARE_BP),
    })
  })

  test('a coupon by its id, for one item only', async () => {
    const { coupon_info_dto } = await convertItem(network, { item_id: network.items[1] })
    const coupon_id = coupon_info_dto.activity_id
    const [one] = await convertItems({ num_iids: network.items[1], coupon_id })
    expect(one.coupon_amount).toBe('80.00')
    const num_iids = network.items.slice(0, 2).join(',')
    expect(await shareWith(network, ITEM, { fields, num_iids, coupon_id })).toMatchObject({
      code: 41,
      msg: 'Invalid arguments:coupon_id',
    })
    const unknown = await shareWith(network, ITEM, { fields, num_iids: network.items[0], coupon_id: 'none' })
    expect(unknown).toMatchObject({ code: 15, sub_code: 'isv.coupon_not_exist' })
  })
})

test('shop.share.convert: a link to the shop that shares, with a mark of the promoter’s', async () => {
  const { shopId } = network.record
  const params = { fields: 'user_id,click_url', user_ids: `${shopId},1`, unid: 'ab1' }
  const { results } = await shareWith(network, SHOP, params)
  expect(results.n_tbk_shop).toEqual([{ user_id: Number(shopId), click_url: expect.any(String) }])
  const [{ click_url }] = results.n_tbk_shop
  expect(linkIn(network, click_url)).toMatchObject({
    target: { kind: 'shop', shopId: BigInt(shopId) },
    externalId: 'ab1',
  })
  expect(await clickOn(network, click_url)).toEqual(sharedClick(network, SHARE_BP))
})

test('tpwd.share.convert: the 淘口令 of an item, and of a shop', async () => {
  const { link_info_dto } = await convertItem(network, { item_id: network.items[1] })
  const content = `看看 ${link_info_dto.cps_short_tpwd} 吧`
  const { data } = await shareWith(network, TPWD, { password_content: content })
  expect(data).toEqual({ num_iid: network.items[1], click_url: expect.any(String) })
  expect(linkIn(network, data.click_url).couponId).toEqual(expect.any(BigInt))
  expect(await clickOn(network, data.click_url)).toEqual(sharedClick(network, SHARE_BP))

  const shop_dto = [{ shop_id: network.record.shopId }]
  const converted = await shareWith(network, CONTENT, { shop_dto })
  const { cps_short_tpwd } = converted.data.shop_url_list.shop_url_list[0].link_info_dto
  const ofShop = await shareWith(network, TPWD, { password_content: cps_short_tpwd })
  expect(Object.keys(ofShop.data)).toEqual(['click_url'])
  expect(linkIn(network, ofShop.data.click_url).target.kind).toBe('shop')
})

describe('content.general.link.convert', () => {
  test('an item in every form: each leads to a click that shares', async () => {
    const item_dto = [{ item_id: network.items[1] }, { item_id: 'abc' }]
    const { data } = await shareWith(network, CONTENT, { item_dto })
    const [item, failed] = data.item_url_list.item_url_list
    expect(failed).toEqual({ code: 35, msg: expect.stringMatching(/./), input_item_id: 'abc' })
    const links = item.link_info_dto
    expect(links).toMatchObject({ item_id: network.items[1], material_type: 1 })
    expect(links.isv_mktid).toBeUndefined()
    const forms = [
      links.cps_long_url,
      links.cps_short_url,
      links.coupon_long_url,
      links.coupon_short_url,
      linkInTpwd(links.cps_full_tpwd),
      linkInTpwd(links.coupon_full_tpwd),
    ]
    for (const form of forms) expect(await clickOn(network, form)).toEqual(sharedClick(network, SHARE_BP))
  })

  test('a shop, a venue, a pasted link', async () => {
    const venue = await network.server.db
      .selectFrom('venues')
      .select('id')
      .where('ends_at', '>', new Date())
      .executeTakeFirstOrThrow()
    const { link_info_dto } = await convertItem(network)
    const { data } = await shareWith(network, CONTENT, {
      shop_dto: [{ shop_id: network.record.shopId }],
      page_dto: [{ page_id: String(venue.id) }],
      material_dto: [{ material_url: link_info_dto.cps_short_url }],
    })
    const converted = [
      data.shop_url_list.shop_url_list[0],
      data.event_url_list.event_url_list[0],
      data.material_url_list.material_url_list[0],
    ]
    for (const element of converted)
      expect(linkIn(network, element.link_info_dto.cps_long_url).third).toEqual(thirdOf(network, SHARE_BP))
  })

  test('nothing to convert, and an adzone that is no number', async () => {
    expect(await shareWith(network, CONTENT, {})).toMatchObject({ code: 40 })
    const bad = await shareWith(network, CONTENT, { adzone_id: 'x', item_dto: [] })
    expect(bad).toMatchObject({ code: 15, sub_code: '2' })
  })
})

describe('a link that shares', () => {
  const sharedLinks = async (): Promise<Wire> => {
    const { data } = await shareWith(network, CONTENT, { item_dto: [{ item_id: network.items[0] }] })
    return data.item_url_list.item_url_list[0].link_info_dto
  }

  test('is shortened and made a 淘口令 with its share', async () => {
    const { cps_long_url } = await sharedLinks()
    const { server } = network
    const requests = [{ url: cps_long_url }]
    const spread = await server.call('taobao.tbk.spread.get', { requests })
    const [{ content }] = spread.tbk_spread_get_response.results.tbk_spread
    expect(await clickOn(network, content)).toEqual(sharedClick(network, SHARE_BP))
    const tpwd = await server.call('taobao.tbk.tpwd.create', { url: content })
    const { model } = tpwd.tbk_tpwd_create_response.data
    expect(await clickOn(network, linkInTpwd(model))).toEqual(sharedClick(network, SHARE_BP))
    const parsed = await server.call('taobao.tbk.tpwd.parse', { password_content: model })
    const { origin_url } = parsed.tbk_tpwd_parse_response.data
    expect(await clickOn(network, origin_url)).toEqual(sharedClick(network, SHARE_BP))
  })

  test('converted without sub_pid is a link of the promoter’s alone, whoever converts', async () => {
    const { cps_short_url } = await sharedLinks()
    const { link_info_dto } = await convertMaterial(network, cps_short_url)
    expect(linkIn(network, link_info_dto.cps_long_url).third).toBeUndefined()
    const click = await clickOn(network, link_info_dto.cps_long_url)
    expect(click).toMatchObject({ attributable: true, third_member_id: null, share_bp: null })
  })

  test('tells neither party’s place to others when it is parsed', async () => {
    const { cps_short_url, cps_short_tpwd } = await sharedLinks()
    const { app, adzone } = network.foreign
    const parse = async (call: Wire, adzone_id: string): Promise<Wire> => {
      const material_dto = [{ material_url: cps_short_url }, { material_url: cps_short_tpwd }]
      const params = { adzone_id, fields: 'origin_pid', material_dto }
      const answer = await network.server.call('taobao.tbk.dg.general.link.parse', params, call)
      return answer.tbk_dg_general_link_parse_response.data.material_url_list.material_url_list
    }
    for (const { link_info_dto } of await parse({}, network.adzone))
      expect(link_info_dto.origin_pid).toBe(network.record.pid)
    const foreign = await parse({ app }, adzone)
    for (const { link_info_dto } of foreign) expect(link_info_dto.origin_pid).toBeUndefined()
    expect(JSON.stringify(foreign)).not.toContain('mm_')
  })
})
