import { type Coupon, type Item, openPromotionPrice } from '../domain/goods/index.ts'

/** placed: the network has not taken the order's first event yet; after that the usual life of a sale. */
export type State = 'placed' | 'created' | 'paid' | 'received' | 'closed'

export type EventType =
  | 'created'
  | 'paid'
  | 'received'
  | 'closed'
  | 'refund_requested'
  | 'refund_rejected'
  | 'refunded'

/** What the order page lets one do, and the event that each step reports. */
export const stepEvents = {
  pay: 'paid',
  receive: 'received',
  close: 'closed',
  refund: 'refund_requested',
  'refund-approve': 'refunded',
  'refund-reject': 'refund_rejected',
} as const satisfies Record<string, EventType>

export type Step = keyof typeof stepEvents

export type Refund = { id: string; fen: bigint }

/** The part of an order that its steps change. */
export type Books = {
  state: State
  paidFen: bigint
  refundedFen: bigint
  openRefund: Refund | undefined
}

/** The steps that an order allows now. While a refund is open nothing else happens to the sale. */
export function openSteps(books: Books): Step[] {
  if (books.state === 'placed') return ['close']
  if (books.state === 'created') return ['pay', 'close']
  if (books.state === 'closed') return []
  if (books.openRefund) return ['refund-approve', 'refund-reject']
  const steps: Step[] = books.state === 'paid' ? ['receive'] : []
  return refundableFen(books) > 0n ? [...steps, 'refund'] : steps
}

/** The step has been taken before: a second click on its button changes nothing. */
export function isTaken(books: Books, step: Step): boolean {
  if (step === 'pay') return books.state === 'paid' || books.state === 'received'
  if (step === 'receive') return books.state === 'received'
  return step === 'close' && books.state === 'closed'
}

export function refundableFen(books: Books): bigint {
  return books.paidFen - books.refundedFen
}

/** The books after the network took an event. */
export function applyEvent(books: Books, event: { type: EventType; refund: Refund | undefined }): Books {
  switch (event.type) {
    case 'created':
    case 'paid':
    case 'received':
    case 'closed':
      return { ...books, state: event.type }
    case 'refund_requested':
      return { ...books, openRefund: event.refund }
    case 'refund_rejected':
      return { ...books, openRefund: undefined }
    case 'refunded':
      return refund(books, event.refund?.fen ?? 0n)
  }
}

function refund(books: Books, fen: bigint): Books {
  const refundedFen = books.refundedFen + fen
  if (refundedFen > books.paidFen) throw new RangeError('more refunded than paid')
  // Nothing is left to be received: the sale is over.
  const isOver = books.state === 'paid' && refundedFen === books.paidFen
  return { ...books, refundedFen, openRefund: undefined, state: isOver ? 'closed' : books.state }
}

/** What one piece costs: the promotion price while it runs, else the chosen SKU's, else the item's. */
export function unitPriceFen(item: Item, sku: { priceFen: bigint } | undefined, at: Date): bigint {
  return openPromotionPrice(item, at) ?? sku?.priceFen ?? item.priceFen
}

export type ShopCoupon = Coupon & { shopId: bigint }

export type CouponProblem = 'unknown' | 'other-item' | 'early' | 'over' | 'gone'

/** Why a coupon cannot be used on an item now; undefined when it can. */
export function couponProblem(
  coupon: ShopCoupon | undefined,
  item: { id: bigint; shopId: bigint },
  at: Date,
): CouponProblem | undefined {
  if (!coupon) return 'unknown'
  if (coupon.shopId !== item.shopId || (coupon.itemId ?? item.id) !== item.id) return 'other-item'
  if (at < coupon.startsAt) return 'early'
  if (at >= coupon.endsAt) return 'over'
  return coupon.remainCount <= 0 ? 'gone' : undefined
}

/** The amount to pay; a coupon under its threshold stays unused. A sale is never for less than one fen. */
export function paidFen(
  goodsFen: bigint,
  coupon: Pick<Coupon, 'faceFen' | 'thresholdFen'> | undefined,
): { paidFen: bigint; usesCoupon: boolean } {
  if (!coupon || goodsFen < coupon.thresholdFen) return { paidFen: goodsFen, usesCoupon: false }
  const rest = goodsFen - coupon.faceFen
  return { paidFen: rest < 1n ? 1n : rest, usesCoupon: true }
}
