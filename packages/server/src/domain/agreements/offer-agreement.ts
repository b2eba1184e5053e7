import type { Context } from '../../context.ts'
import { BadField } from '../goods/index.ts'
import { isPublisher } from '../publishers/index.ts'
import type { Actor, Agreement } from './agreement.ts'
import type { Offer } from './read-offer.ts'
import { insertOffer, insertStep } from './rows.ts'

/**
 * One of two publishers offers the other to share what tripartite links earn. An agreement in force stays so
 * until the offer is accepted. BadField names what is wrong.
 */
export async function offerAgreement(
  ctx: Context,
  offer: Offer,
  operator: Actor['operator'],
): Promise<Agreement> {
  await checkParties(ctx, offer)
  const { secondId, thirdId, shareBp, memberId, reason } = offer
  const at = ctx.clock.now()
  return ctx.store.transact(async (tx) => {
    const agreement = await insertOffer(tx, {
      secondId,
      thirdId,
      shareBp,
      offeredBy: memberId,
      offeredAt: at,
    })
    if (!agreement) throw new BadField('third_id', 'an offer between these two parties is open already')
    await insertStep(tx, agreement.id, { step: 'offer', actor: { memberId, operator }, reason, at })
    return agreement
  })
}

async function checkParties(ctx: Context, { secondId, thirdId, memberId }: Offer): Promise<void> {
  if (!(await isPublisher(ctx, secondId))) throw new BadField('second_id', 'not a publisher of this network')
  if (!(await isPublisher(ctx, thirdId))) throw new BadField('third_id', 'not a publisher of this network')
  if (secondId === thirdId) throw new BadField('third_id', 'another publisher than second_id expected')
  if (memberId !== secondId && memberId !== thirdId)
    throw new BadField('member_id', 'one of the two parties expected')
}
