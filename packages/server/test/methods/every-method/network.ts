import { freezeOrder } from '../../../src/domain/penalties/index.ts'
import type { DemoRecord } from '../../../src/seed/demo-record.ts'
import { findDemoRecord } from '../../../src/seed/index.ts'
import { bringNewBuyer } from '../../newusers/activities.ts'
import { type CallOptions, startTestServer, type TestServer, type Wire } from '../../setup/server.ts'
import { landingOf, sendEvents } from '../../setup/shop.ts'
import { type OauthSupply, supplyOauth } from './oauth-supply.ts'

/** A running network with one of everything that a valid call may name. */
export type Network = {
  server: TestServer
  record: DemoRecord
  itemIds: readonly string[]
  siteId: string
  adzoneId: string
  /** Of the second publisher. */
  foreign: { siteId: string; adzoneId: string }
  link: { long: string; short: string; tpwd: string }
  /** A group of publishers whose provider is the publisher. */
  groupId: string
  /** An activity by which the publisher brought a new buyer. */
  activityId: string
  /** Invites channels of the publisher. */
  inviterCode: string
  /** A selection that runs, for everybody. */
  materialId: string
  /** A variant of the second item, for which it has a coupon. */
  sku: { itemId: string; skuId: string }
  /** What members granted the demo app. */
  oauth: OauthSupply
  /** Of the order that was bought through the link. */
  tradeId: string
}

/** Starts a network in which a link was made, followed and bought through, by an order that was frozen. */
export async function startNetwork(): Promise<Network> {
  const server = await startTestServer()
  const record = (await findDemoRecord(server.db)) as DemoRecord
  const [, , siteId = '', adzoneId = ''] = record.pid.split('_')
  const [, , foreignSiteId = '', foreignAdzoneId = ''] = record.secondPid.split('_')
  const converted = await server.call('taobao.tbk.dg.general.link.convert', {
    adzone_id: adzoneId,
    item_id_list: server.demo.item_ids[0],
  })
  const element: Wire = converted.tbk_dg_general_link_convert_response.data.item_url_list.item_url_list[0]
  const { cps_long_url, cps_short_url, cps_short_tpwd } = element.link_info_dto
  const tradeId = await buyThrough(server, cps_short_url)
  await askRefund(server, { adzoneId, relationId: record.relationId })
  const violation = { violationType: '订单虚假交易', reason: '刷单' } as const
  await freezeOrder(server.ctx, { tradeId: BigInt(tradeId), ...violation }, { id: undefined })
  return {
    server,
    record,
    itemIds: server.demo.item_ids,
    siteId,
    adzoneId,
    foreign: { siteId: foreignSiteId, adzoneId: foreignAdzoneId },
    link: { long: cps_long_url, short: cps_short_url, tpwd: cps_short_tpwd },
    groupId: await addGroup(server, record),
    activityId: await bringNewBuyer(server, { shopId: BigInt(record.shopId), link: cps_long_url }),
    inviterCode: await inviteChannels(server),
    materialId: await findMaterialId(server),
    sku: await addSku(server, record),
    oauth: await supplyOauth(server, record),
    tradeId,
  }
}

async function addGroup(server: TestServer, record: DemoRecord): Promise<string> {
  const at = new Date()
  const { id } = await server.db
    .insertInto('member_groups')
    .values({ owner_id: BigInt(record.publisherId), created_at: at, updated_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  const member = { group_id: id, member_id: BigInt(record.secondPublisherId), added_at: at }
  await server.db.insertInto('member_group_members').values(member).execute()
  return String(id)
}

async function inviteChannels(server: TestServer): Promise<string> {
  const answer = await server.call(
    'taobao.tbk.sc.invitecode.get',
    { relation_app: 'common', code_type: 1 },
    { session: server.demo.provider_app.session },
  )
  return answer.tbk_sc_invitecode_get_response.data.inviter_code
}

async function findMaterialId(server: TestServer): Promise<string> {
  const found = server.db.selectFrom('materials').select('id').where('member_id', 'is', null)
  return String((await found.orderBy('id').limit(1).executeTakeFirstOrThrow()).id)
}

async function addSku(server: TestServer, record: DemoRecord): Promise<Network['sku']> {
  const [, itemId = ''] = record.itemIds
  const variant = { item_id: BigInt(itemId), name: '大号', price_fen: 15_900n, stock: 5 }
  const made = server.db.insertInto('skus').values(variant).returning('id')
  return { itemId, skuId: String((await made.executeTakeFirstOrThrow()).id) }
}

/** Answers the network's number of the order. */
async function buyThrough(server: TestServer, link: string): Promise<string> {
  const { clickId, itemId } = await landingOf(link)
  const at = new Date().toISOString()
  const order = {
    trade_parent_id: 'P-1',
    trade_id: 'T-1',
    item_id: itemId,
    item_num: 1,
    click_id: clickId,
    at,
  }
  const amounts = { price: '99.99', paid_fee: '99.99' }
  const results = await sendEvents(server, [
    { ...order, ...amounts, event_id: 'E-1', type: 'created' },
    { ...order, ...amounts, event_id: 'E-2', type: 'paid' },
  ])
  if (results.some((result) => result.status !== 'accepted')) throw new Error(JSON.stringify(results))
  const { trade_id } = await server.db.selectFrom('orders').select('trade_id').executeTakeFirstOrThrow()
  return String(trade_id)
}

/** An order of the publisher's channel of which the shopper wants the money back. */
async function askRefund(server: TestServer, of: { adzoneId: string; relationId: string }): Promise<void> {
  const converted = await server.call('taobao.tbk.dg.general.link.convert', {
    adzone_id: of.adzoneId,
    relation_id: of.relationId,
    item_id_list: server.demo.item_ids[0],
  })
  const element: Wire = converted.tbk_dg_general_link_convert_response.data.item_url_list.item_url_list[0]
  const { clickId, itemId } = await landingOf(element.link_info_dto.cps_long_url)
  const order = { trade_parent_id: 'P-2', trade_id: 'T-2', item_id: itemId, item_num: 1, click_id: clickId }
  const amounts = { price: '99.99', paid_fee: '99.99', at: new Date().toISOString() }
  const results = await sendEvents(server, [
    { ...order, ...amounts, event_id: 'E-3', type: 'paid' },
    { ...order, ...amounts, event_id: 'E-4', type: 'refund_requested', refund_id: 'R', refund_fee: '9.99' },
  ])
  if (results.some((result) => result.status !== 'accepted')) throw new Error(JSON.stringify(results))
}

/** How a method is called validly: with the provider's app and the publisher's session where it needs one. */
export function callerFor(network: Network, method: { readonly session: string }): CallOptions {
  return method.session === 'required' ? { session: network.server.demo.provider_app.session } : {}
}
