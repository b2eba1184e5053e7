// Printed by npm run generate from the contracts of the server's catalogue.
import type { CallOptions, Invoke } from './client.ts'
import { type Contract, list, object, type Shape } from './contract.ts'

/** An id: text, or a number where every digit fits one. */
export type Id = string | number | bigint

export interface OpentbkOrderExplainRequest {
  /** The number that order.details.get answers as trade_id, not the shop’s own. 1 or more. For example 400000000000000001 */
  trade_id: Id
}

export interface OpentbkOrderExplainResponse {
  data?: OpentbkOrderExplainResponseData
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface OpentbkOrderExplainResponseData {
  /** For example 400000000000000001 */
  trade_id?: string
  /** For example 300000000000000001 */
  trade_parent_id?: string
  /** 11 created, 12 paid, 13 closed, 14 received, 3 settled. For example 12 */
  tk_status?: number
  item_id?: string
  /** For example 1 */
  item_num?: number
  attribution?: OpentbkOrderExplainResponseDataAttribution
  terms?: OpentbkOrderExplainResponseDataTerms
  amounts?: OpentbkOrderExplainResponseDataAmounts
  /** In the order in which they count, not in which they came; at most 200 */
  events?: OpentbkOrderExplainResponseDataEvents[]
  /** What was booked for this order on the promoter’s accounts, oldest first */
  ledger_entries?: OpentbkOrderExplainResponseDataLedgerEntries[]
}

export interface OpentbkOrderExplainResponseDataAttribution {
  /** Shoppers who are known to be this buyer. For example 1 */
  shopper_count?: number
  /** Click ids that came with the order, and what became of each */
  claims?: OpentbkOrderExplainResponseDataAttributionClaims[]
  /** Of the shopper in this shop, within 15 days before the order: the attributable on the item first, then the other attributable, then the rest; each newest first, at most 20 */
  clicks?: OpentbkOrderExplainResponseDataAttributionClicks[]
  /** Same_item: the last attributable click on the item; same_shop: on anything in the shop, general plan. For example same_item */
  rule?: string
  /** The click that was chosen */
  click_id?: string
  /** GMT+8, yyyy-MM-dd HH:mm:ss */
  click_time?: string
  site_id?: string
  adzone_id?: string
  relation_id?: string
  special_id?: string
}

export interface OpentbkOrderExplainResponseDataAttributionClaims {
  /** As the shop sent it; left out where it may be another promoter’s */
  click_id?: string
  /** Accepted, unknown, other_shop, too_old, later_than_the_order. For example accepted */
  verdict?: string
}

export interface OpentbkOrderExplainResponseDataAttributionClicks {
  /** Of one’s own clicks only */
  click_id?: string
  /** GMT+8, yyyy-MM-dd HH:mm:ss */
  click_time?: string
  /** False: it came by another promoter’s link */
  is_own?: boolean
  is_same_item?: boolean
  is_attributable?: boolean
  /** Why it is not attributable. For example bot */
  reason?: string
  is_chosen?: boolean
}

export interface OpentbkOrderExplainResponseDataTerms {
  plan_id?: string
  /** General, marketing, targeted, exclusive. For example marketing */
  plan_kind?: string
  /** Per cent. For example 12.34 */
  commission_rate?: string
  /** Per cent of the commission. For example 10.00 */
  service_fee_rate?: string
}

export interface OpentbkOrderExplainResponseDataAmounts {
  /** Yuan, at most two decimals. For example 99.99 */
  paid_fee?: string
  /** Yuan, at most two decimals. For example 0.00 */
  refunded_fee?: string
  estimated?: OpentbkOrderExplainResponseDataAmountsEstimated
  due?: OpentbkOrderExplainResponseDataAmountsDue
  booked?: OpentbkOrderExplainResponseDataAmountsBooked
}

export interface OpentbkOrderExplainResponseDataAmountsEstimated {
  /** Yuan, at most two decimals. For example 99.99 */
  base_fee?: string
  /** Base × commission rate, rounded down to the fen. Yuan, at most two decimals. For example 12.33 */
  commission_fee?: string
  /** Commission × service fee rate, rounded down to the fen. Yuan, at most two decimals. For example 1.23 */
  service_fee?: string
  /** Commission − service fee. Yuan, at most two decimals. For example 11.10 */
  payable_fee?: string
}

export interface OpentbkOrderExplainResponseDataAmountsDue {
  /** Yuan, at most two decimals. For example 99.99 */
  base_fee?: string
  /** Base × commission rate, rounded down to the fen. Yuan, at most two decimals. For example 12.33 */
  commission_fee?: string
  /** Commission × service fee rate, rounded down to the fen. Yuan, at most two decimals. For example 1.23 */
  service_fee?: string
  /** Commission − service fee. Yuan, at most two decimals. For example 11.10 */
  payable_fee?: string
}

export interface OpentbkOrderExplainResponseDataAmountsBooked {
  /** Yuan, at most two decimals. For example 12.33 */
  commission_fee?: string
  /** Yuan, at most two decimals. For example 1.23 */
  service_fee?: string
  /** Yuan, at most two decimals. For example 11.10 */
  payable_fee?: string
}

export interface OpentbkOrderExplainResponseDataEvents {
  /** For example paid */
  type?: string
  /** When it happened, by the shop. GMT+8, yyyy-MM-dd HH:mm:ss */
  event_time?: string
  /** When this network took it. GMT+8, yyyy-MM-dd HH:mm:ss */
  accept_time?: string
  /** Yuan, at most two decimals */
  paid_fee?: string
  refund_id?: string
  /** Yuan, at most two decimals */
  refund_fee?: string
}

export interface OpentbkOrderExplainResponseDataLedgerEntries {
  /** For example order received */
  cause?: string
  /** GMT+8, yyyy-MM-dd HH:mm:ss */
  post_time?: string
  /** The entry also moved another promoter’s money: only one’s own lines are shown */
  is_partial?: boolean
  lines?: OpentbkOrderExplainResponseDataLedgerEntriesLines[]
}

export interface OpentbkOrderExplainResponseDataLedgerEntriesLines {
  /** For example publisher_pending */
  account?: string
  /** Negative: out of the account. Yuan, at most two decimals. For example 11.10 */
  amount_fee?: string
}

export interface AppipGetRequest {
}

export interface AppipGetResponse {
  /** The address this call came from. For example 203.0.113.7 */
  ip?: string
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkAdzoneCreateRequest {
  /** Second part of a PID. 1 or more. For example 123456 */
  site_id: Id
  /** At most 64 characters. For example 广告位 */
  adzone_name: string
}

export interface TbkAdzoneCreateResponse {
  data?: TbkAdzoneCreateResponseData
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkAdzoneCreateResponseData {
  /** The PID of the new adzone. For example mm_1_1_1 */
  model?: string
}

export interface TbkCouponConvertRequest {
  /** Third part of a PID. 1 or more. For example 123 */
  adzone_id: Id
  /** Needed: nothing else here names an item. At most 64 characters. For example 123 */
  item_id?: string | undefined
  /** 1 PC, 2 wireless: one link serves both. One of 1, 2; 1 when absent. For example 1 */
  platform?: 1 | 2 | undefined
  /** Carried by the links. At most 20 characters. For example 12345 */
  relation_id?: string | undefined
  /** Carried by the links. At most 20 characters. For example 12345 */
  special_id?: string | undefined
  /** A mark of the promoter's own, at most 64 bytes. At most 64 characters. For example 12345 */
  external_id?: string | undefined
  /** Without effect on OpenTBK: recruiting leaders’ downstream channels are not told apart here */
  xid?: string | undefined
  /** Without effect on OpenTBK: crowd reports are not built yet */
  ucrowd_id?: Id | undefined
  /** Without effect on OpenTBK: no plans for the first pieces here */
  get_topn_rate?: Id | undefined
  /** Without effect on OpenTBK: not opened to developers */
  mini_program_link?: Id | undefined
  /** Carried by the links. One of 1, 2, 3. For example 1 */
  biz_scene_id?: '1' | '2' | '3' | undefined
  /** Without effect on OpenTBK: agents’ own purchases are not told apart here */
  promotion_type?: string | undefined
  /** Without effect on OpenTBK: item libraries are not built yet */
  manage_item_pub_id?: Id | undefined
  /** Carried to the landing address. For example 1234567 */
  sku_id?: Id | undefined
}

export interface TbkCouponConvertResponse {
  result?: TbkCouponConvertResponseResult
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkCouponConvertResponseResult {
  results?: TbkCouponConvertResponseResultResults
  /** For example 1. OpenTBK does not send it: what goes wrong is said by the error answer */
  result_code?: number
  /** For example 1. OpenTBK does not send it: what goes wrong is said by the error answer */
  result_msg?: string
}

export interface TbkCouponConvertResponseResultResults {
  /** For example 6859 */
  coupon_remain_count?: number
  /** For example 8000 */
  coupon_total_count?: number
  /** For example 满16元减10元 */
  coupon_info?: string
  /** A day. For example 2016-09-26 */
  coupon_end_time?: string
  /** A day. For example 2016-09-25 */
  coupon_start_time?: string
  /** Coupon and item in one link; absent when no coupon is open */
  coupon_click_url?: string
  /** Level-one category. For example 1 */
  category_id?: string
  /** Percent; absent when relation_id, special_id or external_id was sent. For example 20.3 */
  max_commission_rate?: string
  /** This promoter's own id of the item. For example 524136796550 */
  item_id?: string
  /** The promotion link without coupon */
  item_url?: string
  /** OpenTBK does not send it: no presale goods in this network */
  ysyl_click_url?: string
  /** For example 0.6. OpenTBK does not send it: no presale goods in this network */
  ysyl_tlj_face?: string
  /** OpenTBK does not send it: no presale goods in this network */
  ysyl_tlj_send_time?: string
  /** OpenTBK does not send it: no presale goods in this network */
  ysyl_tlj_use_start_time?: string
  /** For example 20.3. OpenTBK does not send it: no presale goods in this network */
  ysyl_commission_rate?: string
  /** OpenTBK does not send it: no presale goods in this network */
  ysyl_tlj_use_end_time?: string
  /** Percent; only when relation_id, special_id or external_id was sent. For example 20.3 */
  min_commission_rate?: string
  /** For example 1. OpenTBK does not send it: no such lottery in this network */
  reward_info?: number
  /** 0 general, 1 targeted or exclusive, 3 marketing. For example 3 */
  campaign_type?: number
  /** 1: an open coupon, the only kind here. For example 1 */
  coupon_type?: number
  /** OpenTBK does not send it: no plans for the first pieces here */
  topn_info?: TbkCouponConvertResponseResultResultsTopnInfo
  /** OpenTBK does not send it: not opened to developers */
  mini_program?: TbkCouponConvertResponseResultResultsMiniProgram
  /** When the sku was not carried. For example skuid已失效，未参与转链 */
  extra_info?: string
}

export interface TbkCouponConvertResponseResultResultsTopnInfo {
  /** For example 1937297392332 */
  topn_start_time?: number
  /** For example 1937297392332 */
  topn_end_time?: number
  /** For example 3000 */
  topn_total_count?: number
  /** For example 3000 */
  topn_quantity?: number
}

export interface TbkCouponConvertResponseResultResultsMiniProgram {
  /** For example 1 */
  mini_program_appid?: string
  mini_program_path?: string
  mini_program_qrcode_url?: string
}

export interface TbkDgGeneralLinkConvertRequest {
  /** Carried by the link. One of 1, 2, 3, 4. For example 1 */
  biz_scene_id?: '1' | '2' | '3' | '4' | undefined
  /** Without effect on OpenTBK: agents’ own purchases are not told apart here */
  promotion_type?: string | undefined
  /** Addresses, links or 淘口令, comma-separated, at most 20 */
  material_list?: string | undefined
  /** At most 20 characters. For example 123456 */
  relation_id?: string | undefined
  /** 1 or more. For example 123456 */
  adzone_id: Id
  /** Comma-separated, at most 20. For example 123456 */
  seller_id_list?: string | undefined
  /** Comma-separated, at most 20 */
  item_id_list?: string | undefined
  /** Comma-separated, at most 20. For example 123456 */
  page_id_list?: string | undefined
  /** Without effect on OpenTBK: venues here have no reserved places */
  target_item?: unknown
  /** At most 20 items */
  item_dto?: readonly TbkDgGeneralLinkConvertRequestItemDto[] | undefined
  /** At most 20 items */
  page_dto?: readonly TbkDgGeneralLinkConvertRequestPageDto[] | undefined
  /** At most 20 items */
  shop_dto?: readonly TbkDgGeneralLinkConvertRequestShopDto[] | undefined
  /** At most 20 items */
  material_dto?: readonly TbkDgGeneralLinkConvertRequestMaterialDto[] | undefined
  /** At most 20 characters. For example 123 */
  special_id?: string | undefined
  /** At most 64 bytes; carried by the link */
  uvid?: string | undefined
  /** Without effect on OpenTBK: that task system is not part of this network */
  qmtid?: string | undefined
  /** Without effect on OpenTBK: links here ask shoppers for nothing */
  uvid_not_authorized?: Id | undefined
  /** The link fields to return, comma-separated; all when absent. For example cps_short_tpwd,coupon_short_url */
  required_link_type?: string | undefined
}

export interface TbkDgGeneralLinkConvertRequestItemDto {
  /** At most 64 characters */
  item_id?: string | undefined
  /** Carried to the landing address. For example 123 */
  sku_id?: Id | undefined
  /** 1: use the coupon named in coupon_id. For example 1 */
  is_target_coupon?: number | undefined
  /** At most 64 characters. For example 9urytzd6k4 */
  coupon_id?: string | undefined
  /** A mark of the promoter’s own, at most 64 bytes. For example 123 */
  external_id?: string | undefined
  /** 1: the general plan; otherwise the best open plan. For example 1 */
  dx?: string | undefined
  /** Without effect on OpenTBK: item libraries are not built yet */
  manage_pub_id?: Id | undefined
}

export interface TbkDgGeneralLinkConvertRequestPageDto {
  /** At most 20 characters. For example 20356789765 */
  page_id?: string | undefined
  /** Without effect on OpenTBK: venues here have no reserved places */
  target_item_list?: unknown
}

export interface TbkDgGeneralLinkConvertRequestShopDto {
  /** At most 20 characters. For example 123456 */
  shop_id?: string | undefined
}

export interface TbkDgGeneralLinkConvertRequestMaterialDto {
  /** At most 2048 characters */
  material_url?: string | undefined
  /** 1: use the coupon named in coupon_id. For example 1 */
  is_target_coupon?: number | undefined
  /** At most 64 characters. For example 9urytzd6k4 */
  coupon_id?: string | undefined
}

export interface TbkDgGeneralLinkConvertResponse {
  data?: TbkDgGeneralLinkConvertResponseData
  /** OpenTBK does not send it: each element says its own error */
  biz_error_desc?: number
  /** OpenTBK does not send it: each element says its own error */
  result_msg?: string
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkDgGeneralLinkConvertResponseData {
  material_url_list?: TbkDgGeneralLinkConvertResponseDataMaterialUrlList[]
  shop_url_list?: TbkDgGeneralLinkConvertResponseDataShopUrlList[]
  event_url_list?: TbkDgGeneralLinkConvertResponseDataEventUrlList[]
  item_url_list?: TbkDgGeneralLinkConvertResponseDataItemUrlList[]
}

export interface TbkDgGeneralLinkConvertResponseDataMaterialUrlList {
  /** Why this one failed; absent otherwise. For example 无权限 */
  msg?: string
  /** Absent on success. For example 1001 */
  code?: number
  promotion_info_dto?: TbkDgGeneralLinkConvertResponseDataMaterialUrlListPromotionInfoDto
  coupon_info_dto?: TbkDgGeneralLinkConvertResponseDataMaterialUrlListCouponInfoDto
  link_info_dto?: TbkDgGeneralLinkConvertResponseDataMaterialUrlListLinkInfoDto
  input_material_url?: string
  /** For example skuid已失效 */
  extra_info?: string
  /** OpenTBK does not send it: no prices for several pieces here */
  multiple_items_coupon_info_list?: TbkDgGeneralLinkConvertResponseDataMaterialUrlListMultipleItemsCouponInfoList[]
}

export interface TbkDgGeneralLinkConvertResponseDataMaterialUrlListPromotionInfoDto {
  /** Percent of the price. For example 6.00 */
  commission_rate?: string
  /** MKT marketing, SP targeted, COMMON general, ZX exclusive plan. For example MKT */
  commission_type?: string
  /** For example 2. OpenTBK does not send it: no prices for several pieces here */
  multiple_items_prices_count?: number
}

export interface TbkDgGeneralLinkConvertResponseDataMaterialUrlListCouponInfoDto {
  /** For example 2022-12-20 23:59:59 */
  coupon_end_time?: string
  /** For example 19d114f1a6464c98a30b01b3cb17dad6 */
  activity_id?: string
  /** For example 99944 */
  coupon_remain_count?: number
  /** Yuan. For example 80.00 */
  coupon_amount?: string
  /** For example 2022-12-14 00:00:00 */
  coupon_start_time?: string
  /** For example 满129元减80元 */
  coupon_desc?: string
  /** 0 for the whole shop, 1 for one item. For example 0 */
  coupon_type?: number
}

export interface TbkDgGeneralLinkConvertResponseDataMaterialUrlListLinkInfoDto {
  coupon_long_url?: string
  /** 1 item, 2 shop, 3 venue. For example 1 */
  material_type?: number
  cps_long_url?: string
  /** For example ¥zRmVdesjTCu¥ */
  cps_short_tpwd?: string
  /** For example ¥p7lYdesjTCG¥ */
  coupon_short_tpwd?: string
  cps_short_url?: string
  coupon_short_url?: string
  coupon_full_tpwd?: string
  cps_full_tpwd?: string
  /** OpenTBK does not send it: this network has no such pages */
  share_unit_url?: string
  /** OpenTBK does not send it: this network has no such pages */
  coupon_channel_url?: string
  /** OpenTBK does not send it: this network has no such pages */
  coupon_channel_tpwd?: string
  /** OpenTBK does not send it: this network has no such pages */
  cps_channel_url?: string
  /** OpenTBK does not send it: this network has no such pages */
  cps_channel_tpwd?: string
  /** OpenTBK does not send it: this network has no such pages */
  coupon_supered_long_url?: string
  /** OpenTBK does not send it: this network has no such pages */
  coupon_supered_short_url?: string
  /** OpenTBK does not send it: this network has no such pages */
  coupon_supered_long_tpwd?: string
  /** OpenTBK does not send it: this network has no such pages */
  coupon_supered_short_tpwd?: string
  /** OpenTBK does not send it: this network has no such pages */
  cps_supered_long_url?: string
  /** OpenTBK does not send it: this network has no such pages */
  cps_supered_short_url?: string
  /** OpenTBK does not send it: this network has no such pages */
  cps_supered_long_tpwd?: string
  /** OpenTBK does not send it: this network has no such pages */
  cps_supered_short_tpwd?: string
  /** The link behind a pasted 淘口令; absent for other materials */
  tpwd_origin_url?: string
  /** Item, seller or venue id, by material_type */
  material_id?: string
  /** 1: a promotion 淘口令; absent for other materials. For example 1 */
  tk_biz_type?: number
  /** OpenTBK does not send it: this network has no such pages */
  tao_brick_url?: string
}

export interface TbkDgGeneralLinkConvertResponseDataMaterialUrlListMultipleItemsCouponInfoList {
  /** For example 商品券 */
  coupon_title?: string
  /** For example 满7999减1300 */
  coupon_desc?: string
  /** Sic. For example 1300.00 */
  coupoon_fee?: string
  coupon_start_time?: string
  coupon_end_time?: string
  activity_id?: string
  /** For example 99987 */
  coupon_remain_count?: number
}

export interface TbkDgGeneralLinkConvertResponseDataShopUrlList {
  /** Why this one failed; absent otherwise. For example 无权限 */
  msg?: string
  /** Absent on success. For example 1001 */
  code?: number
  link_info_dto?: TbkDgGeneralLinkConvertResponseDataShopUrlListLinkInfoDto
  /** For example 123 */
  input_shop_id?: string
}

export interface TbkDgGeneralLinkConvertResponseDataShopUrlListLinkInfoDto {
  /** 1 item, 2 shop, 3 venue. For example 2 */
  material_type?: number
  cps_long_url?: string
  /** For example ¥EAqldesjTCt¥ */
  cps_short_tpwd?: string
  cps_short_url?: string
  cps_full_tpwd?: string
  /** For example 123456 */
  seller_id?: string
}

export interface TbkDgGeneralLinkConvertResponseDataEventUrlList {
  /** Why this one failed; absent otherwise. For example 无权限 */
  msg?: string
  /** Absent on success. For example 1001 */
  code?: number
  link_info_dto?: TbkDgGeneralLinkConvertResponseDataEventUrlListLinkInfoDto
  /** For example 20150318 */
  input_page_id?: string
}

export interface TbkDgGeneralLinkConvertResponseDataEventUrlListLinkInfoDto {
  /** 1 item, 2 shop, 3 venue. For example 2 */
  material_type?: number
  cps_long_url?: string
  /** For example ¥EAqldesjTCt¥ */
  cps_short_tpwd?: string
  cps_short_url?: string
  cps_full_tpwd?: string
  /** For example 20150318 */
  page_id?: string
}

export interface TbkDgGeneralLinkConvertResponseDataItemUrlList {
  /** Why this one failed; absent otherwise. For example 无权限 */
  msg?: string
  /** Absent on success. For example 1001 */
  code?: number
  promotion_info_dto?: TbkDgGeneralLinkConvertResponseDataItemUrlListPromotionInfoDto
  coupon_info_dto?: TbkDgGeneralLinkConvertResponseDataItemUrlListCouponInfoDto
  link_info_dto?: TbkDgGeneralLinkConvertResponseDataItemUrlListLinkInfoDto
  input_item_id?: string
  /** For example skuid已失效 */
  extra_info?: string
  /** OpenTBK does not send it: no prices for several pieces here */
  multiple_items_coupon_info_list?: TbkDgGeneralLinkConvertResponseDataItemUrlListMultipleItemsCouponInfoList[]
}

export interface TbkDgGeneralLinkConvertResponseDataItemUrlListPromotionInfoDto {
  /** Percent of the price. For example 6.00 */
  commission_rate?: string
  /** MKT marketing, SP targeted, COMMON general, ZX exclusive plan. For example MKT */
  commission_type?: string
  /** For example 2. OpenTBK does not send it: no prices for several pieces here */
  multiple_items_prices_count?: number
  /** Fen, what a shopper pays now. For example 1349 */
  promotion_price?: number
}

export interface TbkDgGeneralLinkConvertResponseDataItemUrlListCouponInfoDto {
  /** For example 2022-12-20 23:59:59 */
  coupon_end_time?: string
  /** For example 19d114f1a6464c98a30b01b3cb17dad6 */
  activity_id?: string
  /** For example 99944 */
  coupon_remain_count?: number
  /** Yuan. For example 80.00 */
  coupon_amount?: string
  /** For example 2022-12-14 00:00:00 */
  coupon_start_time?: string
  /** For example 满129元减80元 */
  coupon_desc?: string
}

export interface TbkDgGeneralLinkConvertResponseDataItemUrlListLinkInfoDto {
  coupon_long_url?: string
  /** 1 item, 2 shop, 3 venue. For example 1 */
  material_type?: number
  cps_long_url?: string
  /** For example ¥zRmVdesjTCu¥ */
  cps_short_tpwd?: string
  /** For example ¥p7lYdesjTCG¥ */
  coupon_short_tpwd?: string
  cps_short_url?: string
  coupon_short_url?: string
  coupon_full_tpwd?: string
  cps_full_tpwd?: string
  /** OpenTBK does not send it: this network has no such pages */
  share_unit_url?: string
  /** OpenTBK does not send it: this network has no such pages */
  coupon_channel_url?: string
  /** OpenTBK does not send it: this network has no such pages */
  coupon_channel_tpwd?: string
  /** OpenTBK does not send it: this network has no such pages */
  cps_channel_url?: string
  /** OpenTBK does not send it: this network has no such pages */
  cps_channel_tpwd?: string
  /** OpenTBK does not send it: this network has no such pages */
  coupon_supered_long_url?: string
  /** OpenTBK does not send it: this network has no such pages */
  coupon_supered_short_url?: string
  /** OpenTBK does not send it: this network has no such pages */
  coupon_supered_long_tpwd?: string
  /** OpenTBK does not send it: this network has no such pages */
  coupon_supered_short_tpwd?: string
  /** OpenTBK does not send it: this network has no such pages */
  cps_supered_long_url?: string
  /** OpenTBK does not send it: this network has no such pages */
  cps_supered_short_url?: string
  /** OpenTBK does not send it: this network has no such pages */
  cps_supered_long_tpwd?: string
  /** OpenTBK does not send it: this network has no such pages */
  cps_supered_short_tpwd?: string
  item_id?: string
}

export interface TbkDgGeneralLinkConvertResponseDataItemUrlListMultipleItemsCouponInfoList {
  /** For example 商品券 */
  coupon_title?: string
  /** For example 满7999减1300 */
  coupon_desc?: string
  /** Sic. For example 1300.00 */
  coupoon_fee?: string
  coupon_start_time?: string
  coupon_end_time?: string
  activity_id?: string
  /** For example 99987 */
  coupon_remain_count?: number
}

export interface TbkDgGeneralLinkParseRequest {
  /** Without effect on OpenTBK: parsing makes no link that could carry it */
  relation_id?: string | undefined
  /** 1 or more. For example 123456 */
  adzone_id: Id
  /** At most 20 items */
  material_dto?: readonly TbkDgGeneralLinkParseRequestMaterialDto[] | undefined
  /** Origin_pid asks for that field. For example origin_pid */
  fields?: string | undefined
}

export interface TbkDgGeneralLinkParseRequestMaterialDto {
  /** An address, a link or a text with a 淘口令. At most 2048 characters */
  material_url?: string | undefined
}

export interface TbkDgGeneralLinkParseResponse {
  data?: TbkDgGeneralLinkParseResponseData
  /** OpenTBK does not send it: each element says its own error */
  biz_error_desc?: number
  /** OpenTBK does not send it: each element says its own error */
  result_msg?: string
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkDgGeneralLinkParseResponseData {
  material_url_list?: TbkDgGeneralLinkParseResponseDataMaterialUrlList[]
}

export interface TbkDgGeneralLinkParseResponseDataMaterialUrlList {
  /** Why this one failed; absent otherwise. For example 无权限 */
  msg?: string
  /** Absent on success. For example 1001 */
  code?: number
  link_info_dto?: TbkDgGeneralLinkParseResponseDataMaterialUrlListLinkInfoDto
  input_material_url?: string
  /** OpenTBK does not send it: parsing has nothing to add */
  extra_info?: string
}

export interface TbkDgGeneralLinkParseResponseDataMaterialUrlListLinkInfoDto {
  /** 1 item, 2 shop, 3 venue. For example 1 */
  material_type?: number
  /** The address behind what was pasted */
  tpwd_origin_url?: string
  /** Item, seller or venue id, by material_type */
  material_id?: string
  /** 1: a promotion 淘口令; absent for other materials. For example 1 */
  tk_biz_type?: number
  /** The PID in the promoter's own link; absent for others' */
  origin_pid?: string
}

export interface TbkDgMaterialOptionalUpgradeRequest {
  /** Third number of the PID. For example 12345678 */
  adzone_id: Id
  /** Words; all of them must be in the title. For example 女装 */
  q?: string | undefined
  /** Leaf or level-one category ids, comma-joined, any of them. At most 10 items. For example 16,18 */
  cat?: readonly Id[] | undefined
  /** Least final price, yuan. 0 or more. For example 10 */
  start_price?: number | undefined
  /** Highest final price, yuan. 0 or more. For example 10 */
  end_price?: number | undefined
  /** Least rate of the best plan, 1234 is 12.34 %. 0 or more. For example 1234 */
  start_tk_rate?: number | undefined
  /** Highest rate of the best plan, 1234 is 12.34 %. 0 or more. For example 1234 */
  end_tk_rate?: number | undefined
  /** Least score of the item's shop. 0 or more; at most 50000. For example 10 */
  start_dsr?: number | undefined
  /** Part of the item's place. For example 杭州 */
  itemloc?: string | undefined
  /** Clutter on the picture: 1 any, 2 none, 3 slight. One of 1, 2, 3; 1 when absent */
  npx_level?: 1 | 2 | 3 | undefined
  /** True: only with a coupon open at its price */
  has_coupon?: boolean | undefined
  /** True: only from mall shops */
  is_tmall?: boolean | undefined
  /** True: only from abroad */
  is_overseas?: boolean | undefined
  /** True: only with free shipping */
  need_free_shipment?: boolean | undefined
  /** True: only with consumer protection */
  need_prepay?: boolean | undefined
  /** True: only with a conversion above the average */
  include_pay_rate_30?: boolean | undefined
  /** True: only with reviews above the average */
  include_good_rate?: boolean | undefined
  /** True: only with refunds below the average */
  include_rfd_rate?: boolean | undefined
  /** Of equals the best sold come first. One of match_des, match_asc, total_sales_des, total_sales_asc, tk_rate_des, tk_rate_asc, tk_mkt_rate_des, tk_mkt_rate_asc, tk_total_sales_des, tk_total_sales_asc, tk_total_commi_des, tk_total_commi_asc, final_promotion_price_des, final_promotion_price_asc; match_des when absent */
  sort?: 'match_des' | 'match_asc' | 'total_sales_des' | 'total_sales_asc' | 'tk_rate_des' | 'tk_rate_asc' | 'tk_mkt_rate_des' | 'tk_mkt_rate_asc' | 'tk_total_sales_des' | 'tk_total_sales_asc' | 'tk_total_commi_des' | 'tk_total_commi_asc' | 'final_promotion_price_des' | 'final_promotion_price_asc' | undefined
  /** 1 or more; 1 when absent. For example 1 */
  page_no?: number | undefined
  /** 1 or more; at most 100; 20 when absent. For example 20 */
  page_size?: number | undefined
  /** 80309, or 17004 with the same results. 80309 when absent. For example 80309 */
  material_id?: Id | undefined
  /** A channel of the promoter's, carried by the links. For example 3243 */
  relation_id?: string | undefined
  /** A member of the promoter's, carried by the links. For example 2323 */
  special_id?: string | undefined
  /** Carried by the links. One of 1, 2; 1 when absent. For example 1 */
  biz_scene_id?: '1' | '2' | undefined
  /** Without effect on OpenTBK: postage does not depend on the place */
  ip?: string | undefined
  /** Without effect on OpenTBK: results are the same for every shopper */
  device_encrypt?: string | undefined
  /** Without effect on OpenTBK: results are the same for every shopper */
  device_value?: string | undefined
  /** Without effect on OpenTBK: results are the same for every shopper */
  device_type?: string | undefined
  /** Without effect on OpenTBK: no higher commission for the first N pieces */
  get_topn_rate?: Id | undefined
  /** Without effect on OpenTBK: no agent mode */
  promotion_type?: string | undefined
  /** Without effect on OpenTBK: no shopping tips (线报) on items */
  mgc_start_time?: string | undefined
  /** Without effect on OpenTBK: no shopping tips (线报) on items */
  mgc_end_time?: string | undefined
  /** Without effect on OpenTBK: no shopping tips (线报) on items */
  mgc_status?: string | undefined
  /** Without effect on OpenTBK: goods are not rated against crowds: material 41377 is refused */
  ucrowd_id?: Id | undefined
  /** Without effect on OpenTBK: goods are not rated against crowds: material 41377 is refused */
  ucrowd_rank_items?: unknown
}

export interface TbkDgMaterialOptionalUpgradeResponse {
  /** Exact to 10000, and never more. For example 1212 */
  total_results?: number
  result_list?: TbkDgMaterialOptionalUpgradeResponseResultList[]
  /** For example 123. OpenTBK does not send it: takes no uvid */
  uvid_msg?: string
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkDgMaterialOptionalUpgradeResponseResultList {
  /** This promoter's own id of the item. For example qeqscd1231-uqwenqe */
  item_id?: string
  publish_info?: TbkDgMaterialOptionalUpgradeResponseResultListPublishInfo
  price_promotion_info?: TbkDgMaterialOptionalUpgradeResponseResultListPricePromotionInfo
  item_basic_info?: TbkDgMaterialOptionalUpgradeResponseResultListItemBasicInfo
  /** OpenTBK does not send it: no ranking pages */
  tmall_rank_info?: TbkDgMaterialOptionalUpgradeResponseResultListTmallRankInfo
  /** OpenTBK does not send it: no presale goods in this network */
  presale_info?: TbkDgMaterialOptionalUpgradeResponseResultListPresaleInfo
  scope_info?: TbkDgMaterialOptionalUpgradeResponseResultListScopeInfo
  /** OpenTBK does not send it: no shopping tips (线报) on items */
  mgc_info?: TbkDgMaterialOptionalUpgradeResponseResultListMgcInfo
  /** For example 10.0. OpenTBK does not send it: goods are not rated against crowds */
  match_score?: string
  /** For example 20.0. OpenTBK does not send it: goods are not rated against crowds */
  commi_score?: string
}

export interface TbkDgMaterialOptionalUpgradeResponseResultListPublishInfo {
  /** Per cent: commission, and no subsidy. For example 5.50 */
  income_rate?: string
  /** OpenTBK does not send it: no higher commission for the first N pieces */
  topn_info?: TbkDgMaterialOptionalUpgradeResponseResultListPublishInfoTopnInfo
  /** For example 24. OpenTBK does not send it: promoted sales are not counted by the hour or day */
  two_hour_promotion_sales?: number
  /** For example 111. OpenTBK does not send it: promoted sales are not counted by the hour or day */
  daily_promotion_sales?: number
  /** For example 0 1 2. OpenTBK does not send it: no per-order rewards on items */
  cpa_reward_type?: string
  /** For example 1.11 2.22 3.21. OpenTBK does not send it: no per-order rewards on items */
  cpa_reward_amount?: string
  income_info?: TbkDgMaterialOptionalUpgradeResponseResultListPublishInfoIncomeInfo
  /** Basis points of the plan open when the coming promotion begins. For example 1550 */
  future_activity_commission_rate?: string
  /** When the coming promotion begins, milliseconds. For example 1665504000000 */
  future_activity_time?: string
  /** This promoter's link to the item */
  click_url?: string
  /** The link to item and coupon in one, when a coupon is open */
  coupon_share_url?: string
  /** Targeted plans (定向计划) running on the item */
  sp_campaign_list?: TbkDgMaterialOptionalUpgradeResponseResultListPublishInfoSpCampaignList[]
  /** For example s.click.xxx. OpenTBK does not send it: no ranking pages */
  rank_page_url?: string
  /** MKT marketing, SP targeted, COMMON general, ZX exclusive. For example MKT */
  commission_type?: string
  /** True or false: whether a targeted plan is running. For example false */
  include_dxjh?: string
}

export interface TbkDgMaterialOptionalUpgradeResponseResultListPublishInfoTopnInfo {
  /** For example 3000 */
  topn_quantity?: number
  /** For example 3000 */
  topn_total_count?: number
  /** For example 1937297392332 */
  topn_end_time?: string
  /** For example 1937297392332 */
  topn_start_time?: string
  /** For example 30 */
  topn_rate?: string
}

export interface TbkDgMaterialOptionalUpgradeResponseResultListPublishInfoIncomeInfo {
  /** Per cent. For example 55.00 */
  commission_rate?: string
  /** Yuan, gross, at the final price. For example 12.00 */
  commission_amount?: string
  /** For example 11. OpenTBK does not send it: the platform pays no subsidy on top of commission */
  subsidy_rate?: string
  /** For example 4. OpenTBK does not send it: the platform pays no subsidy on top of commission */
  subsidy_amount?: string
  /** For example 10. OpenTBK does not send it: the platform pays no subsidy on top of commission */
  subsidy_upper_limit?: string
  /** For example 妈妈补贴. OpenTBK does not send it: the platform pays no subsidy on top of commission */
  subsidy_type?: string
}

export interface TbkDgMaterialOptionalUpgradeResponseResultListPublishInfoSpCampaignList {
  /** For example 123 */
  sp_cid?: string
  /** For example 定向计划活动1 */
  sp_name?: string
  /** Basis points. For example 1550 */
  sp_rate?: string
  /** For example 0. OpenTBK does not send it: rates are not locked */
  sp_lock_status?: string
  /** OpenTBK does not send it: plans are not applied for by a page */
  sp_apply_link?: string
  /** 1 this promoter has joined, 0 not. For example 1 */
  sp_status?: string
}

export interface TbkDgMaterialOptionalUpgradeResponseResultListPricePromotionInfo {
  /** Yuan, the struck-through price. For example 102.00 */
  reserve_price?: string
  /** Yuan, the item's price before promotions. For example 88.00 */
  zk_final_price?: string
  /** Yuan, the lowest a shopper gets now. For example 69.90 */
  final_promotion_price?: string
  /** From zk_final_price to final_promotion_price; the fees add up to the difference */
  final_promotion_path_list?: TbkDgMaterialOptionalUpgradeResponseResultListPricePromotionInfoFinalPromotionPathList[]
  promotion_tag_list?: TbkDgMaterialOptionalUpgradeResponseResultListPricePromotionInfoPromotionTagList[]
  /** For example 56.1. OpenTBK does not send it: prices are not estimated over several items */
  predict_rounding_up_price?: string
  /** For example 需买1件. OpenTBK does not send it: prices are not estimated over several items */
  predict_rounding_up_price_desc?: string
  /** Open coupons that are not in the final price */
  more_promotion_list?: TbkDgMaterialOptionalUpgradeResponseResultListPricePromotionInfoMorePromotionList[]
  /** OpenTBK does not send it: no state subsidies in this network */
  gov_subsidy?: TbkDgMaterialOptionalUpgradeResponseResultListPricePromotionInfoGovSubsidy
  /** Yuan, the final price once the coming promotion runs. For example 56.10 */
  future_activity_promotion_price?: string
  future_activity_promotion_path_list?: TbkDgMaterialOptionalUpgradeResponseResultListPricePromotionInfoFutureActivityPromotionPathList[]
}

export interface TbkDgMaterialOptionalUpgradeResponseResultListPricePromotionInfoFinalPromotionPathList {
  /** 单品直降, 商品券 or 店铺券. For example 商品券 */
  promotion_title?: string
  /** For example 满7999减1300 */
  promotion_desc?: string
  /** Yuan. For example 1300.00 */
  promotion_fee?: string
  /** For example 1661184000000 */
  promotion_start_time?: string
  /** For example 1661788799000 */
  promotion_end_time?: string
  /** The activity id of a coupon. For example xx */
  promotion_id?: string
}

export interface TbkDgMaterialOptionalUpgradeResponseResultListPricePromotionInfoPromotionTagList {
  /** For example 包邮 */
  tag_name?: string
}

export interface TbkDgMaterialOptionalUpgradeResponseResultListPricePromotionInfoMorePromotionList {
  /** For example 店铺券 */
  promotion_title?: string
  /** For example 满200减20 */
  promotion_desc?: string
  /** Milliseconds. For example 1661222400000 */
  promotion_start_time?: string
  /** Milliseconds. For example 1662393600000 */
  promotion_end_time?: string
  /** For example xx */
  promotion_id?: string
  /** For example 1000. OpenTBK does not send it: documented as not open to publishers */
  promotion_total_count?: number
  /** For example https://. OpenTBK does not send it: documented as not open to publishers */
  promotion_url?: string
}

export interface TbkDgMaterialOptionalUpgradeResponseResultListPricePromotionInfoGovSubsidy {
  /** For example 国家补贴 */
  tag_name?: string
  state_subsidy_info?: TbkDgMaterialOptionalUpgradeResponseResultListPricePromotionInfoGovSubsidyStateSubsidyInfo
}

export interface TbkDgMaterialOptionalUpgradeResponseResultListPricePromotionInfoGovSubsidyStateSubsidyInfo {
  /** For example 1 */
  max_rebate?: number
  /** For example 1 */
  min_rebate?: number
  /** For example 15.00 */
  max_discount?: string
  /** For example 15.00 */
  min_discount?: string
  province_list?: string[]
}

export interface TbkDgMaterialOptionalUpgradeResponseResultListPricePromotionInfoFutureActivityPromotionPathList {
  /** 单品直降, 商品券 or 店铺券. For example 商品券 */
  promotion_title?: string
  /** For example 满7999减1300 */
  promotion_desc?: string
  /** Yuan. For example 1300.00 */
  promotion_fee?: string
  /** For example 1661184000000 */
  promotion_start_time?: string
  /** For example 1661788799000 */
  promotion_end_time?: string
}

export interface TbkDgMaterialOptionalUpgradeResponseResultListItemBasicInfo {
  title?: string
  /** For example 九分裤显瘦高腰韩版 */
  short_title?: string
  pict_url?: string
  white_image?: string
  /** For example 1 */
  level_one_category_id?: string
  /** For example 162201 */
  category_id?: string
  /** For example 牛仔裤 */
  category_name?: string
  /** For example 123 */
  seller_id?: string
  /** 0 taobao, 1 tmall. For example 1 */
  user_type?: number
  /** For example 魔黛娅内衣旗舰店 */
  shop_title?: string
  /** Pieces in 30 days. For example 30 */
  volume?: number
  /** For example 吉品鲍鱼 关西参 */
  sub_title?: string
  /** For example 淘宝心选 */
  brand_name?: string
  /** For example 美妆 */
  level_one_category_name?: string
  /** Promoted pieces in 30 days. For example 11 */
  tk_total_sales?: string
  /** For example 浙江 杭州 */
  provcity?: string
  small_images?: string[]
  /** A year's sales, rounded down. For example 1万+ */
  annual_vol?: string
  /** Yuan. For example 0.00 */
  real_post_fee?: string
}

export interface TbkDgMaterialOptionalUpgradeResponseResultListTmallRankInfo {
  /** For example 白茶热销榜·第5名 */
  tmall_rank_text?: string
  tmall_rank_url?: string
}

export interface TbkDgMaterialOptionalUpgradeResponseResultListPresaleInfo {
  /** For example 1567440000000 */
  presale_start_time?: number
  /** For example 1567440000000 */
  presale_end_time?: number
  /** For example 1567440000000 */
  presale_tail_start_time?: number
  /** For example 1567440000000 */
  presale_tail_end_time?: number
  /** For example 100 */
  presale_deposit?: string
  /** For example 付定金立减5元 */
  presale_discount_fee_text?: string
}

export interface TbkDgMaterialOptionalUpgradeResponseResultListScopeInfo {
  /** 0 no, 1 yes. For example 1 */
  superior_brand?: string
}

export interface TbkDgMaterialOptionalUpgradeResponseResultListMgcInfo {
  /** For example 0.66 */
  price?: string
  price_desc?: string
  promotion_summary?: string
  /** For example 1695265124771 */
  publish_time?: string
  /** For example 0 */
  valid_time?: string
}

export interface TbkItemClickExtractRequest {
  /** A long or short promotion link. At most 2048 characters */
  click_url: string
}

export interface TbkItemClickExtractResponse {
  /** The item's id for the caller */
  item_id?: string
  /** The same id: items here have one name a promoter */
  open_iid?: string
  /** For example 1 */
  biz_scene_id?: string
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkItemConvertRequest {
  /** Third part of a PID. 1 or more. For example 123 */
  adzone_id: Id
  /** Num_iid, click_url; input_num_iid is always there. At most 1000 items. For example num_iid,click_url */
  fields: readonly string[]
  /** Item ids (A-B), comma-joined; what cannot be read or promoted is left out. At most 40 items */
  num_iids: readonly string[]
  /** 1 PC, 2 wireless: one link serves both. 1 when absent. For example 1 */
  platform?: number | undefined
  /** At most 12 letters and digits, carried by the link. For example demo */
  unid?: string | undefined
  /** 1: the general plan; otherwise the best open plan. For example 1 */
  dx?: string | undefined
}

export interface TbkItemConvertResponse {
  results?: TbkItemConvertResponseResults[]
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkItemConvertResponseResults {
  /** The promotion link */
  click_url?: string
  /** This promoter's own id of the item */
  num_iid?: string
  /** The id as it was sent */
  input_num_iid?: string
}

export interface TbkItemInfoGetRequest {
  /** Item ids (A-B), comma-joined; ids that cannot be read are left out when others can. At most 40 items */
  num_iids: readonly string[]
  /** Without effect on OpenTBK: one page serves PC and phone */
  platform?: Id | undefined
  /** Without effect on OpenTBK: postage does not depend on the place */
  ip?: string | undefined
  /** Without effect on OpenTBK: item details are the same in every scene */
  biz_scene_id?: string | undefined
  /** Without effect on OpenTBK: no agent mode */
  promotion_type?: string | undefined
  /** Without effect on OpenTBK: item details are the same for every channel */
  relation_id?: string | undefined
  /** Without effect on OpenTBK: no item-library accounts */
  manage_item_pub_id?: Id | undefined
}

export interface TbkItemInfoGetResponse {
  results?: TbkItemInfoGetResponseResults[]
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkItemInfoGetResponseResults {
  /** Level-one category. For example 女装 */
  cat_name?: string
  /** This promoter's own id of the item */
  num_iid?: string
  /** For example 连衣裙 */
  title?: string
  pict_url?: string
  small_images?: string[]
  /** Yuan, the struck-through price. For example 102.00 */
  reserve_price?: string
  /** Yuan, the item's price before promotions. For example 88.00 */
  zk_final_price?: string
  /** 0 taobao, 1 tmall. For example 1 */
  user_type?: number
  /** For example 杭州 */
  provcity?: string
  item_url?: string
  /** For example 123 */
  seller_id?: string
  /** Pieces in 30 days. For example 1 */
  volume?: number
  /** The shop. For example xx旗舰店 */
  nick?: string
  /** For example 情趣内衣 */
  cat_leaf_name?: string
  /** For example true */
  is_prepay?: boolean
  /** For example 23 */
  shop_dsr?: number
  /** For example 13 */
  ratesum?: number
  /** For example true */
  i_rfd_rate?: boolean
  /** For example true */
  h_good_rate?: boolean
  /** For example true */
  h_pay_rate30?: boolean
  /** For example true */
  free_shipment?: boolean
  /** 1 when the best plan is a marketing plan. For example 1 */
  material_lib_type?: string
  /** OpenTBK does not send it: no presale goods in this network */
  presale_discount_fee_text?: string
  /** OpenTBK does not send it: no presale goods in this network */
  presale_tail_end_time?: number
  /** OpenTBK does not send it: no presale goods in this network */
  presale_tail_start_time?: number
  /** OpenTBK does not send it: no presale goods in this network */
  presale_end_time?: number
  /** OpenTBK does not send it: no presale goods in this network */
  presale_start_time?: number
  /** OpenTBK does not send it: no presale goods in this network */
  presale_deposit?: string
  /** OpenTBK does not send it: no group-buying events (聚划算) in this network */
  ju_play_end_time?: number
  /** OpenTBK does not send it: no group-buying events (聚划算) in this network */
  ju_play_start_time?: number
  /** OpenTBK does not send it: no group-buying events (聚划算) in this network */
  play_info?: string
  /** OpenTBK does not send it: no timed sales (限时抢) in this network */
  tmall_play_activity_end_time?: number
  /** OpenTBK does not send it: no timed sales (限时抢) in this network */
  tmall_play_activity_start_time?: number
  /** OpenTBK does not send it: no group-buying events (聚划算) in this network */
  ju_online_start_time?: string
  /** OpenTBK does not send it: no group-buying events (聚划算) in this network */
  ju_online_end_time?: string
  /** OpenTBK does not send it: no group-buying events (聚划算) in this network */
  ju_pre_show_start_time?: string
  /** OpenTBK does not send it: no group-buying events (聚划算) in this network */
  ju_pre_show_end_time?: string
  /** Yuan, the promotion price while it runs. For example 168.00 */
  sale_price?: string
  /** OpenTBK does not send it: no promotions across shops */
  kuadian_promotion_info?: string
  /** 0 no, 1 yes. For example 1 */
  superior_brand?: string
  /** OpenTBK does not send it: no list of hot goods */
  hot_flag?: string
  /** The id as it was sent */
  input_num_iid?: string
}

export interface TbkItemInfoUpgradeGetRequest {
  /** Item ids (A-B), comma-joined; ids that cannot be read are left out when others can. At most 20 items */
  item_id: readonly string[]
  /** Without effect on OpenTBK: postage does not depend on the place */
  ip?: string | undefined
  /** Without effect on OpenTBK: item details are the same in every scene */
  biz_scene_id?: string | undefined
  /** Without effect on OpenTBK: no agent mode */
  promotion_type?: string | undefined
  /** Without effect on OpenTBK: item details are the same for every channel */
  relation_id?: string | undefined
  /** Without effect on OpenTBK: no item-library accounts */
  manage_item_pub_id?: Id | undefined
  /** Without effect on OpenTBK: no 淘礼金 on items */
  get_tlj_info?: Id | undefined
}

export interface TbkItemInfoUpgradeGetResponse {
  results?: TbkItemInfoUpgradeGetResponseResults[]
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkItemInfoUpgradeGetResponseResults {
  /** This promoter's own id of the item */
  item_id?: string
  publish_info?: TbkItemInfoUpgradeGetResponseResultsPublishInfo
  price_promotion_info?: TbkItemInfoUpgradeGetResponseResultsPricePromotionInfo
  /** The id as it was sent */
  input_item_iid?: string
  item_basic_info?: TbkItemInfoUpgradeGetResponseResultsItemBasicInfo
  /** OpenTBK does not send it: no presale goods in this network */
  presale_info?: TbkItemInfoUpgradeGetResponseResultsPresaleInfo
}

export interface TbkItemInfoUpgradeGetResponseResultsPublishInfo {
  /** Per cent: commission, and no subsidy. For example 5.50 */
  income_rate?: string
  /** OpenTBK does not send it: no higher commission for the first N pieces */
  topn_info?: TbkItemInfoUpgradeGetResponseResultsPublishInfoTopnInfo
  /** For example 24. OpenTBK does not send it: promoted sales are not counted by the hour or day */
  two_hour_promotion_sales?: number
  /** For example 111. OpenTBK does not send it: promoted sales are not counted by the hour or day */
  daily_promotion_sales?: number
  /** For example 0 1 2. OpenTBK does not send it: no per-order rewards on items */
  cpa_reward_type?: string
  /** For example 1.11 2.22 3.21. OpenTBK does not send it: no per-order rewards on items */
  cpa_reward_amount?: string
  income_info?: TbkItemInfoUpgradeGetResponseResultsPublishInfoIncomeInfo
  /** Basis points of the plan open when the coming promotion begins. For example 1550 */
  future_activity_commission_rate?: string
  /** When the coming promotion begins, milliseconds. For example 1665504000000 */
  future_activity_time?: string
  /** For example 19000. OpenTBK does not send it: no 淘礼金 on items */
  tlj_remain_num?: number
}

export interface TbkItemInfoUpgradeGetResponseResultsPublishInfoTopnInfo {
  /** For example 3000 */
  topn_quantity?: number
  /** For example 3000 */
  topn_total_count?: number
  /** For example 1937297392332 */
  topn_end_time?: string
  /** For example 1937297392332 */
  topn_start_time?: string
  /** For example 30 */
  topn_rate?: string
}

export interface TbkItemInfoUpgradeGetResponseResultsPublishInfoIncomeInfo {
  /** Per cent. For example 55.00 */
  commission_rate?: string
  /** Yuan, gross, at the final price. For example 12.00 */
  commission_amount?: string
  /** For example 11. OpenTBK does not send it: the platform pays no subsidy on top of commission */
  subsidy_rate?: string
  /** For example 4. OpenTBK does not send it: the platform pays no subsidy on top of commission */
  subsidy_amount?: string
  /** For example 10. OpenTBK does not send it: the platform pays no subsidy on top of commission */
  subsidy_upper_limit?: string
  /** For example 妈妈补贴. OpenTBK does not send it: the platform pays no subsidy on top of commission */
  subsidy_type?: string
}

export interface TbkItemInfoUpgradeGetResponseResultsPricePromotionInfo {
  /** Yuan, the struck-through price. For example 102.00 */
  reserve_price?: string
  /** Yuan, the item's price before promotions. For example 88.00 */
  zk_final_price?: string
  /** Yuan, the lowest a shopper gets now. For example 69.90 */
  final_promotion_price?: string
  /** From zk_final_price to final_promotion_price; the fees add up to the difference */
  final_promotion_path_list?: TbkItemInfoUpgradeGetResponseResultsPricePromotionInfoFinalPromotionPathList[]
  promotion_tag_list?: TbkItemInfoUpgradeGetResponseResultsPricePromotionInfoPromotionTagList[]
  /** For example 56.1. OpenTBK does not send it: prices are not estimated over several items */
  predict_rounding_up_price?: string
  /** For example 需买1件. OpenTBK does not send it: prices are not estimated over several items */
  predict_rounding_up_price_desc?: string
  /** Open coupons that are not in the final price */
  more_promotion_list?: TbkItemInfoUpgradeGetResponseResultsPricePromotionInfoMorePromotionList[]
  /** OpenTBK does not send it: no state subsidies in this network */
  gov_subsidy?: TbkItemInfoUpgradeGetResponseResultsPricePromotionInfoGovSubsidy
  /** Yuan, the final price once the coming promotion runs. For example 56.10 */
  future_activity_promotion_price?: string
  /** The name of the running promotion */
  activity_tag_list?: TbkItemInfoUpgradeGetResponseResultsPricePromotionInfoActivityTagList[]
  future_activity_promotion_path_list?: TbkItemInfoUpgradeGetResponseResultsPricePromotionInfoFutureActivityPromotionPathList[]
}

export interface TbkItemInfoUpgradeGetResponseResultsPricePromotionInfoFinalPromotionPathList {
  /** 单品直降, 商品券 or 店铺券. For example 商品券 */
  promotion_title?: string
  /** For example 满7999减1300 */
  promotion_desc?: string
  /** Yuan. For example 1300.00 */
  promotion_fee?: string
  /** For example 1661184000000 */
  promotion_start_time?: string
  /** For example 1661788799000 */
  promotion_end_time?: string
  /** The activity id of a coupon. For example xx */
  promotion_id?: string
}

export interface TbkItemInfoUpgradeGetResponseResultsPricePromotionInfoPromotionTagList {
  /** For example 包邮 */
  tag_name?: string
}

export interface TbkItemInfoUpgradeGetResponseResultsPricePromotionInfoMorePromotionList {
  /** For example 店铺券 */
  promotion_title?: string
  /** For example 满200减20 */
  promotion_desc?: string
  /** Milliseconds. For example 1661222400000 */
  promotion_start_time?: string
  /** Milliseconds. For example 1662393600000 */
  promotion_end_time?: string
  /** For example xx */
  promotion_id?: string
  /** For example 1000. OpenTBK does not send it: documented as not open to publishers */
  promotion_total_count?: number
  /** For example https://. OpenTBK does not send it: documented as not open to publishers */
  promotion_url?: string
}

export interface TbkItemInfoUpgradeGetResponseResultsPricePromotionInfoGovSubsidy {
  /** For example 国家补贴 */
  tag_name?: string
  state_subsidy_info?: TbkItemInfoUpgradeGetResponseResultsPricePromotionInfoGovSubsidyStateSubsidyInfo
}

export interface TbkItemInfoUpgradeGetResponseResultsPricePromotionInfoGovSubsidyStateSubsidyInfo {
  /** For example 1 */
  max_rebate?: number
  /** For example 1 */
  min_rebate?: number
  /** For example 15.00 */
  max_discount?: string
  /** For example 15.00 */
  min_discount?: string
  province_list?: string[]
}

export interface TbkItemInfoUpgradeGetResponseResultsPricePromotionInfoActivityTagList {
  /** For example 淘宝好价节 */
  tag_name?: string
}

export interface TbkItemInfoUpgradeGetResponseResultsPricePromotionInfoFutureActivityPromotionPathList {
  /** 单品直降, 商品券 or 店铺券. For example 商品券 */
  promotion_title?: string
  /** For example 满7999减1300 */
  promotion_desc?: string
  /** Yuan. For example 1300.00 */
  promotion_fee?: string
  /** For example 1661184000000 */
  promotion_start_time?: string
  /** For example 1661788799000 */
  promotion_end_time?: string
}

export interface TbkItemInfoUpgradeGetResponseResultsItemBasicInfo {
  /** For example 连衣裙 */
  title?: string
  pict_url?: string
  small_images?: string[]
  /** For example 女装 */
  level_one_category_name?: string
  /** For example 情趣内衣 */
  category_name?: string
  /** For example 杭州 */
  provcity?: string
  item_url?: string
  /** 0 taobao, 1 tmall. For example 1 */
  user_type?: number
  /** For example 13 */
  ratesum?: number
  /** For example 23 */
  shop_dsr?: number
  /** For example true */
  i_rfd_rate?: boolean
  /** For example true */
  h_good_rate?: boolean
  /** For example true */
  h_pay_rate30?: boolean
  /** Pieces in 30 days. For example 1 */
  volume?: number
  /** For example true */
  is_prepay?: boolean
  /** 0 no, 1 yes. For example 1 */
  superior_brand?: string
  /** 1 when the best plan is a marketing plan. For example 1 */
  material_lib_type?: string
  /** OpenTBK does not send it: an item has one page; its description has none of its own */
  tmall_desc_url?: string
  /** OpenTBK does not send it: an item has one page; its description has none of its own */
  taobao_desc_url?: string
  /** For example xx旗舰店 */
  shop_title?: string
  /** For example true */
  free_shipment?: boolean
  /** For example 淘宝心选 */
  brand_name?: string
  /** For example 巴布豆菠萝超薄干爽拉拉裤xl60+6 */
  short_title?: string
  white_image?: string
  /** For example 123 */
  seller_id?: string
  /** A year's sales, rounded down. For example 1万+ */
  annual_vol?: string
}

export interface TbkItemInfoUpgradeGetResponseResultsPresaleInfo {
  /** For example 1567440000000 */
  presale_start_time?: number
  /** For example 1567440000000 */
  presale_end_time?: number
  /** For example 1567440000000 */
  presale_tail_start_time?: number
  /** For example 1567440000000 */
  presale_tail_end_time?: number
  /** For example 100 */
  presale_deposit?: string
  /** For example 付定金立减5元 */
  presale_discount_fee_text?: string
}

export interface TbkOrderDetailsGetRequest {
  /** Time searched by: 1 created, 2 paid, 3 settled, 4 modified. 1 when absent. For example 1 */
  query_type?: number | undefined
  /** As returned with the page before; needed from page 2 on. At most 80 characters */
  position_index?: string | undefined
  /** 1 or more; at most 100; 20 when absent. For example 20 */
  page_size?: number | undefined
  /** 2: orders of one's own, 3: orders shared by another promoter; all when absent */
  member_type?: number | undefined
  /** 11 created, 12 paid, 13 closed, 14 received, 3 settled; all when absent */
  tk_status?: number | undefined
  /** GMT+8; this second still belongs to the window. For example 2026-01-01 12:28:22 */
  end_time: string
  /** GMT+8; at most 3 hours before the end, at most 90 days ago. For example 2026-01-01 12:18:22 */
  start_time: string
  /** 1 next page, -1 page before. 1 when absent. For example 1 */
  jump_type?: number | undefined
  /** 1 or more; at most 100; 1 when absent. For example 1 */
  page_no?: number | undefined
  /** 1 all, 2 of relations, 3 of specials. 1 when absent. For example 1 */
  order_scene?: number | undefined
}

export interface TbkOrderDetailsGetResponse {
  data?: TbkOrderDetailsGetResponseData
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkOrderDetailsGetResponseData {
  results?: TbkOrderDetailsGetResponseDataResults[]
  /** For example false */
  has_pre?: boolean
  /** To be returned as it is. For example 1555904214000_1|1555917305000_20 */
  position_index?: string
  /** For example true */
  has_next?: boolean
  /** For example 1 */
  page_no?: number
  /** For example 20 */
  page_size?: number
}

export interface TbkOrderDetailsGetResponseDataResults {
  /** For example 2019-04-22 15:15:05 */
  tb_paid_time?: string
  /** For example 2019-04-22 15:15:05 */
  tk_paid_time?: string
  /** For example 9.11 */
  pay_price?: string
  /** For example 0 */
  pub_share_fee?: string
  /** For example 294159887445064307 */
  trade_id?: string
  /** For example 2 */
  tk_order_role?: number
  /** For example 2019-04-22 15:15:05 */
  tk_earning_time?: string
  /** For example 111112234455 */
  adzone_id?: string
  /** For example 100 */
  pub_share_rate?: string
  /** For example 11. OpenTBK does not send it: not opened to developers */
  unid?: string
  /** For example 0 */
  refund_tag?: number
  /** For example 0 */
  subsidy_rate?: string
  /** For example 9.99 */
  tk_total_rate?: string
  /** For example 服装 */
  item_category_name?: string
  /** For example -- */
  seller_nick?: string
  /** For example 98836808 */
  pub_id?: string
  /** For example 0 */
  alimama_rate?: string
  /** For example -- */
  subsidy_type?: string
  item_img?: string
  /** For example 0 */
  pub_share_pre_fee?: string
  /** For example 11.22 */
  alipay_total_price?: string
  /** For example tsh_rj_测试请不要拍_阶佣11.1 */
  item_title?: string
  /** For example 合伙人 */
  site_name?: string
  /** For example 2 */
  item_num?: number
  /** For example 0 */
  subsidy_fee?: string
  /** For example 0 */
  alimama_share_fee?: string
  /** For example 294159887445064307 */
  trade_parent_id?: string
  /** For example 如意淘 */
  order_type?: string
  /** For example 2019-04-22 15:15:05 */
  tk_create_time?: string
  /** For example -- */
  flow_source?: string
  /** For example 无线 */
  terminal_type?: string
  /** For example 2019-04-22 15:14:55 */
  click_time?: string
  /** For example 13 */
  tk_status?: number
  /** For example 2.1 */
  item_price?: string
  /** For example 590141576510 */
  item_id?: string
  /** For example 推广位名 */
  adzone_name?: string
  /** For example 9.99 */
  total_commission_rate?: string
  /** For example https://www.taobao.com */
  item_link?: string
  /** For example 45598009 */
  site_id?: string
  /** For example -- */
  seller_shop_title?: string
  /** For example 9.99 */
  income_rate?: string
  /** For example 0 */
  total_commission_fee?: string
  /** For example 21321 */
  special_id?: string
  /** For example 123123 */
  relation_id?: string
  /** For example 22.32. OpenTBK does not send it: no presale here */
  deposit_price?: string
  /** For example 2019-09-09 12:01:01. OpenTBK does not send it: no presale here */
  tb_deposit_time?: string
  /** For example 2019-09-09 12:01:01. OpenTBK does not send it: no presale here */
  tk_deposit_time?: string
  /** For example 3434. OpenTBK does not send it: no orders of other platforms here */
  tp_order_id?: string
  /** OpenTBK does not send it: abandoned by the platform itself */
  service_fee_dto_list?: TbkOrderDetailsGetResponseDataResultsServiceFeeDtoList[]
  /** For example 营销类型. OpenTBK does not send it: no marketing programmes here */
  marketing_type?: string
  /** For example 2019-09-09 12:01:01 */
  modified_time?: string
  /** For example mm_123_234_424. OpenTBK does not send it: not opened to developers */
  talent_pid?: string
  /** For example 22.32 */
  tb_gmv_total_price?: string
  /** For example 123ucbewri */
  extra_mkt_id?: string
  /** For example 1111TTTTTOOOO. OpenTBK does not send it: traffic programme of the live platform */
  untts?: string
  /** For example 0 */
  pub_share_pre_fee_for_commission?: string
  /** For example 0 */
  pub_share_fee_for_commission?: string
  /** OpenTBK does not send it: no subsidies here */
  subsidy_info_dto_list?: TbkOrderDetailsGetResponseDataResultsSubsidyInfoDtoList[]
  /** For example 0 */
  pub_share_rate_for_sdy?: string
  /** For example 0 */
  tk_total_rate_for_sdy?: string
  /** For example 0 */
  pub_share_pre_fee_for_sdy?: string
  /** For example 0 */
  pub_share_fee_for_sdy?: string
  alimm_share_info_dto?: TbkOrderDetailsGetResponseDataResultsAlimmShareInfoDto
  /** For example 0 */
  platform_special_service_rate?: string
  /** For example 0 */
  platform_special_service_fee?: string
  /** OpenTBK does not send it: no special service fees here */
  platform_special_share_info_dto?: TbkOrderDetailsGetResponseDataResultsPlatformSpecialShareInfoDto
  /** For example 0. OpenTBK does not send it: closed by default */
  uvid?: string
}

export interface TbkOrderDetailsGetResponseDataResultsServiceFeeDtoList {
  /** For example 122 */
  tk_share_role_type?: number
  /** For example 0.10 */
  share_relative_rate?: string
  /** For example 11.11 */
  share_fee?: string
  /** For example 11.11 */
  share_pre_fee?: string
}

export interface TbkOrderDetailsGetResponseDataResultsSubsidyInfoDtoList {
  /** For example 妈妈补贴 */
  subsidy_type?: string
  /** For example 0 */
  subsidy_rate?: string
  /** For example 0 */
  subsidy_fee?: string
  /** For example 0 */
  subsidy_upper_limit?: string
  /** For example 0 */
  subsidy_share_rate?: string
}

export interface TbkOrderDetailsGetResponseDataResultsAlimmShareInfoDto {
  /** For example 0 */
  alimm_tech_service_rate?: string
  /** For example 0 */
  alimm_tech_service_pre_fee?: string
  /** For example 0 */
  alimm_tech_service_fee?: string
  /** For example 0. OpenTBK does not send it: no channel service fee here */
  alimm_agent_service_rate?: string
  /** For example 0. OpenTBK does not send it: no channel service fee here */
  alimm_agent_service_pre_fee?: string
  /** For example 0. OpenTBK does not send it: no channel service fee here */
  alimm_agent_service_fee?: string
}

export interface TbkOrderDetailsGetResponseDataResultsPlatformSpecialShareInfoDto {
  /** For example 0 */
  content_tech_service_rate?: string
  /** For example 0 */
  content_tech_service_pre_fee?: string
  /** For example 0 */
  content_tech_service_fee?: string
  /** For example 0 */
  traffic_tech_service_rate?: string
  /** For example 0 */
  traffic_tech_service_pre_fee?: string
  /** For example 0 */
  traffic_tech_service_fee?: string
}

export interface TbkPrivateTpwdCreateRequest {
  /** The promoter's own promotion link, unaltered. At most 2048 characters. For example https://s.click.taobao.com/YI3Uopu */
  url: string
  /** Without effect on OpenTBK: old clients still send it */
  text?: string | undefined
  /** Without effect on OpenTBK: old clients still send it */
  logo?: string | undefined
  /** Without effect on OpenTBK: old clients still send it */
  ext?: string | undefined
  /** Without effect on OpenTBK: old clients still send it */
  user_id?: string | undefined
}

export interface TbkPrivateTpwdCreateResponse {
  data?: TbkPrivateTpwdCreateResponseData
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkPrivateTpwdCreateResponseData {
  /** Text to share: password, short link, title */
  model?: string
  /** The password alone; only its promoter can parse or convert it. For example ¥SIH6XbwRfyt¥ */
  password_simple?: string
}

export interface TbkPrivilegeGetRequest {
  /** Third part of a PID. 1 or more. For example 123 */
  adzone_id: Id
  /** Second part of a PID. 1 or more. For example 123 */
  site_id: Id
  /** Needed: nothing else here names an item. At most 64 characters. For example 123 */
  item_id?: string | undefined
  /** 1 PC, 2 wireless: one link serves both. One of 1, 2; 1 when absent. For example 1 */
  platform?: 1 | 2 | undefined
  /** Carried by the links. At most 20 characters. For example 12345 */
  relation_id?: string | undefined
  /** Carried by the links. At most 20 characters. For example 12345 */
  special_id?: string | undefined
  /** A mark of the promoter's own, at most 64 bytes. At most 64 characters. For example 12345 */
  external_id?: string | undefined
  /** Without effect on OpenTBK: recruiting leaders’ downstream channels are not told apart here */
  xid?: string | undefined
  /** Without effect on OpenTBK: crowd reports are not built yet */
  ucrowd_id?: Id | undefined
  /** Without effect on OpenTBK: no plans for the first pieces here */
  get_topn_rate?: Id | undefined
  /** Without effect on OpenTBK: not opened to developers */
  mini_program_link?: Id | undefined
  /** Carried by the links. One of 1, 2, 3. For example 1 */
  biz_scene_id?: '1' | '2' | '3' | undefined
  /** Without effect on OpenTBK: agents’ own purchases are not told apart here */
  promotion_type?: string | undefined
  /** Without effect on OpenTBK: item libraries are not built yet */
  manage_item_pub_id?: Id | undefined
  /** Carried to the landing address. For example 1234567 */
  sku_id?: Id | undefined
}

export interface TbkPrivilegeGetResponse {
  result?: TbkPrivilegeGetResponseResult
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkPrivilegeGetResponseResult {
  data?: TbkPrivilegeGetResponseResultData
}

export interface TbkPrivilegeGetResponseResultData {
  /** For example 6859 */
  coupon_remain_count?: number
  /** For example 8000 */
  coupon_total_count?: number
  /** For example 满16元减10元 */
  coupon_info?: string
  /** A day. For example 2016-09-26 */
  coupon_end_time?: string
  /** A day. For example 2016-09-25 */
  coupon_start_time?: string
  /** Coupon and item in one link; absent when no coupon is open */
  coupon_click_url?: string
  /** Level-one category. For example 1 */
  category_id?: string
  /** Percent; absent when relation_id, special_id or external_id was sent. For example 20.3 */
  max_commission_rate?: string
  /** This promoter's own id of the item. For example 524136796550 */
  item_id?: string
  /** The promotion link without coupon */
  item_url?: string
  /** OpenTBK does not send it: no presale goods in this network */
  ysyl_click_url?: string
  /** For example 0.6. OpenTBK does not send it: no presale goods in this network */
  ysyl_tlj_face?: string
  /** OpenTBK does not send it: no presale goods in this network */
  ysyl_tlj_send_time?: string
  /** OpenTBK does not send it: no presale goods in this network */
  ysyl_tlj_use_start_time?: string
  /** For example 20.3. OpenTBK does not send it: no presale goods in this network */
  ysyl_commission_rate?: string
  /** OpenTBK does not send it: no presale goods in this network */
  ysyl_tlj_use_end_time?: string
  /** Percent; only when relation_id, special_id or external_id was sent. For example 20.3 */
  min_commission_rate?: string
  /** For example 1. OpenTBK does not send it: no such lottery in this network */
  reward_info?: number
  /** 1: an open coupon, the only kind here. For example 1 */
  coupon_type?: number
  /** OpenTBK does not send it: no plans for the first pieces here */
  topn_info?: TbkPrivilegeGetResponseResultDataTopnInfo
  /** OpenTBK does not send it: not opened to developers */
  mini_program?: TbkPrivilegeGetResponseResultDataMiniProgram
  /** When the sku was not carried. For example skuid已失效，未参与转链 */
  extra_info?: string
  /** The item's id for the calling tool provider */
  isv_mktid?: string
}

export interface TbkPrivilegeGetResponseResultDataTopnInfo {
  /** For example 1937297392332 */
  topn_start_time?: number
  /** For example 1937297392332 */
  topn_end_time?: number
  /** For example 3000 */
  topn_total_count?: number
  /** For example 3000 */
  topn_quantity?: number
}

export interface TbkPrivilegeGetResponseResultDataMiniProgram {
  /** For example 1 */
  mini_program_appid?: string
  mini_program_path?: string
  mini_program_qrcode_url?: string
}

export interface TbkScAdzoneCreateRequest {
  /** Second part of a PID. 1 or more. For example 123456 */
  site_id: Id
  /** At most 64 characters. For example 广告位 */
  adzone_name: string
}

export interface TbkScAdzoneCreateResponse {
  data?: TbkScAdzoneCreateResponseData
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkScAdzoneCreateResponseData {
  /** The PID of the new adzone. For example mm_1_1_1 */
  model?: string
}

export interface TbkScAdzoneQueryRequest {
  /** Second part of a PID; all sites when absent. 1 or more. For example 45000001 */
  site_id?: Id | undefined
}

export interface TbkScAdzoneQueryResponse {
  /** For example true */
  is_success?: boolean
  /** Absent on success. For example 无权限 */
  biz_error_desc?: string
  /** Absent on success; 21: not a site of this publisher. For example 21 */
  biz_error_code?: number
  /** Adzones in all. For example 12 */
  total_count?: number
  result?: TbkScAdzoneQueryResponseResult[]
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkScAdzoneQueryResponseResult {
  /** For example mm_1423_1432_1423 */
  pid?: string
  /** For example 爱淘宝推广位 */
  name?: string
}

export interface TbkScGeneralLinkConvertRequest {
  /** Carried by the link. One of 1, 2, 3, 4. For example 1 */
  biz_scene_id?: '1' | '2' | '3' | '4' | undefined
  /** Without effect on OpenTBK: agents’ own purchases are not told apart here */
  promotion_type?: string | undefined
  /** Addresses, links or 淘口令, comma-separated, at most 20 */
  material_list?: string | undefined
  /** At most 20 characters. For example 123456 */
  relation_id?: string | undefined
  /** 1 or more. For example 123456 */
  adzone_id: Id
  /** 1 or more. For example 123456 */
  site_id: Id
  /** Comma-separated, at most 20. For example 123456 */
  seller_id_list?: string | undefined
  /** Comma-separated, at most 20 */
  item_id_list?: string | undefined
  /** Comma-separated, at most 20. For example 123456 */
  page_id_list?: string | undefined
  /** Without effect on OpenTBK: venues here have no reserved places */
  target_item?: unknown
  /** At most 20 items */
  item_dto?: readonly TbkScGeneralLinkConvertRequestItemDto[] | undefined
  /** At most 20 items */
  page_dto?: readonly TbkScGeneralLinkConvertRequestPageDto[] | undefined
  /** At most 20 items */
  shop_dto?: readonly TbkScGeneralLinkConvertRequestShopDto[] | undefined
  /** At most 20 items */
  material_dto?: readonly TbkScGeneralLinkConvertRequestMaterialDto[] | undefined
  /** At most 20 characters. For example 123 */
  special_id?: string | undefined
  /** At most 64 bytes; carried by the link */
  uvid?: string | undefined
  /** Without effect on OpenTBK: that task system is not part of this network */
  qmtid?: string | undefined
}

export interface TbkScGeneralLinkConvertRequestItemDto {
  /** At most 64 characters */
  item_id?: string | undefined
  /** Carried to the landing address. For example 123 */
  sku_id?: Id | undefined
  /** 1: use the coupon named in coupon_id. For example 1 */
  is_target_coupon?: number | undefined
  /** At most 64 characters. For example 9urytzd6k4 */
  coupon_id?: string | undefined
  /** A mark of the promoter’s own, at most 64 bytes. For example 123 */
  external_id?: string | undefined
  /** 1: the general plan; otherwise the best open plan. For example 1 */
  dx?: string | undefined
  /** Without effect on OpenTBK: item libraries are not built yet */
  manage_pub_id?: Id | undefined
}

export interface TbkScGeneralLinkConvertRequestPageDto {
  /** At most 20 characters. For example 20356789765 */
  page_id?: string | undefined
  /** Without effect on OpenTBK: venues here have no reserved places */
  target_item_list?: unknown
}

export interface TbkScGeneralLinkConvertRequestShopDto {
  /** At most 20 characters. For example 123456 */
  shop_id?: string | undefined
}

export interface TbkScGeneralLinkConvertRequestMaterialDto {
  /** At most 2048 characters */
  material_url?: string | undefined
  /** 1: use the coupon named in coupon_id. For example 1 */
  is_target_coupon?: number | undefined
  /** At most 64 characters. For example 9urytzd6k4 */
  coupon_id?: string | undefined
}

export interface TbkScGeneralLinkConvertResponse {
  data?: TbkScGeneralLinkConvertResponseData
  /** OpenTBK does not send it: each element says its own error */
  biz_error_desc?: number
  /** OpenTBK does not send it: each element says its own error */
  result_msg?: string
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkScGeneralLinkConvertResponseData {
  material_url_list?: TbkScGeneralLinkConvertResponseDataMaterialUrlList[]
  shop_url_list?: TbkScGeneralLinkConvertResponseDataShopUrlList[]
  event_url_list?: TbkScGeneralLinkConvertResponseDataEventUrlList[]
  item_url_list?: TbkScGeneralLinkConvertResponseDataItemUrlList[]
}

export interface TbkScGeneralLinkConvertResponseDataMaterialUrlList {
  /** Why this one failed; absent otherwise. For example 无权限 */
  msg?: string
  /** Absent on success. For example 1001 */
  code?: number
  promotion_info_dto?: TbkScGeneralLinkConvertResponseDataMaterialUrlListPromotionInfoDto
  coupon_info_dto?: TbkScGeneralLinkConvertResponseDataMaterialUrlListCouponInfoDto
  link_info_dto?: TbkScGeneralLinkConvertResponseDataMaterialUrlListLinkInfoDto
  input_material_url?: string
  /** For example skuid已失效 */
  extra_info?: string
  /** OpenTBK does not send it: no prices for several pieces here */
  multiple_items_coupon_info_list?: TbkScGeneralLinkConvertResponseDataMaterialUrlListMultipleItemsCouponInfoList[]
}

export interface TbkScGeneralLinkConvertResponseDataMaterialUrlListPromotionInfoDto {
  /** Percent of the price. For example 6.00 */
  commission_rate?: string
  /** MKT marketing, SP targeted, COMMON general, ZX exclusive plan. For example MKT */
  commission_type?: string
  /** For example 2. OpenTBK does not send it: no prices for several pieces here */
  multiple_items_prices_count?: number
}

export interface TbkScGeneralLinkConvertResponseDataMaterialUrlListCouponInfoDto {
  /** For example 2022-12-20 23:59:59 */
  coupon_end_time?: string
  /** For example 19d114f1a6464c98a30b01b3cb17dad6 */
  activity_id?: string
  /** For example 99944 */
  coupon_remain_count?: number
  /** Yuan. For example 80.00 */
  coupon_amount?: string
  /** For example 2022-12-14 00:00:00 */
  coupon_start_time?: string
  /** For example 满129元减80元 */
  coupon_desc?: string
  /** 0 for the whole shop, 1 for one item. For example 0 */
  coupon_type?: number
}

export interface TbkScGeneralLinkConvertResponseDataMaterialUrlListLinkInfoDto {
  coupon_long_url?: string
  /** 1 item, 2 shop, 3 venue. For example 1 */
  material_type?: number
  cps_long_url?: string
  /** For example ¥zRmVdesjTCu¥ */
  cps_short_tpwd?: string
  /** For example ¥p7lYdesjTCG¥ */
  coupon_short_tpwd?: string
  cps_short_url?: string
  coupon_short_url?: string
  coupon_full_tpwd?: string
  cps_full_tpwd?: string
  /** The item's id for the calling tool provider */
  isv_mktid?: string
  /** The link behind a pasted 淘口令; absent for other materials */
  tpwd_origin_url?: string
  /** Item, seller or venue id, by material_type */
  material_id?: string
  /** 1: a promotion 淘口令; absent for other materials. For example 1 */
  tk_biz_type?: number
}

export interface TbkScGeneralLinkConvertResponseDataMaterialUrlListMultipleItemsCouponInfoList {
  /** For example 商品券 */
  coupon_title?: string
  /** For example 满7999减1300 */
  coupon_desc?: string
  /** Sic. For example 1300.00 */
  coupoon_fee?: string
  coupon_start_time?: string
  coupon_end_time?: string
  activity_id?: string
  /** For example 99987 */
  coupon_remain_count?: number
}

export interface TbkScGeneralLinkConvertResponseDataShopUrlList {
  /** Why this one failed; absent otherwise. For example 无权限 */
  msg?: string
  /** Absent on success. For example 1001 */
  code?: number
  link_info_dto?: TbkScGeneralLinkConvertResponseDataShopUrlListLinkInfoDto
  /** For example 123 */
  input_shop_id?: string
}

export interface TbkScGeneralLinkConvertResponseDataShopUrlListLinkInfoDto {
  /** 1 item, 2 shop, 3 venue. For example 2 */
  material_type?: number
  cps_long_url?: string
  /** For example ¥EAqldesjTCt¥ */
  cps_short_tpwd?: string
  cps_short_url?: string
  cps_full_tpwd?: string
  /** For example 123456 */
  seller_id?: string
}

export interface TbkScGeneralLinkConvertResponseDataEventUrlList {
  /** Why this one failed; absent otherwise. For example 无权限 */
  msg?: string
  /** Absent on success. For example 1001 */
  code?: number
  link_info_dto?: TbkScGeneralLinkConvertResponseDataEventUrlListLinkInfoDto
  /** For example 20150318 */
  input_page_id?: string
}

export interface TbkScGeneralLinkConvertResponseDataEventUrlListLinkInfoDto {
  /** 1 item, 2 shop, 3 venue. For example 2 */
  material_type?: number
  cps_long_url?: string
  /** For example ¥EAqldesjTCt¥ */
  cps_short_tpwd?: string
  cps_short_url?: string
  cps_full_tpwd?: string
  /** For example 20150318 */
  page_id?: string
}

export interface TbkScGeneralLinkConvertResponseDataItemUrlList {
  /** Why this one failed; absent otherwise. For example 无权限 */
  msg?: string
  /** Absent on success. For example 1001 */
  code?: number
  promotion_info_dto?: TbkScGeneralLinkConvertResponseDataItemUrlListPromotionInfoDto
  coupon_info_dto?: TbkScGeneralLinkConvertResponseDataItemUrlListCouponInfoDto
  link_info_dto?: TbkScGeneralLinkConvertResponseDataItemUrlListLinkInfoDto
  input_item_id?: string
  /** For example skuid已失效 */
  extra_info?: string
  /** OpenTBK does not send it: no prices for several pieces here */
  multiple_items_coupon_info_list?: TbkScGeneralLinkConvertResponseDataItemUrlListMultipleItemsCouponInfoList[]
}

export interface TbkScGeneralLinkConvertResponseDataItemUrlListPromotionInfoDto {
  /** Percent of the price. For example 6.00 */
  commission_rate?: string
  /** MKT marketing, SP targeted, COMMON general, ZX exclusive plan. For example MKT */
  commission_type?: string
  /** For example 2. OpenTBK does not send it: no prices for several pieces here */
  multiple_items_prices_count?: number
  /** Fen, what a shopper pays now. For example 1349 */
  promotion_price?: number
}

export interface TbkScGeneralLinkConvertResponseDataItemUrlListCouponInfoDto {
  /** For example 2022-12-20 23:59:59 */
  coupon_end_time?: string
  /** For example 19d114f1a6464c98a30b01b3cb17dad6 */
  activity_id?: string
  /** For example 99944 */
  coupon_remain_count?: number
  /** Yuan. For example 80.00 */
  coupon_amount?: string
  /** For example 2022-12-14 00:00:00 */
  coupon_start_time?: string
  /** For example 满129元减80元 */
  coupon_desc?: string
}

export interface TbkScGeneralLinkConvertResponseDataItemUrlListLinkInfoDto {
  coupon_long_url?: string
  /** 1 item, 2 shop, 3 venue. For example 1 */
  material_type?: number
  cps_long_url?: string
  /** For example ¥zRmVdesjTCu¥ */
  cps_short_tpwd?: string
  /** For example ¥p7lYdesjTCG¥ */
  coupon_short_tpwd?: string
  cps_short_url?: string
  coupon_short_url?: string
  coupon_full_tpwd?: string
  cps_full_tpwd?: string
  /** The item's id for the calling tool provider */
  isv_mktid?: string
  item_id?: string
}

export interface TbkScGeneralLinkConvertResponseDataItemUrlListMultipleItemsCouponInfoList {
  /** For example 商品券 */
  coupon_title?: string
  /** For example 满7999减1300 */
  coupon_desc?: string
  /** Sic. For example 1300.00 */
  coupoon_fee?: string
  coupon_start_time?: string
  coupon_end_time?: string
  activity_id?: string
  /** For example 99987 */
  coupon_remain_count?: number
}

export interface TbkScGeneralLinkParseRequest {
  /** Without effect on OpenTBK: parsing makes no link that could carry it */
  relation_id?: string | undefined
  /** 1 or more. For example 123456 */
  adzone_id: Id
  /** At most 20 items */
  material_dto?: readonly TbkScGeneralLinkParseRequestMaterialDto[] | undefined
  /** Origin_pid asks for that field. For example origin_pid */
  fields?: string | undefined
}

export interface TbkScGeneralLinkParseRequestMaterialDto {
  /** An address, a link or a text with a 淘口令. At most 2048 characters */
  material_url?: string | undefined
}

export interface TbkScGeneralLinkParseResponse {
  data?: TbkScGeneralLinkParseResponseData
  /** OpenTBK does not send it: each element says its own error */
  biz_error_desc?: number
  /** OpenTBK does not send it: each element says its own error */
  result_msg?: string
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkScGeneralLinkParseResponseData {
  material_url_list?: TbkScGeneralLinkParseResponseDataMaterialUrlList[]
}

export interface TbkScGeneralLinkParseResponseDataMaterialUrlList {
  /** Why this one failed; absent otherwise. For example 无权限 */
  msg?: string
  /** Absent on success. For example 1001 */
  code?: number
  link_info_dto?: TbkScGeneralLinkParseResponseDataMaterialUrlListLinkInfoDto
  input_material_url?: string
  /** OpenTBK does not send it: parsing has nothing to add */
  extra_info?: string
}

export interface TbkScGeneralLinkParseResponseDataMaterialUrlListLinkInfoDto {
  /** 1 item, 2 shop, 3 venue. For example 1 */
  material_type?: number
  /** The address behind what was pasted */
  tpwd_origin_url?: string
  /** Item, seller or venue id, by material_type */
  material_id?: string
  /** 1: a promotion 淘口令; absent for other materials. For example 1 */
  tk_biz_type?: number
  /** The item's id for the calling tool provider */
  isv_mktid?: string
  /** The PID in the promoter's own link; absent for others' */
  origin_pid?: string
}

export interface TbkScInvitecodeGetRequest {
  /** The own channel that invites; required for code_type 2. 1 or more. For example 11 */
  relation_id?: Id | undefined
  /** Common; etao, minietao: deal apps; offlineShop, offlinePerson: offline, with register_info. One of common, etao, minietao, offlineShop, offlinePerson. For example common */
  relation_app: 'common' | 'etao' | 'minietao' | 'offlineShop' | 'offlinePerson'
  /** 1 invites channels, 2 channels of a channel, 3 members. One of 1, 2, 3. For example 1 */
  code_type: 1 | 2 | 3
}

export interface TbkScInvitecodeGetResponse {
  data?: TbkScInvitecodeGetResponseData
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkScInvitecodeGetResponseData {
  /** For example K7QWN2RXAB3DZM */
  inviter_code?: string
}

export interface TbkScMaterialOptionalUpgradeRequest {
  /** Third number of the PID. For example 12345678 */
  adzone_id: Id
  /** Second number of the PID. For example 123 */
  site_id: Id
  /** Words; all of them must be in the title. For example 女装 */
  q?: string | undefined
  /** Leaf or level-one category ids, comma-joined, any of them. At most 10 items. For example 16,18 */
  cat?: readonly Id[] | undefined
  /** Least final price, yuan. 0 or more. For example 10 */
  start_price?: number | undefined
  /** Highest final price, yuan. 0 or more. For example 10 */
  end_price?: number | undefined
  /** Least rate of the best plan, 1234 is 12.34 %. 0 or more. For example 1234 */
  start_tk_rate?: number | undefined
  /** Highest rate of the best plan, 1234 is 12.34 %. 0 or more. For example 1234 */
  end_tk_rate?: number | undefined
  /** Least score of the item's shop. 0 or more; at most 50000. For example 10 */
  start_dsr?: number | undefined
  /** Part of the item's place. For example 杭州 */
  itemloc?: string | undefined
  /** Clutter on the picture: 1 any, 2 none, 3 slight. One of 1, 2, 3; 1 when absent */
  npx_level?: 1 | 2 | 3 | undefined
  /** True: only with a coupon open at its price */
  has_coupon?: boolean | undefined
  /** True: only from mall shops */
  is_tmall?: boolean | undefined
  /** True: only from abroad */
  is_overseas?: boolean | undefined
  /** True: only with free shipping */
  need_free_shipment?: boolean | undefined
  /** True: only with consumer protection */
  need_prepay?: boolean | undefined
  /** True: only with a conversion above the average */
  include_pay_rate_30?: boolean | undefined
  /** True: only with reviews above the average */
  include_good_rate?: boolean | undefined
  /** True: only with refunds below the average */
  include_rfd_rate?: boolean | undefined
  /** Of equals the best sold come first. One of match_des, match_asc, total_sales_des, total_sales_asc, tk_rate_des, tk_rate_asc, tk_mkt_rate_des, tk_mkt_rate_asc, tk_total_sales_des, tk_total_sales_asc, tk_total_commi_des, tk_total_commi_asc, final_promotion_price_des, final_promotion_price_asc; match_des when absent */
  sort?: 'match_des' | 'match_asc' | 'total_sales_des' | 'total_sales_asc' | 'tk_rate_des' | 'tk_rate_asc' | 'tk_mkt_rate_des' | 'tk_mkt_rate_asc' | 'tk_total_sales_des' | 'tk_total_sales_asc' | 'tk_total_commi_des' | 'tk_total_commi_asc' | 'final_promotion_price_des' | 'final_promotion_price_asc' | undefined
  /** 1 or more; 1 when absent. For example 1 */
  page_no?: number | undefined
  /** 1 or more; at most 100; 20 when absent. For example 20 */
  page_size?: number | undefined
  /** 80309, or 17004 with the same results. 80309 when absent. For example 80309 */
  material_id?: Id | undefined
  /** A channel of the promoter's, carried by the links. For example 3243 */
  relation_id?: string | undefined
  /** A member of the promoter's, carried by the links. For example 2323 */
  special_id?: string | undefined
  /** Carried by the links. One of 1, 2; 1 when absent. For example 1 */
  biz_scene_id?: '1' | '2' | undefined
  /** Without effect on OpenTBK: postage does not depend on the place */
  ip?: string | undefined
  /** Without effect on OpenTBK: results are the same for every shopper */
  device_encrypt?: string | undefined
  /** Without effect on OpenTBK: results are the same for every shopper */
  device_value?: string | undefined
  /** Without effect on OpenTBK: results are the same for every shopper */
  device_type?: string | undefined
  /** Without effect on OpenTBK: no higher commission for the first N pieces */
  get_topn_rate?: Id | undefined
  /** Without effect on OpenTBK: no agent mode */
  promotion_type?: string | undefined
  /** Without effect on OpenTBK: no shopping tips (线报) on items */
  mgc_start_time?: string | undefined
  /** Without effect on OpenTBK: no shopping tips (线报) on items */
  mgc_end_time?: string | undefined
  /** Without effect on OpenTBK: no shopping tips (线报) on items */
  mgc_status?: string | undefined
  /** Without effect on OpenTBK: goods are not rated against crowds: material 41377 is refused */
  ucrowd_id?: Id | undefined
  /** Without effect on OpenTBK: goods are not rated against crowds: material 41377 is refused */
  ucrowd_rank_items?: unknown
}

export interface TbkScMaterialOptionalUpgradeResponse {
  /** Exact to 10000, and never more. For example 1212 */
  total_results?: number
  result_list?: TbkScMaterialOptionalUpgradeResponseResultList[]
  /** For example 123. OpenTBK does not send it: takes no uvid */
  uvid_msg?: string
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkScMaterialOptionalUpgradeResponseResultList {
  /** This promoter's own id of the item. For example qeqscd1231-uqwenqe */
  item_id?: string
  publish_info?: TbkScMaterialOptionalUpgradeResponseResultListPublishInfo
  price_promotion_info?: TbkScMaterialOptionalUpgradeResponseResultListPricePromotionInfo
  item_basic_info?: TbkScMaterialOptionalUpgradeResponseResultListItemBasicInfo
  /** OpenTBK does not send it: no ranking pages */
  tmall_rank_info?: TbkScMaterialOptionalUpgradeResponseResultListTmallRankInfo
  /** OpenTBK does not send it: no presale goods in this network */
  presale_info?: TbkScMaterialOptionalUpgradeResponseResultListPresaleInfo
  /** OpenTBK does not send it: no shopping tips (线报) on items */
  mgc_info?: TbkScMaterialOptionalUpgradeResponseResultListMgcInfo
  /** For example 10.0. OpenTBK does not send it: goods are not rated against crowds */
  match_score?: string
  /** For example 20.0. OpenTBK does not send it: goods are not rated against crowds */
  commi_score?: string
  /** The service provider's own id of the item */
  isv_mktid?: string
  /** OpenTBK does not send it: named by one SDK without a meaning */
  similar_item?: string
}

export interface TbkScMaterialOptionalUpgradeResponseResultListPublishInfo {
  /** Per cent: commission, and no subsidy. For example 5.50 */
  income_rate?: string
  /** OpenTBK does not send it: no higher commission for the first N pieces */
  topn_info?: TbkScMaterialOptionalUpgradeResponseResultListPublishInfoTopnInfo
  /** For example 24. OpenTBK does not send it: promoted sales are not counted by the hour or day */
  two_hour_promotion_sales?: number
  /** For example 111. OpenTBK does not send it: promoted sales are not counted by the hour or day */
  daily_promotion_sales?: number
  /** For example 0 1 2. OpenTBK does not send it: no per-order rewards on items */
  cpa_reward_type?: string
  /** For example 1.11 2.22 3.21. OpenTBK does not send it: no per-order rewards on items */
  cpa_reward_amount?: string
  income_info?: TbkScMaterialOptionalUpgradeResponseResultListPublishInfoIncomeInfo
  /** Basis points of the plan open when the coming promotion begins. For example 1550 */
  future_activity_commission_rate?: string
  /** When the coming promotion begins, milliseconds. For example 1665504000000 */
  future_activity_time?: string
  /** This promoter's link to the item */
  click_url?: string
  /** The link to item and coupon in one, when a coupon is open */
  coupon_share_url?: string
  /** Targeted plans (定向计划) running on the item */
  sp_campaign_list?: TbkScMaterialOptionalUpgradeResponseResultListPublishInfoSpCampaignList[]
  /** For example s.click.xxx. OpenTBK does not send it: no ranking pages */
  rank_page_url?: string
  /** MKT marketing, SP targeted, COMMON general, ZX exclusive. For example MKT */
  commission_type?: string
  /** True or false: whether a targeted plan is running. For example false */
  include_dxjh?: string
}

export interface TbkScMaterialOptionalUpgradeResponseResultListPublishInfoTopnInfo {
  /** For example 3000 */
  topn_quantity?: number
  /** For example 3000 */
  topn_total_count?: number
  /** For example 1937297392332 */
  topn_end_time?: string
  /** For example 1937297392332 */
  topn_start_time?: string
  /** For example 30 */
  topn_rate?: string
}

export interface TbkScMaterialOptionalUpgradeResponseResultListPublishInfoIncomeInfo {
  /** Per cent. For example 55.00 */
  commission_rate?: string
  /** Yuan, gross, at the final price. For example 12.00 */
  commission_amount?: string
  /** For example 11. OpenTBK does not send it: the platform pays no subsidy on top of commission */
  subsidy_rate?: string
  /** For example 4. OpenTBK does not send it: the platform pays no subsidy on top of commission */
  subsidy_amount?: string
  /** For example 10. OpenTBK does not send it: the platform pays no subsidy on top of commission */
  subsidy_upper_limit?: string
  /** For example 妈妈补贴. OpenTBK does not send it: the platform pays no subsidy on top of commission */
  subsidy_type?: string
}

export interface TbkScMaterialOptionalUpgradeResponseResultListPublishInfoSpCampaignList {
  /** For example 123 */
  sp_cid?: string
  /** For example 定向计划活动1 */
  sp_name?: string
  /** Basis points. For example 1550 */
  sp_rate?: string
  /** For example 0. OpenTBK does not send it: rates are not locked */
  sp_lock_status?: string
  /** OpenTBK does not send it: plans are not applied for by a page */
  sp_apply_link?: string
  /** 1 this promoter has joined, 0 not. For example 1 */
  sp_status?: string
}

export interface TbkScMaterialOptionalUpgradeResponseResultListPricePromotionInfo {
  /** Yuan, the struck-through price. For example 102.00 */
  reserve_price?: string
  /** Yuan, the item's price before promotions. For example 88.00 */
  zk_final_price?: string
  /** Yuan, the lowest a shopper gets now. For example 69.90 */
  final_promotion_price?: string
  /** From zk_final_price to final_promotion_price; the fees add up to the difference */
  final_promotion_path_list?: TbkScMaterialOptionalUpgradeResponseResultListPricePromotionInfoFinalPromotionPathList[]
  promotion_tag_list?: TbkScMaterialOptionalUpgradeResponseResultListPricePromotionInfoPromotionTagList[]
  /** For example 56.1. OpenTBK does not send it: prices are not estimated over several items */
  predict_rounding_up_price?: string
  /** For example 需买1件. OpenTBK does not send it: prices are not estimated over several items */
  predict_rounding_up_price_desc?: string
  /** Open coupons that are not in the final price */
  more_promotion_list?: TbkScMaterialOptionalUpgradeResponseResultListPricePromotionInfoMorePromotionList[]
  /** OpenTBK does not send it: no state subsidies in this network */
  gov_subsidy?: TbkScMaterialOptionalUpgradeResponseResultListPricePromotionInfoGovSubsidy
  /** Yuan, the final price once the coming promotion runs. For example 56.10 */
  future_activity_promotion_price?: string
  future_activity_promotion_path_list?: TbkScMaterialOptionalUpgradeResponseResultListPricePromotionInfoFutureActivityPromotionPathList[]
  /** OpenTBK does not send it: prices are not estimated over several items */
  predict_rounding_up_path_list?: TbkScMaterialOptionalUpgradeResponseResultListPricePromotionInfoPredictRoundingUpPathList[]
}

export interface TbkScMaterialOptionalUpgradeResponseResultListPricePromotionInfoFinalPromotionPathList {
  /** 单品直降, 商品券 or 店铺券. For example 商品券 */
  promotion_title?: string
  /** For example 满7999减1300 */
  promotion_desc?: string
  /** Yuan. For example 1300.00 */
  promotion_fee?: string
  /** For example 1661184000000 */
  promotion_start_time?: string
  /** For example 1661788799000 */
  promotion_end_time?: string
  /** The activity id of a coupon. For example xx */
  promotion_id?: string
}

export interface TbkScMaterialOptionalUpgradeResponseResultListPricePromotionInfoPromotionTagList {
  /** For example 包邮 */
  tag_name?: string
}

export interface TbkScMaterialOptionalUpgradeResponseResultListPricePromotionInfoMorePromotionList {
  /** For example 店铺券 */
  promotion_title?: string
  /** For example 满200减20 */
  promotion_desc?: string
  /** Milliseconds. For example 1661222400000 */
  promotion_start_time?: string
  /** Milliseconds. For example 1662393600000 */
  promotion_end_time?: string
  /** For example xx */
  promotion_id?: string
  /** For example 1000. OpenTBK does not send it: documented as not open to publishers */
  promotion_total_count?: number
  /** For example https://. OpenTBK does not send it: documented as not open to publishers */
  promotion_url?: string
}

export interface TbkScMaterialOptionalUpgradeResponseResultListPricePromotionInfoGovSubsidy {
  /** For example 国家补贴 */
  tag_name?: string
  state_subsidy_info?: TbkScMaterialOptionalUpgradeResponseResultListPricePromotionInfoGovSubsidyStateSubsidyInfo
}

export interface TbkScMaterialOptionalUpgradeResponseResultListPricePromotionInfoGovSubsidyStateSubsidyInfo {
  /** For example 1 */
  max_rebate?: number
  /** For example 1 */
  min_rebate?: number
  /** For example 15.00 */
  max_discount?: string
  /** For example 15.00 */
  min_discount?: string
  province_list?: string[]
}

export interface TbkScMaterialOptionalUpgradeResponseResultListPricePromotionInfoFutureActivityPromotionPathList {
  /** 单品直降, 商品券 or 店铺券. For example 商品券 */
  promotion_title?: string
  /** For example 满7999减1300 */
  promotion_desc?: string
  /** Yuan. For example 1300.00 */
  promotion_fee?: string
  /** For example 1661184000000 */
  promotion_start_time?: string
  /** For example 1661788799000 */
  promotion_end_time?: string
}

export interface TbkScMaterialOptionalUpgradeResponseResultListPricePromotionInfoPredictRoundingUpPathList {
  /** For example 店铺优惠 */
  promotion_title?: string
  /** For example 再买1件，可参与2件5折 */
  promotion_desc?: string
}

export interface TbkScMaterialOptionalUpgradeResponseResultListItemBasicInfo {
  title?: string
  /** For example 九分裤显瘦高腰韩版 */
  short_title?: string
  pict_url?: string
  white_image?: string
  /** For example 1 */
  level_one_category_id?: string
  /** For example 162201 */
  category_id?: string
  /** For example 牛仔裤 */
  category_name?: string
  /** For example 123 */
  seller_id?: string
  /** 0 taobao, 1 tmall. For example 1 */
  user_type?: number
  /** For example 魔黛娅内衣旗舰店 */
  shop_title?: string
  /** Pieces in 30 days. For example 30 */
  volume?: number
  /** For example 吉品鲍鱼 关西参 */
  sub_title?: string
  /** For example 淘宝心选 */
  brand_name?: string
  /** For example 美妆 */
  level_one_category_name?: string
  /** Promoted pieces in 30 days. For example 11 */
  tk_total_sales?: string
  /** For example 浙江 杭州 */
  provcity?: string
  small_images?: string[]
  /** A year's sales, rounded down. For example 1万+ */
  annual_vol?: string
  /** Yuan. For example 0.00 */
  real_post_fee?: string
}

export interface TbkScMaterialOptionalUpgradeResponseResultListTmallRankInfo {
  /** For example 白茶热销榜·第5名 */
  tmall_rank_text?: string
  tmall_rank_url?: string
}

export interface TbkScMaterialOptionalUpgradeResponseResultListPresaleInfo {
  /** For example 1567440000000 */
  presale_start_time?: number
  /** For example 1567440000000 */
  presale_end_time?: number
  /** For example 1567440000000 */
  presale_tail_start_time?: number
  /** For example 1567440000000 */
  presale_tail_end_time?: number
  /** For example 100 */
  presale_deposit?: string
  /** For example 付定金立减5元 */
  presale_discount_fee_text?: string
}

export interface TbkScMaterialOptionalUpgradeResponseResultListMgcInfo {
  /** For example 0.66 */
  price?: string
  price_desc?: string
  promotion_summary?: string
  /** For example 1695265124771 */
  publish_time?: string
  /** For example 0 */
  valid_time?: string
}

export interface TbkScOrderDetailsGetRequest {
  /** Time searched by: 1 created, 2 paid, 3 settled, 4 modified. 1 when absent. For example 1 */
  query_type?: number | undefined
  /** As returned with the page before; needed from page 2 on. At most 80 characters */
  position_index?: string | undefined
  /** 1 or more; at most 100; 20 when absent. For example 20 */
  page_size?: number | undefined
  /** 2: orders of one's own, 3: orders shared by another promoter; all when absent */
  member_type?: number | undefined
  /** 11 created, 12 paid, 13 closed, 14 received, 3 settled; all when absent */
  tk_status?: number | undefined
  /** GMT+8; this second still belongs to the window. For example 2026-01-01 12:28:22 */
  end_time: string
  /** GMT+8; at most 3 hours before the end, at most 90 days ago. For example 2026-01-01 12:18:22 */
  start_time: string
  /** 1 next page, -1 page before. 1 when absent. For example 1 */
  jump_type?: number | undefined
  /** 1 or more; at most 100; 1 when absent. For example 1 */
  page_no?: number | undefined
  /** 1 all, 2 of relations, 3 of specials. 1 when absent. For example 1 */
  order_scene?: number | undefined
  /** Without effect on OpenTBK: member groups are not built yet */
  member_group_id?: Id | undefined
}

export interface TbkScOrderDetailsGetResponse {
  data?: TbkScOrderDetailsGetResponseData
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkScOrderDetailsGetResponseData {
  results?: TbkScOrderDetailsGetResponseDataResults[]
  /** For example false */
  has_pre?: boolean
  /** To be returned as it is. For example 1555904214000_1|1555917305000_20 */
  position_index?: string
  /** For example true */
  has_next?: boolean
  /** For example 1 */
  page_no?: number
  /** For example 20 */
  page_size?: number
}

export interface TbkScOrderDetailsGetResponseDataResults {
  /** For example 2019-04-22 15:15:05 */
  tb_paid_time?: string
  /** For example 2019-04-22 15:15:05 */
  tk_paid_time?: string
  /** For example 9.11 */
  pay_price?: string
  /** For example 0 */
  pub_share_fee?: string
  /** For example 294159887445064307 */
  trade_id?: string
  /** For example 2 */
  tk_order_role?: number
  /** For example 2019-04-22 15:15:05 */
  tk_earning_time?: string
  /** For example 111112234455 */
  adzone_id?: string
  /** For example 100 */
  pub_share_rate?: string
  /** For example 0 */
  refund_tag?: number
  /** For example 0 */
  subsidy_rate?: string
  /** For example 9.99 */
  tk_total_rate?: string
  /** For example 服装 */
  item_category_name?: string
  /** For example -- */
  seller_nick?: string
  /** For example 98836808 */
  pub_id?: string
  /** For example 0 */
  alimama_rate?: string
  /** For example -- */
  subsidy_type?: string
  item_img?: string
  /** For example 0 */
  pub_share_pre_fee?: string
  /** For example 11.22 */
  alipay_total_price?: string
  /** For example tsh_rj_测试请不要拍_阶佣11.1 */
  item_title?: string
  /** For example 合伙人 */
  site_name?: string
  /** For example 2 */
  item_num?: number
  /** For example 0 */
  subsidy_fee?: string
  /** For example 0 */
  alimama_share_fee?: string
  /** For example 294159887445064307 */
  trade_parent_id?: string
  /** For example 如意淘 */
  order_type?: string
  /** For example 2019-04-22 15:15:05 */
  tk_create_time?: string
  /** For example -- */
  flow_source?: string
  /** For example 无线 */
  terminal_type?: string
  /** For example 2019-04-22 15:14:55 */
  click_time?: string
  /** For example 13 */
  tk_status?: number
  /** For example 2.1 */
  item_price?: string
  /** For example 590141576510 */
  item_id?: string
  /** For example 推广位名 */
  adzone_name?: string
  /** For example 9.99 */
  total_commission_rate?: string
  /** For example https://www.taobao.com */
  item_link?: string
  /** For example 45598009 */
  site_id?: string
  /** For example -- */
  seller_shop_title?: string
  /** For example 9.99 */
  income_rate?: string
  /** For example 0 */
  total_commission_fee?: string
  /** For example 21321 */
  special_id?: string
  /** For example 123123 */
  relation_id?: string
  /** For example 22.32. OpenTBK does not send it: no presale here */
  deposit_price?: string
  /** For example 2019-09-09 12:01:01. OpenTBK does not send it: no presale here */
  tb_deposit_time?: string
  /** For example 2019-09-09 12:01:01. OpenTBK does not send it: no presale here */
  tk_deposit_time?: string
  /** For example 3434. OpenTBK does not send it: no orders of other platforms here */
  tp_order_id?: string
  /** OpenTBK does not send it: abandoned by the platform itself */
  service_fee_dto_list?: TbkScOrderDetailsGetResponseDataResultsServiceFeeDtoList[]
  /** For example 营销类型. OpenTBK does not send it: no marketing programmes here */
  marketing_type?: string
  /** For example 2019-09-09 12:01:01 */
  modified_time?: string
  /** For example 123ucbewri */
  extra_mkt_id?: string
  /** For example 0 */
  pub_share_pre_fee_for_commission?: string
  /** For example 0 */
  pub_share_fee_for_commission?: string
  /** OpenTBK does not send it: no subsidies here */
  subsidy_info_dto_list?: TbkScOrderDetailsGetResponseDataResultsSubsidyInfoDtoList[]
  /** For example 0 */
  pub_share_rate_for_sdy?: string
  /** For example 0 */
  tk_total_rate_for_sdy?: string
  /** For example 0 */
  pub_share_pre_fee_for_sdy?: string
  /** For example 0 */
  pub_share_fee_for_sdy?: string
  alimm_share_info_dto?: TbkScOrderDetailsGetResponseDataResultsAlimmShareInfoDto
  /** For example 0 */
  platform_special_service_rate?: string
  /** For example 0 */
  platform_special_service_fee?: string
  /** OpenTBK does not send it: no special service fees here */
  platform_special_share_info_dto?: TbkScOrderDetailsGetResponseDataResultsPlatformSpecialShareInfoDto
  /** For example 0. OpenTBK does not send it: closed by default */
  uvid?: string
  app_key?: string
}

export interface TbkScOrderDetailsGetResponseDataResultsServiceFeeDtoList {
  /** For example 122 */
  tk_share_role_type?: number
  /** For example 0.10 */
  share_relative_rate?: string
  /** For example 11.11 */
  share_fee?: string
  /** For example 11.11 */
  share_pre_fee?: string
}

export interface TbkScOrderDetailsGetResponseDataResultsSubsidyInfoDtoList {
  /** For example 妈妈补贴 */
  subsidy_type?: string
  /** For example 0 */
  subsidy_rate?: string
  /** For example 0 */
  subsidy_fee?: string
  /** For example 0 */
  subsidy_upper_limit?: string
  /** For example 0 */
  subsidy_share_rate?: string
}

export interface TbkScOrderDetailsGetResponseDataResultsAlimmShareInfoDto {
  /** For example 0 */
  alimm_tech_service_rate?: string
  /** For example 0 */
  alimm_tech_service_pre_fee?: string
  /** For example 0 */
  alimm_tech_service_fee?: string
  /** For example 0. OpenTBK does not send it: no channel service fee here */
  alimm_agent_service_rate?: string
  /** For example 0. OpenTBK does not send it: no channel service fee here */
  alimm_agent_service_pre_fee?: string
  /** For example 0. OpenTBK does not send it: no channel service fee here */
  alimm_agent_service_fee?: string
}

export interface TbkScOrderDetailsGetResponseDataResultsPlatformSpecialShareInfoDto {
  /** For example 0 */
  content_tech_service_rate?: string
  /** For example 0 */
  content_tech_service_pre_fee?: string
  /** For example 0 */
  content_tech_service_fee?: string
  /** For example 0 */
  traffic_tech_service_rate?: string
  /** For example 0 */
  traffic_tech_service_pre_fee?: string
  /** For example 0 */
  traffic_tech_service_fee?: string
}

export interface TbkScPrivateTpwdCreateRequest {
  /** The promoter's own promotion link, unaltered. At most 2048 characters. For example https://s.click.taobao.com/YI3Uopu */
  url: string
  /** Without effect on OpenTBK: old clients still send it */
  text?: string | undefined
  /** Without effect on OpenTBK: old clients still send it */
  logo?: string | undefined
  /** Without effect on OpenTBK: old clients still send it */
  ext?: string | undefined
  /** Without effect on OpenTBK: old clients still send it */
  user_id?: string | undefined
}

export interface TbkScPrivateTpwdCreateResponse {
  data?: TbkScPrivateTpwdCreateResponseData
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkScPrivateTpwdCreateResponseData {
  /** Text to share: password, short link, title */
  model?: string
  /** The password alone; only its promoter can parse or convert it. For example ¥SIH6XbwRfyt¥ */
  password_simple?: string
}

export interface TbkScPublisherInfoGetRequest {
  /** One channel; without effect on members. 1 or more. For example 2323 */
  relation_id?: Id | undefined
  /** From 0. 0 or more; at most 1000000; 0 when absent. For example 0 */
  page_no?: number | undefined
  /** 1 or more; at most 100; 10 when absent. For example 10 */
  page_size?: number | undefined
  /** 1 channels, 2 members. For example 1 */
  info_type: number
  /** Channels filed in this scene; members are listed whatever theirs was. One of common, etao, minietao, offlineShop, offlinePerson. For example common */
  relation_app: 'common' | 'etao' | 'minietao' | 'offlineShop' | 'offlinePerson'
  /** One member; without effect on channels. At most 20 characters. For example 1212 */
  special_id?: string | undefined
  /** Finds none: a filing carries no mark of the promoter’s own. At most 64 characters. For example 12345 */
  external_id?: string | undefined
  /** Without effect on OpenTBK: a filing carries no mark of the promoter’s own */
  external_type?: Id | undefined
}

export interface TbkScPublisherInfoGetResponse {
  data?: TbkScPublisherInfoGetResponseData
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkScPublisherInfoGetResponseData {
  /** For example 40 */
  total_count?: number
  inviter_list?: TbkScPublisherInfoGetResponseDataInviterList[]
  /** PIDs on the publisher's own media of the kind channel, at most 100 */
  root_pid_channel_list?: string[]
}

export interface TbkScPublisherInfoGetResponseDataInviterList {
  /** For example common */
  relation_app?: string
  /** GMT+8, yyyy-MM-dd HH:mm:ss. For example 2018-06-01 11:12:23 */
  create_date?: string
  /** Channels: the account, shortened to its ends. For example s**x */
  account_name?: string
  /** Channels: its name with the publisher. For example xxx */
  real_name?: string
  /** For example 40232 */
  relation_id?: string
  /** Channels: 门店, 学校, 工厂 or 其他. For example 门店 */
  offline_scene?: string
  /** Channels: 微信群, QQ群 or 其他. For example 微信群 */
  online_scene?: string
  /** Channels. For example 小蜜蜂 */
  note?: string
  /** The first PID on the publisher's own medium of the kind channel; absent without one. For example mm_1_1_1 */
  root_pid?: string
  /** An opaque name of the account: the same on all its filings with this publisher. For example 123 */
  rtag?: string
  offline_info?: TbkScPublisherInfoGetResponseDataInviterListOfflineInfo
  /** For example 12345 */
  special_id?: string
  /** Channels: 0 none, 1 punished. For example 1 */
  punish_status?: string
  /** For example 12345. OpenTBK does not send it: a filing carries no mark of the promoter’s own */
  external_id?: string
  /** For example 1. OpenTBK does not send it: a filing carries no mark of the promoter’s own */
  external_type?: string
}

export interface TbkScPublisherInfoGetResponseDataInviterListOfflineInfo {
  /** For example 日用百货店 */
  shop_name?: string
  /** For example 生活服务类 电信营业厅 */
  shop_type?: string
  /** For example 1590000000 */
  phone_number?: string
  /** For example **街道**号楼 */
  detail_address?: string
  /** Province, city, district. For example 内蒙古自治区 呼和浩特市 */
  location?: string
  /** For example 营业执照 */
  shop_certify_type?: string
  /** For example 123445677 */
  certify_number?: string
  /** For example 个人 快递员 */
  career?: string
}

export interface TbkScPublisherInfoSaveRequest {
  /** Where the invitation was found. At most 64 characters. For example 1 */
  relation_from?: string | undefined
  /** 1 shop, 2 school, 3 factory, 4 other. One of 1, 2, 3, 4. For example 1 */
  offline_scene?: '1' | '2' | '3' | '4' | undefined
  /** 1 WeChat group, 2 QQ group, 3 other. One of 1, 2, 3. For example 1 */
  online_scene?: '1' | '2' | '3' | undefined
  /** At most 64 characters. For example xxx */
  inviter_code: string
  /** 1: the code decides; 2: only as a member. For example 1 */
  info_type: number
  /** The publisher's own remark on it. At most 100 characters. For example 小蜜蜂 */
  note?: string | undefined
  /** JSON, required for offline codes: phoneNumber, province, city, location, detailAddress; for a person career; for a shop shopType, shopName, and shopCertifyType, certifyNumber if it has them. At most 4096 characters */
  register_info?: string | undefined
}

export interface TbkScPublisherInfoSaveResponse {
  data?: TbkScPublisherInfoSaveResponseData
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkScPublisherInfoSaveResponseData {
  /** Of a channel. For example 40232 */
  relation_id?: string
  /** For example xxx */
  account_name?: string
  /** Of a member. For example 32304 */
  special_id?: string
  /** 绑定成功, 重复绑定渠道 or 重复绑定粉丝. For example 绑定成功 */
  desc?: string
}

export interface TbkScShopConvertRequest {
  /** Third part of a PID. 1 or more. For example 123 */
  adzone_id: Id
  /** Second part of a PID. 1 or more. For example 123 */
  site_id: Id
  /** User_id, click_url. At most 1000 items. For example user_id,click_url */
  fields: readonly string[]
  /** 1 PC, 2 wireless: one link serves both. One of 1, 2; 1 when absent. For example 1 */
  platform?: 1 | 2 | undefined
  /** At most 12 letters and digits, carried by the link. For example demo */
  unid?: string | undefined
  /** Seller ids, comma-joined: a seller is a shop here; unknown and closed shops are left out. 1 or more; at most 40 items. For example 123,456 */
  user_ids: readonly Id[]
}

export interface TbkScShopConvertResponse {
  results?: TbkScShopConvertResponseResults[]
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkScShopConvertResponseResults {
  /** The seller id as it was sent. For example 123 */
  user_id?: string
  /** The promotion link */
  click_url?: string
}

export interface TbkScTpwdConvertRequest {
  /** At most 2048 characters. For example ¥2k12308DjvP¥ */
  password_content: string
  /** 1 or more. For example 12312312 */
  adzone_id: Id
  /** 1 or more */
  site_id: Id
  /** 1 asks for the general plan; otherwise the best open plan. For example 1 */
  dx?: string | undefined
  /** Without effect on OpenTBK: crowd reports are not built yet */
  ucrowd_id?: Id | undefined
  /** At most 20 characters. For example 123 */
  relation_id?: string | undefined
}

export interface TbkScTpwdConvertResponse {
  data?: TbkScTpwdConvertResponseData
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkScTpwdConvertResponseData {
  /** Item id; absent for shops and venues */
  num_iid?: string
  /** The new promotion link; with the coupon when one is open */
  click_url?: string
  /** For example 12121 */
  seller_id?: string
  /** The link behind the password */
  origin_url?: string
  /** PID in that link, 0 when it is another promoter’s. For example mm_1_1_1 */
  origin_pid?: string
  /** For example 1 */
  biz_scene_id?: string
  /** Short password. For example ¥VWRr2yvEvsz¥ */
  model?: string
  /** Long password: text to share */
  password?: string
  /** 1 item, 2 shop, 3 venue. For example 1 */
  url_type?: string
  short_url?: string
  /** The item's id for the calling tool provider */
  isv_mktid?: string
}

export interface TbkShopConvertRequest {
  /** Third part of a PID. 1 or more. For example 123 */
  adzone_id: Id
  /** User_id, click_url. At most 1000 items. For example user_id,click_url */
  fields: readonly string[]
  /** 1 PC, 2 wireless: one link serves both. One of 1, 2; 1 when absent. For example 1 */
  platform?: 1 | 2 | undefined
  /** At most 12 letters and digits, carried by the link. For example demo */
  unid?: string | undefined
  /** Seller ids, comma-joined: a seller is a shop here; unknown and closed shops are left out. 1 or more; at most 40 items. For example 123,456 */
  user_ids: readonly Id[]
}

export interface TbkShopConvertResponse {
  results?: TbkShopConvertResponseResults[]
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkShopConvertResponseResults {
  /** The seller id as it was sent. For example 123 */
  user_id?: string
  /** The promotion link */
  click_url?: string
}

export interface TbkSpreadGetRequest {
  /** At least 1 items; at most 20 items */
  requests: readonly TbkSpreadGetRequestRequests[]
}

export interface TbkSpreadGetRequestRequests {
  /** A promotion link of this network. At most 2048 characters */
  url: string
}

export interface TbkSpreadGetResponse {
  results?: TbkSpreadGetResponseResults[]
  /** For example 10 */
  total_results?: number
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkSpreadGetResponseResults {
  /** The short link; absent when err_msg is not OK */
  content?: string
  /** OK, or why this address has no short link. For example OK */
  err_msg?: string
}

export interface TbkTbkinfoGetRequest {
  /** At most 64 characters. For example mm_1_1_1 */
  pid: string
}

export interface TbkTbkinfoGetResponse {
  result?: TbkTbkinfoGetResponseResult
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkTbkinfoGetResponseResult {
  /** True: an adzone of this network has exactly this PID. For example true */
  data?: boolean
}

export interface TbkTpwdConvertRequest {
  /** At most 2048 characters. For example ¥2k12308DjvP¥ */
  password_content: string
  /** 1 or more. For example 12312312 */
  adzone_id: Id
  /** 1 asks for the general plan; otherwise the best open plan. For example 1 */
  dx?: string | undefined
  /** Without effect on OpenTBK: crowd reports are not built yet */
  ucrowd_id?: Id | undefined
  /** At most 20 characters. For example 123 */
  relation_id?: string | undefined
}

export interface TbkTpwdConvertResponse {
  data?: TbkTpwdConvertResponseData
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkTpwdConvertResponseData {
  /** Item id; absent for shops and venues */
  num_iid?: string
  /** The new promotion link; with the coupon when one is open */
  click_url?: string
  /** For example 12121 */
  seller_id?: string
  /** The link behind the password */
  origin_url?: string
  /** PID in that link, 0 when it is another promoter’s. For example mm_1_1_1 */
  origin_pid?: string
  /** For example 1 */
  biz_scene_id?: string
  /** Short password. For example ¥VWRr2yvEvsz¥ */
  model?: string
  /** Long password: text to share */
  password?: string
  /** 1 item, 2 shop, 3 venue. For example 1 */
  url_type?: string
  short_url?: string
}

export interface TbkTpwdCreateRequest {
  /** A promotion link of this network, unaltered. At most 2048 characters. For example https://s.click.taobao.com/YI3Uopu */
  url: string
  /** Without effect on OpenTBK: old clients still send it */
  text?: string | undefined
  /** Without effect on OpenTBK: old clients still send it */
  logo?: string | undefined
  /** Without effect on OpenTBK: old clients still send it */
  ext?: string | undefined
  /** Without effect on OpenTBK: old clients still send it */
  user_id?: string | undefined
}

export interface TbkTpwdCreateResponse {
  data?: TbkTpwdCreateResponseData
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkTpwdCreateResponseData {
  /** Text to share: password, short link, title */
  model?: string
  /** The password alone. For example ¥SIH6XbwRfyt¥ */
  password_simple?: string
}

export interface TbkTpwdMixCreateRequest {
  /** Without effect on OpenTBK: old clients still send it */
  ext?: string | undefined
  /** Without effect on OpenTBK: nothing here pops up */
  logo?: string | undefined
  /** A promotion link of this network, unaltered. At most 2048 characters. For example https://uland.taobao.com/ */
  url: string
  /** One line of 6 to 60 characters without a 淘口令. For example 长度大于5个字符 */
  text: string
  /** Without effect on OpenTBK: old clients still send it */
  user_id?: string | undefined
  /** 2 to 20 letters, digits or Han. For example 自定义口令 */
  password: string
}

export interface TbkTpwdMixCreateResponse {
  data?: TbkTpwdMixCreateResponseData
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkTpwdMixCreateResponseData {
  /** 1 done, 2 the words are taken, 3 they are not as they must be. For example 1 */
  status?: string
  /** Text and password; absent unless done. For example 自定义内容自定义口令 */
  password?: string
}

export interface TbkTpwdParseRequest {
  /** Any text around the password is fine. At most 2048 characters. For example ¥SIH6XbwRfyt¥ */
  password_content: string
}

export interface TbkTpwdParseResponse {
  data?: TbkTpwdParseResponseData
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkTpwdParseResponseData {
  /** The promotion link behind the password */
  origin_url?: string
}

export interface TimeGetRequest {
}

export interface TimeGetResponse {
  /** The network's business time, GMT+8. GMT+8, yyyy-MM-dd HH:mm:ss. For example 2026-01-01 12:00:00 */
  time?: string
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface AppipMethods {
  /** 获取ISV发起请求服务器IP. `taobao.appip.get` */
  get(input?: AppipGetRequest, options?: CallOptions): Promise<AppipGetResponse>
}

export interface OpentbkMethods {
  /** 订单归因与佣金说明. `opentbk.order.explain` */
  orderExplain(input: OpentbkOrderExplainRequest, options?: CallOptions): Promise<OpentbkOrderExplainResponse>
}

export interface TbkMethods {
  /** 淘宝客-推广者-创建推广位. `taobao.tbk.adzone.create` */
  adzoneCreate(input: TbkAdzoneCreateRequest, options?: CallOptions): Promise<TbkAdzoneCreateResponse>
  /** 淘宝客-推广者-单品券高效转链. `taobao.tbk.coupon.convert` */
  couponConvert(input: TbkCouponConvertRequest, options?: CallOptions): Promise<TbkCouponConvertResponse>
  /** 淘宝客-推广者-万能转链. `taobao.tbk.dg.general.link.convert` */
  dgGeneralLinkConvert(input: TbkDgGeneralLinkConvertRequest, options?: CallOptions): Promise<TbkDgGeneralLinkConvertResponse>
  /** 淘宝客-推广者-万能解析. `taobao.tbk.dg.general.link.parse` */
  dgGeneralLinkParse(input: TbkDgGeneralLinkParseRequest, options?: CallOptions): Promise<TbkDgGeneralLinkParseResponse>
  /** 淘宝客-推广者-物料搜索升级版. `taobao.tbk.dg.material.optional.upgrade` */
  dgMaterialOptionalUpgrade(input: TbkDgMaterialOptionalUpgradeRequest, options?: CallOptions): Promise<TbkDgMaterialOptionalUpgradeResponse>
  /** 淘宝客-公用-链接解析出商品id. `taobao.tbk.item.click.extract` */
  itemClickExtract(input: TbkItemClickExtractRequest, options?: CallOptions): Promise<TbkItemClickExtractResponse>
  /** 淘宝客-推广者-商品链接转换. `taobao.tbk.item.convert` */
  itemConvert(input: TbkItemConvertRequest, options?: CallOptions): Promise<TbkItemConvertResponse>
  /** 淘宝客-公用-淘宝客商品详情查询(简版). `taobao.tbk.item.info.get` */
  itemInfoGet(input: TbkItemInfoGetRequest, options?: CallOptions): Promise<TbkItemInfoGetResponse>
  /** 淘宝客-公用-淘宝客商品详情查询升级版(简易版). `taobao.tbk.item.info.upgrade.get` */
  itemInfoUpgradeGet(input: TbkItemInfoUpgradeGetRequest, options?: CallOptions): Promise<TbkItemInfoUpgradeGetResponse>
  /** 淘宝客-推广者-所有订单查询. `taobao.tbk.order.details.get` */
  orderDetailsGet(input: TbkOrderDetailsGetRequest, options?: CallOptions): Promise<TbkOrderDetailsGetResponse>
  /** 淘宝客-推广者-加密淘口令生成. `taobao.tbk.private.tpwd.create` */
  privateTpwdCreate(input: TbkPrivateTpwdCreateRequest, options?: CallOptions): Promise<TbkPrivateTpwdCreateResponse>
  /** 淘宝客-服务商-单品券高效转链. `taobao.tbk.privilege.get`. Needs a session */
  privilegeGet(input: TbkPrivilegeGetRequest, options?: CallOptions): Promise<TbkPrivilegeGetResponse>
  /** 淘宝客-服务商-创建推广者位. `taobao.tbk.sc.adzone.create`. Needs a session */
  scAdzoneCreate(input: TbkScAdzoneCreateRequest, options?: CallOptions): Promise<TbkScAdzoneCreateResponse>
  /** 淘宝客-服务商-联盟推广位查询API. `taobao.tbk.sc.adzone.query`. Needs a session. Known from third parties only */
  scAdzoneQuery(input?: TbkScAdzoneQueryRequest, options?: CallOptions): Promise<TbkScAdzoneQueryResponse>
  /** 淘宝客-服务商-万能转链. `taobao.tbk.sc.general.link.convert`. Needs a session */
  scGeneralLinkConvert(input: TbkScGeneralLinkConvertRequest, options?: CallOptions): Promise<TbkScGeneralLinkConvertResponse>
  /** 淘宝客-服务商-万能解析. `taobao.tbk.sc.general.link.parse`. Needs a session */
  scGeneralLinkParse(input: TbkScGeneralLinkParseRequest, options?: CallOptions): Promise<TbkScGeneralLinkParseResponse>
  /** 淘宝客-公用-私域用户邀请码生成. `taobao.tbk.sc.invitecode.get`. Needs a session */
  scInvitecodeGet(input: TbkScInvitecodeGetRequest, options?: CallOptions): Promise<TbkScInvitecodeGetResponse>
  /** 淘宝客-服务商-物料搜索升级版. `taobao.tbk.sc.material.optional.upgrade`. Needs a session */
  scMaterialOptionalUpgrade(input: TbkScMaterialOptionalUpgradeRequest, options?: CallOptions): Promise<TbkScMaterialOptionalUpgradeResponse>
  /** 淘宝客-服务商-所有订单查询. `taobao.tbk.sc.order.details.get`. Needs a session */
  scOrderDetailsGet(input: TbkScOrderDetailsGetRequest, options?: CallOptions): Promise<TbkScOrderDetailsGetResponse>
  /** 淘宝客-服务商-加密淘口令生成. `taobao.tbk.sc.private.tpwd.create`. Needs a session */
  scPrivateTpwdCreate(input: TbkScPrivateTpwdCreateRequest, options?: CallOptions): Promise<TbkScPrivateTpwdCreateResponse>
  /** 淘宝客-公用-私域用户备案信息查询. `taobao.tbk.sc.publisher.info.get`. Needs a session */
  scPublisherInfoGet(input: TbkScPublisherInfoGetRequest, options?: CallOptions): Promise<TbkScPublisherInfoGetResponse>
  /** 淘宝客-公用-私域用户备案. `taobao.tbk.sc.publisher.info.save`. Needs a session */
  scPublisherInfoSave(input: TbkScPublisherInfoSaveRequest, options?: CallOptions): Promise<TbkScPublisherInfoSaveResponse>
  /** 淘宝客-服务商-店铺链接转换. `taobao.tbk.sc.shop.convert`. Needs a session */
  scShopConvert(input: TbkScShopConvertRequest, options?: CallOptions): Promise<TbkScShopConvertResponse>
  /** 淘宝客-服务商-淘口令解析&转链. `taobao.tbk.sc.tpwd.convert`. Needs a session */
  scTpwdConvert(input: TbkScTpwdConvertRequest, options?: CallOptions): Promise<TbkScTpwdConvertResponse>
  /** 淘宝客-推广者-店铺链接转换. `taobao.tbk.shop.convert` */
  shopConvert(input: TbkShopConvertRequest, options?: CallOptions): Promise<TbkShopConvertResponse>
  /** 淘宝客-公用-长链转短链. `taobao.tbk.spread.get` */
  spreadGet(input: TbkSpreadGetRequest, options?: CallOptions): Promise<TbkSpreadGetResponse>
  /** 淘宝客-公用-pid校验. `taobao.tbk.tbkinfo.get` */
  tbkinfoGet(input: TbkTbkinfoGetRequest, options?: CallOptions): Promise<TbkTbkinfoGetResponse>
  /** 淘宝客-推广者-淘口令解析&转链. `taobao.tbk.tpwd.convert` */
  tpwdConvert(input: TbkTpwdConvertRequest, options?: CallOptions): Promise<TbkTpwdConvertResponse>
  /** 淘宝客-公用-淘口令生成. `taobao.tbk.tpwd.create` */
  tpwdCreate(input: TbkTpwdCreateRequest, options?: CallOptions): Promise<TbkTpwdCreateResponse>
  /** 淘宝客-公用-文本淘口令. `taobao.tbk.tpwd.mix.create` */
  tpwdMixCreate(input: TbkTpwdMixCreateRequest, options?: CallOptions): Promise<TbkTpwdMixCreateResponse>
  /** 淘宝客-公用-淘口令解析出原链接. `taobao.tbk.tpwd.parse` */
  tpwdParse(input: TbkTpwdParseRequest, options?: CallOptions): Promise<TbkTpwdParseResponse>
}

export interface TimeMethods {
  /** 获取前台展示的系统时间. `taobao.time.get` */
  get(input?: TimeGetRequest, options?: CallOptions): Promise<TimeGetResponse>
}

/** Every method by its name: without `taobao.` the first word is the group, the others in camel case the method. */
export interface MethodGroups {
  readonly appip: AppipMethods
  readonly opentbk: OpentbkMethods
  readonly tbk: TbkMethods
  readonly time: TimeMethods
}

// Whether an answer keeps to its documented type is the gateway's affair: the cast says no more than the documents.
export function methodGroups(invoke: Invoke): MethodGroups {
  const run = <R>(contract: Contract, input: object, options: CallOptions | undefined) =>
    invoke(contract, input, options) as Promise<R>
  return {
    appip: {
      get: (input = {}, options) => run<AppipGetResponse>(appipGet, input, options),
    },
    opentbk: {
      orderExplain: (input, options) => run<OpentbkOrderExplainResponse>(opentbkOrderExplain, input, options),
    },
    tbk: {
      adzoneCreate: (input, options) => run<TbkAdzoneCreateResponse>(tbkAdzoneCreate, input, options),
      couponConvert: (input, options) => run<TbkCouponConvertResponse>(tbkCouponConvert, input, options),
      dgGeneralLinkConvert: (input, options) => run<TbkDgGeneralLinkConvertResponse>(tbkDgGeneralLinkConvert, input, options),
      dgGeneralLinkParse: (input, options) => run<TbkDgGeneralLinkParseResponse>(tbkDgGeneralLinkParse, input, options),
      dgMaterialOptionalUpgrade: (input, options) => run<TbkDgMaterialOptionalUpgradeResponse>(tbkDgMaterialOptionalUpgrade, input, options),
      itemClickExtract: (input, options) => run<TbkItemClickExtractResponse>(tbkItemClickExtract, input, options),
      itemConvert: (input, options) => run<TbkItemConvertResponse>(tbkItemConvert, input, options),
      itemInfoGet: (input, options) => run<TbkItemInfoGetResponse>(tbkItemInfoGet, input, options),
      itemInfoUpgradeGet: (input, options) => run<TbkItemInfoUpgradeGetResponse>(tbkItemInfoUpgradeGet, input, options),
      orderDetailsGet: (input, options) => run<TbkOrderDetailsGetResponse>(tbkOrderDetailsGet, input, options),
      privateTpwdCreate: (input, options) => run<TbkPrivateTpwdCreateResponse>(tbkPrivateTpwdCreate, input, options),
      privilegeGet: (input, options) => run<TbkPrivilegeGetResponse>(tbkPrivilegeGet, input, options),
      scAdzoneCreate: (input, options) => run<TbkScAdzoneCreateResponse>(tbkScAdzoneCreate, input, options),
      scAdzoneQuery: (input = {}, options) => run<TbkScAdzoneQueryResponse>(tbkScAdzoneQuery, input, options),
      scGeneralLinkConvert: (input, options) => run<TbkScGeneralLinkConvertResponse>(tbkScGeneralLinkConvert, input, options),
      scGeneralLinkParse: (input, options) => run<TbkScGeneralLinkParseResponse>(tbkScGeneralLinkParse, input, options),
      scInvitecodeGet: (input, options) => run<TbkScInvitecodeGetResponse>(tbkScInvitecodeGet, input, options),
      scMaterialOptionalUpgrade: (input, options) => run<TbkScMaterialOptionalUpgradeResponse>(tbkScMaterialOptionalUpgrade, input, options),
      scOrderDetailsGet: (input, options) => run<TbkScOrderDetailsGetResponse>(tbkScOrderDetailsGet, input, options),
      scPrivateTpwdCreate: (input, options) => run<TbkScPrivateTpwdCreateResponse>(tbkScPrivateTpwdCreate, input, options),
      scPublisherInfoGet: (input, options) => run<TbkScPublisherInfoGetResponse>(tbkScPublisherInfoGet, input, options),
      scPublisherInfoSave: (input, options) => run<TbkScPublisherInfoSaveResponse>(tbkScPublisherInfoSave, input, options),
      scShopConvert: (input, options) => run<TbkScShopConvertResponse>(tbkScShopConvert, input, options),
      scTpwdConvert: (input, options) => run<TbkScTpwdConvertResponse>(tbkScTpwdConvert, input, options),
      shopConvert: (input, options) => run<TbkShopConvertResponse>(tbkShopConvert, input, options),
      spreadGet: (input, options) => run<TbkSpreadGetResponse>(tbkSpreadGet, input, options),
      tbkinfoGet: (input, options) => run<TbkTbkinfoGetResponse>(tbkTbkinfoGet, input, options),
      tpwdConvert: (input, options) => run<TbkTpwdConvertResponse>(tbkTpwdConvert, input, options),
      tpwdCreate: (input, options) => run<TbkTpwdCreateResponse>(tbkTpwdCreate, input, options),
      tpwdMixCreate: (input, options) => run<TbkTpwdMixCreateResponse>(tbkTpwdMixCreate, input, options),
      tpwdParse: (input, options) => run<TbkTpwdParseResponse>(tbkTpwdParse, input, options),
    },
    time: {
      get: (input = {}, options) => run<TimeGetResponse>(timeGet, input, options),
    },
  }
}

const text: Shape = { kind: 'string' }
const number: Shape = { kind: 'number' }
const id: Shape = { kind: 'number', isId: true }
const boolean: Shape = { kind: 'boolean' }
const date: Shape = { kind: 'date' }
const price: Shape = { kind: 'price' }

const opentbkOrderExplain: Contract = {
  name: 'opentbk.order.explain',
  takesSession: false,
  repeatable: true,
  request: { trade_id: id },
  response: { data: object({ trade_id: text, trade_parent_id: text, tk_status: number, item_id: text, item_num: number, attribution: object({ shopper_count: number, claims: list(object({ click_id: text, verdict: text })), clicks: list(object({ click_id: text, click_time: date, is_own: boolean, is_same_item: boolean, is_attributable: boolean, reason: text, is_chosen: boolean })), rule: text, click_id: text, click_time: date, site_id: id, adzone_id: id, relation_id: id, special_id: id }), terms: object({ plan_id: id, plan_kind: text, commission_rate: text, service_fee_rate: text }), amounts: object({ paid_fee: price, refunded_fee: price, estimated: object({ base_fee: price, commission_fee: price, service_fee: price, payable_fee: price }), due: object({ base_fee: price, commission_fee: price, service_fee: price, payable_fee: price }), booked: object({ commission_fee: price, service_fee: price, payable_fee: price }) }), events: list(object({ type: text, event_time: date, accept_time: date, paid_fee: price, refund_id: text, refund_fee: price })), ledger_entries: list(object({ cause: text, post_time: date, is_partial: boolean, lines: list(object({ account: text, amount_fee: price })) })) }) },
}

const appipGet: Contract = {
  name: 'taobao.appip.get',
  takesSession: false,
  repeatable: true,
  request: {},
  response: { ip: text },
}

const tbkAdzoneCreate: Contract = {
  name: 'taobao.tbk.adzone.create',
  takesSession: false,
  repeatable: false,
  request: { site_id: id, adzone_name: text },
  response: { data: object({ model: text }) },
}

const tbkCouponConvert: Contract = {
  name: 'taobao.tbk.coupon.convert',
  takesSession: false,
  repeatable: false,
  request: { adzone_id: id, item_id: text, platform: number, relation_id: text, special_id: text, external_id: text, biz_scene_id: text, sku_id: id },
  response: { result: object({ results: object({ coupon_remain_count: number, coupon_total_count: number, coupon_info: text, coupon_end_time: text, coupon_start_time: text, coupon_click_url: text, category_id: id, max_commission_rate: text, item_id: text, item_url: text, ysyl_click_url: text, ysyl_tlj_face: text, ysyl_tlj_send_time: text, ysyl_tlj_use_start_time: text, ysyl_commission_rate: text, ysyl_tlj_use_end_time: text, min_commission_rate: text, reward_info: number, campaign_type: number, coupon_type: number, topn_info: object({ topn_start_time: number, topn_end_time: number, topn_total_count: number, topn_quantity: number }), mini_program: object({ mini_program_appid: text, mini_program_path: text, mini_program_qrcode_url: text }), extra_info: text }), result_code: number, result_msg: text }) },
}

const tbkDgGeneralLinkConvert: Contract = {
  name: 'taobao.tbk.dg.general.link.convert',
  takesSession: false,
  repeatable: false,
  request: { biz_scene_id: text, material_list: text, relation_id: text, adzone_id: id, seller_id_list: text, item_id_list: text, page_id_list: text, item_dto: list(object({ item_id: text, sku_id: id, is_target_coupon: number, coupon_id: text, external_id: text, dx: text })), page_dto: list(object({ page_id: text })), shop_dto: list(object({ shop_id: text })), material_dto: list(object({ material_url: text, is_target_coupon: number, coupon_id: text })), special_id: text, uvid: text, required_link_type: text },
  response: { data: object({ material_url_list: list(object({ msg: text, code: number, promotion_info_dto: object({ commission_rate: text, commission_type: text, multiple_items_prices_count: number }), coupon_info_dto: object({ coupon_end_time: text, activity_id: text, coupon_remain_count: number, coupon_amount: text, coupon_start_time: text, coupon_desc: text, coupon_type: number }), link_info_dto: object({ coupon_long_url: text, material_type: number, cps_long_url: text, cps_short_tpwd: text, coupon_short_tpwd: text, cps_short_url: text, coupon_short_url: text, coupon_full_tpwd: text, cps_full_tpwd: text, share_unit_url: text, coupon_channel_url: text, coupon_channel_tpwd: text, cps_channel_url: text, cps_channel_tpwd: text, coupon_supered_long_url: text, coupon_supered_short_url: text, coupon_supered_long_tpwd: text, coupon_supered_short_tpwd: text, cps_supered_long_url: text, cps_supered_short_url: text, cps_supered_long_tpwd: text, cps_supered_short_tpwd: text, tpwd_origin_url: text, material_id: text, tk_biz_type: number, tao_brick_url: text }), input_material_url: text, extra_info: text, multiple_items_coupon_info_list: list(object({ coupon_title: text, coupon_desc: text, coupoon_fee: text, coupon_start_time: text, coupon_end_time: text, activity_id: text, coupon_remain_count: number })) })), shop_url_list: list(object({ msg: text, code: number, link_info_dto: object({ material_type: number, cps_long_url: text, cps_short_tpwd: text, cps_short_url: text, cps_full_tpwd: text, seller_id: text }), input_shop_id: text })), event_url_list: list(object({ msg: text, code: number, link_info_dto: object({ material_type: number, cps_long_url: text, cps_short_tpwd: text, cps_short_url: text, cps_full_tpwd: text, page_id: text }), input_page_id: text })), item_url_list: list(object({ msg: text, code: number, promotion_info_dto: object({ commission_rate: text, commission_type: text, multiple_items_prices_count: number, promotion_price: number }), coupon_info_dto: object({ coupon_end_time: text, activity_id: text, coupon_remain_count: number, coupon_amount: text, coupon_start_time: text, coupon_desc: text }), link_info_dto: object({ coupon_long_url: text, material_type: number, cps_long_url: text, cps_short_tpwd: text, coupon_short_tpwd: text, cps_short_url: text, coupon_short_url: text, coupon_full_tpwd: text, cps_full_tpwd: text, share_unit_url: text, coupon_channel_url: text, coupon_channel_tpwd: text, cps_channel_url: text, cps_channel_tpwd: text, coupon_supered_long_url: text, coupon_supered_short_url: text, coupon_supered_long_tpwd: text, coupon_supered_short_tpwd: text, cps_supered_long_url: text, cps_supered_short_url: text, cps_supered_long_tpwd: text, cps_supered_short_tpwd: text, item_id: text }), input_item_id: text, extra_info: text, multiple_items_coupon_info_list: list(object({ coupon_title: text, coupon_desc: text, coupoon_fee: text, coupon_start_time: text, coupon_end_time: text, activity_id: text, coupon_remain_count: number })) })) }), biz_error_desc: number, result_msg: text },
}

const tbkDgGeneralLinkParse: Contract = {
  name: 'taobao.tbk.dg.general.link.parse',
  takesSession: false,
  repeatable: true,
  request: { adzone_id: id, material_dto: list(object({ material_url: text })), fields: text },
  response: { data: object({ material_url_list: list(object({ msg: text, code: number, link_info_dto: object({ material_type: number, tpwd_origin_url: text, material_id: text, tk_biz_type: number, origin_pid: text }), input_material_url: text, extra_info: text })) }), biz_error_desc: number, result_msg: text },
}

const tbkDgMaterialOptionalUpgrade: Contract = {
  name: 'taobao.tbk.dg.material.optional.upgrade',
  takesSession: false,
  repeatable: true,
  request: { adzone_id: id, q: text, cat: list(id), start_price: number, end_price: number, start_tk_rate: number, end_tk_rate: number, start_dsr: number, itemloc: text, npx_level: number, has_coupon: boolean, is_tmall: boolean, is_overseas: boolean, need_free_shipment: boolean, need_prepay: boolean, include_pay_rate_30: boolean, include_good_rate: boolean, include_rfd_rate: boolean, sort: text, page_no: number, page_size: number, material_id: id, relation_id: text, special_id: text, biz_scene_id: text },
  response: { total_results: number, result_list: list(object({ item_id: text, publish_info: object({ income_rate: text, topn_info: object({ topn_quantity: number, topn_total_count: number, topn_end_time: text, topn_start_time: text, topn_rate: text }), two_hour_promotion_sales: number, daily_promotion_sales: number, cpa_reward_type: text, cpa_reward_amount: text, income_info: object({ commission_rate: text, commission_amount: text, subsidy_rate: text, subsidy_amount: text, subsidy_upper_limit: text, subsidy_type: text }), future_activity_commission_rate: text, future_activity_time: text, click_url: text, coupon_share_url: text, sp_campaign_list: list(object({ sp_cid: text, sp_name: text, sp_rate: text, sp_lock_status: text, sp_apply_link: text, sp_status: text })), rank_page_url: text, commission_type: text, include_dxjh: text }), price_promotion_info: object({ reserve_price: text, zk_final_price: text, final_promotion_price: text, final_promotion_path_list: list(object({ promotion_title: text, promotion_desc: text, promotion_fee: text, promotion_start_time: text, promotion_end_time: text, promotion_id: text })), promotion_tag_list: list(object({ tag_name: text })), predict_rounding_up_price: text, predict_rounding_up_price_desc: text, more_promotion_list: list(object({ promotion_title: text, promotion_desc: text, promotion_start_time: text, promotion_end_time: text, promotion_id: text, promotion_total_count: number, promotion_url: text })), gov_subsidy: object({ tag_name: text, state_subsidy_info: object({ max_rebate: number, min_rebate: number, max_discount: text, min_discount: text, province_list: list(text) }) }), future_activity_promotion_price: text, future_activity_promotion_path_list: list(object({ promotion_title: text, promotion_desc: text, promotion_fee: text, promotion_start_time: text, promotion_end_time: text })) }), item_basic_info: object({ title: text, short_title: text, pict_url: text, white_image: text, level_one_category_id: id, category_id: id, category_name: text, seller_id: id, user_type: number, shop_title: text, volume: number, sub_title: text, brand_name: text, level_one_category_name: text, tk_total_sales: text, provcity: text, small_images: list(text), annual_vol: text, real_post_fee: text }), tmall_rank_info: object({ tmall_rank_text: text, tmall_rank_url: text }), presale_info: object({ presale_start_time: number, presale_end_time: number, presale_tail_start_time: number, presale_tail_end_time: number, presale_deposit: text, presale_discount_fee_text: text }), scope_info: object({ superior_brand: text }), mgc_info: object({ price: text, price_desc: text, promotion_summary: text, publish_time: text, valid_time: text }), match_score: text, commi_score: text })), uvid_msg: text },
}

const tbkItemClickExtract: Contract = {
  name: 'taobao.tbk.item.click.extract',
  takesSession: false,
  repeatable: true,
  request: { click_url: text },
  response: { item_id: text, open_iid: text, biz_scene_id: text },
}

const tbkItemConvert: Contract = {
  name: 'taobao.tbk.item.convert',
  takesSession: false,
  repeatable: false,
  request: { adzone_id: id, fields: list(text), num_iids: list(text), platform: number, unid: text, dx: text },
  response: { results: list(object({ click_url: text, num_iid: text, input_num_iid: text })) },
}

const tbkItemInfoGet: Contract = {
  name: 'taobao.tbk.item.info.get',
  takesSession: false,
  repeatable: true,
  request: { num_iids: list(text) },
  response: { results: list(object({ cat_name: text, num_iid: text, title: text, pict_url: text, small_images: list(text), reserve_price: text, zk_final_price: text, user_type: number, provcity: text, item_url: text, seller_id: id, volume: number, nick: text, cat_leaf_name: text, is_prepay: boolean, shop_dsr: number, ratesum: number, i_rfd_rate: boolean, h_good_rate: boolean, h_pay_rate30: boolean, free_shipment: boolean, material_lib_type: text, presale_discount_fee_text: text, presale_tail_end_time: number, presale_tail_start_time: number, presale_end_time: number, presale_start_time: number, presale_deposit: text, ju_play_end_time: number, ju_play_start_time: number, play_info: text, tmall_play_activity_end_time: number, tmall_play_activity_start_time: number, ju_online_start_time: text, ju_online_end_time: text, ju_pre_show_start_time: text, ju_pre_show_end_time: text, sale_price: text, kuadian_promotion_info: text, superior_brand: text, hot_flag: text, input_num_iid: text })) },
}

const tbkItemInfoUpgradeGet: Contract = {
  name: 'taobao.tbk.item.info.upgrade.get',
  takesSession: false,
  repeatable: true,
  request: { item_id: list(text) },
  response: { results: list(object({ item_id: text, publish_info: object({ income_rate: text, topn_info: object({ topn_quantity: number, topn_total_count: number, topn_end_time: text, topn_start_time: text, topn_rate: text }), two_hour_promotion_sales: number, daily_promotion_sales: number, cpa_reward_type: text, cpa_reward_amount: text, income_info: object({ commission_rate: text, commission_amount: text, subsidy_rate: text, subsidy_amount: text, subsidy_upper_limit: text, subsidy_type: text }), future_activity_commission_rate: text, future_activity_time: text, tlj_remain_num: number }), price_promotion_info: object({ reserve_price: text, zk_final_price: text, final_promotion_price: text, final_promotion_path_list: list(object({ promotion_title: text, promotion_desc: text, promotion_fee: text, promotion_start_time: text, promotion_end_time: text, promotion_id: text })), promotion_tag_list: list(object({ tag_name: text })), predict_rounding_up_price: text, predict_rounding_up_price_desc: text, more_promotion_list: list(object({ promotion_title: text, promotion_desc: text, promotion_start_time: text, promotion_end_time: text, promotion_id: text, promotion_total_count: number, promotion_url: text })), gov_subsidy: object({ tag_name: text, state_subsidy_info: object({ max_rebate: number, min_rebate: number, max_discount: text, min_discount: text, province_list: list(text) }) }), future_activity_promotion_price: text, activity_tag_list: list(object({ tag_name: text })), future_activity_promotion_path_list: list(object({ promotion_title: text, promotion_desc: text, promotion_fee: text, promotion_start_time: text, promotion_end_time: text })) }), input_item_iid: text, item_basic_info: object({ title: text, pict_url: text, small_images: list(text), level_one_category_name: text, category_name: text, provcity: text, item_url: text, user_type: number, ratesum: number, shop_dsr: number, i_rfd_rate: boolean, h_good_rate: boolean, h_pay_rate30: boolean, volume: number, is_prepay: boolean, superior_brand: text, material_lib_type: text, tmall_desc_url: text, taobao_desc_url: text, shop_title: text, free_shipment: boolean, brand_name: text, short_title: text, white_image: text, seller_id: id, annual_vol: text }), presale_info: object({ presale_start_time: number, presale_end_time: number, presale_tail_start_time: number, presale_tail_end_time: number, presale_deposit: text, presale_discount_fee_text: text }) })) },
}

const tbkOrderDetailsGet: Contract = {
  name: 'taobao.tbk.order.details.get',
  takesSession: false,
  repeatable: true,
  request: { query_type: number, position_index: text, page_size: number, member_type: number, tk_status: number, end_time: text, start_time: text, jump_type: number, page_no: number, order_scene: number },
  response: { data: object({ results: list(object({ tb_paid_time: text, tk_paid_time: text, pay_price: text, pub_share_fee: text, trade_id: text, tk_order_role: number, tk_earning_time: text, adzone_id: id, pub_share_rate: text, unid: text, refund_tag: number, subsidy_rate: text, tk_total_rate: text, item_category_name: text, seller_nick: text, pub_id: id, alimama_rate: text, subsidy_type: text, item_img: text, pub_share_pre_fee: text, alipay_total_price: text, item_title: text, site_name: text, item_num: number, subsidy_fee: text, alimama_share_fee: text, trade_parent_id: text, order_type: text, tk_create_time: text, flow_source: text, terminal_type: text, click_time: text, tk_status: number, item_price: text, item_id: text, adzone_name: text, total_commission_rate: text, item_link: text, site_id: id, seller_shop_title: text, income_rate: text, total_commission_fee: text, special_id: id, relation_id: id, deposit_price: text, tb_deposit_time: text, tk_deposit_time: text, tp_order_id: text, service_fee_dto_list: list(object({ tk_share_role_type: number, share_relative_rate: text, share_fee: text, share_pre_fee: text })), marketing_type: text, modified_time: text, talent_pid: text, tb_gmv_total_price: text, extra_mkt_id: text, untts: text, pub_share_pre_fee_for_commission: text, pub_share_fee_for_commission: text, subsidy_info_dto_list: list(object({ subsidy_type: text, subsidy_rate: text, subsidy_fee: text, subsidy_upper_limit: text, subsidy_share_rate: text })), pub_share_rate_for_sdy: text, tk_total_rate_for_sdy: text, pub_share_pre_fee_for_sdy: text, pub_share_fee_for_sdy: text, alimm_share_info_dto: object({ alimm_tech_service_rate: text, alimm_tech_service_pre_fee: text, alimm_tech_service_fee: text, alimm_agent_service_rate: text, alimm_agent_service_pre_fee: text, alimm_agent_service_fee: text }), platform_special_service_rate: text, platform_special_service_fee: text, platform_special_share_info_dto: object({ content_tech_service_rate: text, content_tech_service_pre_fee: text, content_tech_service_fee: text, traffic_tech_service_rate: text, traffic_tech_service_pre_fee: text, traffic_tech_service_fee: text }), uvid: text })), has_pre: boolean, position_index: text, has_next: boolean, page_no: number, page_size: number }) },
}

const tbkPrivateTpwdCreate: Contract = {
  name: 'taobao.tbk.private.tpwd.create',
  takesSession: false,
  repeatable: false,
  request: { url: text },
  response: { data: object({ model: text, password_simple: text }) },
}

const tbkPrivilegeGet: Contract = {
  name: 'taobao.tbk.privilege.get',
  takesSession: true,
  repeatable: false,
  request: { adzone_id: id, site_id: id, item_id: text, platform: number, relation_id: text, special_id: text, external_id: text, biz_scene_id: text, sku_id: id },
  response: { result: object({ data: object({ coupon_remain_count: number, coupon_total_count: number, coupon_info: text, coupon_end_time: text, coupon_start_time: text, coupon_click_url: text, category_id: id, max_commission_rate: text, item_id: text, item_url: text, ysyl_click_url: text, ysyl_tlj_face: text, ysyl_tlj_send_time: text, ysyl_tlj_use_start_time: text, ysyl_commission_rate: text, ysyl_tlj_use_end_time: text, min_commission_rate: text, reward_info: number, coupon_type: number, topn_info: object({ topn_start_time: number, topn_end_time: number, topn_total_count: number, topn_quantity: number }), mini_program: object({ mini_program_appid: text, mini_program_path: text, mini_program_qrcode_url: text }), extra_info: text, isv_mktid: text }) }) },
}

const tbkScAdzoneCreate: Contract = {
  name: 'taobao.tbk.sc.adzone.create',
  takesSession: true,
  repeatable: false,
  request: { site_id: id, adzone_name: text },
  response: { data: object({ model: text }) },
}

const tbkScAdzoneQuery: Contract = {
  name: 'taobao.tbk.sc.adzone.query',
  takesSession: true,
  repeatable: true,
  request: { site_id: id },
  response: { is_success: boolean, biz_error_desc: text, biz_error_code: number, total_count: number, result: list(object({ pid: text, name: text })) },
}

const tbkScGeneralLinkConvert: Contract = {
  name: 'taobao.tbk.sc.general.link.convert',
  takesSession: true,
  repeatable: false,
  request: { biz_scene_id: text, material_list: text, relation_id: text, adzone_id: id, site_id: id, seller_id_list: text, item_id_list: text, page_id_list: text, item_dto: list(object({ item_id: text, sku_id: id, is_target_coupon: number, coupon_id: text, external_id: text, dx: text })), page_dto: list(object({ page_id: text })), shop_dto: list(object({ shop_id: text })), material_dto: list(object({ material_url: text, is_target_coupon: number, coupon_id: text })), special_id: text, uvid: text },
  response: { data: object({ material_url_list: list(object({ msg: text, code: number, promotion_info_dto: object({ commission_rate: text, commission_type: text, multiple_items_prices_count: number }), coupon_info_dto: object({ coupon_end_time: text, activity_id: text, coupon_remain_count: number, coupon_amount: text, coupon_start_time: text, coupon_desc: text, coupon_type: number }), link_info_dto: object({ coupon_long_url: text, material_type: number, cps_long_url: text, cps_short_tpwd: text, coupon_short_tpwd: text, cps_short_url: text, coupon_short_url: text, coupon_full_tpwd: text, cps_full_tpwd: text, isv_mktid: text, tpwd_origin_url: text, material_id: text, tk_biz_type: number }), input_material_url: text, extra_info: text, multiple_items_coupon_info_list: list(object({ coupon_title: text, coupon_desc: text, coupoon_fee: text, coupon_start_time: text, coupon_end_time: text, activity_id: text, coupon_remain_count: number })) })), shop_url_list: list(object({ msg: text, code: number, link_info_dto: object({ material_type: number, cps_long_url: text, cps_short_tpwd: text, cps_short_url: text, cps_full_tpwd: text, seller_id: text }), input_shop_id: text })), event_url_list: list(object({ msg: text, code: number, link_info_dto: object({ material_type: number, cps_long_url: text, cps_short_tpwd: text, cps_short_url: text, cps_full_tpwd: text, page_id: text }), input_page_id: text })), item_url_list: list(object({ msg: text, code: number, promotion_info_dto: object({ commission_rate: text, commission_type: text, multiple_items_prices_count: number, promotion_price: number }), coupon_info_dto: object({ coupon_end_time: text, activity_id: text, coupon_remain_count: number, coupon_amount: text, coupon_start_time: text, coupon_desc: text }), link_info_dto: object({ coupon_long_url: text, material_type: number, cps_long_url: text, cps_short_tpwd: text, coupon_short_tpwd: text, cps_short_url: text, coupon_short_url: text, coupon_full_tpwd: text, cps_full_tpwd: text, isv_mktid: text, item_id: text }), input_item_id: text, extra_info: text, multiple_items_coupon_info_list: list(object({ coupon_title: text, coupon_desc: text, coupoon_fee: text, coupon_start_time: text, coupon_end_time: text, activity_id: text, coupon_remain_count: number })) })) }), biz_error_desc: number, result_msg: text },
}

const tbkScGeneralLinkParse: Contract = {
  name: 'taobao.tbk.sc.general.link.parse',
  takesSession: true,
  repeatable: true,
  request: { adzone_id: id, material_dto: list(object({ material_url: text })), fields: text },
  response: { data: object({ material_url_list: list(object({ msg: text, code: number, link_info_dto: object({ material_type: number, tpwd_origin_url: text, material_id: text, tk_biz_type: number, isv_mktid: text, origin_pid: text }), input_material_url: text, extra_info: text })) }), biz_error_desc: number, result_msg: text },
}

const tbkScInvitecodeGet: Contract = {
  name: 'taobao.tbk.sc.invitecode.get',
  takesSession: true,
  repeatable: true,
  request: { relation_id: id, relation_app: text, code_type: number },
  response: { data: object({ inviter_code: text }) },
}

const tbkScMaterialOptionalUpgrade: Contract = {
  name: 'taobao.tbk.sc.material.optional.upgrade',
  takesSession: true,
  repeatable: true,
  request: { adzone_id: id, site_id: id, q: text, cat: list(id), start_price: number, end_price: number, start_tk_rate: number, end_tk_rate: number, start_dsr: number, itemloc: text, npx_level: number, has_coupon: boolean, is_tmall: boolean, is_overseas: boolean, need_free_shipment: boolean, need_prepay: boolean, include_pay_rate_30: boolean, include_good_rate: boolean, include_rfd_rate: boolean, sort: text, page_no: number, page_size: number, material_id: id, relation_id: text, special_id: text, biz_scene_id: text },
  response: { total_results: number, result_list: list(object({ item_id: text, publish_info: object({ income_rate: text, topn_info: object({ topn_quantity: number, topn_total_count: number, topn_end_time: text, topn_start_time: text, topn_rate: text }), two_hour_promotion_sales: number, daily_promotion_sales: number, cpa_reward_type: text, cpa_reward_amount: text, income_info: object({ commission_rate: text, commission_amount: text, subsidy_rate: text, subsidy_amount: text, subsidy_upper_limit: text, subsidy_type: text }), future_activity_commission_rate: text, future_activity_time: text, click_url: text, coupon_share_url: text, sp_campaign_list: list(object({ sp_cid: text, sp_name: text, sp_rate: text, sp_lock_status: text, sp_apply_link: text, sp_status: text })), rank_page_url: text, commission_type: text, include_dxjh: text }), price_promotion_info: object({ reserve_price: text, zk_final_price: text, final_promotion_price: text, final_promotion_path_list: list(object({ promotion_title: text, promotion_desc: text, promotion_fee: text, promotion_start_time: text, promotion_end_time: text, promotion_id: text })), promotion_tag_list: list(object({ tag_name: text })), predict_rounding_up_price: text, predict_rounding_up_price_desc: text, more_promotion_list: list(object({ promotion_title: text, promotion_desc: text, promotion_start_time: text, promotion_end_time: text, promotion_id: text, promotion_total_count: number, promotion_url: text })), gov_subsidy: object({ tag_name: text, state_subsidy_info: object({ max_rebate: number, min_rebate: number, max_discount: text, min_discount: text, province_list: list(text) }) }), future_activity_promotion_price: text, future_activity_promotion_path_list: list(object({ promotion_title: text, promotion_desc: text, promotion_fee: text, promotion_start_time: text, promotion_end_time: text })), predict_rounding_up_path_list: list(object({ promotion_title: text, promotion_desc: text })) }), item_basic_info: object({ title: text, short_title: text, pict_url: text, white_image: text, level_one_category_id: id, category_id: id, category_name: text, seller_id: id, user_type: number, shop_title: text, volume: number, sub_title: text, brand_name: text, level_one_category_name: text, tk_total_sales: text, provcity: text, small_images: list(text), annual_vol: text, real_post_fee: text }), tmall_rank_info: object({ tmall_rank_text: text, tmall_rank_url: text }), presale_info: object({ presale_start_time: number, presale_end_time: number, presale_tail_start_time: number, presale_tail_end_time: number, presale_deposit: text, presale_discount_fee_text: text }), mgc_info: object({ price: text, price_desc: text, promotion_summary: text, publish_time: text, valid_time: text }), match_score: text, commi_score: text, isv_mktid: text, similar_item: text })), uvid_msg: text },
}

const tbkScOrderDetailsGet: Contract = {
  name: 'taobao.tbk.sc.order.details.get',
  takesSession: true,
  repeatable: true,
  request: { query_type: number, position_index: text, page_size: number, member_type: number, tk_status: number, end_time: text, start_time: text, jump_type: number, page_no: number, order_scene: number },
  response: { data: object({ results: list(object({ tb_paid_time: text, tk_paid_time: text, pay_price: text, pub_share_fee: text, trade_id: text, tk_order_role: number, tk_earning_time: text, adzone_id: id, pub_share_rate: text, refund_tag: number, subsidy_rate: text, tk_total_rate: text, item_category_name: text, seller_nick: text, pub_id: id, alimama_rate: text, subsidy_type: text, item_img: text, pub_share_pre_fee: text, alipay_total_price: text, item_title: text, site_name: text, item_num: number, subsidy_fee: text, alimama_share_fee: text, trade_parent_id: text, order_type: text, tk_create_time: text, flow_source: text, terminal_type: text, click_time: text, tk_status: number, item_price: text, item_id: text, adzone_name: text, total_commission_rate: text, item_link: text, site_id: id, seller_shop_title: text, income_rate: text, total_commission_fee: text, special_id: id, relation_id: id, deposit_price: text, tb_deposit_time: text, tk_deposit_time: text, tp_order_id: text, service_fee_dto_list: list(object({ tk_share_role_type: number, share_relative_rate: text, share_fee: text, share_pre_fee: text })), marketing_type: text, modified_time: text, extra_mkt_id: text, pub_share_pre_fee_for_commission: text, pub_share_fee_for_commission: text, subsidy_info_dto_list: list(object({ subsidy_type: text, subsidy_rate: text, subsidy_fee: text, subsidy_upper_limit: text, subsidy_share_rate: text })), pub_share_rate_for_sdy: text, tk_total_rate_for_sdy: text, pub_share_pre_fee_for_sdy: text, pub_share_fee_for_sdy: text, alimm_share_info_dto: object({ alimm_tech_service_rate: text, alimm_tech_service_pre_fee: text, alimm_tech_service_fee: text, alimm_agent_service_rate: text, alimm_agent_service_pre_fee: text, alimm_agent_service_fee: text }), platform_special_service_rate: text, platform_special_service_fee: text, platform_special_share_info_dto: object({ content_tech_service_rate: text, content_tech_service_pre_fee: text, content_tech_service_fee: text, traffic_tech_service_rate: text, traffic_tech_service_pre_fee: text, traffic_tech_service_fee: text }), uvid: text, app_key: text })), has_pre: boolean, position_index: text, has_next: boolean, page_no: number, page_size: number }) },
}

const tbkScPrivateTpwdCreate: Contract = {
  name: 'taobao.tbk.sc.private.tpwd.create',
  takesSession: true,
  repeatable: false,
  request: { url: text },
  response: { data: object({ model: text, password_simple: text }) },
}

const tbkScPublisherInfoGet: Contract = {
  name: 'taobao.tbk.sc.publisher.info.get',
  takesSession: true,
  repeatable: true,
  request: { relation_id: id, page_no: number, page_size: number, info_type: number, relation_app: text, special_id: text, external_id: text },
  response: { data: object({ total_count: number, inviter_list: list(object({ relation_app: text, create_date: date, account_name: text, real_name: text, relation_id: id, offline_scene: text, online_scene: text, note: text, root_pid: text, rtag: text, offline_info: object({ shop_name: text, shop_type: text, phone_number: text, detail_address: text, location: text, shop_certify_type: text, certify_number: text, career: text }), special_id: id, punish_status: text, external_id: text, external_type: text })), root_pid_channel_list: list(text) }) },
}

const tbkScPublisherInfoSave: Contract = {
  name: 'taobao.tbk.sc.publisher.info.save',
  takesSession: true,
  repeatable: false,
  request: { relation_from: text, offline_scene: text, online_scene: text, inviter_code: text, info_type: number, note: text, register_info: text },
  response: { data: object({ relation_id: id, account_name: text, special_id: id, desc: text }) },
}

const tbkScShopConvert: Contract = {
  name: 'taobao.tbk.sc.shop.convert',
  takesSession: true,
  repeatable: false,
  request: { adzone_id: id, site_id: id, fields: list(text), platform: number, unid: text, user_ids: list(id) },
  response: { results: list(object({ user_id: id, click_url: text })) },
}

const tbkScTpwdConvert: Contract = {
  name: 'taobao.tbk.sc.tpwd.convert',
  takesSession: true,
  repeatable: false,
  request: { password_content: text, adzone_id: id, site_id: id, dx: text, relation_id: text },
  response: { data: object({ num_iid: text, click_url: text, seller_id: text, origin_url: text, origin_pid: text, biz_scene_id: text, model: text, password: text, url_type: text, short_url: text, isv_mktid: text }) },
}

const tbkShopConvert: Contract = {
  name: 'taobao.tbk.shop.convert',
  takesSession: false,
  repeatable: false,
  request: { adzone_id: id, fields: list(text), platform: number, unid: text, user_ids: list(id) },
  response: { results: list(object({ user_id: id, click_url: text })) },
}

const tbkSpreadGet: Contract = {
  name: 'taobao.tbk.spread.get',
  takesSession: false,
  repeatable: false,
  request: { requests: list(object({ url: text })) },
  response: { results: list(object({ content: text, err_msg: text })), total_results: number },
}

const tbkTbkinfoGet: Contract = {
  name: 'taobao.tbk.tbkinfo.get',
  takesSession: false,
  repeatable: true,
  request: { pid: text },
  response: { result: object({ data: boolean }) },
}

const tbkTpwdConvert: Contract = {
  name: 'taobao.tbk.tpwd.convert',
  takesSession: false,
  repeatable: false,
  request: { password_content: text, adzone_id: id, dx: text, relation_id: text },
  response: { data: object({ num_iid: text, click_url: text, seller_id: text, origin_url: text, origin_pid: text, biz_scene_id: text, model: text, password: text, url_type: text, short_url: text }) },
}

const tbkTpwdCreate: Contract = {
  name: 'taobao.tbk.tpwd.create',
  takesSession: false,
  repeatable: false,
  request: { url: text },
  response: { data: object({ model: text, password_simple: text }) },
}

const tbkTpwdMixCreate: Contract = {
  name: 'taobao.tbk.tpwd.mix.create',
  takesSession: false,
  repeatable: false,
  request: { url: text, text: text, password: text },
  response: { data: object({ status: text, password: text }) },
}

const tbkTpwdParse: Contract = {
  name: 'taobao.tbk.tpwd.parse',
  takesSession: false,
  repeatable: true,
  request: { password_content: text },
  response: { data: object({ origin_url: text }) },
}

const timeGet: Contract = {
  name: 'taobao.time.get',
  takesSession: false,
  repeatable: true,
  request: {},
  response: { time: date },
}
