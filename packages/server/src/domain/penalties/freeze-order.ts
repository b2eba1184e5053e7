import type { Context } from '../../context.ts'
import { BadField } from '../goods/index.ts'
import { holdOrder, setPenalty } from '../orders/index.ts'
import type { Actor, Penalty, ViolationType } from './penalty.ts'
import { insertEvent, insertPenalty, selectInForce, selectPenalty } from './rows.ts'
import { causes } from './rules.ts'

export type Freeze = { tradeId: bigint; violationType: ViolationType; reason: string }

/**
 * Holds back what an order earned, or will earn when it is received: of its promoter and of the third party.
 * Undefined where there is no such order; BadField where it cannot be frozen.
 */
export async function freezeOrder(
  ctx: Context,
  freeze: Freeze,
  operator: NonNullable<Actor['operator']>,
): Promise<Penalty | undefined> {
  const { tradeId, violationType, reason } = freeze
  const at = ctx.clock.now()
  return ctx.store.transact(async (tx) => {
    const held = await holdOrder(tx, tradeId)
    if (!held) return undefined
    const { id: orderId, member_id } = held.order
    const known = await selectInForce(tx, orderId)
    if (known) throw new BadField('trade_id', `this order is ${known.state} already, by penalty ${known.id}`)
    if (member_id === null) throw new BadField('trade_id', 'nobody promoted this order')
    const operatorId = operator.id
    const id = await insertPenalty(tx, { orderId, violationType, reason, operatorId, createdAt: at })
    const entryKey = await setPenalty(ctx, tx, {
      ...held,
      penaltyId: id,
      penalty: 'frozen',
      cause: causes.freeze,
    })
    const actor: Actor = { memberId: undefined, operator }
    await insertEvent(tx, id, { step: 'freeze', actor, reason, at, entryKey })
    return selectPenalty(tx, id)
  })
}
