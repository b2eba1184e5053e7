import type { CallContext } from '../../../context.ts'
import { encodeItemId, findOffers, type Offer } from '../../../domain/goods/index.ts'
import { type BizScene, createLongLink } from '../../../domain/links/index.ts'
import type { Adzone } from '../../../domain/publishers/index.ts'

/** What the links to listed goods carry. */
export type Carried = {
  adzone: Adzone
  relationId?: bigint | undefined
  specialId?: bigint | undefined
  bizScene?: BizScene | undefined
}

/** A listed item: its offer, what it is called on the wire, the links to it. */
export type Promoted = {
  offer: Offer
  names: { item_id: string; isv_mktid: string }
  links: { clickUrl: string; couponUrl: string | undefined }
}

/** Those of the items that the promoter can promote, in the order given, each with its links. */
export async function promoteItems(
  ctx: CallContext,
  itemIds: readonly bigint[],
  carried: Carried,
): Promise<Promoted[]> {
  const offers = await findOffers(ctx, { itemIds, memberId: ctx.promoterId, at: ctx.clock.now() })
  return itemIds.flatMap((id) => {
    const offer = offers.get(id)
    if (!offer) return []
    const target = { kind: 'item' as const, itemId: id, shopId: offer.item.shopId }
    const couponId = offer.coupon?.id
    return [
      {
        offer,
        names: {
          item_id: encodeItemId(ctx.keys, id, ctx.promoterId),
          isv_mktid: encodeItemId(ctx.keys, id, ctx.app.ownerId),
        },
        links: {
          clickUrl: createLongLink(ctx, { ...carried, target }),
          couponUrl:
            couponId === undefined ? undefined : createLongLink(ctx, { ...carried, target, couponId }),
        },
      },
    ]
  })
}
