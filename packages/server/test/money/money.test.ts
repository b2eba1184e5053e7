import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditBookings } from '../../src/domain/orders/index.ts'
import { auditPayouts } from '../../src/domain/payouts/index.ts'
import { auditLedger, isLedgerInOrder } from '../../src/domain/settlement/index.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { readBooks } from './books.ts'
import { everyTurn } from './every-turn.ts'
import { tell } from './model.ts'
import { balancesOf, type ModelWorld } from './model-payouts.ts'
import {
  expectedBeginnings,
  expectedOrders,
  expectedPayouts,
  readBalances,
  readBeginnings,
  readOrders,
  readPayouts,
} from './observe.ts'
import { decide, hearAll, reportInDisorder, reportInTurn } from './perform.ts'
import { type JumpPlan, type Plan, plan, type RoundPlan } from './plans.ts'
import { begin, go, momentOf, type Scene, toEvents } from './scene.ts'
import type { Stage } from './stage.ts'

const STORIES = 25
/** On a machine that is busy fewer are told; a story that fails is shortened for so long at most. */
const PATIENCE_MS = 60_000
/** Clocks end ten years ahead: before that, other networks take over. */
const LAST_START_MS = 3_400 * 86_400_000

/** Two networks that are told the same, each in its own order. */
let networks: TestServer[]
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

async function beginSomewhere(told: Plan): Promise<Scene> {
  if (networks.some(({ ctx }) => ctx.clock.aheadMs > LAST_START_MS)) {
    await closeNetworks()
    await openNetworks()
  }
  return begin(networks, told)
}

async function play(scene: Scene, round: RoundPlan): Promise<void> {
  const { world, stages } = scene
  const [first, second] = stages as [Stage, Stage]
  const events = toEvents(scene, round)
  scene.serial++
  const expected = events.map((event) => {
    hearAll(world, event, scene.clickedAt)
    return balancesOf(world)
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
    const balances = balancesOf(world)
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
  const expected = { orders, balances: balancesOf(world), payouts: expectedPayouts(world) }
  const found = await Promise.all(
    stages.map(async (stage, index) => ({
      orders: await readOrders(stage, index === 0 ? expectedBeginnings(world) : await readBeginnings(stage)),
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
        const scene = await beginSomewhere(told)
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
      { numRuns: STORIES, interruptAfterTimeLimit: PATIENCE_MS, examples: [[everyTurn]] },
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
