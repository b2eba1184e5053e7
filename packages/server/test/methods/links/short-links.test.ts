import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Wire } from '../../setup/server.ts'
import { landingOf } from '../../setup/shop.ts'
import {
  convert,
  convertForeign,
  convertItem,
  type LinkNetwork,
  linkInTpwd,
  startLinkNetwork,
} from './link-network.ts'

const SPREAD = 'taobao.tbk.spread.get'
const EXTRACT = 'taobao.tbk.item.click.extract'

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

describe('spread.get', () => {
  const spread = async (urls: readonly string[]): Promise<Wire> => {
    const answer = await network.server.call(SPREAD, { requests: urls.map((url) => ({ url })) })
    return answer.error_response ?? answer.tbk_spread_get_response
  }

  test('good and bad addresses, each in its place', async () => {
    const goods = `${network.server.url}/shop/items/${network.record.itemIds[0]}`
    const urls = [
      own.cps_long_url,
      'https://www.example.org/',
      own.cps_short_url,
      goods,
      foreign.cps_long_url,
    ]
    const { results, total_results } = await spread(urls)
    expect(total_results).toBe(5)
    const list: Wire[] = results.tbk_spread
    const bad = { err_msg: '口令跳转url不支持口令转换' }
    const good = { content: expect.stringMatching(/\/s\/[0-9A-Za-z]{8}$/), err_msg: 'OK' }
    expect(list).toEqual([good, bad, good, bad, good])
    expect((await landingOf(list[0].content)).itemId).toBe(network.record.itemIds[0])
    // A short link of somebody else's link stays theirs.
    const extracted = await network.server.call('taobao.tbk.dg.general.link.parse', {
      adzone_id: network.adzone,
      material_dto: [{ material_url: list[4].content }],
      fields: 'origin_pid',
    })
    const { material_url_list } = extracted.tbk_dg_general_link_parse_response.data
    expect(material_url_list.material_url_list[0].link_info_dto).not.toHaveProperty('origin_pid')
  })

  test('20 addresses and no more', async () => {
    const urls = Array.from({ length: 20 }, () => own.cps_long_url)
    const { results, total_results } = await spread(urls)
    expect(total_results).toBe(20)
    expect(new Set(results.tbk_spread.map((one: Wire) => one.content)).size).toBe(20)
    expect(await spread([...urls, own.cps_long_url])).toMatchObject({
      code: 41,
      msg: 'Invalid arguments:requests',
    })
    expect(await spread([])).toMatchObject({ code: 41, msg: 'Invalid arguments:requests' })
  })
})

describe('item.click.extract', () => {
  const extract = async (click_url: string): Promise<Wire> => {
    const answer = await network.server.call(EXTRACT, { click_url })
    return answer.error_response ?? answer.tbk_item_click_extract_response
  }

  test('long, short and h. links, anybody’s, name the item for the caller', async () => {
    const forms = [own.cps_long_url, own.cps_short_url, linkInTpwd(own.cps_full_tpwd), foreign.cps_short_url]
    for (const click_url of forms) {
      expect(await extract(click_url)).toMatchObject({
        item_id: network.items[0],
        open_iid: network.items[0],
        biz_scene_id: '1',
      })
    }
  })

  test('the scene that the link carries', async () => {
    const data = await convert(network, { item_id_list: network.items[0], biz_scene_id: '3' })
    const link = data.item_url_list?.item_url_list[0].link_info_dto.cps_short_url
    expect((await extract(link)).biz_scene_id).toBe('3')
  })

  test('a link to a shop, and what is no link', async () => {
    const data = await convert(network, { seller_id_list: network.record.shopId })
    const shop = data.shop_url_list?.shop_url_list[0].link_info_dto.cps_long_url
    const refusal = { code: 15, sub_code: '20000' }
    for (const click_url of [shop, own.cps_short_tpwd, 'https://www.example.org/', 'x'])
      expect(await extract(click_url)).toMatchObject(refusal)
  })
})
