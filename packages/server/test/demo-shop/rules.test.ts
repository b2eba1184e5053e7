import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyEvent,
  type Books,
  isTaken,
  openSteps,
  paidFen,
  refundableFen,
  stepEvents,
} from '../../src/demo-shop/rules.ts'

const placed: Books = { state: 'placed', paidFen: 9999n, refundedFen: 0n, openRefund: undefined }
const created = applyEvent(placed, { type: 'created', refund: undefined })
const paid = applyEvent(created, { type: 'paid', refund: undefined })
const received = applyEvent(paid, { type: 'received', refund: undefined })

const refund = (books: Books, fen: bigint): Books => {
  const one = { id: 'R', fen }
  return applyEvent(applyEvent(books, { type: 'refund_requested', refund: one }), {
    type: 'refunded',
    refund: one,
  })
}

describe('steps of a demo order', () => {
  it('follows a sale', () => {
    expect(openSteps(placed)).toEqual(['close'])
    expect(openSteps(created)).toEqual(['pay', 'close'])
    expect(openSteps(paid)).toEqual(['receive', 'refund'])
    expect(openSteps(received)).toEqual(['refund'])
    expect(openSteps(applyEvent(created, { type: 'closed', refund: undefined }))).toEqual([])
  })

  it('lets nothing but the decision happen while a refund is open', () => {
    const asked = applyEvent(paid, { type: 'refund_requested', refund: { id: 'R', fen: 1n } })
    expect(openSteps(asked)).toEqual(['refund-approve', 'refund-reject'])
    expect(openSteps(applyEvent(asked, { type: 'refund_rejected', refund: undefined }))).toEqual([
      'receive',
      'refund',
    ])
  })

  it('closes when all is refunded before receipt, not after it', () => {
    expect(refund(paid, 9999n)).toMatchObject({ state: 'closed', refundedFen: 9999n, openRefund: undefined })
    expect(refund(paid, 9998n)).toMatchObject({ state: 'paid' })
    expect(refund(received, 9999n)).toMatchObject({ state: 'received', refundedFen: 9999n })
    expect(openSteps(refund(received, 9999n))).toEqual([])
  })

  it('knows a second click', () => {
    expect(isTaken(paid, 'pay')).toBe(true)
    expect(isTaken(received, 'pay')).toBe(true)
    expect(isTaken(created, 'pay')).toBe(false)
    expect(isTaken(refund(paid, 1n), 'refund')).toBe(false)
  })

  it('never refunds more than was paid, whatever steps are taken', () => {
    const choice = fc.record({ pick: fc.nat(), fen: fc.bigInt(1n, 12_000n) })
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 30 }), (choices) => {
        let books = created
        for (const { pick, fen } of choices) {
          const steps = openSteps(books)
          const step = steps[pick % steps.length]
          if (!step) break
          const most = refundableFen(books)
          const asked =
            step === 'refund' ? { id: 'R', fen: most > 0n ? (fen % most) + 1n : fen } : books.openRefund
          books = applyEvent(books, { type: stepEvents[step], refund: asked })
          expect(books.refundedFen <= books.paidFen && books.refundedFen >= 0n).toBe(true)
        }
      }),
    )
    expect(() => applyEvent(paid, { type: 'refunded', refund: { id: 'R', fen: 10_000n } })).toThrow(
      RangeError,
    )
  })
})

describe('what the buyer pays', () => {
  it('takes the coupon off from its threshold on', () => {
    const coupon = { faceFen: 8000n, thresholdFen: 12_900n }
    expect(paidFen(12_900n, coupon)).toEqual({ paidFen: 4900n, usesCoupon: true })
    expect(paidFen(12_899n, coupon)).toEqual({ paidFen: 12_899n, usesCoupon: false })
    expect(paidFen(12_900n, undefined)).toEqual({ paidFen: 12_900n, usesCoupon: false })
  })

  it('is at least one fen', () => {
    expect(paidFen(500n, { faceFen: 500n, thresholdFen: 500n })).toEqual({ paidFen: 1n, usesCoupon: true })
  })
})
