import { boolean, formatGmt8, formatYuan, ignored, list, object, string } from '@opentbk/top'
import {
  couponTerms,
  encodeItemId,
  findItems,
  findOffers,
  type Item,
  type Offer,
  readItemIds,
} from '../../domain/goods/index.ts'
import { method } from '../define.ts'
import { orNone } from './_shapes/price.ts'

export const itemRuleGet = method({
  name: 'qimen.taobao.tbk.item.rule.get',
  title: '淘宝客商品展示规则获取',
  session: 'none',
  module: 'goods',
  permission: 'basic',
  confidence: 'sdk',
  note: 'No page tells the members of an answer: these are this project’s own. How long what is shown of an item stays true, and whether it may be shown at all.',
  request: {
    itemIds: list(string(), {
      required: true,
      maxItems: 40,
      docType: 'String',
      note: 'item ids (A-B), comma-joined; ids that cannot be read are left out when others can',
      example: '1,2',
    }),
    isvUserId: ignored('the rules are the same for every user of a medium'),
    itemsData: ignored('what is shown comes from the network’s own data', { docType: 'Object[]' }),
  },
  response: {
    data: list(
      object('Object', {
        inputItemId: string({ note: 'the id as it was sent' }),
        itemId: string({ note: "this promoter's own id of the item" }),
        isShow: boolean({ note: 'false: not to be shown', example: true }),
        reason: string({ note: 'why not: off_shelf or not_promoted', example: 'off_shelf' }),
        priceText: string({ note: 'what the price is to be called: 券后价, 活动价 or 在售价' }),
        price: string({ note: 'yuan, the lowest a shopper gets now', example: '69.90' }),
        linePrice: string({ note: 'yuan, to be struck through; absent when it is no higher' }),
        couponText: string({ note: 'the coupon in the price', example: '满200减20' }),
        tags: list(string(), { note: '天猫, 包邮' }),
        endTime: string({ note: 'until when this is true; absent when no end is set' }),
      }),
    ),
  },
  refusals: { 'item.bad-id': true },

  async handle(ctx, input) {
    const ids = await readItemIds(ctx, input.itemIds)
    const items = await findItems(ctx, [...new Set(ids.values())])
    const offers = await findOffers(ctx, {
      items: [...items.values()],
      memberId: ctx.promoterId,
      at: ctx.clock.now(),
    })
    const data = [...ids].map(([text, id]) => {
      const offer = offers.get(id)
      return {
        inputItemId: text,
        itemId: encodeItemId(ctx.keys, id, ctx.promoterId),
        isShow: offer !== undefined,
        ...(offer ? showing(offer) : { reason: whyNot(items.get(id)) }),
      }
    })
    return { data }
  },
})

function whyNot(item: Item | undefined): string {
  return item?.status === 'on' && item.shop.status === 'open' ? 'not_promoted' : 'off_shelf'
}

function showing({ item, coupon, promotionPriceFen, finalPriceFen, path, plan }: Offer) {
  const ends = [plan.endsAt, ...path.map((step) => step.endsAt)].flatMap((at) => at ?? [])
  const tags = [item.shop.isTmall ? '天猫' : undefined, item.freeShipment ? '包邮' : undefined]
  return {
    priceText: coupon ? '券后价' : promotionPriceFen === undefined ? '在售价' : '活动价',
    price: formatYuan(finalPriceFen),
    linePrice: item.reservePriceFen > finalPriceFen ? formatYuan(item.reservePriceFen) : undefined,
    couponText: coupon && couponTerms(coupon),
    tags: orNone(tags.flatMap((tag) => tag ?? [])),
    endTime: ends.length === 0 ? undefined : formatGmt8(new Date(Math.min(...ends.map(Number)))),
  }
}
