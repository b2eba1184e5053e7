import { formatYuan, list, long, number, object, string, unfilled } from '@opentbk/top'
import { commissionType, type Offer } from '../../../domain/goods/index.ts'
import { annualVolume, flag, userType } from './item-words.ts'
import { presaleInfo } from './presale.ts'
import { epochText, futureStep, orNone, priceFields, pricing, roundingUpPath } from './price.ts'
import { earning, earningFields, type Upcoming } from './publish.ts'

const NO_CROWDS = 'goods are not rated against crowds'
const NO_RANKS = 'no ranking pages'

/** A targeted plan (定向计划) running on an item. */
export const campaign = object('SpCampaign', {
  sp_cid: string({ example: '123' }),
  sp_name: string({ example: '定向计划活动1' }),
  sp_rate: string({ note: 'basis points', example: '1550' }),
  sp_lock_status: unfilled(string({ example: '0' }), 'rates are not locked'),
  sp_apply_link: unfilled(string(), 'plans are not applied for by a page'),
  sp_status: string({ note: '1 this promoter has joined, 0 not', example: '1' }),
})

const publishInfo = object('PublishInfo', {
  ...earningFields,
  click_url: string({ note: "this promoter's link to the item" }),
  coupon_share_url: string({ note: 'the link to item and coupon in one, when a coupon is open' }),
  sp_campaign_list: list(campaign, { note: 'targeted plans (定向计划) running on the item' }),
  rank_page_url: unfilled(string({ example: 's.click.xxx' }), NO_RANKS),
  commission_type: string({
    note: 'MKT marketing, SP targeted, COMMON general, ZX exclusive',
    example: 'MKT',
  }),
  include_dxjh: string({ note: 'true or false: whether a targeted plan is running', example: 'false' }),
})

const priceInfo = object('PromotionInfoMapData', {
  ...priceFields,
  future_activity_promotion_path_list: list(futureStep),
  predict_rounding_up_path_list: { ...roundingUpPath, only: 'sc' as const },
})

/** What search and selections say of an item itself. */
export const basicFields = {
  title: string(),
  short_title: string({ example: '九分裤显瘦高腰韩版' }),
  pict_url: string(),
  white_image: string(),
  level_one_category_id: long({ example: 1 }),
  category_id: long({ example: 162201 }),
  category_name: string({ example: '牛仔裤' }),
  seller_id: long({ example: 123 }),
  user_type: number({ note: '0 taobao, 1 tmall', example: 1 }),
  shop_title: string({ example: '魔黛娅内衣旗舰店' }),
  volume: number({ note: 'pieces in 30 days', example: 30 }),
  sub_title: string({ example: '吉品鲍鱼 关西参' }),
  brand_name: string({ example: '淘宝心选' }),
  level_one_category_name: string({ example: '美妆' }),
  small_images: list(string()),
  annual_vol: string({ note: "a year's sales, rounded down", example: '1万+' }),
  real_post_fee: string({ note: 'yuan', example: '0.00' }),
}

const basicInfo = object('BasicMapData', {
  ...basicFields,
  tk_total_sales: string({ note: 'promoted pieces in 30 days', example: '11' }),
  provcity: string({ example: '浙江 杭州' }),
})

const mgcInfo = object('MgcInfo', {
  price: string({ example: '0.66' }),
  price_desc: string(),
  promotion_summary: string(),
  publish_time: string({ example: '1695265124771' }),
  valid_time: string({ example: '0' }),
})

/** 天猫榜单 */
export const rankInfo = unfilled(
  object('TmallRankInfo', {
    tmall_rank_text: string({ example: '白茶热销榜·第5名' }),
    tmall_rank_url: string(),
  }),
  NO_RANKS,
)

// The sc SDKs read superior_brand as a number where the dg ones read text; one wire form cannot serve both.
const scopeInfo = object(
  'ScopeInfo',
  { superior_brand: string({ note: '0 no, 1 yes', example: '1' }) },
  { only: 'dg' },
)

/** One item of a search's answer. */
export const foundItem = object('MapData', {
  item_id: string({ note: "this promoter's own id of the item", example: 'qeqscd1231-uqwenqe' }),
  publish_info: publishInfo,
  price_promotion_info: priceInfo,
  item_basic_info: basicInfo,
  tmall_rank_info: rankInfo,
  presale_info: presaleInfo,
  scope_info: scopeInfo,
  mgc_info: unfilled(mgcInfo, 'no shopping tips (线报) on items'),
  match_score: unfilled(string({ example: '10.0' }), NO_CROWDS),
  commi_score: unfilled(string({ example: '20.0' }), NO_CROWDS),
  isv_mktid: string({ only: 'sc', note: "the service provider's own id of the item" }),
  similar_item: unfilled(string({ only: 'sc' }), 'named by one SDK without a meaning'),
})

/** The links of one found item. */
export type FoundLinks = { clickUrl: string; couponUrl: string | undefined }

export function describeFound(offer: Offer, also: { upcoming: Upcoming | undefined; links: FoundLinks }) {
  return {
    publish_info: {
      ...earning(offer, also.upcoming),
      click_url: also.links.clickUrl,
      coupon_share_url: also.links.couponUrl,
      sp_campaign_list: orNone(campaignsOf(offer)),
      commission_type: commissionType[offer.plan.kind],
      include_dxjh: String(offer.targetedPlans.length > 0),
    },
    price_promotion_info: pricing(offer, { upcoming: also.upcoming, formatTime: epochText }),
    item_basic_info: {
      ...describeBasics(offer),
      tk_total_sales: String(offer.item.promotedVolume),
      provcity: offer.item.provcity,
    },
    scope_info: { superior_brand: flag(offer.item.superiorBrand) },
  }
}

export function campaignsOf(offer: Offer) {
  return offer.targetedPlans.map(({ plan, joined }) => ({
    sp_cid: String(plan.id),
    sp_name: plan.name,
    sp_rate: String(plan.rateBp),
    sp_status: flag(joined),
  }))
}

export function describeBasics({ item }: Offer) {
  return {
    title: item.title,
    short_title: item.shortTitle,
    pict_url: item.pictUrl,
    white_image: item.whiteImage,
    level_one_category_id: item.topCategory.id,
    category_id: item.category.id,
    category_name: item.category.name,
    seller_id: item.shop.id,
    user_type: userType(item),
    shop_title: item.shop.title,
    volume: item.volume,
    sub_title: item.subTitle,
    brand_name: item.brandName,
    level_one_category_name: item.topCategory.name,
    small_images: item.smallImages,
    annual_vol: annualVolume(item.annualVolume),
    real_post_fee: formatYuan(item.freeShipment ? 0n : item.postFeeFen),
  }
}
