import { formatRate, ignored, list, long, number, object, Refusal, string, unfilled } from '@opentbk/top'
import { FAVORITES_LIST_MATERIAL, listMaterialItems, readItemId } from '../../domain/goods/index.ts'
import { getOwnAdzone } from '../../domain/publishers/index.ts'
import { doors } from '../define.ts'
import { describeFavorites, favoritesInfo } from './_shapes/favorites.ts'
import { describeOldItem, oldItemFields } from './_shapes/old-item.ts'
import { type Promoted, promoteItems } from './_shapes/promote-items.ts'
import { adzoneNotFound } from './_shapes/unknown-adzone.ts'

const NO_PERSONAL_ORDER = 'selections are the same for every shopper'
const NO_CONTENT = 'no selections for contents'
const NO_JU = 'no group-buying events (聚划算) in this network'
const NO_TQG = 'no timed sales (淘抢购) in this network'
const NO_MAOCHAO = 'no supermarket sales (猫超) in this network'
const NO_SEVERAL = 'no coupons for several pieces'
const NO_REDUCTION = 'no reductions over a whole shop (满减满折)'
const NO_WORDS = 'goods have no related words'

const selectedItem = object('MapData', {
  ...oldItemFields,
  coupon_amount: number({ note: 'whole yuan, rounded down; coupon_info says it exactly', example: 40 }),
  coupon_click_url: string({ note: 'coupon_share_url by its old name' }),
  click_url: string({ note: "this promoter's link to the item" }),
  commission_rate: string({ note: 'per cent of the best plan', example: '5.50' }),
  sub_title: string({ example: '吉品鲍鱼 关西参' }),
  favorites_info: { ...favoritesInfo, only: 'dg' as const },
  x_id: unfilled(string({ only: 'dg' }), 'documented as in trial'),
  word_list: unfilled(list(object('WordMapData', { url: string(), word: string() })), NO_WORDS),
  new_user_price: unfilled(string({ example: '1.99' }), 'no prices for new shoppers'),
  ju_online_end_time: unfilled(string({ example: '1559750399000' }), NO_JU),
  ju_online_start_time: unfilled(string({ example: '1559232000000' }), NO_JU),
  ju_play_end_time: unfilled(number({ example: 1567440000000 }), NO_JU),
  ju_play_start_time: unfilled(number({ example: 1567440000000 }), NO_JU),
  ju_pre_show_end_time: unfilled(string({ example: '1581868800000' }), NO_JU),
  ju_pre_show_start_time: unfilled(string({ example: '1582300799000' }), NO_JU),
  jhs_price_usp_list: unfilled(string({ example: '满200减10' }), NO_JU),
  play_info: unfilled(string({ example: '玩法' }), NO_JU),
  maochao_play_end_time: unfilled(string({ example: '1559750399000' }), NO_MAOCHAO),
  maochao_play_start_time: unfilled(string({ example: '1559232000000' }), NO_MAOCHAO),
  maochao_play_conditions: unfilled(string({ example: '2,3' }), NO_MAOCHAO),
  maochao_play_discounts: unfilled(string({ example: '500,450' }), NO_MAOCHAO),
  maochao_play_discount_type: unfilled(string({ example: '2' }), NO_MAOCHAO),
  maochao_play_free_post_fee: unfilled(string({ example: '1' }), NO_MAOCHAO),
  multi_coupon_zk_rate: unfilled(string({ example: '0.41234' }), NO_SEVERAL),
  price_after_multi_coupon: unfilled(string({ example: '9.9' }), NO_SEVERAL),
  multi_coupon_item_count: unfilled(string({ example: '3' }), NO_SEVERAL),
  promotion_type: unfilled(string({ example: '1' }), NO_REDUCTION),
  promotion_info: unfilled(string({ example: '满300减20' }), NO_REDUCTION),
  promotion_discount: unfilled(string({ example: '300' }), NO_REDUCTION),
  promotion_condition: unfilled(string({ example: '20' }), NO_REDUCTION),
  tmall_play_activity_end_time: unfilled(number({ example: 1567440000000 }), NO_TQG),
  tmall_play_activity_start_time: unfilled(number({ example: 1567440000000 }), NO_TQG),
  tqg_online_end_time: unfilled(string({ example: '1581868800000' }), NO_TQG),
  tqg_online_start_time: unfilled(string({ example: '1581868800000' }), NO_TQG),
  tqg_sold_count: unfilled(number({ example: 20 }), NO_TQG),
  tqg_total_count: unfilled(number({ example: 50 }), NO_TQG),
})

export const optimusMaterial = doors({
  module: 'goods',
  permission: 'basic',
  request: {
    adzone_id: long({ required: true, note: 'third number of the PID', example: 123 }),
    site_id: long({ required: true, only: 'sc', note: 'second number of the PID', example: 123 }),
    material_id: long({
      required: true,
      note: 'a selection of optimus.tou.material.ids.get; 13256 goods like item_id; 31519 the favorites by name and 31539 the goods of favorites_id, on the dg door',
      example: 123,
    }),
    page_size: number({ min: 1, max: 100, default: 20, example: 20 }),
    page_no: number({ min: 1, default: 1, example: 1 }),
    item_id: string({ note: 'with material 13256 alone: the item that others are to be like' }),
    favorites_id: string({
      only: 'dg',
      note: "with material 31539 alone: one of the promoter's own favorites",
      example: '123445',
    }),
    device_value: ignored(NO_PERSONAL_ORDER),
    device_encrypt: ignored(NO_PERSONAL_ORDER),
    device_type: ignored(NO_PERSONAL_ORDER),
    content_id: ignored(NO_CONTENT, { docType: 'Number' }),
    content_source: ignored(NO_CONTENT),
  },
  response: {
    result_list: list(selectedItem),
    is_default: string({ note: 'always false: nothing is filled up with other goods', example: 'false' }),
    total_count: number({ only: 'dg', note: 'goods of the selection, at most 2000', example: 100 }),
  },
  refusals: { 'adzone.unknown': true, 'material.unknown': true, 'item.bad-id': true, 'item.none': true },
  dg: {
    name: 'taobao.tbk.dg.optimus.material',
    title: '淘宝客-推广者-物料精选',
    session: 'none',
    refusals: { 'adzone.unknown': adzoneNotFound },
  },
  sc: { name: 'taobao.tbk.sc.optimus.material', title: '淘宝客-服务商-物料精选', session: 'required' },

  async handle(ctx, input) {
    const adzone = await getOwnAdzone(ctx, { adzoneId: input.adzone_id, siteId: input.site_id })
    const page = { pageNo: input.page_no, pageSize: input.page_size }
    // Favorites have no place in the answer of a call that names its site: its page does not know them.
    if (input.material_id === FAVORITES_LIST_MATERIAL && input.site_id === undefined) {
      const { total, info } = await describeFavorites(ctx, page)
      if (!info) throw new Refusal('item.none')
      return { result_list: [{ favorites_info: info }], is_default: 'false', total_count: total }
    }
    const asked = {
      materialId: input.material_id,
      itemId: input.item_id === undefined ? undefined : await readItemId(ctx, input.item_id),
      favoritesId: input.favorites_id,
    }
    const { total, itemIds } = await listMaterialItems(ctx, asked, page)
    const promoted = await promoteItems(ctx, itemIds, { adzone })
    if (promoted.length === 0) throw new Refusal('item.none')
    return { result_list: promoted.map(describe), is_default: 'false', total_count: total }
  },
})

function describe(promoted: Promoted) {
  const { offer, links } = promoted
  const { coupon } = offer
  return {
    ...describeOldItem(promoted),
    coupon_amount: coupon && coupon.faceFen / 100n,
    coupon_click_url: links.couponUrl,
    click_url: links.clickUrl,
    commission_rate: formatRate(offer.plan.rateBp),
    sub_title: offer.item.subTitle,
  }
}
