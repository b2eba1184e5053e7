import { ignored, list, long, number, Refusal, string, unfilled } from '@opentbk/top'
import { findUpcomingOffers, searchItems } from '../../domain/goods/index.ts'
import { checkChannel, getOwnAdzone } from '../../domain/publishers/index.ts'
import { doors } from '../define.ts'
import { describeFound, foundItem } from './_shapes/found-item.ts'
import { promoteItems } from './_shapes/promote-items.ts'
import { filterFields, filterOf, sortOf } from './_shapes/search-filter.ts'
import { adzoneNotFound } from './_shapes/unknown-adzone.ts'

/** The whole of the goods; 17004 asks for a personal order of them, which here is the same. */
const MATERIALS: readonly bigint[] = [80309n, 17004n]
const NO_PERSONAL_ORDER = 'results are the same for every shopper'
const NO_CROWDS = 'goods are not rated against crowds: material 41377 is refused'
const NO_TIPS = 'no shopping tips (线报) on items'

export const materialOptionalUpgrade = doors({
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
        'tk_mkt_rate_des',
        'tk_mkt_rate_asc',
        'tk_total_sales_des',
        'tk_total_sales_asc',
        'tk_total_commi_des',
        'tk_total_commi_asc',
        'final_promotion_price_des',
        'final_promotion_price_asc',
      ],
      default: 'match_des',
      note: 'of equals the best sold come first',
    }),
    page_no: number({ min: 1, default: 1, example: 1 }),
    page_size: number({ min: 1, max: 100, default: 20, example: 20 }),
    material_id: long({ default: 80309n, note: '80309, or 17004 with the same results', example: 80309 }),
    relation_id: string({ note: "a channel of the promoter's, carried by the links", example: '3243' }),
    special_id: string({ note: "a member of the promoter's, carried by the links", example: '2323' }),
    biz_scene_id: string({ values: ['1', '2'], default: '1', note: 'carried by the links', example: '1' }),
    ip: ignored('postage does not depend on the place'),
    device_encrypt: ignored(NO_PERSONAL_ORDER),
    device_value: ignored(NO_PERSONAL_ORDER),
    device_type: ignored(NO_PERSONAL_ORDER),
    get_topn_rate: ignored('no higher commission for the first N pieces', { docType: 'Number' }),
    promotion_type: ignored('no agent mode'),
    mgc_start_time: ignored(NO_TIPS),
    mgc_end_time: ignored(NO_TIPS),
    mgc_status: ignored(NO_TIPS),
    ucrowd_id: ignored(NO_CROWDS, { docType: 'Number' }),
    ucrowd_rank_items: ignored(NO_CROWDS, { docType: 'Ucrowdrankitems[]' }),
  },
  response: {
    total_results: number({ note: 'exact to 10000, and never more', example: 1212 }),
    result_list: list(foundItem),
    uvid_msg: unfilled(string({ example: '123' }), 'takes no uvid'),
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
    name: 'taobao.tbk.dg.material.optional.upgrade',
    title: '淘宝客-推广者-物料搜索升级版',
    session: 'none',
    refusals: { 'adzone.unknown': adzoneNotFound },
  },
  sc: {
    name: 'taobao.tbk.sc.material.optional.upgrade',
    title: '淘宝客-服务商-物料搜索升级版',
    session: 'required',
    confidence: 'sdk',
  },

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
      sort: sortOf(input.sort),
      pageNo: input.page_no,
      pageSize: input.page_size,
    })
    const promoted = await promoteItems(ctx, itemIds, carried)
    const upcoming = await findUpcomingOffers(ctx, {
      offers: promoted.map(({ offer }) => offer),
      memberId: ctx.promoterId,
      at: ctx.clock.now(),
    })
    const found = promoted.map(({ offer, names, links }) => ({
      ...names,
      ...describeFound(offer, { upcoming: upcoming.get(offer.item.id), links }),
    }))
    if (found.length === 0) throw new Refusal('item.none')
    return { total_results: total, result_list: found }
  },
})
