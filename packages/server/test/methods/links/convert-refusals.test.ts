import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Wire } from '../../setup/server.ts'
import {
  convert,
  convertForeign,
  convertItem,
  convertMaterial,
  DG,
  type LinkNetwork,
  startLinkNetwork,
} from './link-network.ts'

const DAY_MS = 86_400_000
/** Eleven characters that are no password here. */
const NO_TPWD = '\u00a500000000000\u00a5'

let network: LinkNetwork

beforeAll(async () => {
  network = await startLinkNetwork()
})
afterAll(() => network.server.close())

const refused = async (params: Record<string, unknown>) =>
  (await network.server.call(DG, { adzone_id: network.adzone, ...params })).error_response

describe('an element that fails', () => {
  test.each([
    ['an id of nobody', () => 'abc', 35],
    ['an old numeric id', () => '600000000001', 35],
    ['an id made for another promoter', () => network.foreign.item, 35],
    ['an altered id', () => `${network.items[0]?.slice(0, -1)}!`, 35],
    ['an item off the shelf', () => itemWhere('off', true), 10_000],
    ['an item that is not promoted', () => itemWhere('on', false), 10_001],
  ])('item: %s', async (_name, id, code) => {
    const input_item_id = await id()
    const element = await convertItem(network, { item_id: input_item_id })
    expect(element).toEqual({ code, msg: expect.stringMatching(/./), input_item_id })
  })

  test.each([
    { kind: 'shop', list: 'shop_dto', param: 'shop_id', answer: 'shop_url_list', input: 'input_shop_id' },
    { kind: 'page', list: 'page_dto', param: 'page_id', answer: 'event_url_list', input: 'input_page_id' },
  ])('$kind: unknown and unreadable ids', async ({ list, param, answer, input }) => {
    const ids = ['1', '0', 'x', '12345678901234567890']
    const data: Wire = await convert(network, { [list]: ids.map((id) => ({ [param]: id })) })
    expect(data[answer][answer]).toEqual(
      ids.map((id) => ({ code: 20_011, msg: expect.stringMatching(/./), [input]: id })),
    )
  })

  test.each([
    ['a page of another site', () => 'https://www.example.org/item.htm?id=1', 20_000],
    ['a word', () => 'hello', 20_000],
    ['a page of this server that shows no goods', () => `${network.server.url}/healthz`, 20_000],
    ['an item page that does not exist', () => `${network.server.url}/shop/items/1`, 20_000],
    ['an altered long link', (links: Wire) => `${links.cps_long_url.slice(0, -2)}AA`, 20_000],
    ['a short link that was never made', () => `${network.server.url}/s/00000000`, 20_000],
    ['a 淘口令 that was never made', () => NO_TPWD, 20_011],
    ['an empty text', () => ' ', 20_012],
    ['a text over 2,048 characters', () => 'a'.repeat(2048).concat(' '), undefined],
  ])('material: %s', async (_name, text, code) => {
    const { link_info_dto } = await convertItem(network)
    const material_url = text(link_info_dto)
    if (code === undefined) {
      expect(await refused({ material_dto: [{ material_url }] })).toMatchObject({
        code: 41,
        msg: 'Invalid arguments:material_dto[0].material_url',
      })
      return
    }
    const element = await convertMaterial(network, material_url)
    expect(element).toEqual({ code, msg: expect.stringMatching(/./), input_material_url: material_url })
  })

  test('material: a foreign private 淘口令 is 1001, the promoter’s own is read', async () => {
    const { link_info_dto } = await convertItem(network)
    const answer = await network.server.call('taobao.tbk.private.tpwd.create', {
      url: link_info_dto.cps_long_url,
    })
    const { password_simple, model } = answer.tbk_private_tpwd_create_response.data
    // The short link beside the password says no more to others than the password does.
    const shortLink = /https?:\S+/.exec(model)?.[0] as string
    for (const material_url of [password_simple, model, shortLink]) {
      const foreign = await convertForeign(network, { material_dto: [{ material_url }] })
      expect(foreign.material_url_list?.material_url_list).toEqual([
        { code: 1001, msg: expect.stringContaining('无权限'), input_material_url: material_url },
      ])
      expect((await convertMaterial(network, material_url)).link_info_dto.material_id).toBe(network.items[0])
    }
    const opened = await fetch(shortLink, { redirect: 'manual' })
    expect(opened.status).toBe(302)
  })

  test('an external_id over 64 bytes, named; 64 bytes are fine', async () => {
    // 21 characters of three bytes and one of one: characters are not what counts.
    const longest = `${'字'.repeat(21)}x`
    expect((await convertItem(network, { external_id: longest })).link_info_dto).toBeDefined()
    const element = await convertItem(network, { external_id: `${longest}y` })
    expect(element).toMatchObject({ code: 41, msg: expect.stringContaining('external_id') })
    expect(element.link_info_dto).toBeUndefined()
  })

  test('holds up no other', async () => {
    const [first, second] = network.items
    const data = await convert(network, { item_id_list: [first, 'abc', second].join(',') })
    const list = data.item_url_list?.item_url_list as Wire[]
    expect(list.map((item) => [item.input_item_id, item.code])).toEqual([
      [first, undefined],
      ['abc', 35],
      [second, undefined],
    ])
  })
})

describe('a call that fails', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1))

  test.each(['item_id_list', 'seller_id_list', 'page_id_list', 'material_list'])(
    '%s takes 20 and no more',
    async (name) => {
      expect(await refused({ [name]: many(20).join(',') })).toBeUndefined()
      const error = await refused({ [name]: many(21).join(',') })
      expect(error).toMatchObject({ code: 41, msg: `Invalid arguments:${name}` })
    },
  )

  test('nothing to convert', async () => {
    expect(await refused({})).toMatchObject({ code: 40, msg: 'Missing required arguments:material_list' })
    expect(await refused({ item_id_list: ' , ' })).toMatchObject({ code: 40 })
  })

  test('channels that are not the promoter’s own', async () => {
    const item_id_list = network.items[0]
    const { relationId, specialId } = network.record
    const relation = { code: 15, sub_code: 'isp.relation-id-not-corrent' }
    const foreign = String(BigInt(specialId) + 1n)
    for (const relation_id of [foreign, specialId, '1', 'x'])
      expect(await refused({ item_id_list, relation_id })).toMatchObject(relation)
    expect(await refused({ item_id_list, special_id: relationId })).toMatchObject({
      code: 15,
      sub_code: 'isp.special-id-not-corrent',
    })
  })

  test('a uvid over 64 bytes, and an unknown link type', async () => {
    const item_id_list = network.items[0]
    const uvid = await refused({ item_id_list, uvid: '字'.repeat(22) })
    expect(uvid).toMatchObject({ code: 41, msg: 'Invalid arguments:uvid' })
    const type = await refused({ item_id_list, required_link_type: 'cps_short_url,cps_sort_url' })
    expect(type).toMatchObject({ code: 41, msg: 'Invalid arguments:required_link_type' })
    expect(type.sub_msg).toContain('cps_sort_url')
  })
})

// The clock only moves forward, so this stays last.
test('links and 淘口令 whose time is over: 20008', async () => {
  const { link_info_dto: links } = await convertItem(network)
  const { clock } = network.server.ctx
  const venue = await network.server.db.selectFrom('venues').select('id').executeTakeFirstOrThrow()
  const page_id_list = String(venue.id)
  const pageCode = async () =>
    (await convert(network, { page_id_list })).event_url_list?.event_url_list[0]?.code
  expect((await convertMaterial(network, links.cps_short_tpwd)).code).toBeUndefined()
  clock.aheadMs += 30 * DAY_MS
  expect((await convertMaterial(network, links.cps_short_tpwd)).code).toBe(20_008)
  expect((await convertMaterial(network, links.cps_short_url)).code).toBeUndefined()
  clock.aheadMs += 270 * DAY_MS
  expect((await convertMaterial(network, links.cps_short_url)).code).toBe(20_008)
  expect((await convertMaterial(network, links.cps_long_url)).code).toBeUndefined()
  expect(await pageCode()).toBeUndefined()
  clock.aheadMs += 70 * DAY_MS
  expect(await pageCode()).toBe(20_008)
})

async function itemWhere(status: 'on' | 'off', promoted: boolean): Promise<string> {
  const { id } = await network.server.db
    .selectFrom('items')
    .select('id')
    .where('status', '=', status)
    .where('promoted', '=', promoted)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  return network.wireId(id)
}
