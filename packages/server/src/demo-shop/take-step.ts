import type { Context } from '../context.ts'
import type { Tx } from '../store/store.ts'
import { readRefundFen } from './form.ts'
import { selectSender } from './goods-rows.ts'
import { isSettled, makeEvent, outerOrderId } from './order-event.ts'
import { insertEvent, lockOrder, type Order, type OrderEvent, selectEvent } from './order-rows.ts'
import { notFound, notNow } from './problem.ts'
import { reportEvent } from './report-event.ts'
import { isTaken, openSteps, type Refund, refundableFen, type Step, stepEvents } from './rules.ts'

/** send: once more what did not get through. amount: of a refund, in yuan; empty for all. */
export type Asked = { accessKey: string; step: Step | 'send'; amount: string | null }

/**
 * One step of an order: its event is written down, reported, and only when the network has it the order
 * moves on. A step that did not get through is repeated with the same event, so nothing counts twice.
 */
export async function takeStep(ctx: Context, asked: Asked): Promise<void> {
  const work = await ctx.store.transact(async (tx) => {
    const order = await lockOrder(tx, asked.accessKey)
    if (!order) throw notFound('没有这笔订单', 'There is no such order')
    const event = await nextEvent(tx, order, { ...asked, now: ctx.clock.now() })
    return event && { order, event }
  })
  if (work) await reportEvent(ctx, work.order, work.event)
}

/** The event to send now: the one that waits, or a new one. Undefined when there is nothing to do. */
async function nextEvent(
  tx: Tx,
  order: Order,
  asked: Asked & { now: Date },
): Promise<OrderEvent | undefined> {
  const last = await selectEvent(tx, order.id, order.events)
  const waiting = last && !isSettled(last) ? last : undefined
  const { step } = asked
  if (step === 'send') return waiting
  if (isTaken(order, step)) return undefined
  if (waiting && waiting.answer !== 'refused') {
    if (waiting.type === stepEvents[step]) return waiting
    throw notNow(
      '上一步还没有上报成功，请先重新发送',
      'The step before has not reached the network yet: send it again first',
    )
  }
  if (!openSteps(order).includes(step))
    throw notNow('订单现在不能这样操作', 'The order does not allow this now')
  const refund = refundOf(order, { step, amount: asked.amount })
  if (waiting?.type === stepEvents[step] && waiting.refund?.fen === refund?.fen) return waiting
  const { outerItemId } = await selectSender(tx, order)
  const event = makeEvent(order, { type: stepEvents[step], refund, outerItemId, at: asked.now })
  await insertEvent(tx, order.id, event)
  return event
}

function refundOf(order: Order, asked: { step: Step; amount: string | null }): Refund | undefined {
  if (asked.step === 'refund-approve' || asked.step === 'refund-reject') return order.openRefund
  if (asked.step !== 'refund') return undefined
  // Numbered by the event that asks for it: unique within the order, and so within the shop.
  return {
    id: `${outerOrderId(order)}-R${order.events + 1}`,
    fen: readRefundFen(asked.amount, refundableFen(order)),
  }
}
