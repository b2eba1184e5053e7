import { formatYuan } from '@opentbk/top'
import { expect } from 'vitest'
import { encodeItemId } from '../../src/domain/goods/index.ts'
import { createAppWithout } from '../methods/every-method/scratch-app.ts'
import { askAsOperator } from '../sandbox/operator.ts'
import type { TestServer, Wire } from '../setup/server.ts'
import { landingOf } from '../setup/shop.ts'
import { convertItem, openTrade, type Promoter } from '../setup/trade.ts'
import type { Plan } from './plans.ts'

export const PARTIES = ['P', 'Q', 'L'] as const
export type Party = (typeof PARTIES)[number]

/** One network with new people, shops and goods, whose orders are about to be reported. */
export type Stage = {
  server: TestServer
  /** Begins the names of its orders and events. */
  name: string
  people: Record<Party, Promoter>
  /** Each with its merchant and the server as that shop sees it. */
  shops: { merchantId: bigint; server: TestServer }[]
  items: { id: bigint; shop: number }[]
  /** Which of them each order is of. */
  itemOfOrder: number[]
  /** The click that led to each order. */
  clickIds: string[]
  /** The last penalty of each order. */
  penalties: Map<number, string>
  platformFeeBefore: bigint
}

export const orderName = (stage: Pick<Stage, 'name'>, order: number) => `${stage.name}-${order}`

/** An operator's call that must do what it is for. */
export async function operate(server: TestServer, path: string, body?: unknown): Promise<Wire> {
  const answer = await askAsOperator(server, `/admin/v1/${path}`, body === undefined ? {} : { body })
  expect(answer.body?.error).toBeUndefined()
  return answer.body
}

/** Business time goes on to a moment; what comes due by it is done. */
export async function advanceTo(server: TestServer, moment: number): Promise<void> {
  const seconds = Math.ceil((moment - server.ctx.clock.now().getTime()) / 1000)
  const { status } = await askAsOperator(server, '/sandbox/clock', { body: { advance: `${seconds}s` } })
  expect(status).toBe(200)
}

export async function openStage(server: TestServer, plan: Plan, name: string): Promise<Stage> {
  const people = { P: await addPerson(server), Q: await addPerson(server), L: await addPerson(server) }
  await agree(server, { second: people.P, third: people.Q, shareBp: plan.shareBp.P })
  await agree(server, { second: people.Q, third: people.P, shareBp: plan.shareBp.Q })
  for (const party of PARTIES) {
    if (party === 'L' && !plan.leaderHasPayee) continue
    const payee = { name: '户名', bank: '某银行', account: '62220001' }
    await operate(server, `members/${people[party].memberId}/payee`, payee)
  }
  await operate(server, 'payouts/minimum', { minimum: formatYuan(BigInt(plan.minimum)) })
  const shops = [await addShop(server), await addShop(server)]
  const items = await addItems(server, plan, { people, shops })
  const itemOfOrder = plan.orders.map((order) => order.item % items.length)
  const stage = { server, name, people, shops, items, itemOfOrder, clickIds: [], penalties: new Map() }
  return { ...stage, clickIds: await click(stage, plan), platformFeeBefore: await platformFee(server) }
}

export async function platformFee({ db }: TestServer): Promise<bigint> {
  const query = db.selectFrom('ledger_balances').select('amount_fen').where('account', '=', 'platform_fee')
  return (await query.executeTakeFirst())?.amount_fen ?? 0n
}

let people = 0

async function addPerson(server: TestServer): Promise<Promoter> {
  const created_at = server.ctx.clock.now()
  const insert = { name: `参与者${people++}`, roles: ['publisher', 'recruiting_leader'], created_at }
  const { id: member_id } = await server.db
    .insertInto('members')
    .values(insert)
    .returning('id')
    .executeTakeFirstOrThrow()
  const site = { kind: 'website', address: 'https://a.example.com', category: '导购', status: 'approved' }
  const { id: site_id } = await server.db
    .insertInto('sites')
    .values({ member_id, name: '媒体', ...site, created_at })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id: adzone_id } = await server.db
    .insertInto('adzones')
    .values({ member_id, site_id, name: '首页', created_at })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { app } = await createAppWithout(server, member_id, String(member_id))
  return { memberId: member_id, app, pid: `mm_${member_id}_${site_id}_${adzone_id}` }
}

/** The third party has a share of what the second one's tripartite links earn. */
async function agree(
  server: TestServer,
  { second, third, shareBp }: { second: Promoter; third: Promoter; shareBp: number },
): Promise<void> {
  const offer = {
    second_id: String(second.memberId),
    third_id: String(third.memberId),
    share_rate: (shareBp / 100).toFixed(2),
    member_id: String(second.memberId),
  }
  const { id } = await operate(server, 'agreements', offer)
  await operate(server, `agreements/${id}/accept`, { member_id: String(third.memberId) })
}

/** A shop like the demo network's, of a merchant of its own. */
async function addShop(server: TestServer): Promise<Stage['shops'][number]> {
  const created_at = server.ctx.clock.now()
  const { id: merchantId } = await server.db
    .insertInto('members')
    .values({ name: '商家', roles: ['merchant'], created_at })
    .returning('id')
    .executeTakeFirstOrThrow()
  const demo = server.db.selectFrom('shops').selectAll().where('shop_key', '=', server.demo.shop.key)
  const { id: _, ...like } = await demo.executeTakeFirstOrThrow()
  const [key, secret] = [`shop${merchantId}`, `secret of ${merchantId}`]
  const secret_sealed = server.ctx.keys.seal('shop-secret', Buffer.from(secret))
  await server.db
    .insertInto('shops')
    .values({ ...like, member_id: merchantId, shop_key: key, secret_sealed })
    .execute()
  const shop = { ...server.demo.shop, key, secret }
  return { merchantId, server: { ...server, demo: { ...server.demo, shop } } }
}

async function addItems(
  server: TestServer,
  plan: Plan,
  { people, shops }: Pick<Stage, 'people' | 'shops'>,
): Promise<Stage['items']> {
  const [demoItem] = (await openTrade(server)).items
  const model = server.db
    .selectFrom('items')
    .selectAll()
    .where('id', '=', demoItem as bigint)
  const { id: _, ...like } = await model.executeTakeFirstOrThrow()
  const now = server.ctx.clock.now().getTime()
  const campaign = await operate(server, 'campaigns', {
    leader_id: String(people[plan.leader].memberId),
    name: '招商',
    service_rate: (plan.serviceBp / 100).toFixed(2),
    ends_at: new Date(now + 200 * 86_400_000).toISOString(),
  })
  const items: Stage['items'] = []
  for (const { shop, rateBp, isInCampaign } of plan.items) {
    const { merchantId, server: asShop } = shops[shop] as Stage['shops'][number]
    const { id: shop_id } = await server.db
      .selectFrom('shops')
      .select('id')
      .where('shop_key', '=', asShop.demo.shop.key)
      .executeTakeFirstOrThrow()
    const { id } = await server.db
      .insertInto('items')
      .values({ ...like, shop_id, outer_id: `item ${items.length}` })
      .returning('id')
      .executeTakeFirstOrThrow()
    items.push({ id, shop })
    if (isInCampaign) {
      const commission_rate = (rateBp / 100).toFixed(2)
      const entry = { item_id: String(id), member_id: String(merchantId), commission_rate }
      await operate(server, `campaigns/${campaign.id}/items`, entry)
    } else {
      const common = { kind: 'marketing', shop_id, item_id: id, name: '营销计划' }
      await server.db
        .insertInto('commission_plans')
        .values({ ...common, rate_bp: rateBp, starts_at: new Date(now - 1000) })
        .execute()
    }
  }
  return items
}

/** One click for each order, by a shopper of its own. */
async function click(
  stage: Pick<Stage, 'server' | 'people' | 'items' | 'itemOfOrder'>,
  plan: Plan,
): Promise<string[]> {
  const { server, people } = stage
  const links = new Map<string, string>()
  const clickIds: string[] = []
  for (const [index, order] of plan.orders.entries()) {
    const { id } = stage.items[stage.itemOfOrder[index] as number] as Stage['items'][number]
    const key = `${id} ${order.second} ${order.isShared}`
    const second = people[order.second]
    const third = people[order.second === 'P' ? 'Q' : 'P']
    const link =
      links.get(key) ??
      (order.isShared
        ? await shareItem(server, { itemId: id, second, third })
        : (await convertItem(server, second, { itemId: id })).long)
    links.set(key, link)
    clickIds.push((await landingOf(link)).clickId)
  }
  return clickIds
}

async function shareItem(
  server: TestServer,
  { itemId, second, third }: { itemId: bigint; second: Promoter; third: Promoter },
): Promise<string> {
  const params = {
    adzone_id: second.pid.split('_')[3],
    sub_pid: third.pid,
    fields: 'click_url',
    num_iids: encodeItemId(server.ctx.keys, itemId, second.memberId),
  }
  const answer = await server.call('taobao.tbk.item.share.convert', params, { app: second.app })
  return answer.tbk_item_share_convert_response.results.n_tbk_item[0].click_url
}
