import { holdingsOf, isDue, type ModelOrder } from './model.ts'

// The months of the model, in GMT+8, and what is paid on the 20th of the next one.

const GMT8_MS = 8 * 3_600_000

export type ModelPayout = {
  period: string
  party: string
  attempt: number
  amount: number
  isReturned: boolean
}

export type ModelWorld = {
  orders: ModelOrder[]
  parties: readonly string[]
  payees: ReadonlySet<string>
  minimum: number
  now: number
  payouts: ModelPayout[]
  /** The months that were paid out. */
  ran: string[]
  /** What each party had earned, paid out or not, when a month ended. */
  earnedIn: Map<string, Map<string, number>>
}

export function monthOf(moment: number): string {
  return new Date(moment + GMT8_MS).toISOString().slice(0, 7)
}

/** A moment of the month that lies so many after another, on a day of it. */
export function dayIn(month: string, later: number, day: number): number {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return Date.UTC(year, number - 1 + later, day) - GMT8_MS
}

/** Business time goes on. Answers the months that are paid out by it, the oldest first. */
export function goTo(world: ModelWorld, moment: number): string[] {
  const due: string[] = []
  const from = world.now
  for (let month = monthOf(from); dayIn(month, 0, 1) <= moment; month = monthOf(dayIn(month, 1, 1))) {
    const ended = monthOf(dayIn(month, -1, 1))
    if (dayIn(month, 0, 1) > from) world.earnedIn.set(ended, earned(world))
    if (dayIn(month, 0, 20) > from && dayIn(month, 0, 20) <= moment) due.push(ended)
  }
  world.now = moment
  for (const order of world.orders) if (isDue(order, moment)) order.isSettled = true
  world.ran.push(...due)
  for (const period of due) for (const party of world.parties) pay(world, { period, party, attempt: 1 })
  return due
}

/** The bank brought a payout back: it counts as never made. */
export function bringBack(payout: ModelPayout): void {
  payout.isReturned = true
}

/** Whether a payout that came back could be made again; if so, it was. */
export function payAgain(world: ModelWorld, { period, party, attempt, isReturned }: ModelPayout): boolean {
  const isLast = !world.payouts.some(
    (one) => one.period === period && one.party === party && one.attempt > attempt,
  )
  return isReturned && isLast && pay(world, { period, party, attempt: attempt + 1 })
}

function pay(world: ModelWorld, of: Pick<ModelPayout, 'period' | 'party' | 'attempt'>): boolean {
  const then = world.earnedIn.get(of.period)?.get(of.party) ?? 0
  const now = earned(world).get(of.party) ?? 0
  const amount = Math.min(then, now) - paid(world, of.party)
  if (amount < world.minimum || !world.payees.has(of.party)) return false
  world.payouts.push({ ...of, amount, isReturned: false })
  return true
}

function paid(world: ModelWorld, party: string): number {
  const made = world.payouts.filter((one) => one.party === party && !one.isReturned)
  return made.reduce((sum, one) => sum + one.amount, 0)
}

function earned(world: ModelWorld): Map<string, number> {
  const held = sums(world)
  return new Map(world.parties.map((party) => [party, held.get(`publisher_available ${party}`) ?? 0]))
}

/** What every account holds of the orders and the payouts; empty ones are left out. */
export function balancesOf(world: ModelWorld): Record<string, number> {
  const held = sums(world)
  for (const party of world.parties) {
    const account = `publisher_available ${party}`
    held.set(account, (held.get(account) ?? 0) - paid(world, party))
  }
  return Object.fromEntries([...held].filter(([, amount]) => amount !== 0))
}

function sums(world: ModelWorld): Map<string, number> {
  const held = new Map<string, number>()
  for (const [account, amount] of world.orders.flatMap(holdingsOf)) {
    held.set(account, (held.get(account) ?? 0) + amount)
  }
  return held
}
