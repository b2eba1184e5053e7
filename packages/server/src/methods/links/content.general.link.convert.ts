import { list, long, missingArgument, number, object, Refusal, string, unfilled } from '@opentbk/top'
import { getThirdParty } from '../../domain/agreements/index.ts'
import { ALL_FORMS } from '../../domain/links/index.ts'
import { getOwnAdzone } from '../../domain/publishers/index.ts'
import { method } from '../define.ts'
import { convertItems, convertMaterials, convertPages, convertShops } from './_shapes/convert-each.ts'
import {
  couponFields,
  failureFields,
  openLinkFields,
  placeLinkFields,
  promotionFields,
} from './_shapes/converted.ts'
import { MAX_ELEMENTS } from './_shapes/element-lists.ts'
import { keepDocumented } from './_shapes/keep-documented.ts'
import { subPid, subPidRefusals } from './_shapes/sub-pid.ts'

const each = { maxItems: MAX_ELEMENTS }
const { material_type: _, ...placeLinks } = placeLinkFields
const { multiple_items_prices_count: __, ...promotion } = promotionFields
const materialLinks = {
  ...openLinkFields,
  tk_biz_type: number({ note: '1: a promotion 淘口令; absent for other materials', example: '1' }),
}
const shopLinks = { seller_id: string({ example: '123456' }), ...placeLinks }
const pageLinks = { page_id: string({ example: '20150318' }), ...placeLinks }
const itemLinks = { ...openLinkFields, item_id: string() }

export const contentGeneralLinkConvert = method({
  name: 'taobao.tbk.content.general.link.convert',
  title: '淘宝客-推广者-内容三方万能转链',
  session: 'none',
  permission: 'share',
  request: {
    sub_pid: subPid,
    item_dto: list(
      object('LkItemDTO', {
        item_id: string({ maxLength: 64 }),
        sku_id: long({ note: 'carried to the landing address', example: '123' }),
        dx: string({ note: '1: the general plan; otherwise the best open plan', example: '1' }),
      }),
      each,
    ),
    page_dto: list(object('LkPageDTO', { page_id: string({ maxLength: 20, example: '20356789765' }) }), each),
    shop_dto: list(object('LkShopDTO', { shop_id: string({ maxLength: 20, example: '123456' }) }), each),
    material_dto: list(
      object('LkMaterialDTO', {
        material_url: string({ maxLength: 2048, note: 'an address, a link or a text with a 淘口令' }),
      }),
      each,
    ),
    adzone_id: string({ required: true, maxLength: 20, note: 'third part of a PID', example: '123' }),
  },
  response: {
    data: object('TbkLinkDTO', {
      material_url_list: list(
        object('MaterialUrlList', {
          ...failureFields,
          extra_info: string({ example: 'skuid已失效' }),
          input_material_url: string(),
          link_info_dto: object('UrlLinkInfoDTO', materialLinks),
          coupon_info_dto: object('UrlCouponInfoDTO', {
            ...couponFields,
            coupon_type: number({ note: '0 for the whole shop, 1 for one item', example: '0' }),
          }),
          promotion_info_dto: object('UrlPromotionInfoDTO', promotion),
        }),
      ),
      shop_url_list: list(
        object('ShopUrlList', {
          ...failureFields,
          input_shop_id: string({ example: '123456' }),
          link_info_dto: object('ShopLinkInfoDTO', shopLinks),
        }),
      ),
      event_url_list: list(
        object('EventUrlList', {
          ...failureFields,
          input_page_id: string({ example: '20150318' }),
          link_info_dto: object('EventLinkInfoDTO', pageLinks),
        }),
      ),
      item_url_list: list(
        object('ItemUrlList', {
          input_item_id: string(),
          extra_info: string({ example: 'skuid已失效' }),
          promotion_info_dto: object('PromotionInfoDTO', promotion),
          ...failureFields,
          link_info_dto: object('ItemLinkInfoDTO', itemLinks),
          coupon_info_dto: object('ItemLinkInfoDTO', couponFields),
        }),
      ),
    }),
    biz_error_desc: unfilled(string(), 'each element says its own error'),
    result_msg: unfilled(string(), 'each element says its own error'),
  },
  refusals: { 'adzone.unknown': true, 'server.busy': true, ...subPidRefusals },

  async handle(ctx, input) {
    const adzone = await getOwnAdzone(ctx, { adzoneId: readAdzoneId(input.adzone_id) })
    const third = await getThirdParty(ctx, input.sub_pid)
    const items = input.item_dto ?? []
    const shopIds = (input.shop_dto ?? []).map((shop) => shop.shop_id ?? '')
    const pageIds = (input.page_dto ?? []).map((page) => page.page_id ?? '')
    const materials = input.material_dto ?? []
    if (items.length + shopIds.length + pageIds.length + materials.length === 0)
      throw missingArgument('material_dto')
    const how = { adzone, third, wants: ALL_FORMS }
    const [ofMaterials, ofShops, ofPages, ofItems] = await Promise.all([
      convertMaterials(ctx, how, materials),
      convertShops(ctx, how, shopIds),
      convertPages(ctx, how, pageIds),
      convertItems(ctx, how, items),
    ])
    return {
      data: {
        material_url_list: keepDocumented(ofMaterials, { link_info_dto: materialLinks }),
        shop_url_list: keepDocumented(ofShops, { link_info_dto: shopLinks }),
        event_url_list: keepDocumented(ofPages, { link_info_dto: pageLinks }),
        item_url_list: keepDocumented(ofItems, { link_info_dto: itemLinks, promotion_info_dto: promotion }),
      },
    }
  },
})

function readAdzoneId(text: string): bigint {
  if (!/^[1-9]\d{0,17}$/.test(text)) throw new Refusal('adzone.unknown')
  return BigInt(text)
}
