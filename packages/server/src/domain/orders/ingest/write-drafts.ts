import type { Context } from '../../../context.ts'
import { takeStamp } from '../../../store/stamp.ts'
import type { Tx } from '../../../store/store.ts'
import { bookCommission, type CommissionChange } from '../../settlement/index.ts'
import { bookedOf, bookingOf } from '../booking.ts'
import { upsertRefunds } from '../refund-rows.ts'
import { insertEvents, type OrderWrite, upsertOrders } from '../rows.ts'
import { statusOf } from '../rules.ts'
import { pickTerms, type Terms } from '../terms.ts'
import { toRefundWrites } from '../to-refund-writes.ts'
import type { Draft } from './open-drafts.ts'
import { type Outcome, workOut } from './work-out.ts'

type Holders = Pick<Terms, 'member_id' | 'third_member_id' | 'leader_id'>

/** More outcomes than this are not kept waiting in memory. */
const MAX_WAITING = 500

/** Works out what the orders are now, page by page, and writes them with all that follows. */
export async function writeDrafts(
  ctx: Context,
  tx: Tx,
  input: { shopId: bigint; feeBp: number; pages: AsyncIterable<readonly Draft[]> },
): Promise<void> {
  const { shopId, feeBp, pages } = input
  let waiting: Outcome[] = []
  for await (const drafts of pages) {
    waiting.push(...(await workOut(tx, { shopId, feeBp, drafts })))
    if (waiting.length <= MAX_WAITING) continue
    await writeOutcomes(ctx, tx, { shopId, outcomes: waiting })
    waiting = []
  }
  await writeOutcomes(ctx, tx, { shopId, outcomes: waiting })
}

/** Writes orders, their events and what the ledger gains by it. */
async function writeOutcomes(
  ctx: Context,
  tx: Tx,
  { shopId, outcomes }: { shopId: bigint; outcomes: readonly Outcome[] },
): Promise<void> {
  if (outcomes.length === 0) return
  // From here to the commit the order of changes is fixed: unless there is more than fits, only writes follow.
  const stamp = await takeStamp(tx, ctx.clock.aheadMs, outcomes.length)
  const writes = outcomes.map((outcome, index) =>
    toWrite(outcome, { shopId, at: stamp.at, changeNo: stamp.firstChange + BigInt(index) }),
  )
  await upsertOrders(tx, writes)
  await upsertRefunds(
    tx,
    outcomes.flatMap((outcome, index) => toRefundWrites(outcome, writes[index] as OrderWrite)),
  )
  const events = outcomes.flatMap(({ draft }) =>
    draft.arrived.map((event) => ({ ...event, shopId, orderId: draft.id, acceptedAt: stamp.at })),
  )
  if (events.length > 0) await insertEvents(tx, events)
  await bookCommission(
    tx,
    outcomes.map((outcome, index) => toChange(outcome, writes[index] as OrderWrite)),
  )
}

function toWrite(
  { draft, state, terms, earnings }: Outcome,
  stamp: { shopId: bigint; at: Date; changeNo: bigint },
): OrderWrite {
  const { before } = draft
  const isTheirsStill = before !== undefined && hasNoNewHolder(before, terms)
  return {
    ...pickTerms(terms),
    id: draft.id,
    shop_id: stamp.shopId,
    outer_id: draft.outerId,
    trade_parent_id: draft.parentId as bigint,
    item_id: draft.item.id,
    item_num: state.itemNum,
    item_price_fen: state.priceFen,
    buyer_hash: state.buyerHash ?? null,
    status: statusOf(state, earnings, before?.tk_earned_at != null),
    is_refunding: state.isRefunding,
    had_refund: state.hadRefund,
    paid_fen: state.paidFen,
    refunded_fen: state.refundedFen,
    estimated_commission_fen: earnings.estimated.commissionFen,
    estimated_fee_fen: earnings.estimated.feeFen,
    estimated_service_fen: earnings.estimated.serviceFen,
    ...bookedOf(earnings.due, { memberId: terms.member_id, isTaken: before?.penalty === 'taken' }),
    penalty: before?.penalty ?? null,
    penalty_id: before?.penalty_id ?? null,
    ledger_revision: (before?.ledger_revision ?? 0) + 1,
    tb_created_at: state.createdAt,
    tb_paid_at: state.paidAt ?? null,
    tb_received_at: state.receivedAt ?? null,
    tk_created_at: isTheirsStill ? before.tk_created_at : stamp.at,
    tk_paid_at: state.paidAt ? ((isTheirsStill ? before.tk_paid_at : null) ?? stamp.at) : null,
    tk_earned_at: before?.tk_earned_at ?? null,
    modified_at: stamp.at,
    change_no: stamp.changeNo,
  }
}

/** To whoever shares in it an order begins when it becomes theirs: a window that was read never gains a row. */
function hasNoNewHolder(before: Holders, terms: Holders): boolean {
  const isKept = (name: 'third_member_id' | 'leader_id') =>
    terms[name] === null || terms[name] === before[name]
  return before.member_id === terms.member_id && isKept('third_member_id') && isKept('leader_id')
}

function toChange({ draft }: Outcome, write: OrderWrite): CommissionChange {
  return {
    orderId: draft.id,
    revision: write.ledger_revision,
    merchantId: draft.item.shop.memberId,
    cause: causeOf(draft),
    postedAt: write.modified_at,
    before: draft.before ? bookingOf(draft.before) : [],
    after: bookingOf(write),
  }
}

function causeOf(draft: Draft): string {
  const types = [...new Set(draft.arrived.map((event) => event.type))]
  return types.length > 0 ? `order ${types.join(', ')}` : 'order decided again'
}
