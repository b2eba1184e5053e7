import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Wire } from '../../setup/server.ts'
import { landingOf, sendEvents } from '../../setup/shop.ts'
import { openTrade, readOrderPage } from '../../setup/trade.ts'
import {
  type ChannelNetwork,
  createAccount,
  file,
  inviteCode,
  startChannelNetwork,
} from '../publishers/channel-network.ts'

let network: ChannelNetwork

beforeAll(async () => {
  network = await startChannelNetwork()
})
afterAll(() => network.server.close())

const fileAs = async (name: string, invited: Record<string, unknown>): Promise<Wire> => {
  const inviter_code = await inviteCode(network, invited)
  return file(network.server, await createAccount(network.server, name), { inviter_code })
}

const convert = async (params: Record<string, unknown>): Promise<Wire> => {
  const { server, record, session } = network
  const [, , site_id, adzone_id] = record.pid.split('_')
  const answer = await server.call(
    'taobao.tbk.privilege.get',
    { site_id, adzone_id, item_id: server.demo.item_ids[0], ...params },
    { session },
  )
  return answer.error_response ?? answer.tbk_privilege_get_response.result.data
}

/** Follows a link and buys; answers the order as its promoter reads it. */
async function buy(link: string, tradeId: string): Promise<void> {
  const { clickId, itemId } = await landingOf(link)
  const order = {
    trade_parent_id: `P-${tradeId}`,
    trade_id: tradeId,
    item_id: itemId,
    item_num: 1,
    price: '99.99',
    paid_fee: '99.99',
    click_id: clickId,
    at: new Date().toISOString(),
  }
  const results = await sendEvents(network.server, [
    { ...order, event_id: `${tradeId}-1`, type: 'created' },
    { ...order, event_id: `${tradeId}-2`, type: 'paid' },
  ])
  expect(results.map((result) => result.status)).toEqual(['accepted', 'accepted'])
}

test('ids filed a moment ago: links carry them, orders return them, and the order scenes tell them apart', async () => {
  const { relation_id } = await fileAs('新渠道', { code_type: 1 })
  const { special_id } = await fileAs('新会员', { code_type: 3 })
  await buy((await convert({ relation_id })).item_url, 'T-relation')
  await buy((await convert({ special_id })).item_url, 'T-special')
  await buy((await convert({ relation_id, special_id })).item_url, 'T-both')
  await buy((await convert({})).item_url, 'T-neither')

  const { first } = await openTrade(network.server)
  const read = async (order_scene: number) => {
    const { results } = await readOrderPage(network.server, first, { query_type: 2, order_scene })
    return results
      .map((order: Wire) => [order.relation_id, order.special_id])
      .sort((one: unknown[], other: unknown[]) => String(one).localeCompare(String(other)))
  }
  const sorted = (rows: unknown[][]) => rows.sort((one, other) => String(one).localeCompare(String(other)))
  const [channel, member, both] = [
    [relation_id, undefined],
    [undefined, special_id],
    [relation_id, special_id],
  ]
  expect(await read(1)).toEqual(sorted([channel, member, both, [undefined, undefined]]))
  expect(await read(2)).toEqual(sorted([channel, both]))
  expect(await read(3)).toEqual(sorted([member, both]))
})

test('a member whom a channel invited belongs to that channel', async () => {
  const { relation_id } = await fileAs('带人的渠道', { code_type: 1 })
  const other = await fileAs('别的渠道', { code_type: 1 })
  const { special_id } = await fileAs('带来的会员', { code_type: 3, relation_id })
  expect(await convert({ relation_id, special_id })).toHaveProperty('item_url')
  expect(await convert({ special_id })).toHaveProperty('item_url')
  expect(await convert({ relation_id: other.relation_id, special_id })).toMatchObject({
    code: 15,
    sub_code: 'isp.rebate-id-not-match',
  })
})

test('a closed channel makes no more links', async () => {
  const { relation_id } = await fileAs('要关的渠道', { code_type: 1 })
  expect(await convert({ relation_id })).toHaveProperty('item_url')
  await network.server.db
    .updateTable('channels')
    .set({ status: 'closed' })
    .where('id', '=', BigInt(relation_id))
    .execute()
  await expect
    .poll(() => convert({ relation_id }), { timeout: 5000 })
    .toMatchObject({ code: 15, sub_code: 'isp.relation-id-not-corrent' })
})
