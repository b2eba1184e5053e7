/**
 * Another, slower telling of what orders and the ledger must be, straight from the rules as they are
 * written down. It shares nothing with the server's code: numbers in, numbers out.
 */
const DAY_MS = 86_400_000
const RANK = ['created', 'paid', 'refund_requested', 'refund_rejected', 'refunded', 'received', 'closed']

export type ModelClick = {
  id: string
  at: number
  shopper: string
  member: string
  /** undefined: a link to the shop. */
  item: string | undefined
  attributable: boolean
}

export type ModelEvent = {
  id: string
  order: string
  item: string
  type: string
  at: number
  paid: number
  refundId: string
  refund: number
  clickId: string | undefined
  buyer: string | undefined
}

export type ModelRates = {
  general: number
  /** By item, then by member or '*'. */
  special: Record<string, Record<string, number>>
  fee: number
}

export type ModelOrder = {
  status: number
  member: string | undefined
  rate: number
  paid: number
  refunded: number
  estimated: number
  estimatedFee: number
  booked: number
  bookedFee: number
  isRefunding: boolean
  hadRefund: boolean
}

type World = { clicks: readonly ModelClick[]; events: readonly ModelEvent[]; rates: ModelRates }

export function expectedOrders(world: World): Map<string, ModelOrder> {
  const names = [...new Set(world.events.map((event) => event.order))]
  return new Map(names.map((name) => [name, expectedOrder(world, name)]))
}

function expectedOrder(world: World, name: string): ModelOrder {
  const events = world.events.filter((event) => event.order === name).sort(inTime)
  const { member, rate } = whoEarns(world, events)
  const of = (type: string) => events.filter((event) => event.type === type)
  const received = of('received')[0]
  const payments = of('paid')
  const hasPaid = payments.length > 0 || received !== undefined
  const paid = payments.at(-1)?.paid ?? received?.paid ?? 0
  const closed = of('closed')[0]
  const isClosed = closed !== undefined && (received === undefined || inTime(closed, received) < 0)
  const refunds = refundsOf(events)
  const refunded = Math.min(refunds.total, paid)
  const estimated = part(paid, rate)
  const booked = received && !isClosed ? part(paid - refunded, rate) : 0
  return {
    status: statusOf({
      isClosed,
      hasPaid,
      isReceived: received !== undefined,
      isGone: refunded >= paid,
      estimated,
      booked,
    }),
    member,
    rate,
    paid,
    refunded,
    estimated,
    estimatedFee: part(estimated, world.rates.fee),
    booked,
    bookedFee: part(booked, world.rates.fee),
    isRefunding: refunds.isOpen,
    hadRefund: refunds.any,
  }
}

type Facts = {
  isClosed: boolean
  hasPaid: boolean
  isReceived: boolean
  isGone: boolean
  estimated: number
  booked: number
}

function statusOf(facts: Facts): number {
  if (facts.isClosed) return 13
  if (!facts.hasPaid) return 11
  if (facts.isGone || facts.estimated === 0) return 13
  if (!facts.isReceived) return 12
  return facts.booked === 0 ? 13 : 14
}

function refundsOf(events: readonly ModelEvent[]): { total: number; isOpen: boolean; any: boolean } {
  const refunds = events.filter((event) => event.type.startsWith('refund'))
  let total = 0
  let isOpen = false
  for (const id of new Set(refunds.map((event) => event.refundId))) {
    const own = refunds.filter((event) => event.refundId === id)
    total += own.filter((event) => event.type === 'refunded').at(-1)?.refund ?? 0
    if (own.at(-1)?.type === 'refund_requested') isOpen = true
  }
  return { total, isOpen, any: refunds.length > 0 }
}

function whoEarns(world: World, events: readonly ModelEvent[]): { member: string | undefined; rate: number } {
  const first = events[0] as ModelEvent
  const at = events.find((event) => event.type === 'created')?.at ?? first.at
  const shoppers = new Set<string>()
  for (const event of events) {
    const click = speaksFor(world, event.clickId, at)
    if (click) shoppers.add(click.shopper)
  }
  const buyer = events.find((event) => event.buyer !== undefined)?.buyer
  for (const event of world.events) {
    if (buyer === undefined || event.buyer !== buyer || event.at > at) continue
    const click = speaksFor(world, event.clickId, event.at)
    if (click) shoppers.add(click.shopper)
  }
  const able = world.clicks
    .filter((click) => click.attributable && shoppers.has(click.shopper) && isInReach(click, at))
    .sort((a, b) => b.at - a.at)
  const onItem = able.find((click) => click.item === first.item)
  const chosen = onItem ?? able[0]
  if (!chosen) return { member: undefined, rate: 0 }
  const special = onItem ? world.rates.special[first.item] : undefined
  const rate = Math.max(world.rates.general, special?.['*'] ?? 0, special?.[chosen.member] ?? 0)
  return { member: chosen.member, rate }
}

function speaksFor(world: World, clickId: string | undefined, at: number): ModelClick | undefined {
  const click = world.clicks.find((one) => one.id === clickId)
  return click && isInReach(click, at) ? click : undefined
}

function isInReach(click: ModelClick, at: number): boolean {
  return click.at >= at - 15 * DAY_MS && click.at <= at + 60_000
}

function inTime(a: ModelEvent, b: ModelEvent): number {
  if (a.at !== b.at) return a.at - b.at
  if (a.type !== b.type) return RANK.indexOf(a.type) - RANK.indexOf(b.type)
  return a.id < b.id ? -1 : 1
}

/** Rounded down; amounts here are small enough for numbers to be exact. */
function part(amount: number, bp: number): number {
  return Math.floor((amount * bp) / 10_000)
}
