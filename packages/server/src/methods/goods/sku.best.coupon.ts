import { long, number, object, Refusal } from '@opentbk/top'
import { decideSkuOffer, findOffers } from '../../domain/goods/index.ts'
import { method } from '../define.ts'

export const skuBestCoupon = method({
  name: 'taobao.tbk.sku.best.coupon',
  title: 'sku维度最优优惠券信息',
  session: 'none',
  module: 'goods',
  permission: 'basic',
  request: {
    sku_id: long({ required: true, note: 'a variant of the item' }),
    item_id: long({ required: true, note: "the item's number: its page documents no other form" }),
  },
  response: {
    coupon_info: object(
      'MapData',
      { coupon_expire_time: number({ note: 'milliseconds' }) },
      { note: "the coupon that saves most at the variant's price" },
    ),
  },
  refusals: { 'item.none': true, 'sku.unknown': true, 'coupon.unknown': true },

  async handle(ctx, { sku_id, item_id }) {
    const offers = await findOffers(ctx, {
      itemIds: [item_id],
      memberId: ctx.promoterId,
      at: ctx.clock.now(),
    })
    const offer = offers.get(item_id)
    if (!offer) throw new Refusal('item.none')
    const sku = offer.item.skus.find(({ id }) => id === sku_id)
    if (!sku) throw new Refusal('sku.unknown', String(sku_id))
    const { coupon } = decideSkuOffer(offer, sku)
    if (!coupon) throw new Refusal('coupon.unknown')
    return { coupon_info: { coupon_expire_time: coupon.endsAt.getTime() } }
  },
})
