import { formatGmt8 } from '@opentbk/top'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decodeItemId } from '../../../src/domain/goods/index.ts'
import type { Wire } from '../../setup/server.ts'
import { landingOf, sendEvents } from '../../setup/shop.ts'
import { convert, type LinkNetwork, SC, startLinkNetwork } from './link-network.ts'

const MINUTE_MS = 60_000

let network: LinkNetwork

beforeAll(async () => {
  network = await startLinkNetwork()
})
afterAll(() => network.server.close())

const convertAsProvider = async (params: Record<string, unknown>): Promise<Wire> => {
  const { adzone, site, session, server } = network
  return server.call(SC, { adzone_id: adzone, site_id: site, ...params }, { session })
}

test('the sc door answers for the session’s publisher, with the provider’s own item ids beside', async () => {
  const { items, record, server } = network
  const answer = await convertAsProvider({
    item_id_list: items[0],
    material_list: `${server.url}/shop/items/${record.itemIds[0]}`,
  })
  const { item_url_list, material_url_list } = answer.tbk_sc_general_link_convert_response.data
  const item = item_url_list.item_url_list[0].link_info_dto
  const material = material_url_list.material_url_list[0].link_info_dto
  expect(item.item_id).toBe(items[0])
  expect(material.material_id).toBe(items[0])
  const named = { itemId: BigInt(record.itemIds[0] as string), memberId: BigInt(record.providerId) }
  expect(decodeItemId(server.ctx.keys, item.isv_mktid)).toEqual(named)
  expect(material.isv_mktid).toBe(item.isv_mktid)

  // The provider's id names the item for the provider, whoever it acts for.
  const again = await convertAsProvider({ item_id_list: item.isv_mktid })
  const { item_url_list: second } = again.tbk_sc_general_link_convert_response.data
  expect(second.item_url_list[0].link_info_dto.item_id).toBe(items[0])
})

test('the dg door has no isv_mktid and asks for no site', async () => {
  const data = await convert(network, { item_id_list: network.items[0] })
  expect(data.item_url_list?.item_url_list[0].link_info_dto.isv_mktid).toBeUndefined()
})

test('an app may name items as the publishers do that authorised it, no others', async () => {
  const foreign = await convertAsProvider({ item_id_list: network.foreign.item })
  const { item_url_list } = foreign.tbk_sc_general_link_convert_response.data
  expect(item_url_list.item_url_list[0].code).toBe(35)
})

test('relation_id, special_id and external_id reach the click and the order', async () => {
  const { record, items, server } = network
  const marked = { relation_id: record.relationId, special_id: record.specialId }
  const data = await convert(network, { item_dto: [{ item_id: items[0], external_id: 'wx-7' }], ...marked })
  const link = data.item_url_list?.item_url_list[0].link_info_dto.cps_short_url
  const { clickId, itemId } = await landingOf(link)
  const channels = { relation_id: BigInt(record.relationId), special_id: BigInt(record.specialId) }
  const click = await server.db
    .selectFrom('clicks')
    .select(['relation_id', 'special_id', 'external_id'])
    .executeTakeFirstOrThrow()
  expect(click).toEqual({ ...channels, external_id: 'wx-7' })

  const order = { trade_parent_id: 'P', trade_id: 'T', item_id: itemId, item_num: 1, price: '99.99' }
  const event = { ...order, paid_fee: '99.99', click_id: clickId, at: new Date().toISOString() }
  await sendEvents(server, [
    { ...event, event_id: 'e1', type: 'created' },
    { ...event, event_id: 'e2', type: 'paid' },
  ])
  const answer = await server.call('taobao.tbk.order.details.get', {
    query_type: 2,
    order_scene: 2,
    start_time: formatGmt8(new Date(Date.now() - 10 * MINUTE_MS)),
    end_time: formatGmt8(new Date(Date.now() + MINUTE_MS)),
  })
  expect(answer.tbk_order_details_get_response.data.results.publisher_order_dto).toMatchObject([
    { relation_id: Number(record.relationId), special_id: Number(record.specialId), tk_status: 12 },
  ])
})
