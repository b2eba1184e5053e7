import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CallOptions, Wire } from '../../setup/server.ts'
import { landingOf } from '../../setup/shop.ts'
import {
  convertForeign,
  convertItem,
  type LinkNetwork,
  linkInTpwd,
  startLinkNetwork,
} from './link-network.ts'

const DAY_MS = 86_400_000
const CREATE = 'taobao.tbk.tpwd.create'
const PRIVATE = 'taobao.tbk.private.tpwd.create'
const SC_PRIVATE = 'taobao.tbk.sc.private.tpwd.create'
const PARSE = 'taobao.tbk.tpwd.parse'
const CONVERT = 'taobao.tbk.tpwd.convert'
const SC_CONVERT = 'taobao.tbk.sc.tpwd.convert'

let network: LinkNetwork
let own: Wire
let foreign: Wire
let byForeigner: CallOptions

beforeAll(async () => {
  network = await startLinkNetwork()
  own = (await convertItem(network)).link_info_dto
  const theirs = await convertForeign(network, { item_id_list: network.foreign.item })
  foreign = theirs.item_url_list?.item_url_list[0].link_info_dto
  byForeigner = { app: network.foreign.app }
})
afterAll(() => network.server.close())

/** The members of an answer's data, or its error. */
async function call(method: string, params: Record<string, unknown>, options?: CallOptions): Promise<Wire> {
  const answer = await network.server.call(method, params, options)
  return answer.error_response ?? (Object.values(answer)[0] as Wire).data
}

const create = (url: string, options?: CallOptions) => call(CREATE, { url }, options)
const parse = (password_content: string, options?: CallOptions) => call(PARSE, { password_content }, options)
const convertTpwd = (password_content: string, params: Record<string, unknown> = {}) =>
  call(CONVERT, { adzone_id: network.adzone, password_content, ...params })

describe('tpwd.create', () => {
  test('any form of a promotion link, anybody’s, leads back to that link', async () => {
    for (const url of [own.cps_long_url, own.cps_short_url, linkInTpwd(own.cps_full_tpwd)]) {
      const { model, password_simple } = await create(url)
      expect(password_simple).toMatch(/^\u00a5[0-9A-Za-z]{11}\u00a5$/)
      expect(model).toContain(`${password_simple.slice(1)} ${network.server.url}/h.`)
      expect(await parse(model)).toEqual({ origin_url: own.cps_long_url })
      expect((await landingOf(linkInTpwd(model))).itemId).toBe(network.record.itemIds[0])
    }
    const { password_simple } = await create(foreign.cps_short_url)
    expect(await parse(password_simple)).toEqual({ origin_url: foreign.cps_long_url })
  })

  test('every password is another', async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => create(own.cps_long_url)))
    expect(new Set(made.map((one) => one.password_simple)).size).toBe(20)
  })

  test.each([
    ['an altered link', () => `${own.cps_long_url}x`],
    ['a link of elsewhere', () => 'https://s.click.taobao.com/YI3Uopu'],
    ['a goods page', () => `${network.server.url}/shop/items/${network.record.itemIds[0]}`],
    ['a password', () => own.cps_short_tpwd],
    ['a word', () => 'hello'],
  ])('%s is refused', async (_name, url) => {
    expect(await create(url())).toMatchObject({
      code: 15,
      msg: 'Remote service error',
      sub_code: '20000',
      sub_msg: '口令跳转url不支持口令转换',
    })
  })

  test('what old clients still send has no effect', async () => {
    const ignored = { text: 'noMeaningValue', logo: 'x', ext: '{}', user_id: 'abc' }
    expect(await call(CREATE, { url: own.cps_long_url, ...ignored })).toHaveProperty('password_simple')
  })
})

describe('private.tpwd.create', () => {
  test('its promoter reads it, a shopper opens it, nobody else reads or converts it', async () => {
    const { model, password_simple } = await call(PRIVATE, { url: own.cps_short_url })
    expect(await parse(model)).toEqual({ origin_url: own.cps_long_url })
    expect((await convertTpwd(password_simple)).click_url).toContain('/t?e=')
    expect((await landingOf(linkInTpwd(model))).itemId).toBe(network.record.itemIds[0])
    const refusal = { code: 15, sub_code: '1001' }
    expect(await parse(password_simple, byForeigner)).toMatchObject(refusal)
    const params = { adzone_id: network.foreign.adzone, password_content: password_simple }
    expect(await call(CONVERT, params, byForeigner)).toMatchObject(refusal)
  })

  test('only of the promoter’s own link', async () => {
    const error = await call(PRIVATE, { url: foreign.cps_long_url })
    expect(error).toMatchObject({ code: 15, sub_code: '26', sub_msg: '链接不属于联盟官方业务场景' })
    expect(await call(PRIVATE, { url: 'hello' })).toMatchObject({ code: 15, sub_code: '20000' })
  })

  test('the sc door makes it for the session’s publisher', async () => {
    const { session } = network
    const { password_simple } = await call(SC_PRIVATE, { url: own.cps_long_url }, { session })
    expect(await parse(password_simple)).toEqual({ origin_url: own.cps_long_url })
    expect(await parse(password_simple, byForeigner)).toMatchObject({ sub_code: '1001' })
    expect(await call(SC_PRIVATE, { url: foreign.cps_long_url }, { session })).toMatchObject({
      sub_code: '26',
    })
  })
})

describe('tpwd.parse', () => {
  test.each([
    ['no password in it', '这里没有口令', '20010'],
    ['one that was never made', '\u00a500000000000\u00a5', '20011'],
    ['blanks only', '   ', '20012'],
  ])('%s', async (_name, text, sub_code) => {
    expect(await parse(text)).toMatchObject({ code: 15, sub_code })
  })

  test('the first of two passwords counts', async () => {
    const text = `${foreign.cps_short_tpwd} ${own.cps_short_tpwd}`
    expect(await parse(text)).toEqual({ origin_url: foreign.cps_long_url })
  })
})

describe('tpwd.convert', () => {
  test('an own password: the promoter’s new link, with what it was before', async () => {
    const converted = await convertTpwd(`复制 ${own.cps_full_tpwd}`)
    expect(converted).toMatchObject({
      num_iid: network.items[0],
      seller_id: network.record.shopId,
      origin_url: own.cps_long_url,
      origin_pid: network.record.pid,
      biz_scene_id: '1',
      url_type: '1',
    })
    expect(converted).not.toHaveProperty('isv_mktid')
    expect(converted.password).toContain(converted.model.slice(1))
    expect(await parse(converted.model)).toEqual({ origin_url: converted.click_url })
    expect((await landingOf(converted.short_url)).itemId).toBe(network.record.itemIds[0])
  })

  test('a foreign password: the PID in it stays hidden', async () => {
    const converted = await convertTpwd(foreign.cps_short_tpwd)
    expect(converted).toMatchObject({ num_iid: network.items[0], origin_pid: '0' })
    const [parsed] = await parseOwn(converted.click_url)
    expect(parsed.link_info_dto.origin_pid).toBe(network.record.pid)
  })

  test('an open coupon goes into the link', async () => {
    const { coupon_info_dto, link_info_dto } = await convertItem(network, { item_id: network.items[1] })
    const { short_url } = await convertTpwd(link_info_dto.cps_short_tpwd)
    const { location } = await landingOf(short_url)
    expect(new URL(location).searchParams.get('coupon')).toBe(coupon_info_dto.activity_id)
  })

  test('a shop: no item in the answer', async () => {
    const params = { adzone_id: network.adzone, seller_id_list: network.record.shopId }
    const answer = await network.server.call('taobao.tbk.dg.general.link.convert', params)
    const shop = answer.tbk_dg_general_link_convert_response.data.shop_url_list.shop_url_list[0]
    const converted = await convertTpwd(shop.link_info_dto.cps_short_tpwd)
    expect(converted).toMatchObject({ url_type: '2', seller_id: network.record.shopId })
    expect(converted).not.toHaveProperty('num_iid')
  })

  test('refusals: password, adzone, channel', async () => {
    expect(await convertTpwd('没有')).toMatchObject({ code: 15, sub_code: '20010' })
    expect(await convertTpwd('\u00a500000000000\u00a5')).toMatchObject({ code: 15, sub_code: '20011' })
    const { adzone } = network.foreign
    expect(await convertTpwd(own.cps_short_tpwd, { adzone_id: adzone })).toMatchObject({ sub_code: '4' })
    expect(await convertTpwd(own.cps_short_tpwd, { relation_id: '1' })).toMatchObject({
      sub_code: 'isp.relation-id-not-corrent',
    })
  })

  test('the sc door asks for the site and adds the provider’s own item id', async () => {
    const { session, site, adzone } = network
    const params = { adzone_id: adzone, site_id: site, password_content: own.cps_short_tpwd }
    const converted = await call(SC_CONVERT, params, { session })
    expect(converted).toMatchObject({ num_iid: network.items[0], origin_pid: network.record.pid })
    expect(converted.isv_mktid).toMatch(/^\w+-\w+$/)
    expect(converted.isv_mktid).not.toBe(converted.num_iid)
    const elsewhere = await call(SC_CONVERT, { ...params, site_id: network.foreign.site }, { session })
    expect(elsewhere).toMatchObject({ code: 15, sub_code: '2' })
  })
})

// The clock only moves forward, so this stays last.
test('a password lives for 30 days of business time, each method saying so by its own code', async () => {
  const { password_simple } = await create(own.cps_short_url)
  const { clock } = network.server.ctx
  clock.aheadMs += 30 * DAY_MS - 60_000
  expect(await parse(password_simple)).toEqual({ origin_url: own.cps_long_url })
  clock.aheadMs += 60_000
  expect(await parse(password_simple)).toMatchObject({ code: 15, sub_code: '6' })
  expect(await convertTpwd(password_simple)).toMatchObject({ code: 15, sub_code: '20008' })
  // The short link inside it outlives it.
  clock.aheadMs += 269 * DAY_MS
  expect(await create(own.cps_short_url)).toHaveProperty('password_simple')
  clock.aheadMs += 2 * DAY_MS
  expect(await create(own.cps_short_url)).toMatchObject({ code: 15, sub_code: '20008' })
})

async function parseOwn(material_url: string): Promise<Wire[]> {
  const answer = await network.server.call('taobao.tbk.dg.general.link.parse', {
    adzone_id: network.adzone,
    material_dto: [{ material_url }],
    fields: 'origin_pid',
  })
  return answer.tbk_dg_general_link_parse_response.data.material_url_list.material_url_list
}
