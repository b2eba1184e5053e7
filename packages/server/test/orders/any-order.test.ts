import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newClickId } from '../../src/domain/clicks/click-id.ts'
import { newShopperId } from '../../src/domain/clicks/index.ts'
import { insertClicks } from '../../src/domain/clicks/rows.ts'
import { ensurePartitions } from '../../src/store/partitions.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { sendEvents } from '../setup/shop.ts'
import { openTrade, type Promoter, type Trade } from '../setup/trade.ts'
import {
  expectedOrders,
  type ModelClick,
  type ModelEvent,
  type ModelOrder,
  type ModelRates,
} from './model.ts'
import { type ClickPlan, type DeliveryPlan, everyStatus, type OrderPlan, story, toWire } from './stories.ts'

const HOUR_MS = 3_600_000
const EXCLUSIVE_BP = 2000

let server: TestServer
let trade: Trade
let rates: ModelRates
let deliveries = 0
/** Long enough ago that the oldest click is out of reach of the newest order. */
const startMs = Date.now() - 25 * 24 * HOUR_MS

beforeAll(async () => {
  server = await startTestServer()
  trade = await openTrade(server)
  const [dear, cheap] = [trade.items[0] as bigint, trade.items[2] as bigint]
  await server.db
    .insertInto('commission_plans')
    .values({
      kind: 'exclusive',
      shop_id: trade.shopId,
      item_id: cheap,
      member_id: trade.second.memberId,
      name: '专享计划',
      rate_bp: EXCLUSIVE_BP,
      starts_at: new Date(startMs - HOUR_MS),
    })
    .execute()
  // Every plan ran when the clicks were made.
  await server.db
    .updateTable('commission_plans')
    .set({ starts_at: new Date(startMs - HOUR_MS) })
    .where('shop_id', '=', trade.shopId)
    .execute()
  const general = await server.db
    .selectFrom('commission_plans')
    .select('rate_bp')
    .where('shop_id', '=', trade.shopId)
    .where('kind', '=', 'general')
    .executeTakeFirstOrThrow()
  rates = {
    general: general.rate_bp,
    special: {
      [String(dear)]: { '*': 1234 },
      [String(cheap)]: { '*': 500, [String(trade.second.memberId)]: EXCLUSIVE_BP },
    },
    fee: 1000,
  }
  await ensurePartitions(server.ctx, 'clicks', [new Date(startMs), new Date()])
})

afterAll(() => server.close())

const itemAt = (index: number | undefined) => (index === undefined ? undefined : String(trade.items[index]))

async function makeClicks(plans: readonly ClickPlan[]): Promise<ModelClick[]> {
  const shoppers = [newShopperId(), newShopperId(), newShopperId()]
  const clicks = plans.map((plan, index): ModelClick & { promoter: Promoter } => {
    // No two at the same moment: which of them was the last would be chance.
    const at = startMs + plan.hour * HOUR_MS + index
    const promoter = trade[plan.promoter]
    return {
      id: newClickId(new Date(at)),
      at,
      shopper: shoppers[plan.shopper] as string,
      member: String(promoter.memberId),
      item: itemAt(plan.item),
      attributable: plan.attributable,
      promoter,
    }
  })
  await insertClicks(
    server.ctx.store.pool,
    clicks.map(({ id, at, shopper, item, attributable, promoter }) => ({
      id,
      clickedAt: new Date(at),
      shopperId: shopper,
      linkHash: 1n,
      memberId: promoter.memberId,
      siteId: BigInt(promoter.pid.split('_')[2] as string),
      adzoneId: BigInt(promoter.pid.split('_')[3] as string),
      shopId: trade.shopId,
      itemId: item === undefined ? undefined : BigInt(item),
      venueId: undefined,
      couponId: undefined,
      relationId: undefined,
      specialId: undefined,
      externalId: undefined,
      uvid: undefined,
      generalOnly: false,
      bizScene: 1,
      via: 'long' as const,
      terminal: 'pc' as const,
      ipHash: Buffer.alloc(16),
      agentHash: Buffer.alloc(16),
      isBot: false,
      isNewShopper: false,
      attributable,
      reason: attributable ? undefined : 'promoter not in good standing',
      third: undefined,
    })),
  )
  return clicks
}

function makeEvents(orders: readonly OrderPlan[], clicks: readonly ModelClick[], name: string): ModelEvent[] {
  return orders.flatMap((order, index) =>
    order.events.map((plan, number): ModelEvent => {
      const known = plan.click === undefined ? undefined : (clicks[plan.click]?.id ?? 'nobody-gave-this-out')
      return {
        id: `${name}-${index}-${number}`,
        order: `${name}-${index}`,
        item: itemAt(order.item) as string,
        type: plan.type,
        at: startMs + order.hour * HOUR_MS + plan.minute * 60_000,
        paid: plan.paid,
        refundId: plan.refundId,
        refund: plan.refund,
        clickId: known,
        buyer: plan.saysBuyer ? `${name}-${order.buyer}` : undefined,
      }
    }),
  )
}

/** Sends every event in an order of the plan's, some again, in requests of a few, several at once. */
async function deliver(events: readonly ModelEvent[], plan: DeliveryPlan): Promise<void> {
  const queue = events
    .map((event, index) => ({ event, key: plan.seed[index] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ event }) => event)
  for (const at of plan.repeats)
    queue.splice(at % (queue.length + 1), 0, events[at % events.length] as ModelEvent)
  const accepted: string[] = []
  while (queue.length > 0) {
    const requests = Array.from({ length: plan.atOnce }, () => queue.splice(0, plan.chunk)).filter(
      (r) => r.length > 0,
    )
    const answers = await Promise.all(requests.map((request) => sendEvents(server, request.map(toWire))))
    for (const result of answers.flat()) {
      expect(['accepted', 'duplicate']).toContain(result.status)
      if (result.status === 'accepted') accepted.push(result.event_id)
    }
    expect(await ledgerSum()).toBe('0')
  }
  expect(accepted.sort()).toEqual(events.map((event) => event.id).sort())
}

async function ledgerSum(): Promise<string> {
  const { rows } = await sql<{ sum: string }>`
    select coalesce(sum(amount_fen), 0)::text as sum from ledger_lines`.execute(server.db)
  return rows[0]?.sum as string
}

// What came of it ----------------------------------------------------------------

async function actualOrders(name: string): Promise<Map<string, ModelOrder>> {
  const rows = await server.db
    .selectFrom('orders')
    .selectAll()
    .where('outer_id', 'like', `${name}-%`)
    .execute()
  expect(new Set(rows.map((row) => row.outer_id)).size).toBe(rows.length)
  return new Map(
    rows.map((row): [string, ModelOrder] => {
      expect(row.booked_member_id).toBe(row.booked_commission_fen === 0n ? null : row.member_id)
      return [
        row.outer_id,
        {
          status: row.status,
          member: row.member_id?.toString(),
          rate: row.rate_bp,
          paid: Number(row.paid_fen),
          refunded: Number(row.refunded_fen),
          estimated: Number(row.estimated_commission_fen),
          estimatedFee: Number(row.estimated_fee_fen),
          booked: Number(row.booked_commission_fen),
          bookedFee: Number(row.booked_fee_fen),
          isRefunding: row.is_refunding,
          hadRefund: row.had_refund,
        },
      ]
    }),
  )
}

/** Balances that the orders left behind: order, account, whose, fen; those of nothing left out. */
async function actualBalances(name: string): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' ', o.outer_id, l.account, l.member_id, sum(l.amount_fen)) as line
    from ledger_lines l join ledger_entries e on e.id = l.entry_id join orders o on o.id = e.order_id
    where o.outer_id like ${`${name}-%`}
    group by o.outer_id, l.account, l.member_id having sum(l.amount_fen) <> 0`.execute(server.db)
  return rows.map((row) => row.line).sort()
}

function expectedBalances(orders: ReadonlyMap<string, ModelOrder>): string[] {
  const lines = [...orders].flatMap(([name, { booked, bookedFee, member }]) => {
    if (member === undefined || booked === 0) return []
    const net = booked - bookedFee
    expect(net + bookedFee).toBe(booked)
    return [
      `${name} merchant ${trade.merchantId} ${-booked}`,
      ...(net === 0 ? [] : [`${name} publisher_pending ${member} ${net}`]),
      ...(bookedFee === 0 ? [] : [`${name} platform_fee ${bookedFee}`]),
    ]
  })
  return lines.sort()
}

test('orders and ledger are what the rules say, whatever the order in which events arrive', async () => {
  await fc.assert(
    fc.asyncProperty(story, async (told) => {
      const clicks = await makeClicks(told.clicks)
      for (const plan of told.deliveries) {
        const name = `d${deliveries++}`
        const events = makeEvents(told.orders, clicks, name)
        await deliver(events, plan)
        const expected = expectedOrders({ clicks, events, rates })
        expect(await actualOrders(name)).toEqual(expected)
        expect(await actualBalances(name)).toEqual(expectedBalances(expected))
      }
    }),
    { numRuns: 120, interruptAfterTimeLimit: 12_000, examples: [[everyStatus]] },
  )
}, 60_000)

test('the stories told are not all alike: every status and both promoters are met', async () => {
  const { rows } = await sql<{ status: number; member: boolean }>`
    select distinct status, member_id is not null as member from orders`.execute(server.db)
  const met = rows.filter((row) => row.member).map((row) => row.status)
  expect(met.sort()).toEqual([11, 12, 13, 14])
  const members = await server.db.selectFrom('orders').select('member_id').distinct().execute()
  expect(members.map((row) => row.member_id)).toEqual(
    expect.arrayContaining([null, trade.first.memberId, trade.second.memberId]),
  )
})
