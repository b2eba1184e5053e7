import type { Context } from '../../context.ts'
import { type DecidedBy, recordDecisions } from '../decisions/index.ts'
import { BadField, findShopByKey } from '../goods/index.ts'
import { hashBuyer } from '../orders/index.ts'
import { findMember } from '../publishers/index.ts'
import { lockBuyer, upsertMemberBuyer } from './identity-rows.ts'

export type MemberBuyer = {
  memberId: bigint
  shopKey: string
  /** As the shop calls the buyer; kept as a hash alone. */
  buyerId: string
  by: DecidedBy
  reason: string
}

/**
 * A buyer of a shop is known to be a member: what the member's own links sell to this buyer from now on raises a
 * case. Whoever the buyer was known to be before, is not any more. False where there is no such member; BadField
 * where there is no such shop.
 */
export async function noteMemberBuyer(ctx: Context, note: MemberBuyer): Promise<boolean> {
  const { memberId, shopKey, buyerId, by, reason } = note
  if (!(await findMember(ctx, memberId))) return false
  const shop = await findShopByKey(ctx, shopKey)
  if (!shop) throw new BadField('shop_key', 'no such shop')
  const buyer = { shopId: shop.id, buyerHash: hashBuyer(ctx, shop.id, buyerId) }
  await ctx.store.transact(async (tx) => {
    const before = await lockBuyer(tx, buyer)
    if (before === memberId) return
    await upsertMemberBuyer(tx, { ...buyer, memberId, notedAt: ctx.clock.now() })
    const figures = { shop_key: shopKey, ...(before !== undefined && { before_member_id: String(before) }) }
    await recordDecisions(ctx, tx, [{ kind: 'case.buyer', by, memberId, reason, figures }])
  })
  return true
}
