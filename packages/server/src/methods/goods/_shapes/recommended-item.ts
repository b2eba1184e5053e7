import { list, object, string } from '@opentbk/top'
import { favoritesInfo } from './favorites.ts'
import { basicFields, campaign, campaignsOf, describeBasics, rankInfo } from './found-item.ts'
import { flag } from './item-words.ts'
import { presaleInfo } from './presale.ts'
import { epochText, futureStep, orNone, priceFields, pricing, roundingUpPath } from './price.ts'
import type { Promoted } from './promote-items.ts'
import { earning, earningFields, incomeFields, topnInfo, type Upcoming } from './publish.ts'

const { topn_info: _, ...earned } = earningFields

/** One item of a selection's answer. */
export const recommendedItem = object('MapData', {
  item_id: string({ note: "this promoter's own id of the item", example: 'qeqscd1231-uqwenqe' }),
  item_basic_info: object('BasicMapData', basicFields),
  price_promotion_info: object('PromotionInfoMapData', {
    ...priceFields,
    future_activity_promotion_path_list: list(futureStep),
    predict_rounding_up_path_list: roundingUpPath,
  }),
  publish_info: object('PublishInfo', {
    ...earned,
    income_info: object('IncomeInfo', incomeFields),
    click_url: string({ note: "this promoter's link to the item" }),
    coupon_share_url: string({ note: 'the link to item and coupon in one, when a coupon is open' }),
    sp_campaign_list: list(campaign, { note: 'targeted plans (定向计划) running on the item' }),
    include_dxjh: string({ note: 'true or false: whether a targeted plan is running', example: 'false' }),
  }),
  tmall_rank_info: rankInfo,
  presale_info: presaleInfo,
  favorites_info: favoritesInfo,
  topn_info: topnInfo,
  scope_info: object('ScopeInfo', { superior_brand: string({ note: '0 no, 1 yes', example: '1' }) }),
  isv_mktid: string({ only: 'sc', note: "the service provider's own id of the item" }),
})

export function describeRecommended({ offer, names, links }: Promoted, upcoming: Upcoming | undefined) {
  return {
    ...names,
    item_basic_info: describeBasics(offer),
    price_promotion_info: pricing(offer, { upcoming, formatTime: epochText }),
    publish_info: {
      ...earning(offer, upcoming),
      click_url: links.clickUrl,
      coupon_share_url: links.couponUrl,
      sp_campaign_list: orNone(campaignsOf(offer)),
      include_dxjh: String(offer.targetedPlans.length > 0),
    },
    scope_info: { superior_brand: flag(offer.item.superiorBrand) },
  }
}
