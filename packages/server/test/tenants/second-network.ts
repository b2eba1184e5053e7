import { encodeItemId } from '../../src/domain/goods/index.ts'
import { freezeOrder } from '../../src/domain/penalties/index.ts'
import { formatPid } from '../../src/domain/publishers/index.ts'
import type { ServerMethod } from '../../src/methods/define.ts'
import { demoGroupId, demoMessage } from '../../src/seed/demo-content.ts'
import { addSession } from '../gateway/own-app.ts'
import { type Network, startNetwork } from '../methods/every-method/network.ts'
import { supplyOauth } from '../methods/every-method/oauth-supply.ts'
import { type Params, validCall } from '../methods/every-method/valid-calls.ts'
import { askAsOperator } from '../sandbox/operator.ts'
import type { CallOptions, TestServer, Wire } from '../setup/server.ts'
import { landingOf, sendEvents } from '../setup/shop.ts'
import { convertItem, openTrade, type Promoter, type Trade } from '../setup/trade.ts'

/** One network, as its first publisher has it and as its second one does: ids of all kinds, each their own. */
export type Tenants = {
  server: TestServer
  first: Network
  second: Network
  firstId: bigint
  secondId: bigint
  /** The second publisher's own app, and a session by which the provider's app acts for them. */
  caller: { app: Promoter['app']; session: string }
  /** Groups that either sends messages to, and a message of each. */
  group: Message
  firstGroup: Message
  /** Selections of goods that either made. */
  selectionId: string
  firstSelectionId: string
}

type Message = { group_id: string; msg_id: string; offset_code: string }

// Unlike the first publisher's orders, which are of 99.99.
const PRICE = '58.80'
const GROUP = 'R:20000002'

export async function startTenants(): Promise<Tenants> {
  const first = await startNetwork()
  const { server, record } = first
  const trade = await openTrade(server)
  const { second: owner } = trade
  const session = await openSession(server, record.providerAppKey, owner.memberId)
  const own = await addOwnPlaces(server, owner)
  const links = await convertItem(server, owner, { itemId: trade.items[0] as bigint })
  const second: Network = {
    ...first,
    siteId: first.foreign.siteId,
    adzoneId: first.foreign.adzoneId,
    record: { ...record, pid: owner.pid, ...own },
    itemIds: record.itemIds.map((id) => encodeItemId(server.ctx.keys, BigInt(id), owner.memberId)),
    link: { long: links.long, short: links.short, tpwd: await makeTpwd(server, owner, links.long) },
    tradeId: await sellThrough(server, trade, own.relationId),
    groupId: await addMemberGroup(server, owner.memberId),
    inviterCode: await inviteChannels(server, session),
    oauth: await supplyOauth({ ...server, demo: { ...server.demo, app: owner.app } }, record),
  }
  // By which the second publisher may be in a group of their own.
  await openSession(server, owner.app.key, owner.memberId)
  const message = demoMessage(0)
  const selection = server.db
    .selectFrom('materials')
    .select('id')
    .where('member_id', '=', trade.first.memberId)
  return {
    server,
    first,
    second,
    firstId: trade.first.memberId,
    secondId: owner.memberId,
    caller: { app: owner.app, session },
    group: await addGroup(server, owner),
    selectionId: await addSelection(server, trade),
    firstGroup: { group_id: demoGroupId, msg_id: message.msgId, offset_code: message.offsetCode },
    firstSelectionId: String((await selection.executeTakeFirstOrThrow()).id),
  }
}

/** How the second publisher calls a method. */
export function secondCaller({ caller }: Tenants, method: ServerMethod): CallOptions {
  return method.session === 'required' ? { session: caller.session } : { app: caller.app }
}

/** The arguments of a call that is valid for the second publisher: of a group, the own one. */
export function secondCall({ second, group }: Tenants, method: ServerMethod): Params {
  const params = validCall(second, method)
  const ofGroup = Object.entries(group).filter(([name]) => name in params)
  return { ...params, ...Object.fromEntries(ofGroup) }
}

async function openSession(server: TestServer, appKey: string, memberId: bigint): Promise<string> {
  const found = server.db.selectFrom('apps').select('id').where('app_key', '=', appKey)
  return addSession(server.ctx, (await found.executeTakeFirstOrThrow()).id, { memberId })
}

/** Channels of the publisher's, and somebody with whom they agreed to share. */
async function addOwnPlaces(server: TestServer, { memberId }: Promoter) {
  const channel = async (kind: string) => {
    const values = { member_id: memberId, kind, name: '自己的', created_at: new Date() }
    const made = server.db.insertInto('channels').values(values).returning('id')
    return String((await made.executeTakeFirstOrThrow()).id)
  }
  return {
    relationId: await channel('relation'),
    specialId: await channel('special'),
    secondPid: await addThird(server, memberId),
  }
}

async function addThird({ db }: TestServer, secondId: bigint): Promise<string> {
  const at = new Date()
  const created = { created_at: at }
  const thirdId = (
    await db
      .insertInto('members')
      .values({ name: '第三位推广者', roles: ['publisher'], ...created })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id
  const address = 'https://third.example.net'
  const site = { member_id: thirdId, kind: 'website', name: '第三家', address, category: '内容', ...created }
  const siteId = (
    await db
      .insertInto('sites')
      .values({ ...site, status: 'approved' })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id
  const adzone = { member_id: thirdId, site_id: siteId, name: '首页', ...created }
  const made = db.insertInto('adzones').values(adzone).returning('id')
  const adzoneId = (await made.executeTakeFirstOrThrow()).id
  const parties = { second_id: secondId, third_id: thirdId, offered_by: secondId, share_bp: 2000 }
  await db
    .insertInto('share_agreements')
    .values({ ...parties, state: 'accepted', offered_at: at, decided_at: at })
    .execute()
  return formatPid({ memberId: thirdId, siteId, adzoneId })
}

async function makeTpwd(server: TestServer, { app }: Promoter, url: string): Promise<string> {
  const answer = await server.call('taobao.tbk.tpwd.create', { url }, { app })
  return answer.tbk_tpwd_create_response.data.password_simple
}

/** An order of the publisher's channel, whose money is wanted back and which was frozen. Answers its number. */
async function sellThrough(server: TestServer, trade: Trade, relationId: string): Promise<string> {
  const params = { relation_id: relationId }
  const link = await convertItem(server, trade.second, { itemId: trade.items[3] as bigint, params })
  const { clickId, itemId } = await landingOf(link.long)
  const names = { trade_parent_id: 'P-9', trade_id: 'T-9', item_id: itemId, click_id: clickId }
  const order = { ...names, item_num: 1, price: PRICE, paid_fee: PRICE, at: new Date().toISOString() }
  const results = await sendEvents(server, [
    { ...order, event_id: 'E-8', type: 'paid' },
    { ...order, event_id: 'E-9', type: 'refund_requested', refund_id: 'R-9', refund_fee: '1.00' },
  ])
  if (results.some((result) => result.status !== 'accepted')) throw new Error(JSON.stringify(results))
  const found = server.db.selectFrom('orders').select('trade_id').where('outer_id', '=', 'T-9')
  const tradeId = (await found.executeTakeFirstOrThrow()).trade_id
  const violation = { violationType: '订单虚假交易', reason: '刷单' } as const
  await freezeOrder(server.ctx, { tradeId, ...violation }, { id: undefined })
  return String(tradeId)
}

async function addMemberGroup({ db }: TestServer, owner_id: bigint): Promise<string> {
  const at = new Date()
  const group = { owner_id, created_at: at, updated_at: at }
  const made = db.insertInto('member_groups').values(group).returning('id')
  const { id: group_id } = await made.executeTakeFirstOrThrow()
  await db
    .insertInto('member_group_members')
    .values({ group_id, member_id: owner_id, added_at: at })
    .execute()
  return String(group_id)
}

async function inviteChannels(server: TestServer, session: string): Promise<string> {
  const wanted = { relation_app: 'common', code_type: 1 }
  const answer = await server.call('taobao.tbk.sc.invitecode.get', wanted, { session })
  return answer.tbk_sc_invitecode_get_response.data.inviter_code
}

async function addGroup(server: TestServer, { memberId, app }: Promoter): Promise<Message> {
  const send_time = new Date(server.ctx.clock.now().getTime() + 86_400_000).toISOString()
  const messages = [{ send_time, content: '今天10点开始' }]
  const body = { member_id: String(memberId), groups: [GROUP], name: '自己的计划', messages }
  const made = await askAsOperator(server, '/admin/v1/community/plans', { body })
  if (made.status !== 201) throw new Error(JSON.stringify(made.body))
  const answer = await server.call('taobao.tbk.sf.group.activity.get', { group_id: GROUP }, { app })
  const [message]: Wire[] = answer.tbk_sf_group_activity_get_response.result_list.map_data
  return { group_id: GROUP, msg_id: message.msg_id, offset_code: message.offset_code }
}

async function addSelection({ db }: TestServer, { second, items }: Trade): Promise<string> {
  const period = { starts_at: new Date(0), ends_at: new Date('2100-01-01') }
  const selection = { kind: 'goods', subject: 5, name: '自己的选品', member_id: second.memberId, rule: null }
  const made = db
    .insertInto('materials')
    .values({ ...selection, ...period })
    .returning('id')
  const { id } = await made.executeTakeFirstOrThrow()
  const listed = items.map((item_id, index) => ({ material_id: id, item_id, position: index + 1 }))
  await db.insertInto('material_items').values(listed).execute()
  return String(id)
}
