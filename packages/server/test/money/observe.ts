import { formatGmt8, formatYuan } from '@opentbk/top'
import type { Wire } from '../setup/server.ts'
import { type Earned, type ModelOrder, tell } from './model.ts'
import type { ModelWorld } from './model-payouts.ts'
import { operate, PARTIES, type Party, platformFee, type Stage } from './stage.ts'

// The same things as a network tells them and as the model does, side by side.

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const ALL_BP = 10_000

type Rows = Record<string, Record<string, unknown>>

const yuan = (fen: number) => formatYuan(BigInt(fen))

/** When orders began to be their promoters', as the model tells it. */
export function expectedBeginnings({ orders }: ModelWorld): number[] {
  return [...new Set(orders.flatMap((order) => order.since ?? []))]
}

/**
 * The same as the network keeps it, by the hour. Whoever hears in another order may have taken an order for
 * nobody's in between, so that it begins again later; all else must be equal.
 */
export async function readBeginnings({ server, name }: Stage): Promise<number[]> {
  const rows = await server.db
    .selectFrom('orders')
    .select('tk_created_at')
    .where('outer_id', 'like', `${name}-%`)
    .where('member_id', 'is not', null)
    .execute()
  const hours = rows.map(({ tk_created_at }) => Math.floor(tk_created_at.getTime() / HOUR_MS) * HOUR_MS)
  return [...new Set(hours)]
}

export function expectedOrders(world: ModelWorld): Rows {
  const rows: Rows = {}
  world.orders.forEach((order, index) => {
    if (order.since === undefined) return
    const { second, third, leader } = order.terms
    rows[`${index} ${second} as 2`] = asParty(order, 'second')
    if (third) rows[`${index} ${third.party} as 3`] = asParty(order, 'third')
    if (leader) rows[`${index} ${leader.party} as leader`] = asLeader(order)
  })
  return rows
}

function common(order: ModelOrder) {
  const { status, paid, refunded, receivedAt } = tell(order)
  return {
    tk_status: status,
    alipay_total_price: yuan(paid),
    pay_price: receivedAt === undefined ? undefined : yuan(paid - refunded),
  }
}

function asParty(order: ModelOrder, role: 'second' | 'third') {
  const { promised, due, hadRefund } = tell(order)
  const thirdBp = order.terms.third?.shareBp ?? 0
  const now = (earned: Earned) => earned[role]
  const counted = order.isSettled ? due : promised
  return {
    ...common(order),
    refund_tag: hadRefund ? 1 : 0,
    total_commission_rate: yuan(order.terms.rateBp),
    pub_share_rate: yuan(role === 'third' ? thirdBp : ALL_BP - thirdBp),
    pub_share_pre_fee: yuan(now(promised).gross),
    pub_share_fee: yuan(now(due).gross),
    alimama_share_fee: yuan(now(counted).fee),
    total_commission_fee: yuan(counted.commission),
    fees: [yuan(now(promised).fee), yuan(now(due).fee)],
  }
}

function asLeader(order: ModelOrder) {
  const { promised, due } = tell(order)
  return { ...common(order), pre_service_fee: yuan(promised.service), service_fee: yuan(due.service) }
}

/** Every order as its parties read it, by the hours in which orders began. */
export async function readOrders(stage: Stage, beginnings: readonly number[]): Promise<Rows> {
  const names = await orderNames(stage)
  const rows: Rows = {}
  for (const at of beginnings) {
    for (const party of PARTIES) {
      for (const row of await readPage(stage, { party, at, method: 'order' }))
        rows[`${names.get(row.trade_id)} ${party} as ${row.tk_order_role}`] = pickParty(row)
      for (const row of await readPage(stage, { party, at, method: 'cp.order' }))
        rows[`${names.get(row.trade_parent_id)} ${party} as leader`] = pickLeader(row)
    }
  }
  return rows
}

async function readPage(
  { server, people }: Stage,
  { party, at, method }: { party: Party; at: number; method: 'order' | 'cp.order' },
): Promise<Wire[]> {
  const window = {
    start_time: formatGmt8(new Date(at)),
    end_time: formatGmt8(new Date(at + 59 * MINUTE_MS)),
    query_type: 1,
    page_size: 100,
  }
  const answer = await server.call(`taobao.tbk.${method}.details.get`, window, { app: people[party].app })
  if (answer.error_response) throw new Error(JSON.stringify(answer))
  const name = method === 'order' ? 'tbk_order' : 'tbk_cp_order'
  const { data } = answer[`${name}_details_get_response`]
  if (data.has_next) throw new Error('more orders than a page holds')
  return data.results.publisher_order_dto ?? data.results.cp_publisher_order_d_t_o ?? []
}

function pickCommon(row: Wire) {
  const { tk_status, alipay_total_price, pay_price } = row
  return { tk_status, alipay_total_price, pay_price }
}

function pickParty(row: Wire) {
  const { refund_tag, total_commission_rate, pub_share_rate, pub_share_pre_fee, pub_share_fee } = row
  const { alimama_share_fee, total_commission_fee, alimm_share_info_dto: info } = row
  return {
    ...pickCommon(row),
    refund_tag,
    total_commission_rate,
    pub_share_rate,
    pub_share_pre_fee,
    pub_share_fee,
    alimama_share_fee,
    total_commission_fee,
    fees: [info.alimm_tech_service_pre_fee, info.alimm_tech_service_fee],
  }
}

function pickLeader(row: Wire) {
  const { pre_service_fee, service_fee } = row
  return { ...pickCommon(row), pre_service_fee, service_fee }
}

/** Which order the network's numbers are, of an order and of its parent. */
async function orderNames({ server, name }: Stage): Promise<Map<string, number>> {
  const rows = await server.db
    .selectFrom('orders')
    .select(['outer_id', 'trade_id', 'trade_parent_id'])
    .where('outer_id', 'like', `${name}-%`)
    .execute()
  return new Map(
    rows.flatMap(({ outer_id, trade_id, trade_parent_id }) => {
      const index = Number(outer_id.slice(name.length + 1))
      return [
        [String(trade_id), index],
        [String(trade_parent_id), index],
      ]
    }),
  )
}

/** What the accounts of everybody here hold; of the platform's what came since the beginning. */
export async function readBalances(stage: Stage): Promise<Record<string, number>> {
  const { server } = stage
  const names = memberNames(stage)
  const rows = await server.db
    .selectFrom('ledger_balances')
    .select(['account', 'member_id', 'amount_fen'])
    .where('member_id', 'in', [...names.keys()])
    .execute()
  const balances = rows.map(({ account, member_id, amount_fen }): [string, number] => [
    `${account} ${names.get(member_id as bigint)}`,
    Number(amount_fen),
  ])
  balances.push(['platform_fee', Number((await platformFee(server)) - stage.platformFeeBefore)])
  return Object.fromEntries(balances.filter(([, amount]) => amount !== 0))
}

/** What everybody here is called. */
export function memberNames({ people, shops }: Stage): Map<bigint, string> {
  return new Map([
    ...PARTIES.map((party): [bigint, string] => [people[party].memberId, party]),
    ...shops.map(({ merchantId }, index): [bigint, string] => [merchantId, `M${index}`]),
  ])
}

/** Payouts of everybody here, by month, party and attempt. */
export async function readPayouts({ server, people }: Stage): Promise<string[]> {
  const found: string[] = []
  for (const party of PARTIES) {
    const { payouts, next } = await operate(server, `payouts?member_id=${people[party].memberId}&limit=200`)
    if (next !== null) throw new Error('more payouts than a page holds')
    for (const { period, attempt, amount, state } of payouts)
      found.push(`${period} ${party} ${attempt} ${amount} ${state}`)
  }
  return found.sort()
}

export function expectedPayouts({ payouts }: ModelWorld): string[] {
  return payouts
    .map(({ period, party, attempt, amount, isReturned }) => {
      return `${period} ${party} ${attempt} ${yuan(amount)} ${isReturned ? 'returned' : 'sent'}`
    })
    .sort()
}
