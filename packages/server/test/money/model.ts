/**
 * Another, slower telling of what orders earn and who holds the money, straight from the rules as they are
 * written down. It shares nothing with the server's code: numbers in, numbers out; fen, and milliseconds.
 */
const DAY_MS = 86_400_000
const REACH_MS = 15 * DAY_MS
const REFUND_WINDOW_MS = 15 * DAY_MS
const FEE_BP = 1000
const RANK = ['created', 'paid', 'refund_requested', 'refund_rejected', 'refunded', 'received', 'closed']

export type ModelEvent = {
  id: string
  order: number
  type: string
  at: number
  paid: number
  refundId: string
  refund: number
  /** Whether it names the click that led to the order. */
  hasClick: boolean
}

/** What was agreed before anything was sold. Parties are known by their names. */
export type ModelTerms = {
  merchant: string
  second: string
  third: { party: string; shareBp: number } | undefined
  leader: { party: string; serviceBp: number } | undefined
  rateBp: number
}

export type ModelOrder = {
  terms: ModelTerms
  events: ModelEvent[]
  penalty: 'frozen' | 'taken' | undefined
  wasPunished: boolean
  isSettled: boolean
  /** Since when it is its promoter's; undefined: it is nobody's. */
  since: number | undefined
}

type Part = { gross: number; fee: number }
export type Earned = { commission: number; second: Part; third: Part; service: number }

export type Told = {
  status: number
  paid: number
  refunded: number
  receivedAt: number | undefined
  isRefunding: boolean
  hadRefund: boolean
  /** What the payment promised, and what is due of what was kept after receipt. */
  promised: Earned
  due: Earned
}

export function newOrder(terms: ModelTerms): ModelOrder {
  return { terms, events: [], penalty: undefined, wasPunished: false, isSettled: false, since: undefined }
}

/** An event that was not known before. `clickedAt` is when the shopper followed the link. */
export function hear(order: ModelOrder, event: ModelEvent, of: { clickedAt: number; now: number }): void {
  order.events.push(event)
  order.events.sort(inTime)
  // What was settled stays whose it was.
  if (order.isSettled) return
  const created = order.events.find((one) => one.type === 'created') ?? order.events[0]
  const orderedAt = created?.at as number
  const isInReach = orderedAt >= of.clickedAt && orderedAt <= of.clickedAt + REACH_MS
  const isEarned = isInReach && order.events.some((one) => one.hasClick)
  order.since = isEarned ? (order.since ?? of.now) : undefined
}

export function tell({ terms, events, isSettled, since }: ModelOrder): Told {
  const of = (type: string) => events.filter((event) => event.type === type)
  const [payments, received, closed] = [of('paid'), of('received')[0], of('closed')[0]]
  const hasPaid = payments.length > 0 || received !== undefined
  const paid = payments.at(-1)?.paid ?? received?.paid ?? 0
  const isClosed = closed !== undefined && (received === undefined || inTime(closed, received) < 0)
  const refunds = refundsOf(events)
  const refunded = Math.min(refunds.total, paid)
  const isOwned = since !== undefined
  const promised = earn(isOwned ? paid : 0, terms)
  const due = earn(isOwned && received && !isClosed ? paid - refunded : 0, terms)
  const status = (): number => {
    if (isSettled) return 3
    if (isClosed) return 13
    if (!hasPaid) return 11
    if (refunded >= paid || promised.commission === 0) return 13
    if (!received) return 12
    return due.commission === 0 ? 13 : 14
  }
  return {
    status: status(),
    paid,
    refunded,
    receivedAt: isClosed ? undefined : received?.at,
    isRefunding: refunds.isOpen,
    hadRefund: refunds.any,
    promised,
    due,
  }
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

function earn(base: number, { rateBp, third, leader }: ModelTerms): Earned {
  const commission = part(base, rateBp)
  const thirdGross = part(commission, third?.shareBp ?? 0)
  const toPart = (gross: number): Part => ({ gross, fee: part(gross, FEE_BP) })
  return {
    commission,
    second: toPart(commission - thirdGross),
    third: toPart(thirdGross),
    service: commission === 0 ? 0 : part(base, leader?.serviceBp ?? 0),
  }
}

/** Whether the refund window is over and nothing holds the order's money up. */
export function isDue(order: ModelOrder, now: number): boolean {
  const { status, receivedAt, isRefunding, due } = tell(order)
  if (status !== 14 || receivedAt === undefined || receivedAt + REFUND_WINDOW_MS > now) return false
  if (isRefunding || order.penalty === 'frozen') return false
  // Of a commission that was taken only a leader's service fee is left to settle.
  return order.penalty === undefined || due.service > 0
}

/** What an order leaves on the accounts, as `account party`; the platform has no party. */
export function holdingsOf(order: ModelOrder): [string, number][] {
  const { terms, penalty, isSettled } = order
  const { due } = tell(order)
  const free = isSettled ? 'publisher_available' : 'publisher_pending'
  const held = penalty === 'frozen' ? 'publisher_frozen' : free
  const holdings: [string, number][] = []
  if (penalty !== 'taken') {
    holdings.push([`${held} ${terms.second}`, due.second.gross - due.second.fee])
    if (terms.third) holdings.push([`${held} ${terms.third.party}`, due.third.gross - due.third.fee])
    holdings.push(['platform_fee', due.second.fee + due.third.fee])
    holdings.push([`merchant ${terms.merchant}`, -due.commission])
  }
  if (terms.leader) holdings.push([`${free} ${terms.leader.party}`, due.service])
  holdings.push([`merchant ${terms.merchant}`, -due.service])
  return holdings
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
