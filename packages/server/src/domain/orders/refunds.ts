import type { KeptEvent } from './event.ts'

/** A refund case (维权) of an order: all that its shop reported under one refund_id. */
export type RefundCase = {
  refundId: string
  state: 'asked' | 'rejected' | 'done'
  /** As it was last reported. */
  refundFen: bigint
  /** What the shopper got back: still in force where the case was opened again. */
  doneFen: bigint | undefined
  askedAt: Date
  finishedAt: Date | undefined
}

/** The cases among an order's events, which stand in their order. Those done stand in the order in which they were. */
export function foldRefunds(sorted: readonly KeptEvent[]): RefundCase[] {
  const cases = new Map<string, RefundCase>()
  for (const event of sorted) {
    const { refundId, refundFen } = event
    if (refundId === undefined || refundFen === undefined) continue
    const before = cases.get(refundId)
    const after = { ...before, refundId, refundFen, askedAt: before?.askedAt ?? event.at }
    if (event.type === 'refunded') {
      // One that is done for the first time follows those done before.
      if (before?.doneFen === undefined) cases.delete(refundId)
      const finishedAt = before?.state === 'done' ? before.finishedAt : event.at
      cases.set(refundId, { ...after, state: 'done', doneFen: refundFen, finishedAt })
    } else if (event.type === 'refund_requested') {
      cases.set(refundId, { ...after, state: 'asked', doneFen: before?.doneFen, finishedAt: undefined })
    } else if (event.type === 'refund_rejected') {
      cases.set(refundId, reject({ ...after, doneFen: before?.doneFen }, event.at))
    }
  }
  return [...cases.values()]
}

// What was given back before stays given back.
function reject(one: Omit<RefundCase, 'state' | 'finishedAt'>, at: Date): RefundCase {
  return one.doneFen === undefined
    ? { ...one, state: 'rejected', finishedAt: at }
    : { ...one, state: 'done', refundFen: one.doneFen, finishedAt: at }
}
