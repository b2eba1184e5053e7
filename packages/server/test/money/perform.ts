import { formatYuan } from '@opentbk/top'
import { expect } from 'vitest'
import { askAsOperator } from '../sandbox/operator.ts'
import { sendEvents } from '../setup/shop.ts'
import { hear, type ModelEvent, type ModelOrder } from './model.ts'
import { bringBack, type ModelPayout, type ModelWorld, payAgain } from './model-payouts.ts'
import type { ActionPlan, RoundPlan } from './plans.ts'
import { operate, orderName, type Party, type Stage } from './stage.ts'

export type Event = ModelEvent & { isRepeated: boolean }

// Events ------------------------------------------------------------------------

function toWire(stage: Stage, event: Event): Record<string, unknown> {
  const isRefund = event.type.startsWith('refund')
  const name = orderName(stage, event.order)
  return {
    event_id: `${stage.name} ${event.id}`,
    type: event.type,
    trade_parent_id: `of ${name}`,
    trade_id: name,
    item_id: String(itemOf(stage, event.order).id),
    item_num: 1,
    price: '99.99',
    paid_fee: formatYuan(BigInt(event.paid)),
    ...(isRefund ? { refund_id: event.refundId, refund_fee: formatYuan(BigInt(event.refund)) } : {}),
    ...(event.hasClick ? { click_id: stage.clickIds[event.order] } : {}),
    at: new Date(event.at).toISOString(),
  }
}

function itemOf(stage: Stage, order: number): Stage['items'][number] {
  return stage.items[stage.itemOfOrder[order] as number] as Stage['items'][number]
}

/** Reports events of one shop in one request; how each was taken. */
async function report(stage: Stage, shop: number, events: readonly Event[]): Promise<string[]> {
  const { server } = stage.shops[shop] as Stage['shops'][number]
  const results = await sendEvents(
    server,
    events.map((event) => toWire(stage, event)),
  )
  return results.map((result) => result.status)
}

/** One event after the other, as they are told; after each `check` looks at the network. */
export async function reportInTurn(
  stage: Stage,
  events: readonly Event[],
  check: (index: number) => Promise<void>,
): Promise<void> {
  for (const [index, event] of events.entries()) {
    const { shop } = itemOf(stage, event.order)
    expect(await report(stage, shop, [event])).toEqual(['accepted'])
    if (event.isRepeated) expect(await report(stage, shop, [event])).toEqual(['duplicate'])
    await check(index)
  }
}

/** The same events in another order, some twice, in requests of several, some at the same time. */
export async function reportInDisorder(
  stage: Stage,
  events: readonly Event[],
  { keys, chunk, atOnce }: Pick<RoundPlan, 'keys' | 'chunk' | 'atOnce'>,
): Promise<void> {
  const queue = events
    .flatMap((event) => (event.isRepeated ? [event, event] : [event]))
    .map((event, index) => ({ event, key: keys[index] as number }))
    .sort((a, b) => a.key - b.key)
    .map(({ event }) => event)
  let accepted = 0
  while (queue.length > 0) {
    const requests = Array.from({ length: atOnce }, () => queue.splice(0, chunk)).flatMap((request) =>
      [0, 1].map((shop) => request.filter((event) => itemOf(stage, event.order).shop === shop)),
    )
    const sent = requests.flatMap((request, index) =>
      request.length > 0 ? [report(stage, index % 2, request)] : [],
    )
    const results = (await Promise.all(sent)).flat()
    for (const status of results) expect(['accepted', 'duplicate']).toContain(status)
    accepted += results.filter((status) => status === 'accepted').length
  }
  expect(accepted).toBe(events.length)
}

export function hearAll(world: ModelWorld, event: Event, clickedAt: number): void {
  hear(world.orders[event.order] as ModelOrder, event, { clickedAt, now: world.now })
}

// What operators and the bank do ---------------------------------------------------

/** What the model says of an action, and how it is done on a network. */
export type Deed = { ok: boolean; act: (stage: Stage) => Promise<void> }

/** Applies an action to the model; undefined where there is nothing to do it to. */
export function decide(world: ModelWorld, action: ActionPlan): Deed | undefined {
  if (action.kind === 'run again') return runAgain(world)
  if (action.kind === 'return' || action.kind === 'retry') {
    const payout = world.payouts[action.which % Math.max(1, world.payouts.length)]
    return payout && (action.kind === 'return' ? returnPayout(payout) : retryPayout(world, payout))
  }
  const index = action.which % world.orders.length
  const order = world.orders[index] as ModelOrder
  if (order.events.length === 0) return undefined
  return action.kind === 'freeze' ? freeze(order, index) : step(order, index, action.kind)
}

function freeze(order: ModelOrder, index: number): Deed {
  const ok = order.since !== undefined && order.penalty === undefined
  if (ok) {
    order.penalty = 'frozen'
    order.wasPunished = true
  }
  const words = { violation_type: '订单虚假交易', reason: '刷单' }
  return {
    ok,
    async act(stage) {
      const { trade_id } = await stage.server.db
        .selectFrom('orders')
        .select('trade_id')
        .where('outer_id', '=', orderName(stage, index))
        .executeTakeFirstOrThrow()
      const body = { trade_id: String(trade_id), ...words }
      const answer = await askAsOperator(stage.server, '/admin/v1/penalties', { body })
      expect(answer.status).toBe(ok ? 201 : 400)
      if (ok) stage.penalties.set(index, answer.body.id)
    },
  }
}

function step(order: ModelOrder, index: number, kind: string): Deed | undefined {
  if (!order.wasPunished) return undefined
  const isAppeal = kind === 'uphold' || kind === 'dismiss'
  const ok = isAppeal ? order.penalty !== undefined && order.since !== undefined : order.penalty === 'frozen'
  const { second } = order.terms
  if (ok && kind === 'take') order.penalty = 'taken'
  if (ok && (kind === 'release' || kind === 'uphold')) order.penalty = undefined
  return {
    ok,
    async act(stage) {
      const path = `/admin/v1/penalties/${stage.penalties.get(index)}`
      const ask = async (verb: string, more = {}) =>
        (await askAsOperator(stage.server, `${path}/${verb}`, { body: { reason: '因为', ...more } })).status
      if (!isAppeal) return expect(await ask(kind)).toBe(ok ? 200 : 400)
      const member_id = String(stage.people[second as Party].memberId)
      const appealed = await ask('appeal', { member_id })
      if (!ok) return expect([400, 404]).toContain(appealed)
      expect(appealed).toBe(200)
      expect(await ask('decide', { decision: kind })).toBe(200)
    },
  }
}

/** A month that was paid out: nothing is paid twice. */
function runAgain(world: ModelWorld): Deed | undefined {
  const period = world.ran.at(-1)
  if (period === undefined) return undefined
  return { ok: true, act: ({ server }) => operate(server, 'payouts/runs', { period }) }
}

function returnPayout(payout: ModelPayout): Deed {
  bringBack(payout)
  const { period, party, attempt } = payout
  return {
    ok: true,
    async act(stage) {
      const id = await payoutId(stage, { period, party, attempt })
      await operate(stage.server, `payouts/${id}/return`, { reason: '账号有误' })
    },
  }
}

function retryPayout(world: ModelWorld, payout: ModelPayout): Deed {
  const { period, party, attempt } = payout
  const ok = payAgain(world, payout)
  return {
    ok,
    async act(stage) {
      const id = await payoutId(stage, { period, party, attempt })
      const { status } = await askAsOperator(stage.server, `/admin/v1/payouts/${id}/retry`, { body: {} })
      expect(status).toBe(ok ? 201 : 400)
    },
  }
}

async function payoutId(
  { server, people }: Stage,
  of: Pick<ModelPayout, 'period' | 'party' | 'attempt'>,
): Promise<string> {
  const { memberId } = people[of.party as Party]
  const { payouts } = await operate(server, `payouts?member_id=${memberId}&period=${of.period}`)
  return payouts.find((one: { attempt: number }) => one.attempt === of.attempt).id
}
