import { formatGmt8, ignored, list, number, object, Refusal, string, unfilled } from '@opentbk/top'
import {
  encodeItemId,
  findOffers,
  findPageUrl,
  findUpcomingOffers,
  readItemIds,
} from '../../domain/goods/index.ts'
import { method } from '../define.ts'
import {
  activityTagList,
  activityTags,
  describeDetailBasics,
  detailBasicFields,
} from './_shapes/detail-basics.ts'
import { presaleInfo } from './_shapes/presale.ts'
import { futureStep, priceFields, pricing } from './_shapes/price.ts'
import { earning, earningFields } from './_shapes/publish.ts'

const publishInfo = object('PublishInfo', {
  ...earningFields,
  tlj_remain_num: unfilled(number({ example: 19000 }), 'no 淘礼金 on items'),
})

const priceInfo = object('PromotionInfoMapData', {
  ...priceFields,
  activity_tag_list: activityTagList,
  future_activity_promotion_path_list: list(futureStep, { itemName: 'string', docType: 'String[]' }),
})

export const itemInfoUpgradeGet = method({
  name: 'taobao.tbk.item.info.upgrade.get',
  title: '淘宝客-公用-淘宝客商品详情查询升级版(简易版)',
  session: 'none',
  module: 'goods',
  permission: 'basic',
  request: {
    item_id: list(string(), {
      required: true,
      maxItems: 20,
      docType: 'String',
      note: 'item ids (A-B), comma-joined; ids that cannot be read are left out when others can',
    }),
    ip: ignored('postage does not depend on the place'),
    biz_scene_id: ignored('item details are the same in every scene'),
    promotion_type: ignored('no agent mode'),
    relation_id: ignored('item details are the same for every channel'),
    manage_item_pub_id: ignored('no item-library accounts', { docType: 'Number' }),
    get_tlj_info: ignored('no 淘礼金 on items', { docType: 'Number' }),
  },
  response: {
    results: list(
      object('TbkItemDetail', {
        item_id: string({ note: "this promoter's own id of the item" }),
        publish_info: publishInfo,
        price_promotion_info: priceInfo,
        input_item_iid: string({ note: 'the id as it was sent' }),
        item_basic_info: object('BasicMapData', detailBasicFields),
        presale_info: presaleInfo,
      }),
    ),
  },
  refusals: { 'item.bad-id': true, 'item.none': true },

  async handle(ctx, input) {
    const ids = await readItemIds(ctx, input.item_id)
    const asking = { memberId: ctx.promoterId, at: ctx.clock.now() }
    const offers = await findOffers(ctx, { itemIds: [...new Set(ids.values())], ...asking })
    if (offers.size === 0) throw new Refusal('item.none')
    const upcoming = await findUpcomingOffers(ctx, { offers: offers.values(), ...asking })
    const results = [...ids].flatMap(([text, id]) => {
      const offer = offers.get(id)
      if (!offer) return []
      const coming = upcoming.get(id)
      const url = findPageUrl(ctx, { kind: 'item', item: offer.item })
      return [
        {
          item_id: encodeItemId(ctx.keys, id, ctx.promoterId),
          publish_info: earning(offer, coming),
          price_promotion_info: {
            ...pricing(offer, { upcoming: coming, formatTime: formatGmt8 }),
            activity_tag_list: activityTags(offer),
          },
          input_item_iid: text,
          item_basic_info: describeDetailBasics(offer, url),
        },
      ]
    })
    return { results }
  },
})
