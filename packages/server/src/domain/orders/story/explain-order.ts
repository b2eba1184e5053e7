import { Refusal } from '@opentbk/top'
import type { CallContext } from '../../../context.ts'
import type { Tx } from '../../../store/store.ts'
import { listOrderEntries, type OrderEntry } from '../../settlement/index.ts'
import type { DecisionStory } from '../decide.ts'
import { amountsOf, basesOf, type Part } from '../earnings.ts'
import { type AcceptedEvent, listEvents } from '../lists/list-events.ts'
import { type OwnPart, ownPartOf, splitOf } from '../lists/own-part.ts'
import type { Role } from '../lists/refund-list-rows.ts'
import type { OrderRow } from '../order-row.ts'
import { foldOrder } from '../rules.ts'
import { REFUND_WINDOW_MS } from '../settle-orders.ts'
import { ratesOf } from '../terms.ts'
import { beginSnapshot } from './audit-rows.ts'
import { selectOwnOrder } from './explain-rows.ts'

const MAX_EVENTS = 200

/** A commission, what it is of, and this party's part of it. */
export type Worked = { baseFen: bigint; totalFen: bigint; part: Part }

/** Why an order is this party's and what follows from it, as it is kept: nothing is decided again. */
export type OrderExplanation = {
  order: OrderRow
  /** What the one who asks is to the order. */
  role: Role
  own: OwnPart
  story: DecisionStory
  /** In the order in which they count, at most 200. */
  events: AcceptedEvent[]
  entries: OrderEntry[]
  estimated: Worked
  due: Worked
  booked: Omit<Worked, 'baseFen'>
  /** When nothing but a refund or a penalty can hold its settlement up any more. */
  dueAt: Date | undefined
}

/** The whole story of an order to one party of its link. A foreign one is answered like one that does not exist. */
export async function explainOrder(ctx: CallContext, tradeId: bigint): Promise<OrderExplanation> {
  return ctx.store.transact(async (tx) => {
    await beginSnapshot(tx)
    const order = await selectOwnOrder(tx, { tradeId, memberId: ctx.promoterId })
    if (!order) throw new Refusal('order.unknown')
    return tellOrder(tx, order, ctx.promoterId)
  })
}

async function tellOrder(tx: Tx, order: OrderRow, publisherId: bigint): Promise<OrderExplanation> {
  const events = await listEvents(tx, order.id)
  const role = order.member_id === publisherId ? 'second' : 'third'
  return {
    order,
    role,
    own: ownPartOf(order, role),
    story: order.decision as DecisionStory,
    events: events.slice(0, MAX_EVENTS),
    entries: await listOrderEntries(tx, { orderId: order.id, publisherId }),
    ...workOut(order, role, basesOf(foldOrder(events))),
    dueAt: order.tb_received_at ? new Date(order.tb_received_at.getTime() + REFUND_WINDOW_MS) : undefined,
  }
}

function workOut(order: OrderRow, role: Role, bases: ReturnType<typeof basesOf>) {
  const work = (baseFen: bigint): Worked => {
    const { commissionFen } = amountsOf(baseFen, ratesOf(order))
    return { baseFen, totalFen: commissionFen, part: splitOf(order, commissionFen)[role] }
  }
  const totalFen = order.booked_commission_fen
  return {
    estimated: work(bases.estimatedFen),
    due: work(bases.dueFen),
    booked: { totalFen, part: splitOf(order, totalFen)[role] },
  }
}
