import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findLongLink } from '../../../src/domain/links/index.ts'
import type { Wire } from '../../setup/server.ts'
import { convert, type LinkNetwork, startLinkNetwork } from './link-network.ts'

let network: LinkNetwork

beforeAll(async () => {
  network = await startLinkNetwork()
})
afterAll(() => network.server.close())

const linkIn = (url: string) =>
  findLongLink(network.server.ctx, new URL(url).searchParams.get('e') as string)?.link

describe('item.convert', () => {
  const call = async (params: Record<string, unknown>): Promise<Wire> => {
    const answer = await network.server.call('taobao.tbk.item.convert', {
      adzone_id: network.adzone,
      fields: 'num_iid,click_url',
      ...params,
    })
    return answer.error_response ?? answer.tbk_item_convert_response.results.n_tbk_item ?? []
  }

  test('each item by its own id; what cannot be read or promoted is left out', async () => {
    const [first, second] = network.items as [string, string]
    const off = await network.server.db
      .selectFrom('items')
      .select('id')
      .where((eb) => eb.or([eb('status', '=', 'off'), eb('promoted', '=', false)]))
      .executeTakeFirst()
    const dead = off ? [network.wireId(off.id)] : []
    const found = await call({ num_iids: [first, 'abc', ...dead, second].join(','), unid: 'demo12' })
    expect(found.map((item: Wire) => [item.num_iid, item.input_num_iid])).toEqual([
      [first, first],
      [second, second],
    ])
    expect(linkIn(found[0].click_url)).toMatchObject({
      adzoneId: BigInt(network.adzone),
      externalId: 'demo12',
      generalOnly: false,
    })
  })

  test('dx=1 asks for the general plan; fields choose the members', async () => {
    const [general] = await call({ num_iids: network.items[0], dx: '1', fields: 'click_url,nick' })
    expect(Object.keys(general).sort()).toEqual(['click_url', 'input_num_iid'])
    expect(linkIn(general.click_url)?.generalOnly).toBe(true)
    const [named] = await call({ num_iids: network.items[0], fields: ' num_iid ' })
    expect(Object.keys(named).sort()).toEqual(['input_num_iid', 'num_iid'])
  })

  test.each([
    ['an unknown adzone', { adzone_id: 1 }, ['isv.invalid-parameter:adzone_id', 'adzone_id不正确']],
    ['platform 3', { platform: 3 }, ['isv.invalid-parameter:platform', 'platform不正确']],
    ['a unid of 13', { unid: 'a'.repeat(13) }, ['isv.invalid-parameter:unid', 'unid不正确']],
    ['a unid with a sign', { unid: 'a-b' }, ['isv.invalid-parameter:unid', 'unid不正确']],
  ])('%s is refused by the documented code', async (_name, params, error) => {
    const [sub_code, sub_msg] = error
    const answer = await call({ num_iids: network.items[0], ...params })
    expect(answer).toMatchObject({ code: 15, sub_code, sub_msg })
  })

  test('ids of which none can be read, too many ids, and fields that name nothing', async () => {
    expect(await call({ num_iids: '123,456' })).toMatchObject({ code: 15, sub_code: '35' })
    const many = Array.from({ length: 41 }, () => network.items[0]).join(',')
    expect(await call({ num_iids: many })).toMatchObject({ code: 41, msg: 'Invalid arguments:num_iids' })
    const nothing = await call({ num_iids: network.items[0], fields: 'nick' })
    expect(nothing).toMatchObject({ code: 41, msg: 'Invalid arguments:fields' })
  })
})

describe('shop.convert', () => {
  const params = () => ({ adzone_id: network.adzone, fields: 'user_id,click_url' })
  const call = async (user_ids: string): Promise<Wire> => {
    const answer = await network.server.call('taobao.tbk.shop.convert', { ...params(), user_ids })
    return answer.tbk_shop_convert_response.results.n_tbk_shop ?? []
  }
  const sellerOf = async (): Promise<string> => {
    const answer = await network.server.call('taobao.tbk.item.info.get', { num_iids: network.items[0] })
    return String(answer.tbk_item_info_get_response.results.n_tbk_item[0].seller_id)
  }

  test('a seller by the id that item details tell; unknown ones are left out', async () => {
    const seller = await sellerOf()
    const { shopId } = network.record
    const found = await call(`${seller},1,${seller}`)
    expect(found.map((shop: Wire) => String(shop.user_id))).toEqual([seller])
    expect(linkIn(found[0].click_url)?.target).toEqual({ kind: 'shop', shopId: BigInt(shopId) })
  })

  test('the sc door does the same for the session’s publisher', async () => {
    const { server, site, session, record } = network
    const answer = await server.call(
      'taobao.tbk.sc.shop.convert',
      { ...params(), site_id: site, user_ids: record.shopId, unid: 'ab1' },
      { session },
    )
    const [shop] = answer.tbk_sc_shop_convert_response.results.n_tbk_shop
    expect(linkIn(shop.click_url)).toMatchObject({
      memberId: BigInt(record.publisherId),
      externalId: 'ab1',
    })
  })

  test('general.link.convert takes the seller id of item details as well', async () => {
    const seller = await sellerOf()
    const data = await convert(network, { seller_id_list: seller })
    const [shop] = data.shop_url_list?.shop_url_list ?? []
    expect(shop.input_shop_id).toBe(seller)
    expect(linkIn(shop.link_info_dto.cps_long_url)?.target).toEqual({
      kind: 'shop',
      shopId: BigInt(network.record.shopId),
    })
  })

  test('a closed shop is left out', async () => {
    const { db } = network.server
    const shop = await db
      .selectFrom('shops')
      .select('id')
      .where('id', '<>', BigInt(network.record.shopId))
      .executeTakeFirstOrThrow()
    expect(await call(`${shop.id}`)).toHaveLength(1)
    await db.updateTable('shops').set({ status: 'closed' }).where('id', '=', shop.id).execute()
    await expect.poll(() => call(`${shop.id}`), { timeout: 5000 }).toEqual([])
  })
})
