import { formatYuan, ignored, list, long, number, object, Refusal, string, unfilled } from '@opentbk/top'
import type { Context } from '../../context.ts'
import { commissionType, findPageUrl, type Offer, searchItems } from '../../domain/goods/index.ts'
import { checkChannel, getOwnAdzone } from '../../domain/publishers/index.ts'
import { doors } from '../define.ts'
import { describeOldItem, oldItemFields } from './_shapes/old-item.ts'
import { type Promoted, promoteItems } from './_shapes/promote-items.ts'
import { filterFields, filterOf, sortOf } from './_shapes/search-filter.ts'
import { adzoneNotFound } from './_shapes/unknown-adzone.ts'

/** The whole of the goods; 17004 asks for a personal order of them, which here is the same. */
const MATERIALS: readonly bigint[] = [2836n, 17004n]
const NO_PERSONAL_ORDER = 'results are the same for every shopper'
const NO_LOCAL = 'no local services (本地化)'
const NO_KEY_ACCOUNTS = 'no rates of their own for large media'
const NO_LOCK = 'rates are not locked'
const NO_CROWDS = 'goods are not rated against crowds: material 41377 is refused'

const foundItem = object('MapData', {
  ...oldItemFields,
  num_iid: string({ note: 'item_id by its old name' }),
  coupon_id: string({ example: 'd62db1ab8d9546b1bf0ff49bda5fc33b' }),
  coupon_amount: string({ note: 'yuan', example: '10.00' }),
  info_dxjh: string({ note: 'JSON text: targeted plans and their rates', example: '{"19013551":"2850"}' }),
  tk_total_sales: string({ note: 'promoted pieces in 30 days', example: '11' }),
  tk_total_commi: string({ note: 'yuan, commission of 30 days', example: '323.00' }),
  provcity: string({ example: '杭州' }),
  item_url: string(),
  include_mkt: string({ note: 'true or false: whether a marketing plan is running', example: 'false' }),
  include_dxjh: string({ note: 'true or false: whether a targeted plan is running', example: 'false' }),
  commission_rate: string({ note: 'basis points of the best plan', example: '1550' }),
  commission_type: string({
    note: 'MKT marketing, SP targeted, COMMON general, ZX exclusive',
    example: 'MKT',
  }),
  shop_dsr: number({ example: 13 }),
  url: string({ note: "this promoter's link to the item" }),
  real_post_fee: string({ note: 'yuan', example: '0.00' }),
  x_id: unfilled(string(), 'documented as in trial'),
  sale_begin_time: unfilled(string({ example: '1567440000000' }), NO_LOCAL),
  sale_end_time: unfilled(string({ example: '1567440000000' }), NO_LOCAL),
  distance: unfilled(string({ example: '300' }), NO_LOCAL),
  usable_shop_id: unfilled(string({ example: '10001' }), NO_LOCAL),
  usable_shop_name: unfilled(string(), NO_LOCAL),
  localization_extend: unfilled(string(), NO_LOCAL),
  reward_info: unfilled(number({ example: 1 }), 'no lottery on purchases'),
  match_score: unfilled(string({ example: '10.0' }), NO_CROWDS),
  commi_score: unfilled(string({ example: '20.0' }), NO_CROWDS),
  rank_page_url: unfilled(string(), 'no ranking pages'),
  item_search_type: unfilled(string({ example: '1-1' }), 'one kind of search'),
})

export const materialOptional = doors({
  module: 'goods',
  permission: 'basic',
  request: {
    adzone_id: long({ required: true, note: 'third number of the PID', example: 12345678 }),
    site_id: long({ required: true, only: 'sc', note: 'second number of the PID', example: 123 }),
    ...filterFields,
    sort: string({
      values: [
        'match_des',
        'match_asc',
        'total_sales_des',
        'total_sales_asc',
        'tk_rate_des',
        'tk_rate_asc',
        'tk_total_sales_des',
        'tk_total_sales_asc',
        'tk_total_commi_des',
        'tk_total_commi_asc',
        'price_des',
        'price_asc',
      ],
      default: 'match_des',
      note: 'price is the final price; of equals the best sold come first',
    }),
    page_no: number({ min: 1, default: 1, example: 1 }),
    page_size: number({ min: 1, max: 100, default: 20, example: 20 }),
    platform: number({ values: [1, 2], default: 1, note: '1 PC, 2 wireless: one link serves both' }),
    material_id: long({ default: 2836n, note: '2836, or 17004 with the same results', example: 2836 }),
    relation_id: string({ note: "a channel of the promoter's, carried by the links", example: '3243' }),
    special_id: string({ note: "a member of the promoter's, carried by the links", example: '2323' }),
    biz_scene_id: string({ values: ['1', '2'], default: '1', note: 'carried by the links', example: '1' }),
    ip: ignored('postage does not depend on the place'),
    device_encrypt: ignored(NO_PERSONAL_ORDER),
    device_value: ignored(NO_PERSONAL_ORDER),
    device_type: ignored(NO_PERSONAL_ORDER),
    end_ka_tk_rate: ignored(NO_KEY_ACCOUNTS, { docType: 'Number' }),
    start_ka_tk_rate: ignored(NO_KEY_ACCOUNTS, { docType: 'Number' }),
    lock_rate_end_time: ignored(NO_LOCK, { docType: 'Number' }),
    lock_rate_start_time: ignored(NO_LOCK, { docType: 'Number' }),
    longitude: ignored(NO_LOCAL),
    latitude: ignored(NO_LOCAL),
    city_code: ignored(NO_LOCAL),
    seller_ids: ignored(NO_LOCAL),
    page_result_key: ignored(NO_LOCAL),
    ucrowd_id: ignored(NO_CROWDS, { docType: 'Number' }),
    ucrowd_rank_items: ignored(NO_CROWDS, { docType: 'Ucrowdrankitems[]' }),
    get_topn_rate: ignored('no higher commission for the first N pieces', { docType: 'Number' }),
    promotion_type: ignored('no agent mode'),
  },
  response: {
    total_results: number({ note: 'exact to 10000, and never more', example: 1212 }),
    result_list: list(foundItem),
    page_result_key: unfilled(string({ example: 'abcde' }), NO_LOCAL),
  },
  refusals: {
    'adzone.unknown': true,
    'search.empty': true,
    'material.unknown': true,
    'relation.unknown': true,
    'special.unknown': true,
    'item.none': true,
  },
  dg: {
    name: 'taobao.tbk.dg.material.optional',
    title: '淘宝客-推广者-物料搜索',
    session: 'none',
    refusals: { 'adzone.unknown': adzoneNotFound },
  },
  sc: { name: 'taobao.tbk.sc.material.optional', title: '淘宝客-服务商-物料搜索', session: 'required' },

  async handle(ctx, input) {
    if (!MATERIALS.includes(input.material_id))
      throw new Refusal('material.unknown', String(input.material_id))
    const adzone = await getOwnAdzone(ctx, { adzoneId: input.adzone_id, siteId: input.site_id })
    const carried = {
      adzone,
      relationId: await checkChannel(ctx, 'relation', input.relation_id),
      specialId: await checkChannel(ctx, 'special', input.special_id),
      bizScene: input.biz_scene_id === '2' ? (2 as const) : (1 as const),
    }
    const { total, itemIds } = await searchItems(ctx, {
      filter: filterOf(input),
      sort: sortOf(input.sort.replace(/^price_/, 'final_promotion_price_')),
      pageNo: input.page_no,
      pageSize: input.page_size,
    })
    const promoted = await promoteItems(ctx, itemIds, carried)
    if (promoted.length === 0) throw new Refusal('item.none')
    return { total_results: total, result_list: promoted.map((each) => describe(ctx, each)) }
  },
})

function describe(ctx: Context, promoted: Promoted) {
  const { offer, names, links } = promoted
  const { item, coupon, plan } = offer
  return {
    ...describeOldItem(promoted),
    num_iid: names.item_id,
    coupon_id: coupon?.activityId,
    coupon_amount: coupon && formatYuan(coupon.faceFen),
    info_dxjh: targetedRates(offer),
    tk_total_sales: String(item.promotedVolume),
    tk_total_commi: formatYuan(item.promotedCommissionFen),
    provcity: item.provcity,
    item_url: findPageUrl(ctx, { kind: 'item', item }),
    include_mkt: String(offer.hasMarketingPlan),
    include_dxjh: String(offer.targetedPlans.length > 0),
    commission_rate: String(plan.rateBp),
    commission_type: commissionType[plan.kind],
    shop_dsr: item.shop.dsr,
    url: links.clickUrl,
    real_post_fee: formatYuan(item.freeShipment ? 0n : item.postFeeFen),
  }
}

function targetedRates({ targetedPlans }: Offer): string | undefined {
  if (targetedPlans.length === 0) return undefined
  return JSON.stringify(
    Object.fromEntries(targetedPlans.map(({ plan }) => [String(plan.id), String(plan.rateBp)])),
  )
}
