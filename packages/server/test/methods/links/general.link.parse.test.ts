import { afterAll, beforeAll, expect, test } from 'vitest'
import { decodeItemId } from '../../../src/domain/goods/index.ts'
import type { Wire } from '../../setup/server.ts'
import {
  convertForeign,
  convertItem,
  type LinkNetwork,
  linkInTpwd,
  startLinkNetwork,
} from './link-network.ts'

const DG = 'taobao.tbk.dg.general.link.parse'
const SC = 'taobao.tbk.sc.general.link.parse'

let network: LinkNetwork
let own: Wire
let foreign: Wire

beforeAll(async () => {
  network = await startLinkNetwork()
  own = (await convertItem(network)).link_info_dto
  const theirs = await convertForeign(network, { item_id_list: network.foreign.item })
  foreign = theirs.item_url_list?.item_url_list[0].link_info_dto
})
afterAll(() => network.server.close())

async function parse(texts: readonly string[], params: Record<string, unknown> = {}): Promise<Wire[]> {
  const material_dto = texts.map((material_url) => ({ material_url }))
  const answer = await network.server.call(DG, { adzone_id: network.adzone, material_dto, ...params })
  return answer.tbk_dg_general_link_parse_response.data.material_url_list.material_url_list
}

test('links, passwords and addresses say what they lead to', async () => {
  const { record, server } = network
  const page = `${server.url}/shop/items/${record.itemIds[0]}`
  const texts = [own.cps_long_url, own.cps_short_url, linkInTpwd(own.cps_full_tpwd), own.cps_full_tpwd, page]
  const parsed = await parse(texts)
  const item = { material_type: 1, material_id: network.items[0] }
  expect(parsed).toEqual([
    ...texts.slice(0, 3).map((text) => ({
      link_info_dto: { ...item, tpwd_origin_url: own.cps_long_url },
      input_material_url: text,
    })),
    {
      link_info_dto: { ...item, tpwd_origin_url: own.cps_long_url, tk_biz_type: 1 },
      input_material_url: own.cps_full_tpwd,
    },
    { link_info_dto: { ...item, tpwd_origin_url: page }, input_material_url: page },
  ])
  const shop = await parse([`${server.url}/shop/shops/${record.shopId}`])
  expect(shop[0].link_info_dto).toMatchObject({ material_type: 2, material_id: record.shopId })
})

test('origin_pid is told when asked for, of the promoter’s own links only', async () => {
  const texts = [own.cps_short_tpwd, foreign.cps_short_tpwd, foreign.cps_long_url]
  const asked = await parse(texts, { fields: 'origin_pid' })
  expect(asked.map((one) => one.link_info_dto.origin_pid)).toEqual([network.record.pid, undefined, undefined])
  expect(asked.map((one) => one.link_info_dto.material_id)).toEqual(texts.map(() => network.items[0]))
  const [unasked] = await parse([own.cps_short_tpwd])
  expect(unasked.link_info_dto).not.toHaveProperty('origin_pid')
})

test('parsing makes nothing and counts no click', async () => {
  const count = async () => [
    (await network.server.db.selectFrom('short_links').select('code').execute()).length,
    (await network.server.db.selectFrom('clicks').select('id').execute()).length,
  ]
  const before = await count()
  await parse([own.cps_long_url, own.cps_short_tpwd])
  expect(await count()).toEqual(before)
})

test('each material fails on its own', async () => {
  const parsed = await parse(['https://www.example.org/', own.cps_short_url, '\u00a500000000000\u00a5', ' '])
  expect(parsed.map((one) => one.code)).toEqual([20_000, undefined, 20_011, 20_012])
})

test('nothing to parse, and too much', async () => {
  const call = (params: Record<string, unknown>) =>
    network.server.call(DG, { adzone_id: network.adzone, ...params })
  expect((await call({})).error_response).toMatchObject({
    code: 40,
    msg: 'Missing required arguments:material_dto',
  })
  const material_dto = Array.from({ length: 21 }, () => ({ material_url: 'x' }))
  expect((await call({ material_dto })).error_response).toMatchObject({
    code: 41,
    msg: 'Invalid arguments:material_dto',
  })
})

test('the sc door adds the provider’s own item id', async () => {
  const { session, adzone, server, record } = network
  const material_dto = [{ material_url: own.cps_short_url }]
  const params = { adzone_id: adzone, material_dto, fields: 'origin_pid' }
  const answer = await server.call(SC, params, { session })
  const [parsed] = answer.tbk_sc_general_link_parse_response.data.material_url_list.material_url_list
  expect(parsed.link_info_dto).toMatchObject({ material_id: network.items[0], origin_pid: record.pid })
  expect(decodeItemId(server.ctx.keys, parsed.link_info_dto.isv_mktid)).toEqual({
    itemId: BigInt(record.itemIds[0] as string),
    memberId: BigInt(record.providerId),
  })
})
