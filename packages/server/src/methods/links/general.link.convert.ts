import {
  ignored,
  invalidArgument,
  list,
  long,
  missingArgument,
  number,
  object,
  string,
  unfilled,
} from '@opentbk/top'
import { type BizScene, MAX_MARK_BYTES } from '../../domain/links/index.ts'
import { checkChannel, getOwnAdzone } from '../../domain/publishers/index.ts'
import { doors } from '../define.ts'
import { convertItems, convertMaterials, convertPages, convertShops } from './_shapes/convert-each.ts'
import {
  closedLink,
  couponFields,
  failureFields,
  itemLinkFields,
  multiCoupons,
  placeLinkFields,
  promotionFields,
} from './_shapes/converted.ts'
import { MAX_ELEMENTS, splitList } from './_shapes/element-lists.ts'
import { keepLinkTypes, readLinkTypes, wantsOf } from './_shapes/link-types.ts'

const targetCoupon = {
  is_target_coupon: number({ note: '1: use the coupon named in coupon_id', example: '1' }),
  coupon_id: string({ maxLength: 64, example: '9urytzd6k4' }),
}

export const generalLinkConvert = doors({
  permission: 'link',
  request: {
    biz_scene_id: string({ values: ['1', '2', '3', '4'], note: 'carried by the link', example: '1' }),
    promotion_type: ignored('agents’ own purchases are not told apart here'),
    material_list: string({ note: 'addresses, links or 淘口令, comma-separated, at most 20' }),
    relation_id: string({ maxLength: 20, example: '123456' }),
    adzone_id: long({ required: true, min: 1n, example: '123456' }),
    site_id: long({ required: true, min: 1n, only: 'sc', example: '123456' }),
    seller_id_list: string({ note: 'comma-separated, at most 20', example: '123456' }),
    item_id_list: string({ note: 'comma-separated, at most 20' }),
    page_id_list: string({ note: 'comma-separated, at most 20', example: '123456' }),
    target_item: ignored('venues here have no reserved places', { docType: 'TargetItemDTO' }),
    item_dto: list(
      object('LkItemDTO', {
        item_id: string({ maxLength: 64 }),
        sku_id: long({ note: 'carried to the landing address', example: '123' }),
        ...targetCoupon,
        external_id: string({ note: 'a mark of the promoter’s own, at most 64 bytes', example: '123' }),
        dx: string({ note: '1: the general plan; otherwise the best open plan', example: '1' }),
        manage_pub_id: ignored('item libraries are not built yet', { docType: 'Number' }),
      }),
      { maxItems: MAX_ELEMENTS },
    ),
    page_dto: list(
      object('LkPageDTO', {
        page_id: string({ maxLength: 20, example: '20356789765' }),
        target_item_list: ignored('venues here have no reserved places', { docType: 'String[]' }),
      }),
      { maxItems: MAX_ELEMENTS },
    ),
    shop_dto: list(object('LkShopDTO', { shop_id: string({ maxLength: 20, example: '123456' }) }), {
      maxItems: MAX_ELEMENTS,
    }),
    material_dto: list(
      object('LkMaterialDTO', { material_url: string({ maxLength: 2048 }), ...targetCoupon }),
      {
        maxItems: MAX_ELEMENTS,
      },
    ),
    special_id: string({ maxLength: 20, example: '123' }),
    uvid: string({ note: `at most ${MAX_MARK_BYTES} bytes; carried by the link` }),
    qmtid: ignored('that task system is not part of this network'),
    uvid_not_authorized: ignored('links here ask shoppers for nothing', { only: 'dg', docType: 'Number' }),
    required_link_type: string({
      only: 'dg',
      note: 'the link fields to return, comma-separated; all when absent',
      example: 'cps_short_tpwd,coupon_short_url',
    }),
  },
  response: {
    data: object('TbkLinkDTO', {
      material_url_list: list(
        object('MaterialUrlList', {
          ...failureFields,
          promotion_info_dto: object('PromotionInfoDTO', promotionFields),
          coupon_info_dto: object('CouponInfoDTO', {
            ...couponFields,
            coupon_type: number({ note: '0 for the whole shop, 1 for one item', example: '0' }),
          }),
          link_info_dto: object('LinkInfoDTO', {
            ...itemLinkFields,
            tpwd_origin_url: string({ note: 'the link behind a pasted 淘口令; absent for other materials' }),
            material_id: string({ note: 'item, seller or venue id, by material_type' }),
            tk_biz_type: number({ note: '1: a promotion 淘口令; absent for other materials', example: '1' }),
            tao_brick_url: closedLink,
          }),
          input_material_url: string(),
          extra_info: string({ example: 'skuid已失效' }),
          multiple_items_coupon_info_list: multiCoupons('MaterialMultiCouponPromotionInfoDTO'),
        }),
      ),
      shop_url_list: list(
        object('ShopUrlList', {
          ...failureFields,
          link_info_dto: object('LinkInfoDTO', {
            ...placeLinkFields,
            seller_id: string({ example: '123456' }),
          }),
          input_shop_id: string({ example: '123' }),
        }),
      ),
      event_url_list: list(
        object('EventUrlList', {
          ...failureFields,
          link_info_dto: object('LinkInfoDTO', {
            ...placeLinkFields,
            page_id: string({ example: '20150318' }),
          }),
          input_page_id: string({ example: '20150318' }),
        }),
      ),
      item_url_list: list(
        object('ItemUrlList', {
          ...failureFields,
          promotion_info_dto: object('PromotionInfoDTO', {
            ...promotionFields,
            promotion_price: number({ note: 'fen, what a shopper pays now', example: '1349' }),
          }),
          coupon_info_dto: object('CouponInfoDTO', couponFields),
          link_info_dto: object('ItemLinkInfoDTO', { ...itemLinkFields, item_id: string() }),
          input_item_id: string(),
          extra_info: string({ example: 'skuid已失效' }),
          multiple_items_coupon_info_list: multiCoupons('ItemMultiCouponPromotionInfoDTO'),
        }),
      ),
    }),
    biz_error_desc: unfilled(number(), 'each element says its own error'),
    result_msg: unfilled(string(), 'each element says its own error'),
  },
  refusals: {
    'adzone.unknown': true,
    'relation.unknown': true,
    'special.unknown': true,
    'server.busy': true,
  },
  dg: { name: 'taobao.tbk.dg.general.link.convert', title: '淘宝客-推广者-万能转链', session: 'none' },
  sc: { name: 'taobao.tbk.sc.general.link.convert', title: '淘宝客-服务商-万能转链', session: 'required' },

  async handle(ctx, input) {
    const adzone = await getOwnAdzone(ctx, { adzoneId: input.adzone_id, siteId: input.site_id })
    const items = [
      ...splitList('item_id_list', input.item_id_list).map((item_id) => ({ item_id })),
      ...(input.item_dto ?? []),
    ]
    const shopIds = [
      ...splitList('seller_id_list', input.seller_id_list),
      ...(input.shop_dto ?? []).map((shop) => shop.shop_id ?? ''),
    ]
    const pageIds = [
      ...splitList('page_id_list', input.page_id_list),
      ...(input.page_dto ?? []).map((page) => page.page_id ?? ''),
    ]
    const materials = [
      ...splitList('material_list', input.material_list).map((material_url) => ({ material_url })),
      ...(input.material_dto ?? []),
    ]
    checkUvid(input.uvid)
    if (items.length + shopIds.length + pageIds.length + materials.length === 0)
      throw missingArgument('material_list')
    const types = readLinkTypes(input.required_link_type)
    const how = {
      adzone,
      relationId: await checkChannel(ctx, 'relation', input.relation_id),
      specialId: await checkChannel(ctx, 'special', input.special_id),
      uvid: input.uvid,
      bizScene: input.biz_scene_id === undefined ? undefined : (Number(input.biz_scene_id) as BizScene),
      wants: wantsOf(types),
    }
    const [material_url_list, shop_url_list, event_url_list, item_url_list] = await Promise.all([
      convertMaterials(ctx, how, materials),
      convertShops(ctx, how, shopIds),
      convertPages(ctx, how, pageIds),
      convertItems(ctx, how, items),
    ])
    return {
      data: {
        material_url_list: keepLinkTypes(material_url_list, types),
        shop_url_list: keepLinkTypes(shop_url_list, types),
        event_url_list: keepLinkTypes(event_url_list, types),
        item_url_list: keepLinkTypes(item_url_list, types),
      },
    }
  },
})

// Said once for the whole call: every link of it would carry the same mark.
function checkUvid(uvid: string | undefined): void {
  if (uvid !== undefined && Buffer.byteLength(uvid, 'utf8') > MAX_MARK_BYTES)
    throw invalidArgument('uvid', `最多${MAX_MARK_BYTES}字节`)
}
