import { amountsOf, type Part, splitCommission } from '../earnings.ts'
import { ratesOf } from '../terms.ts'
import type { ListedOrder } from './list-rows.ts'
import type { Role } from './refund-list-rows.ts'

const ALL_BP = 10_000

/** The columns of an order that say what it earns and whom. */
type Earning = Omit<ListedOrder, 'role'>

/** What an order is to one party of its link: their place in it, and their part of the commission. */
export type OwnPart = {
  memberId: bigint
  siteId: bigint
  adzoneId: bigint
  /** The promoter's own channel and member: not told to the third party. */
  relationId: bigint | undefined
  specialId: bigint | undefined
  /** Of the whole commission. */
  shareBp: number
  estimated: Part
  due: Part
  /** The whole commission, known to both parties. */
  estimatedFen: bigint
  dueFen: bigint
}

/** The part of an order's promoter, or of the third party of its link. */
export function ownPartOf(order: Earning, role: Role): OwnPart {
  const thirdBp = order.share_bp ?? 0
  const dueFen = dueOf(order)
  return {
    ...placeIn(order, role),
    shareBp: role === 'third' ? thirdBp : ALL_BP - thirdBp,
    estimated: splitOf(order, order.estimated_commission_fen)[role],
    due: splitOf(order, dueFen)[role],
    estimatedFen: order.estimated_commission_fen,
    dueFen,
  }
}

/** A commission of an order in the parts of its parties. */
export function splitOf(order: Earning, commissionFen: bigint): { second: Part; third: Part } {
  return splitCommission(commissionFen, { feeBp: order.fee_bp, shareBp: order.share_bp ?? undefined })
}

function placeIn(order: Earning, role: Role) {
  const isThird = role === 'third'
  const [memberId, siteId, adzoneId] = isThird
    ? [order.third_member_id, order.third_site_id, order.third_adzone_id]
    : [order.member_id, order.site_id, order.adzone_id]
  if (memberId === null || siteId === null || adzoneId === null) {
    throw new Error(`order ${order.id} has no ${role} party`)
  }
  return {
    memberId,
    siteId,
    adzoneId,
    relationId: (isThird ? null : order.relation_id) ?? undefined,
    specialId: (isThird ? null : order.special_id) ?? undefined,
  }
}

/** What is due is what is booked, except where a penalty took it: then what would have been. */
function dueOf(order: Earning): bigint {
  if (order.penalty !== 'taken') return order.booked_commission_fen
  const keptFen = order.tb_received_at ? order.paid_fen - order.refunded_fen : 0n
  return amountsOf(keptFen, ratesOf(order)).commissionFen
}
