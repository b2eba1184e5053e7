import { boolean, ignored, list, object, Refusal, string, unfilled } from '@opentbk/top'
import { encodeItemId, findOffers, findPageUrl, type Offer, readItemIds } from '../../domain/goods/index.ts'
import { method } from '../define.ts'
import { describeOldDetails, oldDetailFields } from './_shapes/old-details.ts'

const NO_JU = 'no group-buying events (聚划算) in this network'

export const itemInfoGet = method({
  name: 'taobao.tbk.item.info.get',
  title: '淘宝客-公用-淘宝客商品详情查询(简版)',
  session: 'none',
  module: 'goods',
  permission: 'basic',
  request: {
    num_iids: list(string(), {
      required: true,
      maxItems: 40,
      docType: 'String',
      note: 'item ids (A-B), comma-joined; ids that cannot be read are left out when others can',
    }),
    platform: ignored('one page serves PC and phone', { docType: 'Number' }),
    ip: ignored('postage does not depend on the place'),
    biz_scene_id: ignored('item details are the same in every scene'),
    promotion_type: ignored('no agent mode'),
    relation_id: ignored('item details are the same for every channel'),
    manage_item_pub_id: ignored('no item-library accounts', { docType: 'Number' }),
  },
  response: {
    results: list(
      object('NTbkItem', {
        cat_name: string({ note: 'level-one category', example: '女装' }),
        num_iid: string({ note: "this promoter's own id of the item" }),
        ...oldDetailFields,
        cat_leaf_name: string({ example: '情趣内衣' }),
        free_shipment: boolean({ example: true }),
        ju_online_start_time: unfilled(string(), NO_JU),
        ju_online_end_time: unfilled(string(), NO_JU),
        ju_pre_show_start_time: unfilled(string(), NO_JU),
        ju_pre_show_end_time: unfilled(string(), NO_JU),
        input_num_iid: string({ note: 'the id as it was sent' }),
      }),
    ),
  },
  refusals: { 'item.bad-id': true, 'item.none': true },

  async handle(ctx, { num_iids }) {
    const ids = await readItemIds(ctx, num_iids)
    const offers = await findOffers(ctx, {
      itemIds: [...new Set(ids.values())],
      memberId: ctx.promoterId,
      at: ctx.clock.now(),
    })
    const results = [...ids].flatMap(([text, id]) => {
      const offer = offers.get(id)
      if (!offer) return []
      const own = encodeItemId(ctx.keys, id, ctx.promoterId)
      const url = findPageUrl(ctx, { kind: 'item', item: offer.item })
      return [{ ...details(offer), num_iid: own, item_url: url, input_num_iid: text }]
    })
    if (results.length === 0) throw new Refusal('item.none')
    return { results }
  },
})

function details(offer: Offer) {
  const { item } = offer
  return {
    ...describeOldDetails(offer),
    cat_name: item.topCategory.name,
    cat_leaf_name: item.category.name,
    free_shipment: item.freeShipment,
  }
}
