import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditBookings } from '../../src/domain/orders/index.ts'
import { auditPayouts } from '../../src/domain/payouts/index.ts'
import { auditLedger, isLedgerInOrder } from '../../src/domain/settlement/index.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { everyTurn } from './every-turn.ts'
import { newOrder, tell } from './model.ts'
import { dayIn, goTo, type ModelWorld, monthOf } from './model-payouts.ts'
import {
  expectedBalances,
  expectedOrders,
  expectedPayouts,
  readBalances,
  readBooks,
  readOrders,
  readPayouts,
} from './observe.ts'
import { decide, type Event, hearAll, reportInDisorder, reportInTurn } from './perform.ts'
import { type JumpPlan, type Plan, plan, type RoundPlan } from './plans.ts'
import { advanceTo, openStage, operate, PARTIES, type Stage } from './stage.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** A story ends before its first orders can no longer be asked for. */
const LONGEST_MS = 85 * DAY_MS
const RUNS = Number(process.env.RUNS ?? 30)
const PATIENCE_MS = Number(process.env.LIMIT ?? 60_000)
/** Clocks end ten years ahead: before that, other networks take over. */
const LAST_START_MS = 3_400 * DAY_MS

/** Two networks that are told the same, each in its own order. */
let networks: TestServer[]
let stories = 0
/** What happened in them, so that it can be seen that something did. */
const met = new Set<string>()

async function openNetworks(): Promise<void> {
  networks = [await startTestServer(), await startTestServer()]
}

async function closeNetworks(): Promise<void> {
  await Promise.all(networks.map((network) => network.close()))
}

beforeAll(openNetworks)
afterAll(closeNetworks)

type Scene = { world: ModelWorld; stages: Stage[]; clickedAt: number; serial: number }

/** New people on both networks, at half past midnight of the first of a month. */
async function begin(told: Plan): Promise<Scene> {
  if (networks.some(({ ctx }) => ctx.clock.aheadMs > LAST_START_MS)) {
    await closeNetworks()
    await openNetworks()
  }
  const latest = Math.max(...networks.map(({ ctx }) => ctx.clock.now().getTime()))
  const clickedAt = dayIn(monthOf(latest), 1, 1) + HOUR_MS / 2
  await Promise.all(networks.map((network) => advanceTo(network, clickedAt)))
  const name = `s${stories++}`
  const stages = await Promise.all(networks.map((network) => openStage(network, told, name)))
  const orders = told.orders.map((order) => {
    const item = told.items[order.item % told.items.length] as Plan['items'][number]
    const [second, third] = order.second === 'P' ? ['P', 'Q'] : ['Q', 'P']
    return newOrder({
      merchant: `M${item.shop}`,
      second: second as string,
      third: order.isShared ? { party: third as string, shareBp: told.shareBp[order.second] } : undefined,
      leader: item.isInCampaign ? { party: told.leader, serviceBp: told.serviceBp } : undefined,
      rateBp: item.rateBp,
    })
  })
  const payees = new Set(told.leaderHasPayee ? PARTIES : ['P', 'Q'])
  const world: ModelWorld = {
    orders,
    parties: PARTIES,
    payees,
    minimum: told.minimum,
    now: clickedAt,
    payouts: [],
    ran: [],
    earnedIn: new Map(),
  }
  const scene = { world, stages, clickedAt, serial: 0 }
  await go(scene, clickedAt + HOUR_MS / 2)
  return scene
}

async function go({ world, stages }: Scene, moment: number): Promise<void> {
  const due = goTo(world, moment)
  await Promise.all(
    stages.map(async ({ server }) => {
      await advanceTo(server, moment)
      for (const period of due) await operate(server, 'payouts/runs', { period })
    }),
  )
}

function momentOf({ world, clickedAt }: Scene, jump: JumpPlan): number | undefined {
  if (jump.to === 'stay') return undefined
  const month = monthOf(world.now)
  const day = (later: number) => dayIn(month, later, (jump as { day: number }).day)
  const moment = jump.to === 'later' ? world.now + jump.hours * HOUR_MS : day(0) > world.now ? day(0) : day(1)
  return moment <= clickedAt + LONGEST_MS ? moment : undefined
}

function toEvents({ world, serial }: Scene, round: RoundPlan): Event[] {
  return round.events.map(({ order, hoursAgo, ...event }, index) => ({
    ...event,
    id: `e${serial}-${index}`,
    order: order % world.orders.length,
    at: world.now - hoursAgo * HOUR_MS,
  }))
}

async function play(scene: Scene, round: RoundPlan): Promise<void> {
  const { world, stages } = scene
  const [first, second] = stages as [Stage, Stage]
  const events = toEvents(scene, round)
  scene.serial++
  const expected = events.map((event) => {
    hearAll(world, event, scene.clickedAt)
    return expectedBalances(world)
  })
  await Promise.all([
    reportInTurn(first, events, async (index) => expect(await readBalances(first)).toEqual(expected[index])),
    reportInDisorder(second, events, round),
  ])
  await compare(scene)
  for (const action of round.actions) {
    const deed = decide(world, action)
    if (!deed) continue
    await Promise.all(stages.map(deed.act))
    const balances = expectedBalances(world)
    for (const stage of stages) expect(await readBalances(stage)).toEqual(balances)
  }
  const moment = momentOf(scene, round.jump)
  if (moment !== undefined) await go(scene, moment)
  if (moment !== undefined || round.actions.length > 0) await compare(scene)
}

/** Orders on the wire, balances, payouts, and the books as a whole. */
async function compare({ world, stages }: Scene): Promise<void> {
  note(world)
  const orders = expectedOrders(world)
  const expected = { orders, balances: expectedBalances(world), payouts: expectedPayouts(world) }
  const found = await Promise.all(
    stages.map(async (stage) => ({
      orders: await readOrders(stage, world),
      balances: await readBalances(stage),
      payouts: await readPayouts(stage),
    })),
  )
  for (const one of found) expect(one).toEqual(expected)
  for (const { server } of stages) {
    expect(isLedgerInOrder(await auditLedger(server.ctx))).toBe(true)
    expect((await auditBookings(server.ctx)).wrong).toEqual([])
    const { payoutFen, ledgerFen } = await auditPayouts(server.ctx)
    expect(payoutFen).toBe(ledgerFen)
  }
}

/** Long enough for what was received to be settled and paid out. */
const end: JumpPlan[] = [
  { to: 'later', hours: 24 * 15 },
  { to: 'day', day: 20 },
]

function note({ orders, payouts }: ModelWorld): void {
  for (const order of orders) {
    if (order.since === undefined) continue
    const { status } = tell(order)
    met.add(`status ${status}`).add(`status ${status}, ${order.penalty ?? 'no penalty'}`)
    if (order.terms.third) met.add(`status ${status}, shared`)
    if (order.terms.leader) met.add(`status ${status}, of a campaign`)
  }
  for (const { attempt, isReturned } of payouts) met.add(`payout ${attempt}${isReturned ? ' returned' : ''}`)
}

test(
  'orders, balances and payouts are what the rules say, in whatever order two networks hear of the events',
  async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (told) => {
        const scene = await begin(told)
        for (const round of told.rounds) await play(scene, round)
        for (const jump of end) {
          const moment = momentOf(scene, jump)
          if (moment === undefined) continue
          await go(scene, moment)
          await compare(scene)
        }
        const [first, second] = scene.stages as [Stage, Stage]
        expect(await readBooks(second)).toEqual(await readBooks(first))
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: PATIENCE_MS, examples: [[everyTurn]] },
    )
  },
  2 * PATIENCE_MS,
)

test('the stories told are not all alike: every status, penalties of each kind, payouts that were made again', () => {
  expect([...met]).toEqual(
    expect.arrayContaining([
      ...[11, 12, 13, 14, 3].map((status) => `status ${status}`),
      ...['status 14, frozen', 'status 14, taken', 'status 3, frozen', 'status 3, taken'],
      ...['status 3, shared', 'status 3, of a campaign', 'payout 1', 'payout 1 returned', 'payout 2'],
    ]),
  )
})
