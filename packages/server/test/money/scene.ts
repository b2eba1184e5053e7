import type { TestServer } from '../setup/server.ts'
import { newOrder } from './model.ts'
import { dayIn, goTo, type ModelWorld, monthOf } from './model-payouts.ts'
import type { Event } from './perform.ts'
import type { JumpPlan, Plan, RoundPlan } from './plans.ts'
import { advanceTo, openStage, operate, PARTIES, type Stage } from './stage.ts'

const HOUR_MS = 3_600_000
/** A story ends before its first orders can no longer be asked for. */
const LONGEST_MS = 85 * 24 * HOUR_MS

let stories = 0

/** A story as it is told to several networks at once. */
export type Scene = { world: ModelWorld; stages: Stage[]; clickedAt: number; serial: number }

/** New people on every network, at half past midnight of the first of a month. */
export async function begin(networks: readonly TestServer[], told: Plan): Promise<Scene> {
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

/** Business time goes on, and the months that are due are paid out. */
export async function go({ world, stages }: Scene, moment: number): Promise<void> {
  const due = goTo(world, moment)
  await Promise.all(
    stages.map(async ({ server }) => {
      await advanceTo(server, moment)
      for (const period of due) await operate(server, 'payouts/runs', { period })
    }),
  )
}

/** Where a jump leads to; undefined: nowhere. */
export function momentOf({ world, clickedAt }: Scene, jump: JumpPlan): number | undefined {
  if (jump.to === 'stay') return undefined
  const month = monthOf(world.now)
  const day = (later: number) => dayIn(month, later, (jump as { day: number }).day)
  const moment = jump.to === 'later' ? world.now + jump.hours * HOUR_MS : day(0) > world.now ? day(0) : day(1)
  return moment <= clickedAt + LONGEST_MS ? moment : undefined
}

export function toEvents({ world, serial }: Scene, round: RoundPlan): Event[] {
  return round.events.map(({ order, hoursAgo, ...event }, index) => ({
    ...event,
    id: `e${serial}-${index}`,
    order: order % world.orders.length,
    at: world.now - hoursAgo * HOUR_MS,
  }))
}
