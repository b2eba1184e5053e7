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
  settlement?: OpentbkOrderExplainResponseDataSettlement
  /** In the order in which they count, not in which they came; at most 200 */
  events?: OpentbkOrderExplainResponseDataEvents[]
  /** What was booked for this order on one’s own accounts, oldest first */
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
  /** Why the click earns by no plan: plans_paused (the merchant owed more than allowed when it was made), no_plan. For example plans_paused */
  plan_problem?: string
  /** Per cent. For example 12.34 */
  commission_rate?: string
  /** Per cent of the commission. For example 10.00 */
  service_fee_rate?: string
  /** 2 its promoter, 3 the third party of its link. For example 2 */
  tk_order_role?: number
  /** Per cent of the commission that are one's own. For example 70.00 */
  pub_share_rate?: string
  /** Of a shared link: its promoter */
  second_pub_id?: string
  /** Of a shared link: who shares in it */
  third_pub_id?: string
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
  /** Base × commission rate, rounded down to the fen; of all parties. Yuan, at most two decimals. For example 12.33 */
  total_commission_fee?: string
  /** One's own part: a third party has its share of the total, rounded down to the fen, the promoter the rest. Yuan, at most two decimals. For example 12.33 */
  commission_fee?: string
  /** One's own part × service fee rate, rounded down to the fen. Yuan, at most two decimals. For example 1.23 */
  service_fee?: string
  /** One's own part − service fee. Yuan, at most two decimals. For example 11.10 */
  payable_fee?: string
}

export interface OpentbkOrderExplainResponseDataAmountsDue {
  /** Yuan, at most two decimals. For example 99.99 */
  base_fee?: string
  /** Base × commission rate, rounded down to the fen; of all parties. Yuan, at most two decimals. For example 12.33 */
  total_commission_fee?: string
  /** One's own part: a third party has its share of the total, rounded down to the fen, the promoter the rest. Yuan, at most two decimals. For example 12.33 */
  commission_fee?: string
  /** One's own part × service fee rate, rounded down to the fen. Yuan, at most two decimals. For example 1.23 */
  service_fee?: string
  /** One's own part − service fee. Yuan, at most two decimals. For example 11.10 */
  payable_fee?: string
}

export interface OpentbkOrderExplainResponseDataAmountsBooked {
  /** Base × commission rate, rounded down to the fen; of all parties. Yuan, at most two decimals. For example 12.33 */
  total_commission_fee?: string
  /** One's own part: a third party has its share of the total, rounded down to the fen, the promoter the rest. Yuan, at most two decimals. For example 12.33 */
  commission_fee?: string
  /** One's own part × service fee rate, rounded down to the fen. Yuan, at most two decimals. For example 1.23 */
  service_fee?: string
  /** One's own part − service fee. Yuan, at most two decimals. For example 11.10 */
  payable_fee?: string
}

export interface OpentbkOrderExplainResponseDataSettlement {
  /** By the shop; absent until the order is received. GMT+8, yyyy-MM-dd HH:mm:ss */
  receive_time?: string
  /** Settled from then on, unless something holds it up. GMT+8, yyyy-MM-dd HH:mm:ss */
  due_time?: string
  /** Absent until it is settled. GMT+8, yyyy-MM-dd HH:mm:ss */
  settle_time?: string
  /** True: an open refund holds it up */
  is_refunding?: boolean
  /** Frozen: held back; taken: given back to the merchant; absent when none is in force. For example frozen */
  penalty?: string
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
  /** The entry also moved another member’s money: only one’s own lines are shown */
  is_partial?: boolean
  lines?: OpentbkOrderExplainResponseDataLedgerEntriesLines[]
}

export interface OpentbkOrderExplainResponseDataLedgerEntriesLines {
  /** Of publishers: publisher_pending, publisher_available, publisher_frozen. For example publisher_pending */
  account?: string
  /** Negative: out of the account. Yuan, at most two decimals. For example 11.10 */
  amount_fee?: string
}

export interface QimenTaobaoTbkItemRuleGetRequest {
  /** Item ids (A-B), comma-joined; ids that cannot be read are left out when others can. At most 40 items. For example 1,2 */
  itemIds: readonly string[]
  /** Without effect on OpenTBK: the rules are the same for every user of a medium */
  isvUserId?: string | undefined
  /** Without effect on OpenTBK: what is shown comes from the network’s own data */
  itemsData?: unknown
}

export interface QimenTaobaoTbkItemRuleGetResponse {
  data?: QimenTaobaoTbkItemRuleGetResponseData[]
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface QimenTaobaoTbkItemRuleGetResponseData {
  /** The id as it was sent */
  inputItemId?: string
  /** This promoter's own id of the item */
  itemId?: string
  /** False: not to be shown. For example true */
  isShow?: boolean
  /** Why not: off_shelf or not_promoted. For example off_shelf */
  reason?: string
  /** What the price is to be called: 券后价, 活动价 or 在售价 */
  priceText?: string
  /** Yuan, the lowest a shopper gets now. For example 69.90 */
  price?: string
  /** Yuan, to be struck through; absent when it is no higher */
  linePrice?: string
  /** The coupon in the price. For example 满200减20 */
  couponText?: string
  /** 天猫, 包邮 */
  tags?: string[]
  /** Until when this is true; absent when no end is set */
  endTime?: string
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

export interface TbkContentGeneralLinkConvertRequest {
  /** PID of the third party; needs a share agreement in force with them, whose rate the links keep. At most 64 characters. For example mm_123_123_123 */
  sub_pid: string
  /** At most 20 items */
  item_dto?: readonly TbkContentGeneralLinkConvertRequestItemDto[] | undefined
  /** At most 20 items */
  page_dto?: readonly TbkContentGeneralLinkConvertRequestPageDto[] | undefined
  /** At most 20 items */
  shop_dto?: readonly TbkContentGeneralLinkConvertRequestShopDto[] | undefined
  /** At most 20 items */
  material_dto?: readonly TbkContentGeneralLinkConvertRequestMaterialDto[] | undefined
  /** Third part of a PID. At most 20 characters. For example 123 */
  adzone_id: string
}

export interface TbkContentGeneralLinkConvertRequestItemDto {
  /** At most 64 characters */
  item_id?: string | undefined
  /** Carried to the landing address. For example 123 */
  sku_id?: Id | undefined
  /** 1: the general plan; otherwise the best open plan. For example 1 */
  dx?: string | undefined
}

export interface TbkContentGeneralLinkConvertRequestPageDto {
  /** At most 20 characters. For example 20356789765 */
  page_id?: string | undefined
}

export interface TbkContentGeneralLinkConvertRequestShopDto {
  /** At most 20 characters. For example 123456 */
  shop_id?: string | undefined
}

export interface TbkContentGeneralLinkConvertRequestMaterialDto {
  /** An address, a link or a text with a 淘口令. At most 2048 characters */
  material_url?: string | undefined
}

export interface TbkContentGeneralLinkConvertResponse {
  data?: TbkContentGeneralLinkConvertResponseData
  /** OpenTBK does not send it: each element says its own error */
  biz_error_desc?: string
  /** OpenTBK does not send it: each element says its own error */
  result_msg?: string
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkContentGeneralLinkConvertResponseData {
  material_url_list?: TbkContentGeneralLinkConvertResponseDataMaterialUrlList[]
  shop_url_list?: TbkContentGeneralLinkConvertResponseDataShopUrlList[]
  event_url_list?: TbkContentGeneralLinkConvertResponseDataEventUrlList[]
  item_url_list?: TbkContentGeneralLinkConvertResponseDataItemUrlList[]
}

export interface TbkContentGeneralLinkConvertResponseDataMaterialUrlList {
  /** Why this one failed; absent otherwise. For example 无权限 */
  msg?: string
  /** Absent on success. For example 1001 */
  code?: number
  /** For example skuid已失效 */
  extra_info?: string
  input_material_url?: string
  link_info_dto?: TbkContentGeneralLinkConvertResponseDataMaterialUrlListLinkInfoDto
  coupon_info_dto?: TbkContentGeneralLinkConvertResponseDataMaterialUrlListCouponInfoDto
  promotion_info_dto?: TbkContentGeneralLinkConvertResponseDataMaterialUrlListPromotionInfoDto
}

export interface TbkContentGeneralLinkConvertResponseDataMaterialUrlListLinkInfoDto {
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
  /** 1: a promotion 淘口令; absent for other materials. For example 1 */
  tk_biz_type?: number
}

export interface TbkContentGeneralLinkConvertResponseDataMaterialUrlListCouponInfoDto {
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

export interface TbkContentGeneralLinkConvertResponseDataMaterialUrlListPromotionInfoDto {
  /** Percent of the price. For example 6.00 */
  commission_rate?: string
  /** MKT marketing, SP targeted, COMMON general, ZX exclusive plan. For example MKT */
  commission_type?: string
}

export interface TbkContentGeneralLinkConvertResponseDataShopUrlList {
  /** Why this one failed; absent otherwise. For example 无权限 */
  msg?: string
  /** Absent on success. For example 1001 */
  code?: number
  /** For example 123456 */
  input_shop_id?: string
  link_info_dto?: TbkContentGeneralLinkConvertResponseDataShopUrlListLinkInfoDto
}

export interface TbkContentGeneralLinkConvertResponseDataShopUrlListLinkInfoDto {
  /** For example 123456 */
  seller_id?: string
  cps_long_url?: string
  /** For example ¥EAqldesjTCt¥ */
  cps_short_tpwd?: string
  cps_short_url?: string
  cps_full_tpwd?: string
}

export interface TbkContentGeneralLinkConvertResponseDataEventUrlList {
  /** Why this one failed; absent otherwise. For example 无权限 */
  msg?: string
  /** Absent on success. For example 1001 */
  code?: number
  /** For example 20150318 */
  input_page_id?: string
  link_info_dto?: TbkContentGeneralLinkConvertResponseDataEventUrlListLinkInfoDto
}

export interface TbkContentGeneralLinkConvertResponseDataEventUrlListLinkInfoDto {
  /** For example 20150318 */
  page_id?: string
  cps_long_url?: string
  /** For example ¥EAqldesjTCt¥ */
  cps_short_tpwd?: string
  cps_short_url?: string
  cps_full_tpwd?: string
}

export interface TbkContentGeneralLinkConvertResponseDataItemUrlList {
  input_item_id?: string
  /** For example skuid已失效 */
  extra_info?: string
  promotion_info_dto?: TbkContentGeneralLinkConvertResponseDataItemUrlListPromotionInfoDto
  /** Why this one failed; absent otherwise. For example 无权限 */
  msg?: string
  /** Absent on success. For example 1001 */
  code?: number
  link_info_dto?: TbkContentGeneralLinkConvertResponseDataItemUrlListLinkInfoDto
  coupon_info_dto?: TbkContentGeneralLinkConvertResponseDataItemUrlListCouponInfoDto
}

export interface TbkContentGeneralLinkConvertResponseDataItemUrlListPromotionInfoDto {
  /** Percent of the price. For example 6.00 */
  commission_rate?: string
  /** MKT marketing, SP targeted, COMMON general, ZX exclusive plan. For example MKT */
  commission_type?: string
}

export interface TbkContentGeneralLinkConvertResponseDataItemUrlListLinkInfoDto {
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
  item_id?: string
}

export interface TbkContentGeneralLinkConvertResponseDataItemUrlListCouponInfoDto {
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

export interface TbkContentMaterialUploadRequest {
  /** The item. At most 128 characters */
  item_id: string
  /** The price told of, yuan, more than 0. At most 15 characters. For example 46.78 */
  material_price: string
  /** Texts to share; a JSON array where they hold commas. At most 1000 characters; at most 10 items */
  material_desc_list?: readonly string[] | undefined
  /** Http(s) addresses of pictures, never fetched by this server. At most 1000 characters; at most 20 items */
  material_pic_list?: readonly string[] | undefined
  /** GMT+8, when the price begins; has begun when absent. For example 2015-01-01 12:00:00 */
  start_time?: string | undefined
  /** GMT+8, when the price ends. For example 2015-02-01 12:00:00 */
  end_time?: string | undefined
}

export interface TbkContentMaterialUploadResponse {
  /** True: taken for review. For example true */
  data?: boolean
  /** Names this call to whoever runs the gateway. */
  request_id?: string
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

export interface TbkCouponGetRequest {
  /** The e of a link to item and coupon in one; stands for the other two. At most 1024 characters */
  me?: string | undefined
  /** Alone: the best coupon open on the item. For example 123 */
  item_id?: string | undefined
  /** The coupon; with item_id, one that must be good for the item. For example sdfwe3eefsdf */
  activity_id?: string | undefined
}

export interface TbkCouponGetResponse {
  data?: TbkCouponGetResponseData
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkCouponGetResponseData {
  /** For example xsdss */
  coupon_activity_id?: string
  /** Yuan. For example 10.00 */
  coupon_amount?: string
  /** Yuan. For example 29.00 */
  coupon_start_fee?: string
  /** A day. For example 2017-08-15 */
  coupon_start_time?: string
  /** A day. For example 2017-08-17 */
  coupon_end_time?: string
  /** For example 30000 */
  coupon_total_count?: number
  /** For example 26996 */
  coupon_remain_count?: number
  /** 1: open to all, the only kind here. For example 1 */
  coupon_src_scene?: number
  /** 0 for all of the shop, 1 for one item. For example 0 */
  coupon_type?: number
}

export interface TbkCpOrderDetailsGetRequest {
  /** Time searched by: 1 created, 2 paid, 3 settled, 4 modified. 1 when absent. For example 1 */
  query_type?: number | undefined
  /** As returned with the page before; needed from page 2 on. At most 80 characters */
  position_index?: string | undefined
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
  /** 1 or more; at most 1000; 20 when absent. For example 20 */
  page_size?: number | undefined
}

export interface TbkCpOrderDetailsGetResponse {
  data?: TbkCpOrderDetailsGetResponseData
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkCpOrderDetailsGetResponseData {
  results?: TbkCpOrderDetailsGetResponseDataResults[]
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

export interface TbkCpOrderDetailsGetResponseDataResults {
  /** For example 2020-03-25 23:49:31 */
  tk_paid_time?: string
  /** The campaign. For example 7500393 */
  event_id?: string
  /** For example -- */
  tk_deposit_time?: string
  /** For example 6.00 */
  tk_service_rate?: string
  /** Promised by the payment. For example 0.60 */
  pre_service_fee?: string
  /** Of what was kept after receipt. For example 0.60 */
  service_fee?: string
  /** For example 11.22 */
  alipay_total_price?: string
  /** For example 11.22 */
  pay_price?: string
  /** OpenTBK does not send it: no presale here */
  deposit_price?: string
  /** For example 2020-03-25 23:49:30 */
  tb_paid_time?: string
  /** For example -- */
  tb_deposit_time?: string
  /** For example 2020-03-25 23:49:31 */
  tk_create_time?: string
  /** -- until it is settled. For example -- */
  tk_earning_time?: string
  /** For example 2020-03-25 23:49:31 */
  modified_time?: string
  /** For example 2020-03-25 23:40:12 */
  click_time?: string
  /** For example 12 */
  tk_status?: number
  /** Several rows may have the same. For example 300000000000000001 */
  trade_parent_id?: string
  item_id?: string
  item_title?: string
  /** For example 1 */
  item_num?: number
  /** For example 11.22 */
  item_price?: string
  seller_nick?: string
  seller_shop_title?: string
  /** OpenTBK does not send it: no marketing programmes here */
  marketing_type?: string
  /** OpenTBK does not send it: leaders have no channels here */
  cp_channel_id?: string
  /** OpenTBK does not send it: leaders have no channels here */
  cp_channel_name?: string
  /** Who promoted it. For example 100000001 */
  pub_id?: string
  pub_nick_name?: string
}

export interface TbkDgContentMaterialRequest {
  /** Third number of the PID. 1 or more. For example 12345678 */
  adzone_id: Id
  /** From 1. 1 or more; at most 10000; 1 when absent. For example 2 */
  page_num?: number | undefined
  /** 1 or more; at most 100; 20 when absent. For example 20 */
  page_size?: number | undefined
  /** Comma-joined; ids that cannot be read are left out. At most 100 items */
  item_ids?: readonly string[] | undefined
  /** GMT+8: of what was approved from this second on. For example 2015-01-01 12:00:00 */
  start_time?: string | undefined
  /** GMT+8: of what was approved up to this second; set it to page through a list that stands still. For example 2015-02-01 12:00:00 */
  end_time?: string | undefined
  /** As the reviewer placed it. One of 1, 3. For example 1 */
  scene_id?: '1' | '3' | undefined
  /** Lowest price told of, yuan. At most 15 characters. For example 9.9 */
  price_floor?: string | undefined
  /** Highest price told of, yuan. At most 15 characters. For example 19.9 */
  price_ceiling?: string | undefined
  /** May be used in any of these, comma-joined: 3 groups, 4 moments, 5 apps, 6 guides, 7 promotion. One of 3, 4, 5, 6, 7; at most 5 items. For example 3,4,5,6,7 */
  use_scene?: readonly ('3' | '4' | '5' | '6' | '7')[] | undefined
}

export interface TbkDgContentMaterialResponse {
  result_list?: TbkDgContentMaterialResponseResultList[]
  /** Of all pages. For example 20 */
  total_count?: number
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkDgContentMaterialResponseResultList {
  /** This promoter's own id of the item */
  item_id?: string
  /** Yuan, the price told of. For example 46.78 */
  material_price?: string
  /** The texts uploaded, then one made of title, price, discounts */
  material_desc_list?: string[]
  /** The pictures uploaded, then the item's own */
  material_pic_list?: string[]
  /** The promoter who uploaded it. For example 每日好物发现官 */
  material_author?: string
  /** The reviewer's, else the level-one category. For example 母婴好物 */
  material_tag?: string
  /** For example 苹果官方旗舰店 */
  shop_title?: string
  /** Pieces in 30 days. For example 100 */
  month_sell_count?: string
  /** When it was first approved: what start_time and end_time look at. For example 2015-01-01 12:00:00 */
  material_time?: string
  /** The id of item_ids that named the item; only with item_ids */
  input_item_id?: string
  /** For example 123 */
  material_id?: string
  /** 1: an item. For example 1 */
  material_type?: string
  /** Previews: per cent of the best plan open to this promoter when the price begins. For example 10.01 */
  pre_commission_rate?: string
  /** 1 the price has begun, 2 a preview. For example 1 */
  content_type?: string
  /** Where it may be used, comma-joined, as in the request. For example 3,5 */
  use_scene?: string
  /** Of the last review. For example 2015-02-01 12:00:00 */
  modified_time?: string
  /** This promoter's link to item and coupon, when a coupon is open */
  coupon_url?: string[]
  /** Pieces to buy for the price. For example 3 */
  discount_need_item_count?: number
  /** OpenTBK does not send it: a price is told of one item alone */
  add_on_item_ids?: string[]
  /** Absent: has begun. For example 2015-01-01 12:00:00 */
  price_start_time?: string
  /** For example 2015-02-01 12:00:00 */
  price_end_time?: string
  /** The first picture */
  preview_pic_list?: string[]
  /** The reviewer's, else the item's. For example 立白洗衣液9.9元500ml */
  title?: string
  /** When it was uploaded. For example 2015-01-01 12:00:00 */
  origin_time?: string
  /** OpenTBK does not send it: none of the official programmes in this network */
  professional_tag_list?: string[]
  /** OpenTBK does not send it: prices are not compared over time */
  price_tag_list?: string[]
  /** OpenTBK does not send it: members have no pictures */
  publisher_avatar?: string
  /** As material_author. For example 张三 */
  publisher_nickname?: string
  /** The reviewer's, else the item's subtitle. For example 除菌消毒,清洁力超强 */
  selling_point?: string
  /** The reviewer's. For example 买两件打5折 */
  price_structure?: string
  /** The reviewer's */
  content_tag?: string[]
  /** What is open on the item now, for this promoter. For example 官方立减10% 直降10元 */
  promotion_infos?: string[]
  /** The reviewer's. For example 全网爆款,大牌保障,近x天最低价 */
  recommend_reason?: string
  /** One text of title, price, discounts */
  group_basic_material?: string
  /** All texts, then all pictures, each with its kind */
  group_selected_material?: TbkDgContentMaterialResponseResultListGroupSelectedMaterial[]
  /** 0: promoters upload it, nothing is generated. For example 0 */
  generate_from_mgc?: number
}

export interface TbkDgContentMaterialResponseResultListGroupSelectedMaterial {
  /** 3002 a picture, 3004 a text. For example 3002 */
  type?: string
  /** The address of the picture, or the text. For example / */
  content?: string
  /** Pictures: 4 white ground, 5 other; texts: 1 general, 2 selling point, 3 sales talk, 5 discounts. For example 1 */
  seg_type?: string
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

export interface TbkDgMaterialOptionalRequest {
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
  /** Price is the final price; of equals the best sold come first. One of match_des, match_asc, total_sales_des, total_sales_asc, tk_rate_des, tk_rate_asc, tk_total_sales_des, tk_total_sales_asc, tk_total_commi_des, tk_total_commi_asc, price_des, price_asc; match_des when absent */
  sort?: 'match_des' | 'match_asc' | 'total_sales_des' | 'total_sales_asc' | 'tk_rate_des' | 'tk_rate_asc' | 'tk_total_sales_des' | 'tk_total_sales_asc' | 'tk_total_commi_des' | 'tk_total_commi_asc' | 'price_des' | 'price_asc' | undefined
  /** 1 or more; 1 when absent. For example 1 */
  page_no?: number | undefined
  /** 1 or more; at most 100; 20 when absent. For example 20 */
  page_size?: number | undefined
  /** 1 PC, 2 wireless: one link serves both. One of 1, 2; 1 when absent */
  platform?: 1 | 2 | undefined
  /** 2836, or 17004 with the same results. 2836 when absent. For example 2836 */
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
  /** Without effect on OpenTBK: no rates of their own for large media */
  end_ka_tk_rate?: Id | undefined
  /** Without effect on OpenTBK: no rates of their own for large media */
  start_ka_tk_rate?: Id | undefined
  /** Without effect on OpenTBK: rates are not locked */
  lock_rate_end_time?: Id | undefined
  /** Without effect on OpenTBK: rates are not locked */
  lock_rate_start_time?: Id | undefined
  /** Without effect on OpenTBK: no local services (本地化) */
  longitude?: string | undefined
  /** Without effect on OpenTBK: no local services (本地化) */
  latitude?: string | undefined
  /** Without effect on OpenTBK: no local services (本地化) */
  city_code?: string | undefined
  /** Without effect on OpenTBK: no local services (本地化) */
  seller_ids?: string | undefined
  /** Without effect on OpenTBK: no local services (本地化) */
  page_result_key?: string | undefined
  /** Without effect on OpenTBK: goods are not rated against crowds: material 41377 is refused */
  ucrowd_id?: Id | undefined
  /** Without effect on OpenTBK: goods are not rated against crowds: material 41377 is refused */
  ucrowd_rank_items?: unknown
  /** Without effect on OpenTBK: no higher commission for the first N pieces */
  get_topn_rate?: Id | undefined
  /** Without effect on OpenTBK: no agent mode */
  promotion_type?: string | undefined
}

export interface TbkDgMaterialOptionalResponse {
  /** Exact to 10000, and never more. For example 1212 */
  total_results?: number
  result_list?: TbkDgMaterialOptionalResponseResultList[]
  /** For example abcde. OpenTBK does not send it: no local services (本地化) */
  page_result_key?: string
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkDgMaterialOptionalResponseResultList {
  /** This promoter's own id of the item */
  item_id?: string
  title?: string
  short_title?: string
  /** The item's subtitle. For example 季凉被 全棉亲肤 */
  item_description?: string
  pict_url?: string
  small_images?: string[]
  white_image?: string
  /** Yuan, the struck-through price. For example 102.00 */
  reserve_price?: string
  /** Yuan, the item's price before promotions. For example 88.00 */
  zk_final_price?: string
  /** Yuan, the promotion price while it runs. For example 168.00 */
  sale_price?: string
  /** 0 taobao, 1 tmall. For example 1 */
  user_type?: number
  /** Pieces in 30 days. For example 123 */
  volume?: number
  /** For example 232332 */
  seller_id?: string
  /** For example xx旗舰店 */
  shop_title?: string
  /** For example 旗舰店 */
  nick?: string
  /** For example 女装 */
  level_one_category_name?: string
  /** For example 20 */
  level_one_category_id?: string
  /** For example 连衣裙 */
  category_name?: string
  /** For example 162201 */
  category_id?: string
  /** 0 no, 1 yes. For example 1 */
  superior_brand?: string
  /** A day. For example 2017-10-29 */
  coupon_start_time?: string
  /** A day. For example 2017-10-29 */
  coupon_end_time?: string
  /** The coupon in the final price. For example 满299元减20元 */
  coupon_info?: string
  /** Yuan. For example 29.00 */
  coupon_start_fee?: string
  /** For example 22323 */
  coupon_total_count?: number
  /** For example 111 */
  coupon_remain_count?: number
  /** The link to item and coupon in one, when a coupon is open */
  coupon_share_url?: string
  /** Targeted plans (定向计划) running on the item */
  sp_campaign_list?: TbkDgMaterialOptionalResponseResultListSpCampaignList[]
  /** OpenTBK does not send it: no higher commission for the first N pieces */
  topn_info?: TbkDgMaterialOptionalResponseResultListTopnInfo
  /** For example 1567440000000. OpenTBK does not send it: no presale goods in this network */
  presale_start_time?: number
  /** For example 1567440000000. OpenTBK does not send it: no presale goods in this network */
  presale_end_time?: number
  /** For example 1567440000000. OpenTBK does not send it: no presale goods in this network */
  presale_tail_start_time?: number
  /** For example 1567440000000. OpenTBK does not send it: no presale goods in this network */
  presale_tail_end_time?: number
  /** For example 100. OpenTBK does not send it: no presale goods in this network */
  presale_deposit?: string
  /** For example 付定金立减5元. OpenTBK does not send it: no presale goods in this network */
  presale_discount_fee_text?: string
  /** For example 1640317400000. OpenTBK does not send it: no buying in teams (拼团) */
  oetime?: string
  /** For example 1640317400000. OpenTBK does not send it: no buying in teams (拼团) */
  ostime?: string
  /** For example 10. OpenTBK does not send it: no buying in teams (拼团) */
  jdd_num?: number
  /** For example 5. OpenTBK does not send it: no buying in teams (拼团) */
  jdd_price?: string
  /** For example 25. OpenTBK does not send it: no buying in teams (拼团) */
  orig_price?: string
  /** For example 5555. OpenTBK does not send it: no buying in teams (拼团) */
  total_stock?: number
  /** For example 1111. OpenTBK does not send it: no buying in teams (拼团) */
  sell_num?: number
  /** For example 4444. OpenTBK does not send it: no buying in teams (拼团) */
  stock?: number
  /** For example 23. OpenTBK does not send it: no presale goods in this network */
  uv_sum_pre_sale?: number
  /** For example 2019-11-10 21:59:59. OpenTBK does not send it: no presale goods in this network, nor gifts with them */
  ysyl_tlj_send_time?: string
  /** For example 2030. OpenTBK does not send it: no presale goods in this network, nor gifts with them */
  ysyl_commission_rate?: string
  /** For example 0.6. OpenTBK does not send it: no presale goods in this network, nor gifts with them */
  ysyl_tlj_face?: string
  /** OpenTBK does not send it: no presale goods in this network, nor gifts with them */
  ysyl_click_url?: string
  /** For example 2019-11-10 21:59:59. OpenTBK does not send it: no presale goods in this network, nor gifts with them */
  ysyl_tlj_use_end_time?: string
  /** For example 2019-11-10 21:59:59. OpenTBK does not send it: no presale goods in this network, nor gifts with them */
  ysyl_tlj_use_start_time?: string
  /** For example 前n件x折. OpenTBK does not send it: no timed sales (限时抢) */
  tmall_play_activity_info?: string
  /** OpenTBK does not send it: no promotions across shops */
  kuadian_promotion_info?: string
  /** For example 1. OpenTBK does not send it: no brand flash sales (品牌快抢) */
  is_brand_flash_sale?: string
  /** For example 1. OpenTBK does not send it: no list of hot goods */
  hot_flag?: string
  /** For example 200+. OpenTBK does not send it: not on Taote (淘特) */
  tt_sold_count?: string
  /** For example 110. OpenTBK does not send it: rates are not locked */
  lock_rate?: string
  /** For example 1567440000000. OpenTBK does not send it: rates are not locked */
  lock_rate_end_time?: number
  /** For example 1567440000000. OpenTBK does not send it: rates are not locked */
  lock_rate_start_time?: number
  /** OpenTBK does not send it: no platform subsidy (百亿补贴) */
  bybt_info?: TbkDgMaterialOptionalResponseResultListBybtInfo
  /** OpenTBK does not send it: no cash-back cards (猫超买返卡) */
  maifan_promotion?: TbkDgMaterialOptionalResponseResultListMaifanPromotion
  /** For example 0 1 2. OpenTBK does not send it: no per-order rewards on items */
  cpa_reward_type?: string
  /** For example 1.11 2.22 3.21. OpenTBK does not send it: no per-order rewards on items */
  cpa_reward_amount?: string
  /** For example 188. OpenTBK does not send it: no per-order rewards on items */
  activity_id?: string
  /** Item_id by its old name */
  num_iid?: string
  /** For example d62db1ab8d9546b1bf0ff49bda5fc33b */
  coupon_id?: string
  /** Yuan. For example 10.00 */
  coupon_amount?: string
  /** JSON text: targeted plans and their rates. For example {"19013551":"2850"} */
  info_dxjh?: string
  /** Promoted pieces in 30 days. For example 11 */
  tk_total_sales?: string
  /** Yuan, commission of 30 days. For example 323.00 */
  tk_total_commi?: string
  /** For example 杭州 */
  provcity?: string
  item_url?: string
  /** True or false: whether a marketing plan is running. For example false */
  include_mkt?: string
  /** True or false: whether a targeted plan is running. For example false */
  include_dxjh?: string
  /** Basis points of the best plan. For example 1550 */
  commission_rate?: string
  /** MKT marketing, SP targeted, COMMON general, ZX exclusive. For example MKT */
  commission_type?: string
  /** For example 13 */
  shop_dsr?: number
  /** This promoter's link to the item */
  url?: string
  /** Yuan. For example 0.00 */
  real_post_fee?: string
  /** OpenTBK does not send it: documented as in trial */
  x_id?: string
  /** For example 1567440000000. OpenTBK does not send it: no local services (本地化) */
  sale_begin_time?: string
  /** For example 1567440000000. OpenTBK does not send it: no local services (本地化) */
  sale_end_time?: string
  /** For example 300. OpenTBK does not send it: no local services (本地化) */
  distance?: string
  /** For example 10001. OpenTBK does not send it: no local services (本地化) */
  usable_shop_id?: string
  /** OpenTBK does not send it: no local services (本地化) */
  usable_shop_name?: string
  /** OpenTBK does not send it: no local services (本地化) */
  localization_extend?: string
  /** For example 1. OpenTBK does not send it: no lottery on purchases */
  reward_info?: number
  /** For example 10.0. OpenTBK does not send it: goods are not rated against crowds: material 41377 is refused */
  match_score?: string
  /** For example 20.0. OpenTBK does not send it: goods are not rated against crowds: material 41377 is refused */
  commi_score?: string
  /** OpenTBK does not send it: no ranking pages */
  rank_page_url?: string
  /** For example 1-1. OpenTBK does not send it: one kind of search */
  item_search_type?: string
}

export interface TbkDgMaterialOptionalResponseResultListSpCampaignList {
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

export interface TbkDgMaterialOptionalResponseResultListTopnInfo {
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

export interface TbkDgMaterialOptionalResponseResultListBybtInfo {
  bybt_brand_logo?: string
  bybt_pic_url?: string
  bybt_item_tags?: string[]
  /** For example 10.00 */
  bybt_coupon_amount?: string
  /** For example 100.00 */
  bybt_show_price?: string
  /** For example 200.00 */
  bybt_lowest_price?: string
  /** For example 1559750399000 */
  bybt_end_time?: string
  /** For example 1559750399000 */
  bybt_start_time?: string
}

export interface TbkDgMaterialOptionalResponseResultListMaifanPromotion {
  /** For example 1559750399000 */
  maifan_promotion_end_time?: string
  /** For example 1559750399000 */
  maifan_promotion_start_time?: string
  /** For example 200 */
  maifan_promotion_discount?: string
  /** For example 100 */
  maifan_promotion_condition?: string
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
  small_images?: string[]
  /** A year's sales, rounded down. For example 1万+ */
  annual_vol?: string
  /** Yuan. For example 0.00 */
  real_post_fee?: string
  /** Promoted pieces in 30 days. For example 11 */
  tk_total_sales?: string
  /** For example 浙江 杭州 */
  provcity?: string
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

export interface TbkDgMaterialRecommendRequest {
  /** Third number of the PID. For example 123 */
  adzone_id: Id
  /** A selection of optimus.tou.material.ids.get; 13256 goods like item_id; 31519 the favorites by name, 31539 the goods of favorites_id. For example 123 */
  material_id: Id
  /** 1 or more; at most 100; 20 when absent. For example 20 */
  page_size?: number | undefined
  /** 1 or more; 1 when absent. For example 1 */
  page_no?: number | undefined
  /** A channel of the promoter's, carried by the links. For example 123456 */
  relation_id?: Id | undefined
  /** A member of the promoter's, carried by the links. For example 2323 */
  special_id?: string | undefined
  /** With material 31539 alone: one of the promoter's own favorites. For example 123445 */
  favorites_id?: string | undefined
  /** With material 13256 alone: the item that others are to be like. For example qeqscd1231-uqwenqe */
  item_id?: string | undefined
  /** Without effect on OpenTBK: selections are the same for every shopper */
  device_type?: string | undefined
  /** Without effect on OpenTBK: selections are the same for every shopper */
  device_encrypt?: string | undefined
  /** Without effect on OpenTBK: selections are the same for every shopper */
  device_value?: string | undefined
  /** Without effect on OpenTBK: no agent mode */
  promotion_type?: string | undefined
}

export interface TbkDgMaterialRecommendResponse {
  result_list?: TbkDgMaterialRecommendResponseResultList[]
  /** Always false: nothing is filled up with other goods. For example false */
  is_default?: string
  /** Goods of the selection, at most 2000. For example 100 */
  total_count?: number
  /** For example 123. OpenTBK does not send it: takes no uvid */
  uvid_msg?: string
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkDgMaterialRecommendResponseResultList {
  /** This promoter's own id of the item. For example qeqscd1231-uqwenqe */
  item_id?: string
  item_basic_info?: TbkDgMaterialRecommendResponseResultListItemBasicInfo
  price_promotion_info?: TbkDgMaterialRecommendResponseResultListPricePromotionInfo
  publish_info?: TbkDgMaterialRecommendResponseResultListPublishInfo
  /** OpenTBK does not send it: no ranking pages */
  tmall_rank_info?: TbkDgMaterialRecommendResponseResultListTmallRankInfo
  /** OpenTBK does not send it: no presale goods in this network */
  presale_info?: TbkDgMaterialRecommendResponseResultListPresaleInfo
  /** Material_id 31519 alone: a page of the promoter’s favorites */
  favorites_info?: TbkDgMaterialRecommendResponseResultListFavoritesInfo
  /** OpenTBK does not send it: no higher commission for the first N pieces */
  topn_info?: TbkDgMaterialRecommendResponseResultListTopnInfo
  scope_info?: TbkDgMaterialRecommendResponseResultListScopeInfo
}

export interface TbkDgMaterialRecommendResponseResultListItemBasicInfo {
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
  small_images?: string[]
  /** A year's sales, rounded down. For example 1万+ */
  annual_vol?: string
  /** Yuan. For example 0.00 */
  real_post_fee?: string
}

export interface TbkDgMaterialRecommendResponseResultListPricePromotionInfo {
  /** Yuan, the struck-through price. For example 102.00 */
  reserve_price?: string
  /** Yuan, the item's price before promotions. For example 88.00 */
  zk_final_price?: string
  /** Yuan, the lowest a shopper gets now. For example 69.90 */
  final_promotion_price?: string
  /** From zk_final_price to final_promotion_price; the fees add up to the difference */
  final_promotion_path_list?: TbkDgMaterialRecommendResponseResultListPricePromotionInfoFinalPromotionPathList[]
  promotion_tag_list?: TbkDgMaterialRecommendResponseResultListPricePromotionInfoPromotionTagList[]
  /** For example 56.1. OpenTBK does not send it: prices are not estimated over several items */
  predict_rounding_up_price?: string
  /** For example 需买1件. OpenTBK does not send it: prices are not estimated over several items */
  predict_rounding_up_price_desc?: string
  /** Open coupons that are not in the final price */
  more_promotion_list?: TbkDgMaterialRecommendResponseResultListPricePromotionInfoMorePromotionList[]
  /** OpenTBK does not send it: no state subsidies in this network */
  gov_subsidy?: TbkDgMaterialRecommendResponseResultListPricePromotionInfoGovSubsidy
  /** Yuan, the final price once the coming promotion runs. For example 56.10 */
  future_activity_promotion_price?: string
  future_activity_promotion_path_list?: TbkDgMaterialRecommendResponseResultListPricePromotionInfoFutureActivityPromotionPathList[]
  /** OpenTBK does not send it: prices are not estimated over several items */
  predict_rounding_up_path_list?: TbkDgMaterialRecommendResponseResultListPricePromotionInfoPredictRoundingUpPathList[]
}

export interface TbkDgMaterialRecommendResponseResultListPricePromotionInfoFinalPromotionPathList {
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

export interface TbkDgMaterialRecommendResponseResultListPricePromotionInfoPromotionTagList {
  /** For example 包邮 */
  tag_name?: string
}

export interface TbkDgMaterialRecommendResponseResultListPricePromotionInfoMorePromotionList {
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

export interface TbkDgMaterialRecommendResponseResultListPricePromotionInfoGovSubsidy {
  /** For example 国家补贴 */
  tag_name?: string
  state_subsidy_info?: TbkDgMaterialRecommendResponseResultListPricePromotionInfoGovSubsidyStateSubsidyInfo
}

export interface TbkDgMaterialRecommendResponseResultListPricePromotionInfoGovSubsidyStateSubsidyInfo {
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

export interface TbkDgMaterialRecommendResponseResultListPricePromotionInfoFutureActivityPromotionPathList {
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

export interface TbkDgMaterialRecommendResponseResultListPricePromotionInfoPredictRoundingUpPathList {
  /** For example 店铺优惠 */
  promotion_title?: string
  /** For example 再买1件，可参与2件5折 */
  promotion_desc?: string
}

export interface TbkDgMaterialRecommendResponseResultListPublishInfo {
  /** Per cent: commission, and no subsidy. For example 5.50 */
  income_rate?: string
  /** For example 24. OpenTBK does not send it: promoted sales are not counted by the hour or day */
  two_hour_promotion_sales?: number
  /** For example 111. OpenTBK does not send it: promoted sales are not counted by the hour or day */
  daily_promotion_sales?: number
  /** For example 0 1 2. OpenTBK does not send it: no per-order rewards on items */
  cpa_reward_type?: string
  /** For example 1.11 2.22 3.21. OpenTBK does not send it: no per-order rewards on items */
  cpa_reward_amount?: string
  income_info?: TbkDgMaterialRecommendResponseResultListPublishInfoIncomeInfo
  /** Basis points of the plan open when the coming promotion begins. For example 1550 */
  future_activity_commission_rate?: string
  /** When the coming promotion begins, milliseconds. For example 1665504000000 */
  future_activity_time?: string
  /** This promoter's link to the item */
  click_url?: string
  /** The link to item and coupon in one, when a coupon is open */
  coupon_share_url?: string
  /** Targeted plans (定向计划) running on the item */
  sp_campaign_list?: TbkDgMaterialRecommendResponseResultListPublishInfoSpCampaignList[]
  /** True or false: whether a targeted plan is running. For example false */
  include_dxjh?: string
}

export interface TbkDgMaterialRecommendResponseResultListPublishInfoIncomeInfo {
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

export interface TbkDgMaterialRecommendResponseResultListPublishInfoSpCampaignList {
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

export interface TbkDgMaterialRecommendResponseResultListTmallRankInfo {
  /** For example 白茶热销榜·第5名 */
  tmall_rank_text?: string
  tmall_rank_url?: string
}

export interface TbkDgMaterialRecommendResponseResultListPresaleInfo {
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

export interface TbkDgMaterialRecommendResponseResultListFavoritesInfo {
  /** How many favorites the promoter has. For example 100 */
  total_count?: number
  favorites_list?: TbkDgMaterialRecommendResponseResultListFavoritesInfoFavoritesList[]
}

export interface TbkDgMaterialRecommendResponseResultListFavoritesInfoFavoritesList {
  /** For example 12334 */
  favorites_id?: string
  /** For example 测试选品库 */
  favorites_title?: string
}

export interface TbkDgMaterialRecommendResponseResultListTopnInfo {
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

export interface TbkDgMaterialRecommendResponseResultListScopeInfo {
  /** 0 no, 1 yes. For example 1 */
  superior_brand?: string
}

export interface TbkDgNewuserOrderGetRequest {
  /** 1 or more; at most 100; 20 when absent. For example 20 */
  page_size?: number | undefined
  /** 1 or more; at most 10000; 1 when absent. For example 1 */
  page_no?: number | undefined
  /** Third number of the caller's PID. 1 or more. For example 123 */
  adzone_id?: Id | undefined
  /** By buy_time. GMT+8, yyyy-MM-dd HH:mm:ss. For example 2018-01-24 00:34:05 */
  start_time?: string | Date | undefined
  /** By buy_time; this second still belongs to the window. GMT+8, yyyy-MM-dd HH:mm:ss. For example 2018-01-24 00:34:05 */
  end_time?: string | Date | undefined
  /** As the operator of the network names it. At most 40 characters. For example 100001_1 */
  activity_id: string
}

export interface TbkDgNewuserOrderGetResponse {
  results?: TbkDgNewuserOrderGetResponseResults
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkDgNewuserOrderGetResponseResults {
  data?: TbkDgNewuserOrderGetResponseResultsData
}

export interface TbkDgNewuserOrderGetResponseResultsData {
  results?: TbkDgNewuserOrderGetResponseResultsDataResults[]
  /** For example 1 */
  page_no?: number
  /** For example 20 */
  page_size?: number
  /** For example true */
  has_next?: boolean
}

export interface TbkDgNewuserOrderGetResponseResultsDataResults {
  /** GMT+8, yyyy-MM-dd HH:mm:ss. OpenTBK does not send it: buyers have no account here: a shop tells of its buyers by their orders alone */
  register_time?: string
  /** GMT+8, yyyy-MM-dd HH:mm:ss. OpenTBK does not send it: buyers have no account here: a shop tells of its buyers by their orders alone */
  bind_time?: string
  /** When the first purchase in the shop was paid. GMT+8, yyyy-MM-dd HH:mm:ss. For example 2018-01-24 00:34:05 */
  buy_time?: string
  /** 3 first purchase paid, 4 received. For example 3 */
  status?: number
  /** OpenTBK does not send it: buyers have no account here: a shop tells of its buyers by their orders alone */
  mobile?: string
  /** Always 1, through a promoter: others are nobody’s new buyers */
  order_tk_type?: number
  /** OpenTBK does not send it: links carry no union_id here */
  union_id?: string
  /** First number of the PID. For example 11 */
  member_id?: string
  /** For example 联盟官方账号 */
  member_nick?: string
  /** Second number of the PID. For example 11 */
  site_id?: string
  /** For example 联盟官方站点 */
  site_name?: string
  /** Third number of the PID. For example 3434 */
  adzone_id?: string
  /** For example 联盟官方推广位 */
  adzone_name?: string
  /** Trade_parent_id of order.details.get. For example 1112333 */
  tb_trade_parent_id?: string
  /** Absent until received. GMT+8, yyyy-MM-dd HH:mm:ss. For example 2018-01-24 00:34:05 */
  accept_time?: string
  /** GMT+8, yyyy-MM-dd HH:mm:ss. OpenTBK does not send it: of 天猫 activities: nothing is claimed before the purchase here */
  receive_time?: string
  /** GMT+8, yyyy-MM-dd HH:mm:ss. OpenTBK does not send it: of 支付宝 activities, which are not run here */
  success_time?: string
  /** Always taobao. For example taobao */
  activity_type?: string
  /** For example 119013_2 */
  activity_id?: string
  /** The day of buy_time. For example 20180202 */
  biz_date?: string
  /** Later orders of this buyer in the shop through this promoter: the first 20, closed ones left out */
  orders?: TbkDgNewuserOrderGetResponseResultsDataResultsOrders[]
  /** GMT+8, yyyy-MM-dd HH:mm:ss. OpenTBK does not send it: bank cards are not known here */
  bind_card_time?: string
  /** GMT+8, yyyy-MM-dd HH:mm:ss. OpenTBK does not send it: buyers have no account here: a shop tells of its buyers by their orders alone */
  login_time?: string
  /** OpenTBK does not send it: bank cards are not known here */
  is_card_save?: number
  /** GMT+8, yyyy-MM-dd HH:mm:ss. OpenTBK does not send it: of 天猫 activities: nothing is claimed before the purchase here */
  use_rights_time?: string
  /** GMT+8, yyyy-MM-dd HH:mm:ss. OpenTBK does not send it: of 天猫 activities: nothing is claimed before the purchase here */
  get_rights_time?: string
  /** Absent without a channel. For example 232342 */
  relation_id?: string
}

export interface TbkDgNewuserOrderGetResponseResultsDataResultsOrders {
  /** What its payment promised. For example 9.15 */
  commission?: string
  /** GMT+8; absent until received. For example 20180204 */
  confirm_receive_time?: string
  /** GMT+8. For example 20180203 */
  pay_time?: string
  /** Trade_id of order.details.get. For example 1589541350997963 */
  order_no?: string
}

export interface TbkDgNewuserOrderSumRequest {
  /** 1 or more; at most 100. For example 20 */
  page_size: number
  /** Third number of the caller's PID. 1 or more. For example 123 */
  adzone_id?: Id | undefined
  /** 1 or more; at most 10000. For example 1 */
  page_no: number
  /** Second number of the caller's PID. 1 or more. For example 123 */
  site_id?: Id | undefined
  /** As the operator of the network names it. At most 40 characters. For example 100001_1 */
  activity_id: string
  /** YyyyMM, GMT+8: only buyers who were paid for in this month. For example 201807 */
  settle_month?: string | undefined
}

export interface TbkDgNewuserOrderSumResponse {
  results?: TbkDgNewuserOrderSumResponseResults
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkDgNewuserOrderSumResponseResults {
  data?: TbkDgNewuserOrderSumResponseResultsData
}

export interface TbkDgNewuserOrderSumResponseResultsData {
  /** For example 1 */
  page_no?: number
  /** For example 20 */
  page_size?: number
  /** For example true */
  has_next?: boolean
  results?: TbkDgNewuserOrderSumResponseResultsDataResults[]
}

export interface TbkDgNewuserOrderSumResponseResultsDataResults {
  /** For example 119013_2 */
  activity_id?: string
  /** The day of the first purchases, GMT+8. For example 20180321 */
  biz_date?: string
  /** OpenTBK does not send it: buyers have no account here: a shop tells of its buyers by their orders alone */
  reg_user_cnt?: number
  /** OpenTBK does not send it: buyers have no account here: a shop tells of its buyers by their orders alone */
  login_user_cnt?: number
  /** New buyers of that day. For example 88 */
  alipay_user_cnt?: number
  /** Those of them whose purchase is settled. For example 66 */
  rcv_valid_user_cnt?: number
  /** Those of them who received it. For example 77 */
  rcv_user_cnt?: number
  /** What was paid to the promoter for the settled ones; absent with adzone_id or site_id. For example 44.33 */
  alipay_user_cpa_pre_amt?: string
  /** OpenTBK does not send it: of the platform’s 八天乐 alone */
  bind_buy_user_cpa_pre_amt?: string
  /** OpenTBK does not send it: of the platform’s 八天乐 alone */
  bind_buy_valid_user_cnt?: number
  /** OpenTBK does not send it: bank cards are not known here */
  bind_card_valid_user_cnt?: number
  /** OpenTBK does not send it: documented by its name alone */
  re_buy_valid_user_cnt?: number
  /** OpenTBK does not send it: documented by its name alone */
  valid_num?: number
  /** Absent for what came without a channel. For example 2323423 */
  relation_id?: string
}

export interface TbkDgOptimusMaterialRequest {
  /** Third number of the PID. For example 123 */
  adzone_id: Id
  /** A selection of optimus.tou.material.ids.get; 13256 goods like item_id; 31519 the favorites by name and 31539 the goods of favorites_id, on the dg door. For example 123 */
  material_id: Id
  /** 1 or more; at most 100; 20 when absent. For example 20 */
  page_size?: number | undefined
  /** 1 or more; 1 when absent. For example 1 */
  page_no?: number | undefined
  /** With material 13256 alone: the item that others are to be like */
  item_id?: string | undefined
  /** With material 31539 alone: one of the promoter's own favorites. For example 123445 */
  favorites_id?: string | undefined
  /** Without effect on OpenTBK: selections are the same for every shopper */
  device_value?: string | undefined
  /** Without effect on OpenTBK: selections are the same for every shopper */
  device_encrypt?: string | undefined
  /** Without effect on OpenTBK: selections are the same for every shopper */
  device_type?: string | undefined
  /** Without effect on OpenTBK: no selections for contents */
  content_id?: Id | undefined
  /** Without effect on OpenTBK: no selections for contents */
  content_source?: string | undefined
}

export interface TbkDgOptimusMaterialResponse {
  result_list?: TbkDgOptimusMaterialResponseResultList[]
  /** Always false: nothing is filled up with other goods. For example false */
  is_default?: string
  /** Goods of the selection, at most 2000. For example 100 */
  total_count?: number
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkDgOptimusMaterialResponseResultList {
  /** This promoter's own id of the item */
  item_id?: string
  title?: string
  short_title?: string
  /** The item's subtitle. For example 季凉被 全棉亲肤 */
  item_description?: string
  pict_url?: string
  small_images?: string[]
  white_image?: string
  /** Yuan, the struck-through price. For example 102.00 */
  reserve_price?: string
  /** Yuan, the item's price before promotions. For example 88.00 */
  zk_final_price?: string
  /** Yuan, the promotion price while it runs. For example 168.00 */
  sale_price?: string
  /** 0 taobao, 1 tmall. For example 1 */
  user_type?: number
  /** Pieces in 30 days. For example 123 */
  volume?: number
  /** For example 232332 */
  seller_id?: string
  /** For example xx旗舰店 */
  shop_title?: string
  /** For example 旗舰店 */
  nick?: string
  /** For example 女装 */
  level_one_category_name?: string
  /** For example 20 */
  level_one_category_id?: string
  /** For example 连衣裙 */
  category_name?: string
  /** For example 162201 */
  category_id?: string
  /** 0 no, 1 yes. For example 1 */
  superior_brand?: string
  /** A day. For example 2017-10-29 */
  coupon_start_time?: string
  /** A day. For example 2017-10-29 */
  coupon_end_time?: string
  /** The coupon in the final price. For example 满299元减20元 */
  coupon_info?: string
  /** Yuan. For example 29.00 */
  coupon_start_fee?: string
  /** For example 22323 */
  coupon_total_count?: number
  /** For example 111 */
  coupon_remain_count?: number
  /** The link to item and coupon in one, when a coupon is open */
  coupon_share_url?: string
  /** Targeted plans (定向计划) running on the item */
  sp_campaign_list?: TbkDgOptimusMaterialResponseResultListSpCampaignList[]
  /** OpenTBK does not send it: no higher commission for the first N pieces */
  topn_info?: TbkDgOptimusMaterialResponseResultListTopnInfo
  /** For example 1567440000000. OpenTBK does not send it: no presale goods in this network */
  presale_start_time?: number
  /** For example 1567440000000. OpenTBK does not send it: no presale goods in this network */
  presale_end_time?: number
  /** For example 1567440000000. OpenTBK does not send it: no presale goods in this network */
  presale_tail_start_time?: number
  /** For example 1567440000000. OpenTBK does not send it: no presale goods in this network */
  presale_tail_end_time?: number
  /** For example 100. OpenTBK does not send it: no presale goods in this network */
  presale_deposit?: string
  /** For example 付定金立减5元. OpenTBK does not send it: no presale goods in this network */
  presale_discount_fee_text?: string
  /** For example 1640317400000. OpenTBK does not send it: no buying in teams (拼团) */
  oetime?: string
  /** For example 1640317400000. OpenTBK does not send it: no buying in teams (拼团) */
  ostime?: string
  /** For example 10. OpenTBK does not send it: no buying in teams (拼团) */
  jdd_num?: number
  /** For example 5. OpenTBK does not send it: no buying in teams (拼团) */
  jdd_price?: string
  /** For example 25. OpenTBK does not send it: no buying in teams (拼团) */
  orig_price?: string
  /** For example 5555. OpenTBK does not send it: no buying in teams (拼团) */
  total_stock?: number
  /** For example 1111. OpenTBK does not send it: no buying in teams (拼团) */
  sell_num?: number
  /** For example 4444. OpenTBK does not send it: no buying in teams (拼团) */
  stock?: number
  /** For example 23. OpenTBK does not send it: no presale goods in this network */
  uv_sum_pre_sale?: number
  /** For example 2019-11-10 21:59:59. OpenTBK does not send it: no presale goods in this network, nor gifts with them */
  ysyl_tlj_send_time?: string
  /** For example 2030. OpenTBK does not send it: no presale goods in this network, nor gifts with them */
  ysyl_commission_rate?: string
  /** For example 0.6. OpenTBK does not send it: no presale goods in this network, nor gifts with them */
  ysyl_tlj_face?: string
  /** OpenTBK does not send it: no presale goods in this network, nor gifts with them */
  ysyl_click_url?: string
  /** For example 2019-11-10 21:59:59. OpenTBK does not send it: no presale goods in this network, nor gifts with them */
  ysyl_tlj_use_end_time?: string
  /** For example 2019-11-10 21:59:59. OpenTBK does not send it: no presale goods in this network, nor gifts with them */
  ysyl_tlj_use_start_time?: string
  /** For example 前n件x折. OpenTBK does not send it: no timed sales (限时抢) */
  tmall_play_activity_info?: string
  /** OpenTBK does not send it: no promotions across shops */
  kuadian_promotion_info?: string
  /** For example 1. OpenTBK does not send it: no brand flash sales (品牌快抢) */
  is_brand_flash_sale?: string
  /** For example 1. OpenTBK does not send it: no list of hot goods */
  hot_flag?: string
  /** For example 200+. OpenTBK does not send it: not on Taote (淘特) */
  tt_sold_count?: string
  /** For example 110. OpenTBK does not send it: rates are not locked */
  lock_rate?: string
  /** For example 1567440000000. OpenTBK does not send it: rates are not locked */
  lock_rate_end_time?: number
  /** For example 1567440000000. OpenTBK does not send it: rates are not locked */
  lock_rate_start_time?: number
  /** OpenTBK does not send it: no platform subsidy (百亿补贴) */
  bybt_info?: TbkDgOptimusMaterialResponseResultListBybtInfo
  /** OpenTBK does not send it: no cash-back cards (猫超买返卡) */
  maifan_promotion?: TbkDgOptimusMaterialResponseResultListMaifanPromotion
  /** For example 0 1 2. OpenTBK does not send it: no per-order rewards on items */
  cpa_reward_type?: string
  /** For example 1.11 2.22 3.21. OpenTBK does not send it: no per-order rewards on items */
  cpa_reward_amount?: string
  /** For example 188. OpenTBK does not send it: no per-order rewards on items */
  activity_id?: string
  /** Whole yuan, rounded down; coupon_info says it exactly. For example 40 */
  coupon_amount?: number
  /** Coupon_share_url by its old name */
  coupon_click_url?: string
  /** This promoter's link to the item */
  click_url?: string
  /** Per cent of the best plan. For example 5.50 */
  commission_rate?: string
  /** For example 吉品鲍鱼 关西参 */
  sub_title?: string
  /** Material_id 31519 alone: a page of the promoter’s favorites */
  favorites_info?: TbkDgOptimusMaterialResponseResultListFavoritesInfo
  /** OpenTBK does not send it: documented as in trial */
  x_id?: string
  /** OpenTBK does not send it: goods have no related words */
  word_list?: TbkDgOptimusMaterialResponseResultListWordList[]
  /** For example 1.99. OpenTBK does not send it: no prices for new shoppers */
  new_user_price?: string
  /** For example 1559750399000. OpenTBK does not send it: no group-buying events (聚划算) in this network */
  ju_online_end_time?: string
  /** For example 1559232000000. OpenTBK does not send it: no group-buying events (聚划算) in this network */
  ju_online_start_time?: string
  /** For example 1567440000000. OpenTBK does not send it: no group-buying events (聚划算) in this network */
  ju_play_end_time?: number
  /** For example 1567440000000. OpenTBK does not send it: no group-buying events (聚划算) in this network */
  ju_play_start_time?: number
  /** For example 1581868800000. OpenTBK does not send it: no group-buying events (聚划算) in this network */
  ju_pre_show_end_time?: string
  /** For example 1582300799000. OpenTBK does not send it: no group-buying events (聚划算) in this network */
  ju_pre_show_start_time?: string
  /** For example 满200减10. OpenTBK does not send it: no group-buying events (聚划算) in this network */
  jhs_price_usp_list?: string
  /** For example 玩法. OpenTBK does not send it: no group-buying events (聚划算) in this network */
  play_info?: string
  /** For example 1559750399000. OpenTBK does not send it: no supermarket sales (猫超) in this network */
  maochao_play_end_time?: string
  /** For example 1559232000000. OpenTBK does not send it: no supermarket sales (猫超) in this network */
  maochao_play_start_time?: string
  /** For example 2,3. OpenTBK does not send it: no supermarket sales (猫超) in this network */
  maochao_play_conditions?: string
  /** For example 500,450. OpenTBK does not send it: no supermarket sales (猫超) in this network */
  maochao_play_discounts?: string
  /** For example 2. OpenTBK does not send it: no supermarket sales (猫超) in this network */
  maochao_play_discount_type?: string
  /** For example 1. OpenTBK does not send it: no supermarket sales (猫超) in this network */
  maochao_play_free_post_fee?: string
  /** For example 0.41234. OpenTBK does not send it: no coupons for several pieces */
  multi_coupon_zk_rate?: string
  /** For example 9.9. OpenTBK does not send it: no coupons for several pieces */
  price_after_multi_coupon?: string
  /** For example 3. OpenTBK does not send it: no coupons for several pieces */
  multi_coupon_item_count?: string
  /** For example 1. OpenTBK does not send it: no reductions over a whole shop (满减满折) */
  promotion_type?: string
  /** For example 满300减20. OpenTBK does not send it: no reductions over a whole shop (满减满折) */
  promotion_info?: string
  /** For example 300. OpenTBK does not send it: no reductions over a whole shop (满减满折) */
  promotion_discount?: string
  /** For example 20. OpenTBK does not send it: no reductions over a whole shop (满减满折) */
  promotion_condition?: string
  /** For example 1567440000000. OpenTBK does not send it: no timed sales (淘抢购) in this network */
  tmall_play_activity_end_time?: number
  /** For example 1567440000000. OpenTBK does not send it: no timed sales (淘抢购) in this network */
  tmall_play_activity_start_time?: number
  /** For example 1581868800000. OpenTBK does not send it: no timed sales (淘抢购) in this network */
  tqg_online_end_time?: string
  /** For example 1581868800000. OpenTBK does not send it: no timed sales (淘抢购) in this network */
  tqg_online_start_time?: string
  /** For example 20. OpenTBK does not send it: no timed sales (淘抢购) in this network */
  tqg_sold_count?: number
  /** For example 50. OpenTBK does not send it: no timed sales (淘抢购) in this network */
  tqg_total_count?: number
}

export interface TbkDgOptimusMaterialResponseResultListSpCampaignList {
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

export interface TbkDgOptimusMaterialResponseResultListTopnInfo {
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

export interface TbkDgOptimusMaterialResponseResultListBybtInfo {
  bybt_brand_logo?: string
  bybt_pic_url?: string
  bybt_item_tags?: string[]
  /** For example 10.00 */
  bybt_coupon_amount?: string
  /** For example 100.00 */
  bybt_show_price?: string
  /** For example 200.00 */
  bybt_lowest_price?: string
  /** For example 1559750399000 */
  bybt_end_time?: string
  /** For example 1559750399000 */
  bybt_start_time?: string
}

export interface TbkDgOptimusMaterialResponseResultListMaifanPromotion {
  /** For example 1559750399000 */
  maifan_promotion_end_time?: string
  /** For example 1559750399000 */
  maifan_promotion_start_time?: string
  /** For example 200 */
  maifan_promotion_discount?: string
  /** For example 100 */
  maifan_promotion_condition?: string
}

export interface TbkDgOptimusMaterialResponseResultListFavoritesInfo {
  /** How many favorites the promoter has. For example 100 */
  total_count?: number
  favorites_list?: TbkDgOptimusMaterialResponseResultListFavoritesInfoFavoritesList[]
}

export interface TbkDgOptimusMaterialResponseResultListFavoritesInfoFavoritesList {
  /** For example 12334 */
  favorites_id?: string
  /** For example 测试选品库 */
  favorites_title?: string
}

export interface TbkDgOptimusMaterialResponseResultListWordList {
  url?: string
  word?: string
}

export interface TbkDgPunishOrderGetRequest {
  af_order_option?: TbkDgPunishOrderGetRequestAfOrderOption | undefined
}

export interface TbkDgPunishOrderGetRequestAfOrderOption {
  /** Of the promoter's own channel. 1 or more. For example 122344 */
  relation_id?: Id | undefined
  /** Trade_id of order.details.get; without start_time it is found whenever it was created. 1 or more. For example 581552321112183166 */
  tb_trade_id?: Id | undefined
  /** Without effect on OpenTBK: documented as no longer used */
  tb_trade_parent_id?: Id | undefined
  /** 1 or more; at most 100; 20 when absent. For example 20 */
  page_size?: number | undefined
  /** 1 or more; at most 10000; 1 when absent. For example 1 */
  page_no?: number | undefined
  /** Days from start_time on. 1 or more; at most 30; 30 when absent. For example 30 */
  span?: number | undefined
  /** By tk_create_time of the orders; when absent, the last days of the span. GMT+8, yyyy-MM-dd HH:mm:ss. For example 2018-11-11 00:00:00 */
  start_time?: string | Date | undefined
  /** Without effect on OpenTBK: documented as no longer used */
  special_id?: Id | undefined
  /** Third number of the caller's PID. 1 or more. For example 1212 */
  adzone_id?: Id | undefined
  /** Second number of the caller's PID. 1 or more. For example 1212 */
  site_id?: Id | undefined
  /** Without effect on OpenTBK: documented as no longer used */
  violation_type?: Id | undefined
  /** Without effect on OpenTBK: documented as no longer used */
  punish_status?: Id | undefined
}

export interface TbkDgPunishOrderGetResponse {
  result?: TbkDgPunishOrderGetResponseResult
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkDgPunishOrderGetResponseResult {
  data?: TbkDgPunishOrderGetResponseResultData
  /** Absent on success. For example 没有获取到memberid */
  biz_error_desc?: string
  /** Absent on success; 103: the caller is no publisher. For example 103 */
  biz_error_code?: number
  /** Ok, else as biz_error_desc. For example ok */
  result_msg?: string
  /** 200, else as biz_error_code. For example 200 */
  result_code?: number
}

export interface TbkDgPunishOrderGetResponseResultData {
  results?: TbkDgPunishOrderGetResponseResultDataResults[]
  /** For example 1 */
  page_no?: number
  /** For example 10 */
  page_size?: number
  /** Of all pages. For example 100 */
  total_count?: number
}

export interface TbkDgPunishOrderGetResponseResultDataResults {
  /** OpenTBK does not send it: documented as no longer told */
  union_id?: string
  /** OpenTBK does not send it: documented as no longer told */
  special_id?: string
  /** The promoter's own; a third party is told none. For example 122344 */
  relation_id?: string
  /** YyyyMM; absent until the order is settled. For example 201812 */
  settle_month?: number
  /** 0 frozen, or taken and given back to the merchant; 1 released. For example 0 */
  punish_status?: string
  /** 店铺淘宝客, 订单虚假交易. For example 店铺淘宝客 */
  violation_type?: string
  /** For example 2018-11-11 00:01:01 */
  tk_trade_create_time?: string
  /** Trade_id of order.details.get. For example 581552321112183166 */
  tb_trade_id?: string
  /** OpenTBK does not send it: documented as no longer told */
  tb_trade_parent_id?: string
  /** For example 1212 */
  tk_adzone_id?: string
  /** For example 1212 */
  tk_site_id?: string
  /** For example 114469792 */
  tk_pub_id?: string
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

export interface TbkItemDetailsGetRequest {
  /** Item ids (A-B), comma-joined; ids that cannot be read are left out when others can. At most 20 items */
  item_id: readonly string[]
  /** Without effect on OpenTBK: postage does not depend on the place */
  ip?: string | undefined
  /** Without effect on OpenTBK: no higher commission for the first N pieces */
  get_topn_rate?: Id | undefined
  /** Without effect on OpenTBK: item details are the same in every scene */
  biz_scene_id?: string | undefined
  /** Without effect on OpenTBK: no agent mode */
  promotion_type?: string | undefined
  /** Without effect on OpenTBK: item details are the same for every channel */
  relation_id?: string | undefined
  /** Without effect on OpenTBK: no item-library accounts */
  manage_item_pub_id?: Id | undefined
}

export interface TbkItemDetailsGetResponse {
  results?: TbkItemDetailsGetResponseResults[]
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkItemDetailsGetResponseResults {
  /** This promoter's own id of the item */
  item_id?: string
  /** The id as it was sent */
  input_item_id?: string
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
  /** 1 when the best plan is a marketing plan. For example 1 */
  material_lib_type?: string
  /** For example 1567440000000. OpenTBK does not send it: no presale goods in this network */
  presale_start_time?: number
  /** For example 1567440000000. OpenTBK does not send it: no presale goods in this network */
  presale_end_time?: number
  /** For example 1567440000000. OpenTBK does not send it: no presale goods in this network */
  presale_tail_start_time?: number
  /** For example 1567440000000. OpenTBK does not send it: no presale goods in this network */
  presale_tail_end_time?: number
  /** For example 100. OpenTBK does not send it: no presale goods in this network */
  presale_deposit?: string
  /** For example 付定金立减5元. OpenTBK does not send it: no presale goods in this network */
  presale_discount_fee_text?: string
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
  /** Yuan, the promotion price while it runs. For example 168.00 */
  sale_price?: string
  /** OpenTBK does not send it: no promotions across shops */
  kuadian_promotion_info?: string
  /** 0 no, 1 yes. For example 1 */
  superior_brand?: string
  /** OpenTBK does not send it: no list of hot goods */
  hot_flag?: string
  /** For example 女装 */
  level_one_category_name?: string
  /** For example 情趣内衣 */
  category_name?: string
  short_title?: string
  white_image?: string
  /** For example 10 */
  quantity?: string
  /** Yuan. For example 10.00 */
  real_post_fee?: string
  /** OpenTBK does not send it: variants have no pictures of their own */
  property_image_list?: TbkItemDetailsGetResponseResultsPropertyImageList[]
  /** The brand */
  property_list?: TbkItemDetailsGetResponseResultsPropertyList[]
  /** OpenTBK does not send it: an item has one page; its description has none of its own */
  tmall_desc_url?: string
  /** OpenTBK does not send it: an item has one page; its description has none of its own */
  taobao_desc_url?: string
  sku_list?: TbkItemDetailsGetResponseResultsSkuList[]
  /** Basis points of the best plan. For example 1550 */
  commission_rate?: number
  /** For example d62db1ab8d9546b1bf0ff49bda5fc33b */
  coupon_id?: string
  /** A day. For example 2017-10-29 */
  coupon_start_time?: string
  /** A day. For example 2017-10-29 */
  coupon_end_time?: string
  /** The coupon in the final price. For example 满299元减20元 */
  coupon_info?: string
  /** Yuan. For example 10.00 */
  coupon_amount?: string
  /** Yuan. For example 29.00 */
  coupon_start_fee?: string
  /** For example 111 */
  coupon_remain_count?: string
  /** For example 22323 */
  coupon_total_count?: string
  /** OpenTBK does not send it: no higher commission for the first N pieces */
  topn_info?: TbkItemDetailsGetResponseResultsTopnInfo
}

export interface TbkItemDetailsGetResponseResultsPropertyImageList {
  image_url?: string
  properties?: string
}

export interface TbkItemDetailsGetResponseResultsPropertyList {
  /** For example 颜色分类 */
  property_text?: string
  /** For example 1627207. OpenTBK does not send it: properties are texts, without numbers */
  property_id?: string
  /** For example 藏青色 */
  value_text?: string
  /** For example 28866. OpenTBK does not send it: properties are texts, without numbers */
  value_id?: string
}

export interface TbkItemDetailsGetResponseResultsSkuList {
  /** One property, the name of the variant */
  property_list?: TbkItemDetailsGetResponseResultsSkuListPropertyList[]
  /** For example 6 */
  quantity?: string
  /** For example 4112264076 */
  sku_id?: string
  /** Yuan; when one item was asked for. For example 88.50 */
  sku_final_price?: string
  /** Yuan, the item's where it is higher; when one item was asked for. For example 102.00 */
  sku_reserve_price?: string
}

export interface TbkItemDetailsGetResponseResultsSkuListPropertyList {
  /** For example 颜色分类 */
  property_text?: string
  /** For example 1627207. OpenTBK does not send it: properties are texts, without numbers */
  property_id?: string
  /** For example 藏青色 */
  value_text?: string
  /** For example 28866. OpenTBK does not send it: properties are texts, without numbers */
  value_id?: string
  /** For example 藏青色. OpenTBK does not send it: properties are texts, without numbers */
  value_alias_text?: string
}

export interface TbkItemDetailsGetResponseResultsTopnInfo {
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

export interface TbkItemDetailsUpgradeGetRequest {
  /** Item ids (A-B), comma-joined; ids that cannot be read are left out when others can. At most 20 items */
  item_id: readonly string[]
  /** Without effect on OpenTBK: postage does not depend on the place */
  ip?: string | undefined
  /** Without effect on OpenTBK: no higher commission for the first N pieces */
  get_topn_rate?: Id | undefined
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

export interface TbkItemDetailsUpgradeGetResponse {
  results?: TbkItemDetailsUpgradeGetResponseResults[]
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkItemDetailsUpgradeGetResponseResults {
  /** This promoter's own id of the item */
  item_id?: string
  /** The id as it was sent */
  input_item_iid?: string
  item_basic_info?: TbkItemDetailsUpgradeGetResponseResultsItemBasicInfo
  publish_info?: TbkItemDetailsUpgradeGetResponseResultsPublishInfo
  price_promotion_info?: TbkItemDetailsUpgradeGetResponseResultsPricePromotionInfo
  sku_list?: TbkItemDetailsUpgradeGetResponseResultsSkuList[]
  /** OpenTBK does not send it: no presale goods in this network */
  presale_info?: TbkItemDetailsUpgradeGetResponseResultsPresaleInfo
}

export interface TbkItemDetailsUpgradeGetResponseResultsItemBasicInfo {
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
  /** For example 10 */
  quantity?: string
  /** OpenTBK does not send it: variants have no pictures of their own */
  property_image_list?: TbkItemDetailsUpgradeGetResponseResultsItemBasicInfoPropertyImageList[]
  /** The brand */
  property_list?: TbkItemDetailsUpgradeGetResponseResultsItemBasicInfoPropertyList[]
}

export interface TbkItemDetailsUpgradeGetResponseResultsItemBasicInfoPropertyImageList {
  image_url?: string
  properties?: string
}

export interface TbkItemDetailsUpgradeGetResponseResultsItemBasicInfoPropertyList {
  /** For example 颜色分类 */
  property_text?: string
  /** For example 1627207. OpenTBK does not send it: properties are texts, without numbers */
  property_id?: string
  /** For example 藏青色 */
  value_text?: string
  /** For example 28866. OpenTBK does not send it: properties are texts, without numbers */
  value_id?: string
}

export interface TbkItemDetailsUpgradeGetResponseResultsPublishInfo {
  /** Per cent: commission, and no subsidy. For example 5.50 */
  income_rate?: string
  /** OpenTBK does not send it: no higher commission for the first N pieces */
  topn_info?: TbkItemDetailsUpgradeGetResponseResultsPublishInfoTopnInfo
  /** For example 19000. OpenTBK does not send it: no 淘礼金 on items */
  tlj_remain_num?: number
  /** For example 24. OpenTBK does not send it: promoted sales are not counted by the hour or day */
  two_hour_promotion_sales?: number
  /** For example 111. OpenTBK does not send it: promoted sales are not counted by the hour or day */
  daily_promotion_sales?: number
}

export interface TbkItemDetailsUpgradeGetResponseResultsPublishInfoTopnInfo {
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

export interface TbkItemDetailsUpgradeGetResponseResultsPricePromotionInfo {
  /** Yuan, the struck-through price. For example 102.00 */
  reserve_price?: string
  /** Yuan, the item's price before promotions. For example 88.00 */
  zk_final_price?: string
  /** Yuan, the lowest a shopper gets now. For example 69.90 */
  final_promotion_price?: string
  /** From zk_final_price to final_promotion_price; the fees add up to the difference */
  final_promotion_path_list?: TbkItemDetailsUpgradeGetResponseResultsPricePromotionInfoFinalPromotionPathList[]
  promotion_tag_list?: TbkItemDetailsUpgradeGetResponseResultsPricePromotionInfoPromotionTagList[]
  /** For example 56.1. OpenTBK does not send it: prices are not estimated over several items */
  predict_rounding_up_price?: string
  /** For example 需买1件. OpenTBK does not send it: prices are not estimated over several items */
  predict_rounding_up_price_desc?: string
  /** Open coupons that are not in the final price */
  more_promotion_list?: TbkItemDetailsUpgradeGetResponseResultsPricePromotionInfoMorePromotionList[]
  /** OpenTBK does not send it: no state subsidies in this network */
  gov_subsidy?: TbkItemDetailsUpgradeGetResponseResultsPricePromotionInfoGovSubsidy
  /** Yuan, the final price once the coming promotion runs. For example 56.10 */
  future_activity_promotion_price?: string
  /** Yuan. For example 10.00 */
  real_post_fee?: string
  /** The name of the running promotion */
  activity_tag_list?: TbkItemDetailsUpgradeGetResponseResultsPricePromotionInfoActivityTagList[]
  /** OpenTBK does not send it: no prices for several pieces */
  multiple_items_coupon_list?: TbkItemDetailsUpgradeGetResponseResultsPricePromotionInfoMultipleItemsCouponList[]
  /** For example 56.1. OpenTBK does not send it: no prices for several pieces */
  unit_price_for_multiple_items?: string
  /** For example 2. OpenTBK does not send it: no prices for several pieces */
  multiple_items_prices_count?: number
  future_activity_promotion_path_list?: TbkItemDetailsUpgradeGetResponseResultsPricePromotionInfoFutureActivityPromotionPathList[]
}

export interface TbkItemDetailsUpgradeGetResponseResultsPricePromotionInfoFinalPromotionPathList {
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

export interface TbkItemDetailsUpgradeGetResponseResultsPricePromotionInfoPromotionTagList {
  /** For example 包邮 */
  tag_name?: string
}

export interface TbkItemDetailsUpgradeGetResponseResultsPricePromotionInfoMorePromotionList {
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

export interface TbkItemDetailsUpgradeGetResponseResultsPricePromotionInfoGovSubsidy {
  /** For example 国家补贴 */
  tag_name?: string
  state_subsidy_info?: TbkItemDetailsUpgradeGetResponseResultsPricePromotionInfoGovSubsidyStateSubsidyInfo
}

export interface TbkItemDetailsUpgradeGetResponseResultsPricePromotionInfoGovSubsidyStateSubsidyInfo {
  /** For example 1 */
  max_rebate?: number
  /** For example 1 */
  min_rebate?: number
  /** For example 1 */
  max_discount?: number
  /** For example 1 */
  min_discount?: number
  province_list?: string[]
}

export interface TbkItemDetailsUpgradeGetResponseResultsPricePromotionInfoActivityTagList {
  /** For example 淘宝好价节 */
  tag_name?: string
}

export interface TbkItemDetailsUpgradeGetResponseResultsPricePromotionInfoMultipleItemsCouponList {
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
  /** The activity id of a coupon. For example XX */
  promotion_id?: string
}

export interface TbkItemDetailsUpgradeGetResponseResultsPricePromotionInfoFutureActivityPromotionPathList {
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

export interface TbkItemDetailsUpgradeGetResponseResultsSkuList {
  /** One property, the name of the variant */
  property_list?: TbkItemDetailsUpgradeGetResponseResultsSkuListPropertyList[]
  /** For example 6 */
  quantity?: string
  /** For example 4112264076 */
  sku_id?: string
  sku_price_promotion_info?: TbkItemDetailsUpgradeGetResponseResultsSkuListSkuPricePromotionInfo
}

export interface TbkItemDetailsUpgradeGetResponseResultsSkuListPropertyList {
  /** For example 颜色分类 */
  property_text?: string
  /** For example 1627207. OpenTBK does not send it: properties are texts, without numbers */
  property_id?: string
  /** For example 藏青色 */
  value_text?: string
  /** For example 28866. OpenTBK does not send it: properties are texts, without numbers */
  value_id?: string
  /** For example 藏青色. OpenTBK does not send it: properties are texts, without numbers */
  value_alias_text?: string
}

export interface TbkItemDetailsUpgradeGetResponseResultsSkuListSkuPricePromotionInfo {
  /** Yuan, before promotions. For example 88.00 */
  sku_zk_final_price?: string
  /** Yuan, the lowest a shopper gets now. For example 69.90 */
  sku_final_promotion_price?: string
  /** From the first price to the second; the fees add up to the difference */
  sku_final_promotion_path_list?: TbkItemDetailsUpgradeGetResponseResultsSkuListSkuPricePromotionInfoSkuFinalPromotionPathList[]
}

export interface TbkItemDetailsUpgradeGetResponseResultsSkuListSkuPricePromotionInfoSkuFinalPromotionPathList {
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
  /** The activity id of a coupon. For example XX */
  promotion_id?: string
}

export interface TbkItemDetailsUpgradeGetResponseResultsPresaleInfo {
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
  /** 1 when the best plan is a marketing plan. For example 1 */
  material_lib_type?: string
  /** For example 1567440000000. OpenTBK does not send it: no presale goods in this network */
  presale_start_time?: number
  /** For example 1567440000000. OpenTBK does not send it: no presale goods in this network */
  presale_end_time?: number
  /** For example 1567440000000. OpenTBK does not send it: no presale goods in this network */
  presale_tail_start_time?: number
  /** For example 1567440000000. OpenTBK does not send it: no presale goods in this network */
  presale_tail_end_time?: number
  /** For example 100. OpenTBK does not send it: no presale goods in this network */
  presale_deposit?: string
  /** For example 付定金立减5元. OpenTBK does not send it: no presale goods in this network */
  presale_discount_fee_text?: string
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
  /** Yuan, the promotion price while it runs. For example 168.00 */
  sale_price?: string
  /** OpenTBK does not send it: no promotions across shops */
  kuadian_promotion_info?: string
  /** 0 no, 1 yes. For example 1 */
  superior_brand?: string
  /** OpenTBK does not send it: no list of hot goods */
  hot_flag?: string
  /** For example 情趣内衣 */
  cat_leaf_name?: string
  /** For example true */
  free_shipment?: boolean
  /** OpenTBK does not send it: no group-buying events (聚划算) in this network */
  ju_online_start_time?: string
  /** OpenTBK does not send it: no group-buying events (聚划算) in this network */
  ju_online_end_time?: string
  /** OpenTBK does not send it: no group-buying events (聚划算) in this network */
  ju_pre_show_start_time?: string
  /** OpenTBK does not send it: no group-buying events (聚划算) in this network */
  ju_pre_show_end_time?: string
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

export interface TbkItemShareConvertRequest {
  /** Third part of a PID. 1 or more. For example 123 */
  adzone_id: Id
  /** The members to return; input_num_iid is always there. At most 1000 items. For example num_iid,click_url */
  fields: readonly string[]
  /** Item ids (A-B), comma-joined; what cannot be read or promoted is left out. At most 40 items */
  num_iids: readonly string[]
  /** 1 PC, 2 wireless: one link serves both. 1 when absent. For example 1 */
  platform?: number | undefined
  /** PID of the third party; needs a share agreement in force with them, whose rate the links keep. At most 64 characters. For example mm_123_123_123 */
  sub_pid: string
  /** Without effect on OpenTBK: its page says that it is not used */
  unid?: string | undefined
  /** 1: the general plan; otherwise the best open plan. For example 1 */
  dx?: string | undefined
  /** An open coupon of the item; with one item only. At most 64 characters */
  coupon_id?: string | undefined
}

export interface TbkItemShareConvertResponse {
  results?: TbkItemShareConvertResponseResults[]
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkItemShareConvertResponseResults {
  /** The promotion link */
  click_url?: string
  /** This promoter's own id of the item */
  num_iid?: string
  /** Percent, of the plan the link asks for. For example 3.60 */
  commission_rate?: string
  /** Yuan; absent when no coupon is open. For example 10.00 */
  coupon_amount?: string
  /** Coupon and item in one; without a coupon the plain link */
  coupon_click_url?: string
  /** For example 1585929600000. OpenTBK does not send it: no goods are listed ahead of time here */
  added_time?: number
  /** 0: on the shelf; others are left out. For example 0 */
  item_status?: number
  /** The id as it was sent */
  input_num_iid?: string
}

export interface TbkItemidCouponGetRequest {
  /** An own PID, for the links. For example mm_123_123_123 */
  pid: string
  /** Needed: item ids (A-B), comma-joined; ids that cannot be read are left out when others can. At most 40 items. For example 123,456 */
  num_iids?: readonly string[] | undefined
  /** 1 PC, 2 wireless: one link serves both. One of 1, 2; 1 when absent */
  platform?: 1 | 2 | undefined
}

export interface TbkItemidCouponGetResponse {
  results?: TbkItemidCouponGetResponseResults[]
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkItemidCouponGetResponseResults {
  /** This promoter's own id of the item */
  num_iid?: string
  /** The id as it was sent */
  input_num_iid?: string
  title?: string
  pict_url?: string
  small_images?: string[]
  item_url?: string
  /** Level-one category. For example 1 */
  category?: string
  /** 0 taobao, 1 tmall. For example 1 */
  user_type?: number
  /** For example 奥克斯品胜专卖店 */
  shop_title?: string
  /** For example 奥克斯品胜专卖店 */
  nick?: string
  /** For example 2884767143 */
  seller_id?: string
  /** Yuan, the item's price before promotions. For example 269.00 */
  zk_final_price?: string
  /** Per cent of the best plan. For example 1.80 */
  commission_rate?: string
  /** Pieces in 30 days. For example 76927 */
  volume?: number
  /** A year's sales, rounded down. For example 1万+ */
  annual_vol?: string
  /** The best coupon open at the price; absent without one. For example 满188元减5元 */
  coupon_info?: string
  /** A day. For example 2016-09-05 */
  coupon_start_time?: string
  /** A day. For example 2016-10-01 */
  coupon_end_time?: string
  /** For example 5000 */
  coupon_total_count?: number
  /** For example 3395 */
  coupon_remain_count?: number
  /** The link to item and coupon in one */
  coupon_click_url?: string
}

export interface TbkItemidIneffectiveTransformRequest {
  /** Ids (A-B) that this network once made for anyone, comma-joined; no numbers. At most 100 items. For example 1,2,3 */
  item_ids: readonly string[]
}

export interface TbkItemidIneffectiveTransformResponse {
  /** In the order sent; what cannot be read is left out when other ids can */
  results?: TbkItemidIneffectiveTransformResponseResults[]
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkItemidIneffectiveTransformResponseResults {
  /** The id as it was sent. For example 12 */
  original_item_id?: string
  /** The whole id (A-B), as it is accepted now. For example cd1 */
  item_id?: string
}

export interface TbkItemidPrivateTransformRequest {
  /** Old numbers or ids (A-B), comma-joined. At most 100 items. For example 1,2,3 */
  item_ids: readonly string[]
}

export interface TbkItemidPrivateTransformResponse {
  /** In the order sent; what cannot be read is left out when other ids can */
  results?: TbkItemidPrivateTransformResponseResults[]
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkItemidPrivateTransformResponseResults {
  /** The id as it was sent. For example 12 */
  original_item_id?: string
  /** The whole id (A-B), as it is accepted now. For example cd1 */
  item_id?: string
}

export interface TbkItemidTransformRequest {
  /** Old numbers or ids (A-B), comma-joined. At most 100 items. For example 1,2,3 */
  item_ids: readonly string[]
}

export interface TbkItemidTransformResponse {
  /** In the order sent; what cannot be read is left out when other ids can */
  results?: TbkItemidTransformResponseResults[]
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkItemidTransformResponseResults {
  /** The id as it was sent. For example 12 */
  original_item_id?: string
  /** The whole id (A-B), as it is accepted now. For example cd1 */
  item_id?: string
}

export interface TbkOptimusTouMaterialIdsGetRequest {
  material_query?: TbkOptimusTouMaterialIdsGetRequestMaterialQuery | undefined
}

export interface TbkOptimusTouMaterialIdsGetRequestMaterialQuery {
  /** 1 sales events, 2 topics, 3 lists of the best, 4 branches of trade, 5 others. 1 or more; at most 5; 1 when absent */
  subject?: number | undefined
  /** 1 goods, 2 rights. One of 1, 2; 1 when absent */
  material_type?: 1 | 2 | undefined
  /** 1 or more; at most 100; 1 when absent */
  page_no?: number | undefined
  /** 1 or more; at most 100; 20 when absent */
  page_size?: number | undefined
}

export interface TbkOptimusTouMaterialIdsGetResponse {
  data?: TbkOptimusTouMaterialIdsGetResponseData[]
  /** How many there are of this subject and type */
  total_count?: number
  /** Always 查询成功: what goes wrong is said by the error answer */
  result_msg?: string
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkOptimusTouMaterialIdsGetResponseData {
  material_name?: string
  material_id?: string
  /** 1 goods, 2 rights. For example 1 */
  material_type?: number
  /** For example 1 */
  subject?: number
  /** Milliseconds */
  start_time?: number
  /** Milliseconds */
  end_time?: number
}

export interface TbkOrderDetailsGetRequest {
  /** Time searched by: 1 created, 2 paid, 3 settled, 4 modified. 1 when absent. For example 1 */
  query_type?: number | undefined
  /** As returned with the page before; needed from page 2 on. At most 80 characters */
  position_index?: string | undefined
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
  /** 1 or more; at most 100; 20 when absent. For example 20 */
  page_size?: number | undefined
  /** 2: as the promoter, 3: as the third party of a shared link; both when absent */
  member_type?: number | undefined
  /** 1 all, 2 of relations, 3 of specials; a third party's orders are of neither. 1 when absent. For example 1 */
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

export interface TbkOrderRefundGetRequest {
  publisher_refund_order_query_option?: TbkOrderRefundGetRequestPublisherRefundOrderQueryOption | undefined
}

export interface TbkOrderRefundGetRequestPublisherRefundOrderQueryOption {
  /** 1 next page, -1 page before. 1 when absent. For example 1 */
  jump_type?: number | undefined
  /** 1 all. 1 or more; at most 1. For example 1 */
  order_scene: number
  /** 1 or more; at most 100. For example 20 */
  page_size: number
  /** Time searched by: 1 asked for, 2 order settled, 3 finished, 4 order created, 5 order modified. By 1, 3 and 5 a window in the past is final; by 2 and 4 it gains the cases that such an order gets later. For example 1 */
  query_type: number
  /** The first page is 0 or 1. 0 or more; at most 100. For example 1 */
  page_no: number
  /** As returned with the page before; needed from page 2 on. At most 80 characters. For example 1555904214000_500000000000000001|1555917305000_500000000000000020 */
  position_index?: string | undefined
  /** GMT+8; at most 3 hours before the end, at most 90 days ago. For example 2022-12-23 12:28:22 */
  start_time: string
  /** 1 as promoter, 2 as third party of a shared link, 4 both. For example 1 */
  member_type: number
  /** GMT+8; this second still belongs to the window. For example 2022-12-23 13:28:22 */
  end_time: string
}

export interface TbkOrderRefundGetResponse {
  data?: TbkOrderRefundGetResponseData
  /** 200, else as biz_error_code. For example 200 */
  result_code?: number
  /** Absent on success. For example 开始时间不能为空 */
  biz_error_desc?: string
  /** Absent on success; 101 no start_time, 102 a time, window or page that cannot be asked for, 103 the caller is no publisher. For example 101 */
  biz_error_code?: number
  /** Ok, else as biz_error_desc. For example ok */
  result_msg?: string
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkOrderRefundGetResponseData {
  result?: TbkOrderRefundGetResponseDataResult[]
  /** Absent on the first page. For example 1 */
  pre_page?: number
  /** Absent on the last page. For example 2 */
  next_page?: number
  /** For example 1 */
  page_no?: number
  /** For example 20 */
  page_size?: number
  /** For example false */
  has_next?: boolean
  /** To be returned as it is. For example 1661386106000_1|1661386107000_2 */
  position_index?: string
  /** For example false */
  has_pre?: boolean
}

export interface TbkOrderRefundGetResponseDataResult {
  /** This network's number of the case. For example 500000000000000001 */
  refund_suit_id?: string
  /** For example 294159887445064307 */
  tb_trade_parent_id?: string
  /** Trade_id of order.details.get. For example 294159887445064307 */
  tb_trade_id?: string
  /** For example 2022-10-19 14:33:06 */
  tb_trade_create_time?: string
  /** Absent until the order is settled. For example 2022-10-19 14:39:31 */
  earning_time?: string
  /** When this network heard of the case. For example 2022-10-19 14:41:22 */
  tk_refund_time?: string
  /** When this network heard of its end; absent while it is open. For example 2022-10-19 14:42:29 */
  tk_refund_suit_time?: string
  /** Of the order. For example 2022-10-20 03:26:23 */
  modified_time?: string
  /** For example 测试商品 */
  item_title?: string
  /** 二方 or 三方. For example 二方 */
  tk_order_role?: string
  /** 4 asked for, 11 asked for beside others of the same order, 3 rejected, 2 done before the order was settled, 13 done after: deducted from what was available. 12, 14, 15 never: a deduction is made at once, and never from the seller. For example 2 */
  refund_status?: number
  /** What was paid, before any refund; absent until the order is received. For example 5.00 */
  tb_trade_finish_price?: string
  /** What the shopper asked for or got. For example 3.50 */
  refund_fee?: string
  /** One's part before any refund: less what every case of the order takes back, it is pub_share_fee of order.details.get. For example 1.10 */
  pub_share_fee?: string
  /** Without the technical service fee. For example 0.71 */
  tk_commission_fee_refund?: string
  /** For example 0.00 */
  tk_subsidy_fee_refund?: string
  /** The technical service fee in it. For example 0.06 */
  tk_commission_alimm_refund_fee?: string
  /** For example 0.00 */
  tk_subsidy_alimm_refund_fee?: string
  /** For example 0. OpenTBK does not send it: no channel service fee here */
  tk_commission_agent_refund_fee?: string
  /** For example 0. OpenTBK does not send it: no channel service fee here */
  tk_subsidy_agent_refund_fee?: string
  /** With the technical service fee. For example 0.77 */
  show_return_fee?: string
  /** The promoter's own; a third party is told none. For example 1111111 */
  relation_id?: string
  /** The promoter's own; a third party is told none. For example 22222 */
  special_id?: string
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

export interface TbkRelationRefundRequest {
  search_option: TbkRelationRefundRequestSearchOption
}

export interface TbkRelationRefundRequestSearchOption {
  /** 1 or more; at most 100. For example 20 */
  page_size: number
  /** Time searched by: 1 asked for, 2 order settled, 3 finished, 4 order created, 5 order modified. For example 1 */
  search_type: number
  /** 1 as promoter, 2 as third party of a shared link, 0 both. For example 1 */
  refund_type: number
  /** The search ends 24 hours later; at most 90 days ago. GMT+8, yyyy-MM-dd HH:mm:ss. For example 2018-10-10 00:00:00 */
  start_time: string | Date
  /** 1 or more; at most 100. For example 1 */
  page_no: number
  /** 1 orders of the promoter's channels, 2 of the promoter's members. For example 1 */
  biz_type: number
}

export interface TbkRelationRefundResponse {
  result?: TbkRelationRefundResponseResult
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkRelationRefundResponseResult {
  /** Ok, else as biz_error_desc. For example ok */
  result_msg?: string
  data?: TbkRelationRefundResponseResultData
  /** 200, else as biz_error_code. For example 200 */
  result_code?: number
  /** Absent on success. For example 开始时间不能为空 */
  biz_error_desc?: string
  /** Absent on success; 101 no start_time, 102 a time, window or page that cannot be asked for, 103 the caller is no publisher. For example 101 */
  biz_error_code?: number
}

export interface TbkRelationRefundResponseResultData {
  page_no?: string
  page_size?: string
  /** Exact up to 10,000, and no more than that */
  total_count?: string
  results?: TbkRelationRefundResponseResultDataResults[]
}

export interface TbkRelationRefundResponseResultDataResults {
  tb_trade_parent_id?: string
  /** The promoter's own; a third party is told none */
  special_id?: string
  /** The promoter's own; a third party is told none */
  relation_id?: string
  /** Where the link had a third party */
  tk3rd_pub_id?: string
  tk_pub_id?: string
  /** Told to the third party */
  tk_subsidy_fee_refund3rd_pub?: string
  /** Without the technical service fee; told to the third party */
  tk_commission_fee_refund3rd_pub?: string
  /** Told to the promoter */
  tk_subsidy_fee_refund_pub?: string
  /** Without the technical service fee; told to the promoter */
  tk_commission_fee_refund_pub?: string
  /** When this network heard of its end; absent while it is open. GMT+8, yyyy-MM-dd HH:mm:ss */
  tk_refund_suit_time?: string
  /** When this network heard of the case. GMT+8, yyyy-MM-dd HH:mm:ss */
  tk_refund_time?: string
  /** Absent until the order is settled. GMT+8, yyyy-MM-dd HH:mm:ss */
  earning_time?: string
  /** GMT+8, yyyy-MM-dd HH:mm:ss */
  tb_trade_create_time?: string
  /** 4 asked for, 11 asked for beside others of the same order, 3 rejected, 2 done before the order was settled, 13 done after: deducted from what was available. 12, 14, 15 never: a deduction is made at once, and never from the seller */
  refund_status?: number
  tb_auction_title?: string
  /** Trade_id of order.details.get */
  tb_trade_id?: string
  /** What the shopper asked for or got */
  refund_fee?: string
  /** What was paid, before any refund; absent until the order is received */
  tb_trade_finish_price?: string
  /** With the technical service fee; told to the promoter */
  tk_pub_show_return_fee?: string
  /** With the technical service fee; told to the third party */
  tk3rd_pub_show_return_fee?: string
  /** 1 as promoter, 2 as third party */
  refund_type?: number
  /** OpenTBK does not send it: no orders of other platforms here */
  alsc_pid?: string
  /** OpenTBK does not send it: no orders of other platforms here */
  alsc_id?: string
  /** Of the order. GMT+8, yyyy-MM-dd HH:mm:ss */
  modified_time?: string
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

export interface TbkScContentMaterialRequest {
  /** Third number of the PID. 1 or more. For example 12345678 */
  adzone_id: Id
  /** Second number of the PID. 1 or more. For example 22 */
  site_id: Id
  /** From 1. 1 or more; at most 10000; 1 when absent. For example 2 */
  page_num?: number | undefined
  /** 1 or more; at most 100; 20 when absent. For example 20 */
  page_size?: number | undefined
  /** Comma-joined; ids that cannot be read are left out. At most 100 items */
  item_ids?: readonly string[] | undefined
  /** GMT+8: of what was approved from this second on. For example 2015-01-01 12:00:00 */
  start_time?: string | undefined
  /** GMT+8: of what was approved up to this second; set it to page through a list that stands still. For example 2015-02-01 12:00:00 */
  end_time?: string | undefined
  /** As the reviewer placed it. One of 1, 3. For example 1 */
  scene_id?: '1' | '3' | undefined
  /** Lowest price told of, yuan. At most 15 characters. For example 9.9 */
  price_floor?: string | undefined
  /** Highest price told of, yuan. At most 15 characters. For example 19.9 */
  price_ceiling?: string | undefined
  /** May be used in any of these, comma-joined: 3 groups, 4 moments, 5 apps, 6 guides, 7 promotion. One of 3, 4, 5, 6, 7; at most 5 items. For example 3,4,5,6,7 */
  use_scene?: readonly ('3' | '4' | '5' | '6' | '7')[] | undefined
}

export interface TbkScContentMaterialResponse {
  result_list?: TbkScContentMaterialResponseResultList[]
  /** Of all pages. For example 20 */
  total_count?: number
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkScContentMaterialResponseResultList {
  /** This promoter's own id of the item */
  item_id?: string
  /** Yuan, the price told of. For example 46.78 */
  material_price?: string
  /** The texts uploaded, then one made of title, price, discounts */
  material_desc_list?: string[]
  /** The pictures uploaded, then the item's own */
  material_pic_list?: string[]
  /** The promoter who uploaded it. For example 每日好物发现官 */
  material_author?: string
  /** The reviewer's, else the level-one category. For example 母婴好物 */
  material_tag?: string
  /** For example 苹果官方旗舰店 */
  shop_title?: string
  /** Pieces in 30 days. For example 100 */
  month_sell_count?: string
  /** When it was first approved: what start_time and end_time look at. For example 2015-01-01 12:00:00 */
  material_time?: string
  /** The id of item_ids that named the item; only with item_ids */
  input_item_id?: string
  /** For example 123 */
  material_id?: string
  /** 1: an item. For example 1 */
  material_type?: string
  /** Previews: per cent of the best plan open to this promoter when the price begins. For example 10.01 */
  pre_commission_rate?: string
  /** 1 the price has begun, 2 a preview. For example 1 */
  content_type?: string
  /** Where it may be used, comma-joined, as in the request. For example 3,5 */
  use_scene?: string
  /** Of the last review. For example 2015-02-01 12:00:00 */
  modified_time?: string
  /** This promoter's link to item and coupon, when a coupon is open */
  coupon_url?: string[]
  /** Pieces to buy for the price. For example 3 */
  discount_need_item_count?: number
  /** OpenTBK does not send it: a price is told of one item alone */
  add_on_item_ids?: string[]
  /** Absent: has begun. For example 2015-01-01 12:00:00 */
  price_start_time?: string
  /** For example 2015-02-01 12:00:00 */
  price_end_time?: string
  /** The first picture */
  preview_pic_list?: string[]
  /** The reviewer's, else the item's. For example 立白洗衣液9.9元500ml */
  title?: string
  /** When it was uploaded. For example 2015-01-01 12:00:00 */
  origin_time?: string
  /** OpenTBK does not send it: none of the official programmes in this network */
  professional_tag_list?: string[]
  /** OpenTBK does not send it: prices are not compared over time */
  price_tag_list?: string[]
  /** OpenTBK does not send it: members have no pictures */
  publisher_avatar?: string
  /** As material_author. For example 张三 */
  publisher_nickname?: string
  /** The reviewer's, else the item's subtitle. For example 除菌消毒,清洁力超强 */
  selling_point?: string
  /** The reviewer's. For example 买两件打5折 */
  price_structure?: string
  /** The reviewer's */
  content_tag?: string[]
  /** What is open on the item now, for this promoter. For example 官方立减10% 直降10元 */
  promotion_infos?: string[]
  /** The reviewer's. For example 全网爆款,大牌保障,近x天最低价 */
  recommend_reason?: string
  /** One text of title, price, discounts */
  group_basic_material?: string
  /** All texts, then all pictures, each with its kind */
  group_selected_material?: TbkScContentMaterialResponseResultListGroupSelectedMaterial[]
  /** 0: promoters upload it, nothing is generated. For example 0 */
  generate_from_mgc?: number
}

export interface TbkScContentMaterialResponseResultListGroupSelectedMaterial {
  /** 3002 a picture, 3004 a text. For example 3002 */
  type?: string
  /** The address of the picture, or the text. For example / */
  content?: string
  /** Pictures: 4 white ground, 5 other; texts: 1 general, 2 selling point, 3 sales talk, 5 discounts. For example 1 */
  seg_type?: string
}

export interface TbkScCpOrderDetailsGetRequest {
  /** Time searched by: 1 created, 2 paid, 3 settled, 4 modified. 1 when absent. For example 1 */
  query_type?: number | undefined
  /** As returned with the page before; needed from page 2 on. At most 80 characters */
  position_index?: string | undefined
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
  /** 1 or more; at most 1000; 20 when absent. For example 20 */
  page_size?: number | undefined
}

export interface TbkScCpOrderDetailsGetResponse {
  data?: TbkScCpOrderDetailsGetResponseData
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkScCpOrderDetailsGetResponseData {
  results?: TbkScCpOrderDetailsGetResponseDataResults[]
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

export interface TbkScCpOrderDetailsGetResponseDataResults {
  /** For example 2020-03-25 23:49:31 */
  tk_paid_time?: string
  /** The campaign. For example 7500393 */
  event_id?: string
  /** For example -- */
  tk_deposit_time?: string
  /** For example 6.00 */
  tk_service_rate?: string
  /** Promised by the payment. For example 0.60 */
  pre_service_fee?: string
  /** Of what was kept after receipt. For example 0.60 */
  service_fee?: string
  /** For example 11.22 */
  alipay_total_price?: string
  /** For example 11.22 */
  pay_price?: string
  /** OpenTBK does not send it: no presale here */
  deposit_price?: string
  /** For example 2020-03-25 23:49:30 */
  tb_paid_time?: string
  /** For example -- */
  tb_deposit_time?: string
  /** For example 2020-03-25 23:49:31 */
  tk_create_time?: string
  /** -- until it is settled. For example -- */
  tk_earning_time?: string
  /** For example 2020-03-25 23:49:31 */
  modified_time?: string
  /** For example 2020-03-25 23:40:12 */
  click_time?: string
  /** For example 12 */
  tk_status?: number
  /** Several rows may have the same. For example 300000000000000001 */
  trade_parent_id?: string
  item_id?: string
  item_title?: string
  /** For example 1 */
  item_num?: number
  /** For example 11.22 */
  item_price?: string
  seller_nick?: string
  seller_shop_title?: string
  /** OpenTBK does not send it: no marketing programmes here */
  marketing_type?: string
  /** OpenTBK does not send it: leaders have no channels here */
  cp_channel_id?: string
  /** OpenTBK does not send it: leaders have no channels here */
  cp_channel_name?: string
  /** Who promoted it. For example 100000001 */
  pub_id?: string
  pub_nick_name?: string
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

export interface TbkScMaterialOptionalRequest {
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
  /** Price is the final price; of equals the best sold come first. One of match_des, match_asc, total_sales_des, total_sales_asc, tk_rate_des, tk_rate_asc, tk_total_sales_des, tk_total_sales_asc, tk_total_commi_des, tk_total_commi_asc, price_des, price_asc; match_des when absent */
  sort?: 'match_des' | 'match_asc' | 'total_sales_des' | 'total_sales_asc' | 'tk_rate_des' | 'tk_rate_asc' | 'tk_total_sales_des' | 'tk_total_sales_asc' | 'tk_total_commi_des' | 'tk_total_commi_asc' | 'price_des' | 'price_asc' | undefined
  /** 1 or more; 1 when absent. For example 1 */
  page_no?: number | undefined
  /** 1 or more; at most 100; 20 when absent. For example 20 */
  page_size?: number | undefined
  /** 1 PC, 2 wireless: one link serves both. One of 1, 2; 1 when absent */
  platform?: 1 | 2 | undefined
  /** 2836, or 17004 with the same results. 2836 when absent. For example 2836 */
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
  /** Without effect on OpenTBK: no rates of their own for large media */
  end_ka_tk_rate?: Id | undefined
  /** Without effect on OpenTBK: no rates of their own for large media */
  start_ka_tk_rate?: Id | undefined
  /** Without effect on OpenTBK: rates are not locked */
  lock_rate_end_time?: Id | undefined
  /** Without effect on OpenTBK: rates are not locked */
  lock_rate_start_time?: Id | undefined
  /** Without effect on OpenTBK: no local services (本地化) */
  longitude?: string | undefined
  /** Without effect on OpenTBK: no local services (本地化) */
  latitude?: string | undefined
  /** Without effect on OpenTBK: no local services (本地化) */
  city_code?: string | undefined
  /** Without effect on OpenTBK: no local services (本地化) */
  seller_ids?: string | undefined
  /** Without effect on OpenTBK: no local services (本地化) */
  page_result_key?: string | undefined
  /** Without effect on OpenTBK: goods are not rated against crowds: material 41377 is refused */
  ucrowd_id?: Id | undefined
  /** Without effect on OpenTBK: goods are not rated against crowds: material 41377 is refused */
  ucrowd_rank_items?: unknown
  /** Without effect on OpenTBK: no higher commission for the first N pieces */
  get_topn_rate?: Id | undefined
  /** Without effect on OpenTBK: no agent mode */
  promotion_type?: string | undefined
}

export interface TbkScMaterialOptionalResponse {
  /** Exact to 10000, and never more. For example 1212 */
  total_results?: number
  result_list?: TbkScMaterialOptionalResponseResultList[]
  /** For example abcde. OpenTBK does not send it: no local services (本地化) */
  page_result_key?: string
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkScMaterialOptionalResponseResultList {
  /** This promoter's own id of the item */
  item_id?: string
  title?: string
  short_title?: string
  /** The item's subtitle. For example 季凉被 全棉亲肤 */
  item_description?: string
  pict_url?: string
  small_images?: string[]
  white_image?: string
  /** Yuan, the struck-through price. For example 102.00 */
  reserve_price?: string
  /** Yuan, the item's price before promotions. For example 88.00 */
  zk_final_price?: string
  /** Yuan, the promotion price while it runs. For example 168.00 */
  sale_price?: string
  /** 0 taobao, 1 tmall. For example 1 */
  user_type?: number
  /** Pieces in 30 days. For example 123 */
  volume?: number
  /** For example 232332 */
  seller_id?: string
  /** For example xx旗舰店 */
  shop_title?: string
  /** For example 旗舰店 */
  nick?: string
  /** For example 女装 */
  level_one_category_name?: string
  /** For example 20 */
  level_one_category_id?: string
  /** For example 连衣裙 */
  category_name?: string
  /** For example 162201 */
  category_id?: string
  /** 0 no, 1 yes. For example 1 */
  superior_brand?: string
  /** A day. For example 2017-10-29 */
  coupon_start_time?: string
  /** A day. For example 2017-10-29 */
  coupon_end_time?: string
  /** The coupon in the final price. For example 满299元减20元 */
  coupon_info?: string
  /** Yuan. For example 29.00 */
  coupon_start_fee?: string
  /** For example 22323 */
  coupon_total_count?: number
  /** For example 111 */
  coupon_remain_count?: number
  /** The link to item and coupon in one, when a coupon is open */
  coupon_share_url?: string
  /** Targeted plans (定向计划) running on the item */
  sp_campaign_list?: TbkScMaterialOptionalResponseResultListSpCampaignList[]
  /** OpenTBK does not send it: no higher commission for the first N pieces */
  topn_info?: TbkScMaterialOptionalResponseResultListTopnInfo
  /** For example 1567440000000. OpenTBK does not send it: no presale goods in this network */
  presale_start_time?: number
  /** For example 1567440000000. OpenTBK does not send it: no presale goods in this network */
  presale_end_time?: number
  /** For example 1567440000000. OpenTBK does not send it: no presale goods in this network */
  presale_tail_start_time?: number
  /** For example 1567440000000. OpenTBK does not send it: no presale goods in this network */
  presale_tail_end_time?: number
  /** For example 100. OpenTBK does not send it: no presale goods in this network */
  presale_deposit?: string
  /** For example 付定金立减5元. OpenTBK does not send it: no presale goods in this network */
  presale_discount_fee_text?: string
  /** For example 1640317400000. OpenTBK does not send it: no buying in teams (拼团) */
  oetime?: string
  /** For example 1640317400000. OpenTBK does not send it: no buying in teams (拼团) */
  ostime?: string
  /** For example 10. OpenTBK does not send it: no buying in teams (拼团) */
  jdd_num?: number
  /** For example 5. OpenTBK does not send it: no buying in teams (拼团) */
  jdd_price?: string
  /** For example 25. OpenTBK does not send it: no buying in teams (拼团) */
  orig_price?: string
  /** For example 5555. OpenTBK does not send it: no buying in teams (拼团) */
  total_stock?: number
  /** For example 1111. OpenTBK does not send it: no buying in teams (拼团) */
  sell_num?: number
  /** For example 4444. OpenTBK does not send it: no buying in teams (拼团) */
  stock?: number
  /** For example 23. OpenTBK does not send it: no presale goods in this network */
  uv_sum_pre_sale?: number
  /** For example 2019-11-10 21:59:59. OpenTBK does not send it: no presale goods in this network, nor gifts with them */
  ysyl_tlj_send_time?: string
  /** For example 2030. OpenTBK does not send it: no presale goods in this network, nor gifts with them */
  ysyl_commission_rate?: string
  /** For example 0.6. OpenTBK does not send it: no presale goods in this network, nor gifts with them */
  ysyl_tlj_face?: string
  /** OpenTBK does not send it: no presale goods in this network, nor gifts with them */
  ysyl_click_url?: string
  /** For example 2019-11-10 21:59:59. OpenTBK does not send it: no presale goods in this network, nor gifts with them */
  ysyl_tlj_use_end_time?: string
  /** For example 2019-11-10 21:59:59. OpenTBK does not send it: no presale goods in this network, nor gifts with them */
  ysyl_tlj_use_start_time?: string
  /** For example 前n件x折. OpenTBK does not send it: no timed sales (限时抢) */
  tmall_play_activity_info?: string
  /** OpenTBK does not send it: no promotions across shops */
  kuadian_promotion_info?: string
  /** For example 1. OpenTBK does not send it: no brand flash sales (品牌快抢) */
  is_brand_flash_sale?: string
  /** For example 1. OpenTBK does not send it: no list of hot goods */
  hot_flag?: string
  /** For example 200+. OpenTBK does not send it: not on Taote (淘特) */
  tt_sold_count?: string
  /** For example 110. OpenTBK does not send it: rates are not locked */
  lock_rate?: string
  /** For example 1567440000000. OpenTBK does not send it: rates are not locked */
  lock_rate_end_time?: number
  /** For example 1567440000000. OpenTBK does not send it: rates are not locked */
  lock_rate_start_time?: number
  /** OpenTBK does not send it: no platform subsidy (百亿补贴) */
  bybt_info?: TbkScMaterialOptionalResponseResultListBybtInfo
  /** OpenTBK does not send it: no cash-back cards (猫超买返卡) */
  maifan_promotion?: TbkScMaterialOptionalResponseResultListMaifanPromotion
  /** For example 0 1 2. OpenTBK does not send it: no per-order rewards on items */
  cpa_reward_type?: string
  /** For example 1.11 2.22 3.21. OpenTBK does not send it: no per-order rewards on items */
  cpa_reward_amount?: string
  /** For example 188. OpenTBK does not send it: no per-order rewards on items */
  activity_id?: string
  /** Item_id by its old name */
  num_iid?: string
  /** For example d62db1ab8d9546b1bf0ff49bda5fc33b */
  coupon_id?: string
  /** Yuan. For example 10.00 */
  coupon_amount?: string
  /** JSON text: targeted plans and their rates. For example {"19013551":"2850"} */
  info_dxjh?: string
  /** Promoted pieces in 30 days. For example 11 */
  tk_total_sales?: string
  /** Yuan, commission of 30 days. For example 323.00 */
  tk_total_commi?: string
  /** For example 杭州 */
  provcity?: string
  item_url?: string
  /** True or false: whether a marketing plan is running. For example false */
  include_mkt?: string
  /** True or false: whether a targeted plan is running. For example false */
  include_dxjh?: string
  /** Basis points of the best plan. For example 1550 */
  commission_rate?: string
  /** MKT marketing, SP targeted, COMMON general, ZX exclusive. For example MKT */
  commission_type?: string
  /** For example 13 */
  shop_dsr?: number
  /** This promoter's link to the item */
  url?: string
  /** Yuan. For example 0.00 */
  real_post_fee?: string
  /** OpenTBK does not send it: documented as in trial */
  x_id?: string
  /** For example 1567440000000. OpenTBK does not send it: no local services (本地化) */
  sale_begin_time?: string
  /** For example 1567440000000. OpenTBK does not send it: no local services (本地化) */
  sale_end_time?: string
  /** For example 300. OpenTBK does not send it: no local services (本地化) */
  distance?: string
  /** For example 10001. OpenTBK does not send it: no local services (本地化) */
  usable_shop_id?: string
  /** OpenTBK does not send it: no local services (本地化) */
  usable_shop_name?: string
  /** OpenTBK does not send it: no local services (本地化) */
  localization_extend?: string
  /** For example 1. OpenTBK does not send it: no lottery on purchases */
  reward_info?: number
  /** For example 10.0. OpenTBK does not send it: goods are not rated against crowds: material 41377 is refused */
  match_score?: string
  /** For example 20.0. OpenTBK does not send it: goods are not rated against crowds: material 41377 is refused */
  commi_score?: string
  /** OpenTBK does not send it: no ranking pages */
  rank_page_url?: string
  /** For example 1-1. OpenTBK does not send it: one kind of search */
  item_search_type?: string
}

export interface TbkScMaterialOptionalResponseResultListSpCampaignList {
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

export interface TbkScMaterialOptionalResponseResultListTopnInfo {
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

export interface TbkScMaterialOptionalResponseResultListBybtInfo {
  bybt_brand_logo?: string
  bybt_pic_url?: string
  bybt_item_tags?: string[]
  /** For example 10.00 */
  bybt_coupon_amount?: string
  /** For example 100.00 */
  bybt_show_price?: string
  /** For example 200.00 */
  bybt_lowest_price?: string
  /** For example 1559750399000 */
  bybt_end_time?: string
  /** For example 1559750399000 */
  bybt_start_time?: string
}

export interface TbkScMaterialOptionalResponseResultListMaifanPromotion {
  /** For example 1559750399000 */
  maifan_promotion_end_time?: string
  /** For example 1559750399000 */
  maifan_promotion_start_time?: string
  /** For example 200 */
  maifan_promotion_discount?: string
  /** For example 100 */
  maifan_promotion_condition?: string
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
  small_images?: string[]
  /** A year's sales, rounded down. For example 1万+ */
  annual_vol?: string
  /** Yuan. For example 0.00 */
  real_post_fee?: string
  /** Promoted pieces in 30 days. For example 11 */
  tk_total_sales?: string
  /** For example 浙江 杭州 */
  provcity?: string
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

export interface TbkScMaterialRecommendRequest {
  /** Third number of the PID. For example 123 */
  adzone_id: Id
  /** Second number of the PID. For example 123 */
  site_id: Id
  /** A selection of optimus.tou.material.ids.get; 13256 goods like item_id; 31519 the favorites by name, 31539 the goods of favorites_id. For example 123 */
  material_id: Id
  /** 1 or more; at most 100; 20 when absent. For example 20 */
  page_size?: number | undefined
  /** 1 or more; 1 when absent. For example 1 */
  page_no?: number | undefined
  /** A channel of the promoter's, carried by the links. For example 123456 */
  relation_id?: Id | undefined
  /** A member of the promoter's, carried by the links. For example 2323 */
  special_id?: string | undefined
  /** With material 31539 alone: one of the promoter's own favorites. For example 123445 */
  favorites_id?: string | undefined
  /** With material 13256 alone: the item that others are to be like. For example qeqscd1231-uqwenqe */
  item_id?: string | undefined
  /** Without effect on OpenTBK: selections are the same for every shopper */
  device_type?: string | undefined
  /** Without effect on OpenTBK: selections are the same for every shopper */
  device_encrypt?: string | undefined
  /** Without effect on OpenTBK: selections are the same for every shopper */
  device_value?: string | undefined
  /** Without effect on OpenTBK: no agent mode */
  promotion_type?: string | undefined
}

export interface TbkScMaterialRecommendResponse {
  result_list?: TbkScMaterialRecommendResponseResultList[]
  /** Always false: nothing is filled up with other goods. For example false */
  is_default?: string
  /** Goods of the selection, at most 2000. For example 100 */
  total_count?: number
  /** For example 123. OpenTBK does not send it: takes no uvid */
  uvid_msg?: string
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkScMaterialRecommendResponseResultList {
  /** This promoter's own id of the item. For example qeqscd1231-uqwenqe */
  item_id?: string
  item_basic_info?: TbkScMaterialRecommendResponseResultListItemBasicInfo
  price_promotion_info?: TbkScMaterialRecommendResponseResultListPricePromotionInfo
  publish_info?: TbkScMaterialRecommendResponseResultListPublishInfo
  /** OpenTBK does not send it: no ranking pages */
  tmall_rank_info?: TbkScMaterialRecommendResponseResultListTmallRankInfo
  /** OpenTBK does not send it: no presale goods in this network */
  presale_info?: TbkScMaterialRecommendResponseResultListPresaleInfo
  /** Material_id 31519 alone: a page of the promoter’s favorites */
  favorites_info?: TbkScMaterialRecommendResponseResultListFavoritesInfo
  /** OpenTBK does not send it: no higher commission for the first N pieces */
  topn_info?: TbkScMaterialRecommendResponseResultListTopnInfo
  scope_info?: TbkScMaterialRecommendResponseResultListScopeInfo
  /** The service provider's own id of the item */
  isv_mktid?: string
}

export interface TbkScMaterialRecommendResponseResultListItemBasicInfo {
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
  small_images?: string[]
  /** A year's sales, rounded down. For example 1万+ */
  annual_vol?: string
  /** Yuan. For example 0.00 */
  real_post_fee?: string
}

export interface TbkScMaterialRecommendResponseResultListPricePromotionInfo {
  /** Yuan, the struck-through price. For example 102.00 */
  reserve_price?: string
  /** Yuan, the item's price before promotions. For example 88.00 */
  zk_final_price?: string
  /** Yuan, the lowest a shopper gets now. For example 69.90 */
  final_promotion_price?: string
  /** From zk_final_price to final_promotion_price; the fees add up to the difference */
  final_promotion_path_list?: TbkScMaterialRecommendResponseResultListPricePromotionInfoFinalPromotionPathList[]
  promotion_tag_list?: TbkScMaterialRecommendResponseResultListPricePromotionInfoPromotionTagList[]
  /** For example 56.1. OpenTBK does not send it: prices are not estimated over several items */
  predict_rounding_up_price?: string
  /** For example 需买1件. OpenTBK does not send it: prices are not estimated over several items */
  predict_rounding_up_price_desc?: string
  /** Open coupons that are not in the final price */
  more_promotion_list?: TbkScMaterialRecommendResponseResultListPricePromotionInfoMorePromotionList[]
  /** OpenTBK does not send it: no state subsidies in this network */
  gov_subsidy?: TbkScMaterialRecommendResponseResultListPricePromotionInfoGovSubsidy
  /** Yuan, the final price once the coming promotion runs. For example 56.10 */
  future_activity_promotion_price?: string
  future_activity_promotion_path_list?: TbkScMaterialRecommendResponseResultListPricePromotionInfoFutureActivityPromotionPathList[]
  /** OpenTBK does not send it: prices are not estimated over several items */
  predict_rounding_up_path_list?: TbkScMaterialRecommendResponseResultListPricePromotionInfoPredictRoundingUpPathList[]
}

export interface TbkScMaterialRecommendResponseResultListPricePromotionInfoFinalPromotionPathList {
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

export interface TbkScMaterialRecommendResponseResultListPricePromotionInfoPromotionTagList {
  /** For example 包邮 */
  tag_name?: string
}

export interface TbkScMaterialRecommendResponseResultListPricePromotionInfoMorePromotionList {
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

export interface TbkScMaterialRecommendResponseResultListPricePromotionInfoGovSubsidy {
  /** For example 国家补贴 */
  tag_name?: string
  state_subsidy_info?: TbkScMaterialRecommendResponseResultListPricePromotionInfoGovSubsidyStateSubsidyInfo
}

export interface TbkScMaterialRecommendResponseResultListPricePromotionInfoGovSubsidyStateSubsidyInfo {
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

export interface TbkScMaterialRecommendResponseResultListPricePromotionInfoFutureActivityPromotionPathList {
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

export interface TbkScMaterialRecommendResponseResultListPricePromotionInfoPredictRoundingUpPathList {
  /** For example 店铺优惠 */
  promotion_title?: string
  /** For example 再买1件，可参与2件5折 */
  promotion_desc?: string
}

export interface TbkScMaterialRecommendResponseResultListPublishInfo {
  /** Per cent: commission, and no subsidy. For example 5.50 */
  income_rate?: string
  /** For example 24. OpenTBK does not send it: promoted sales are not counted by the hour or day */
  two_hour_promotion_sales?: number
  /** For example 111. OpenTBK does not send it: promoted sales are not counted by the hour or day */
  daily_promotion_sales?: number
  /** For example 0 1 2. OpenTBK does not send it: no per-order rewards on items */
  cpa_reward_type?: string
  /** For example 1.11 2.22 3.21. OpenTBK does not send it: no per-order rewards on items */
  cpa_reward_amount?: string
  income_info?: TbkScMaterialRecommendResponseResultListPublishInfoIncomeInfo
  /** Basis points of the plan open when the coming promotion begins. For example 1550 */
  future_activity_commission_rate?: string
  /** When the coming promotion begins, milliseconds. For example 1665504000000 */
  future_activity_time?: string
  /** This promoter's link to the item */
  click_url?: string
  /** The link to item and coupon in one, when a coupon is open */
  coupon_share_url?: string
  /** Targeted plans (定向计划) running on the item */
  sp_campaign_list?: TbkScMaterialRecommendResponseResultListPublishInfoSpCampaignList[]
  /** True or false: whether a targeted plan is running. For example false */
  include_dxjh?: string
}

export interface TbkScMaterialRecommendResponseResultListPublishInfoIncomeInfo {
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

export interface TbkScMaterialRecommendResponseResultListPublishInfoSpCampaignList {
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

export interface TbkScMaterialRecommendResponseResultListTmallRankInfo {
  /** For example 白茶热销榜·第5名 */
  tmall_rank_text?: string
  tmall_rank_url?: string
}

export interface TbkScMaterialRecommendResponseResultListPresaleInfo {
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

export interface TbkScMaterialRecommendResponseResultListFavoritesInfo {
  /** How many favorites the promoter has. For example 100 */
  total_count?: number
  favorites_list?: TbkScMaterialRecommendResponseResultListFavoritesInfoFavoritesList[]
}

export interface TbkScMaterialRecommendResponseResultListFavoritesInfoFavoritesList {
  /** For example 12334 */
  favorites_id?: string
  /** For example 测试选品库 */
  favorites_title?: string
}

export interface TbkScMaterialRecommendResponseResultListTopnInfo {
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

export interface TbkScMaterialRecommendResponseResultListScopeInfo {
  /** 0 no, 1 yes. For example 1 */
  superior_brand?: string
}

export interface TbkScMembergroupOptionalRequest {
  /** Alone: reads this group; with tb_num_ids: they become its members instead of those it had. 1 or more. For example 9200001 */
  member_group_id?: Id | undefined
  /** Publishers with a live authorisation to an app of the caller, comma-joined; alone: makes a new group of them. 1 or more; at least 1 items; at most 100 items. For example 100000001,100000002 */
  tb_num_ids?: readonly Id[] | undefined
}

export interface TbkScMembergroupOptionalResponse {
  data?: TbkScMembergroupOptionalResponseData
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkScMembergroupOptionalResponseData {
  /** For example 9200001 */
  member_group_id?: string
  /** In ascending order, also those whose authorisation has ended since. For example 100000001,100000002 */
  tb_num_ids?: string
  /** GMT+8, yyyy-MM-dd HH:mm:ss */
  create_time?: string
  /** When its members last changed. GMT+8, yyyy-MM-dd HH:mm:ss */
  update_time?: string
}

export interface TbkScNewuserOrderGetRequest {
  /** 1 or more; at most 100; 20 when absent. For example 20 */
  page_size?: number | undefined
  /** 1 or more; at most 10000; 1 when absent. For example 1 */
  page_no?: number | undefined
  /** Third number of the caller's PID. 1 or more. For example 123 */
  adzone_id?: Id | undefined
  /** Second number of the promoter's PID. 1 or more. For example 123 */
  site_id?: Id | undefined
  /** By buy_time. GMT+8, yyyy-MM-dd HH:mm:ss. For example 2018-01-24 00:34:05 */
  start_time?: string | Date | undefined
  /** By buy_time; this second still belongs to the window. GMT+8, yyyy-MM-dd HH:mm:ss. For example 2018-01-24 00:34:05 */
  end_time?: string | Date | undefined
  /** As the operator of the network names it. At most 40 characters. For example 100001_1 */
  activity_id: string
}

export interface TbkScNewuserOrderGetResponse {
  results?: TbkScNewuserOrderGetResponseResults
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkScNewuserOrderGetResponseResults {
  data?: TbkScNewuserOrderGetResponseResultsData
}

export interface TbkScNewuserOrderGetResponseResultsData {
  results?: TbkScNewuserOrderGetResponseResultsDataResults[]
  /** For example 1 */
  page_no?: number
  /** For example 20 */
  page_size?: number
  /** For example true */
  has_next?: boolean
}

export interface TbkScNewuserOrderGetResponseResultsDataResults {
  /** GMT+8, yyyy-MM-dd HH:mm:ss. OpenTBK does not send it: buyers have no account here: a shop tells of its buyers by their orders alone */
  register_time?: string
  /** GMT+8, yyyy-MM-dd HH:mm:ss. OpenTBK does not send it: buyers have no account here: a shop tells of its buyers by their orders alone */
  bind_time?: string
  /** When the first purchase in the shop was paid. GMT+8, yyyy-MM-dd HH:mm:ss. For example 2018-01-24 00:34:05 */
  buy_time?: string
  /** 3 first purchase paid, 4 received. For example 3 */
  status?: number
  /** OpenTBK does not send it: buyers have no account here: a shop tells of its buyers by their orders alone */
  mobile?: string
  /** Always 1, through a promoter: others are nobody’s new buyers */
  order_tk_type?: number
  /** OpenTBK does not send it: links carry no union_id here */
  union_id?: string
  /** First number of the PID. For example 11 */
  member_id?: string
  /** For example 联盟官方账号 */
  member_nick?: string
  /** Second number of the PID. For example 11 */
  site_id?: string
  /** For example 联盟官方站点 */
  site_name?: string
  /** Third number of the PID. For example 3434 */
  adzone_id?: string
  /** For example 联盟官方推广位 */
  adzone_name?: string
  /** Trade_parent_id of order.details.get. For example 1112333 */
  tb_trade_parent_id?: string
  /** Absent until received. GMT+8, yyyy-MM-dd HH:mm:ss. For example 2018-01-24 00:34:05 */
  accept_time?: string
  /** GMT+8, yyyy-MM-dd HH:mm:ss. OpenTBK does not send it: of 天猫 activities: nothing is claimed before the purchase here */
  receive_time?: string
  /** GMT+8, yyyy-MM-dd HH:mm:ss. OpenTBK does not send it: of 支付宝 activities, which are not run here */
  success_time?: string
  /** Always taobao. For example taobao */
  activity_type?: string
  /** For example 119013_2 */
  activity_id?: string
  /** The day of buy_time. For example 20180202 */
  biz_date?: string
  /** Later orders of this buyer in the shop through this promoter: the first 20, closed ones left out */
  orders?: TbkScNewuserOrderGetResponseResultsDataResultsOrders[]
  /** GMT+8, yyyy-MM-dd HH:mm:ss. OpenTBK does not send it: bank cards are not known here */
  bind_card_time?: string
  /** GMT+8, yyyy-MM-dd HH:mm:ss. OpenTBK does not send it: buyers have no account here: a shop tells of its buyers by their orders alone */
  login_time?: string
  /** OpenTBK does not send it: bank cards are not known here */
  is_card_save?: number
  /** GMT+8, yyyy-MM-dd HH:mm:ss. OpenTBK does not send it: of 天猫 activities: nothing is claimed before the purchase here */
  use_rights_time?: string
  /** GMT+8, yyyy-MM-dd HH:mm:ss. OpenTBK does not send it: of 天猫 activities: nothing is claimed before the purchase here */
  get_rights_time?: string
  /** Absent without a channel. For example 232342 */
  relation_id?: string
}

export interface TbkScNewuserOrderGetResponseResultsDataResultsOrders {
  /** What its payment promised. For example 9.15 */
  commission?: string
  /** GMT+8; absent until received. For example 20180204 */
  confirm_receive_time?: string
  /** GMT+8. For example 20180203 */
  pay_time?: string
  /** Trade_id of order.details.get. For example 1589541350997963 */
  order_no?: string
}

export interface TbkScNewuserOrderSumRequest {
  /** 1 or more; at most 100. For example 20 */
  page_size: number
  /** Third number of the caller's PID. 1 or more. For example 123 */
  adzone_id?: Id | undefined
  /** 1 or more; at most 10000. For example 1 */
  page_no: number
  /** Second number of the caller's PID. 1 or more. For example 123 */
  site_id?: Id | undefined
  /** As the operator of the network names it. At most 40 characters. For example 100001_1 */
  activity_id: string
  /** YyyyMM, GMT+8: only buyers who were paid for in this month. For example 201807 */
  settle_month?: string | undefined
}

export interface TbkScNewuserOrderSumResponse {
  results?: TbkScNewuserOrderSumResponseResults
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkScNewuserOrderSumResponseResults {
  data?: TbkScNewuserOrderSumResponseResultsData
}

export interface TbkScNewuserOrderSumResponseResultsData {
  /** For example 1 */
  page_no?: number
  /** For example 20 */
  page_size?: number
  /** For example true */
  has_next?: boolean
  results?: TbkScNewuserOrderSumResponseResultsDataResults[]
}

export interface TbkScNewuserOrderSumResponseResultsDataResults {
  /** For example 119013_2 */
  activity_id?: string
  /** The day of the first purchases, GMT+8. For example 20180321 */
  biz_date?: string
  /** OpenTBK does not send it: buyers have no account here: a shop tells of its buyers by their orders alone */
  reg_user_cnt?: number
  /** OpenTBK does not send it: buyers have no account here: a shop tells of its buyers by their orders alone */
  login_user_cnt?: number
  /** New buyers of that day. For example 88 */
  alipay_user_cnt?: number
  /** Those of them whose purchase is settled. For example 66 */
  rcv_valid_user_cnt?: number
  /** Those of them who received it. For example 77 */
  rcv_user_cnt?: number
  /** What was paid to the promoter for the settled ones; absent with adzone_id or site_id. For example 44.33 */
  alipay_user_cpa_pre_amt?: string
  /** OpenTBK does not send it: of the platform’s 八天乐 alone */
  bind_buy_user_cpa_pre_amt?: string
  /** OpenTBK does not send it: of the platform’s 八天乐 alone */
  bind_buy_valid_user_cnt?: number
  /** OpenTBK does not send it: bank cards are not known here */
  bind_card_valid_user_cnt?: number
  /** OpenTBK does not send it: documented by its name alone */
  re_buy_valid_user_cnt?: number
  /** OpenTBK does not send it: documented by its name alone */
  valid_num?: number
  /** Absent for what came without a channel. For example 2323423 */
  relation_id?: string
}

export interface TbkScOptimusMaterialRequest {
  /** Third number of the PID. For example 123 */
  adzone_id: Id
  /** Second number of the PID. For example 123 */
  site_id: Id
  /** A selection of optimus.tou.material.ids.get; 13256 goods like item_id; 31519 the favorites by name and 31539 the goods of favorites_id, on the dg door. For example 123 */
  material_id: Id
  /** 1 or more; at most 100; 20 when absent. For example 20 */
  page_size?: number | undefined
  /** 1 or more; 1 when absent. For example 1 */
  page_no?: number | undefined
  /** With material 13256 alone: the item that others are to be like */
  item_id?: string | undefined
  /** Without effect on OpenTBK: selections are the same for every shopper */
  device_value?: string | undefined
  /** Without effect on OpenTBK: selections are the same for every shopper */
  device_encrypt?: string | undefined
  /** Without effect on OpenTBK: selections are the same for every shopper */
  device_type?: string | undefined
  /** Without effect on OpenTBK: no selections for contents */
  content_id?: Id | undefined
  /** Without effect on OpenTBK: no selections for contents */
  content_source?: string | undefined
}

export interface TbkScOptimusMaterialResponse {
  result_list?: TbkScOptimusMaterialResponseResultList[]
  /** Always false: nothing is filled up with other goods. For example false */
  is_default?: string
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkScOptimusMaterialResponseResultList {
  /** This promoter's own id of the item */
  item_id?: string
  title?: string
  short_title?: string
  /** The item's subtitle. For example 季凉被 全棉亲肤 */
  item_description?: string
  pict_url?: string
  small_images?: string[]
  white_image?: string
  /** Yuan, the struck-through price. For example 102.00 */
  reserve_price?: string
  /** Yuan, the item's price before promotions. For example 88.00 */
  zk_final_price?: string
  /** Yuan, the promotion price while it runs. For example 168.00 */
  sale_price?: string
  /** 0 taobao, 1 tmall. For example 1 */
  user_type?: number
  /** Pieces in 30 days. For example 123 */
  volume?: number
  /** For example 232332 */
  seller_id?: string
  /** For example xx旗舰店 */
  shop_title?: string
  /** For example 旗舰店 */
  nick?: string
  /** For example 女装 */
  level_one_category_name?: string
  /** For example 20 */
  level_one_category_id?: string
  /** For example 连衣裙 */
  category_name?: string
  /** For example 162201 */
  category_id?: string
  /** 0 no, 1 yes. For example 1 */
  superior_brand?: string
  /** A day. For example 2017-10-29 */
  coupon_start_time?: string
  /** A day. For example 2017-10-29 */
  coupon_end_time?: string
  /** The coupon in the final price. For example 满299元减20元 */
  coupon_info?: string
  /** Yuan. For example 29.00 */
  coupon_start_fee?: string
  /** For example 22323 */
  coupon_total_count?: number
  /** For example 111 */
  coupon_remain_count?: number
  /** The link to item and coupon in one, when a coupon is open */
  coupon_share_url?: string
  /** Targeted plans (定向计划) running on the item */
  sp_campaign_list?: TbkScOptimusMaterialResponseResultListSpCampaignList[]
  /** OpenTBK does not send it: no higher commission for the first N pieces */
  topn_info?: TbkScOptimusMaterialResponseResultListTopnInfo
  /** For example 1567440000000. OpenTBK does not send it: no presale goods in this network */
  presale_start_time?: number
  /** For example 1567440000000. OpenTBK does not send it: no presale goods in this network */
  presale_end_time?: number
  /** For example 1567440000000. OpenTBK does not send it: no presale goods in this network */
  presale_tail_start_time?: number
  /** For example 1567440000000. OpenTBK does not send it: no presale goods in this network */
  presale_tail_end_time?: number
  /** For example 100. OpenTBK does not send it: no presale goods in this network */
  presale_deposit?: string
  /** For example 付定金立减5元. OpenTBK does not send it: no presale goods in this network */
  presale_discount_fee_text?: string
  /** For example 1640317400000. OpenTBK does not send it: no buying in teams (拼团) */
  oetime?: string
  /** For example 1640317400000. OpenTBK does not send it: no buying in teams (拼团) */
  ostime?: string
  /** For example 10. OpenTBK does not send it: no buying in teams (拼团) */
  jdd_num?: number
  /** For example 5. OpenTBK does not send it: no buying in teams (拼团) */
  jdd_price?: string
  /** For example 25. OpenTBK does not send it: no buying in teams (拼团) */
  orig_price?: string
  /** For example 5555. OpenTBK does not send it: no buying in teams (拼团) */
  total_stock?: number
  /** For example 1111. OpenTBK does not send it: no buying in teams (拼团) */
  sell_num?: number
  /** For example 4444. OpenTBK does not send it: no buying in teams (拼团) */
  stock?: number
  /** For example 23. OpenTBK does not send it: no presale goods in this network */
  uv_sum_pre_sale?: number
  /** For example 2019-11-10 21:59:59. OpenTBK does not send it: no presale goods in this network, nor gifts with them */
  ysyl_tlj_send_time?: string
  /** For example 2030. OpenTBK does not send it: no presale goods in this network, nor gifts with them */
  ysyl_commission_rate?: string
  /** For example 0.6. OpenTBK does not send it: no presale goods in this network, nor gifts with them */
  ysyl_tlj_face?: string
  /** OpenTBK does not send it: no presale goods in this network, nor gifts with them */
  ysyl_click_url?: string
  /** For example 2019-11-10 21:59:59. OpenTBK does not send it: no presale goods in this network, nor gifts with them */
  ysyl_tlj_use_end_time?: string
  /** For example 2019-11-10 21:59:59. OpenTBK does not send it: no presale goods in this network, nor gifts with them */
  ysyl_tlj_use_start_time?: string
  /** For example 前n件x折. OpenTBK does not send it: no timed sales (限时抢) */
  tmall_play_activity_info?: string
  /** OpenTBK does not send it: no promotions across shops */
  kuadian_promotion_info?: string
  /** For example 1. OpenTBK does not send it: no brand flash sales (品牌快抢) */
  is_brand_flash_sale?: string
  /** For example 1. OpenTBK does not send it: no list of hot goods */
  hot_flag?: string
  /** For example 200+. OpenTBK does not send it: not on Taote (淘特) */
  tt_sold_count?: string
  /** For example 110. OpenTBK does not send it: rates are not locked */
  lock_rate?: string
  /** For example 1567440000000. OpenTBK does not send it: rates are not locked */
  lock_rate_end_time?: number
  /** For example 1567440000000. OpenTBK does not send it: rates are not locked */
  lock_rate_start_time?: number
  /** OpenTBK does not send it: no platform subsidy (百亿补贴) */
  bybt_info?: TbkScOptimusMaterialResponseResultListBybtInfo
  /** OpenTBK does not send it: no cash-back cards (猫超买返卡) */
  maifan_promotion?: TbkScOptimusMaterialResponseResultListMaifanPromotion
  /** For example 0 1 2. OpenTBK does not send it: no per-order rewards on items */
  cpa_reward_type?: string
  /** For example 1.11 2.22 3.21. OpenTBK does not send it: no per-order rewards on items */
  cpa_reward_amount?: string
  /** For example 188. OpenTBK does not send it: no per-order rewards on items */
  activity_id?: string
  /** Whole yuan, rounded down; coupon_info says it exactly. For example 40 */
  coupon_amount?: number
  /** Coupon_share_url by its old name */
  coupon_click_url?: string
  /** This promoter's link to the item */
  click_url?: string
  /** Per cent of the best plan. For example 5.50 */
  commission_rate?: string
  /** For example 吉品鲍鱼 关西参 */
  sub_title?: string
  /** OpenTBK does not send it: goods have no related words */
  word_list?: TbkScOptimusMaterialResponseResultListWordList[]
  /** For example 1.99. OpenTBK does not send it: no prices for new shoppers */
  new_user_price?: string
  /** For example 1559750399000. OpenTBK does not send it: no group-buying events (聚划算) in this network */
  ju_online_end_time?: string
  /** For example 1559232000000. OpenTBK does not send it: no group-buying events (聚划算) in this network */
  ju_online_start_time?: string
  /** For example 1567440000000. OpenTBK does not send it: no group-buying events (聚划算) in this network */
  ju_play_end_time?: number
  /** For example 1567440000000. OpenTBK does not send it: no group-buying events (聚划算) in this network */
  ju_play_start_time?: number
  /** For example 1581868800000. OpenTBK does not send it: no group-buying events (聚划算) in this network */
  ju_pre_show_end_time?: string
  /** For example 1582300799000. OpenTBK does not send it: no group-buying events (聚划算) in this network */
  ju_pre_show_start_time?: string
  /** For example 满200减10. OpenTBK does not send it: no group-buying events (聚划算) in this network */
  jhs_price_usp_list?: string
  /** For example 玩法. OpenTBK does not send it: no group-buying events (聚划算) in this network */
  play_info?: string
  /** For example 1559750399000. OpenTBK does not send it: no supermarket sales (猫超) in this network */
  maochao_play_end_time?: string
  /** For example 1559232000000. OpenTBK does not send it: no supermarket sales (猫超) in this network */
  maochao_play_start_time?: string
  /** For example 2,3. OpenTBK does not send it: no supermarket sales (猫超) in this network */
  maochao_play_conditions?: string
  /** For example 500,450. OpenTBK does not send it: no supermarket sales (猫超) in this network */
  maochao_play_discounts?: string
  /** For example 2. OpenTBK does not send it: no supermarket sales (猫超) in this network */
  maochao_play_discount_type?: string
  /** For example 1. OpenTBK does not send it: no supermarket sales (猫超) in this network */
  maochao_play_free_post_fee?: string
  /** For example 0.41234. OpenTBK does not send it: no coupons for several pieces */
  multi_coupon_zk_rate?: string
  /** For example 9.9. OpenTBK does not send it: no coupons for several pieces */
  price_after_multi_coupon?: string
  /** For example 3. OpenTBK does not send it: no coupons for several pieces */
  multi_coupon_item_count?: string
  /** For example 1. OpenTBK does not send it: no reductions over a whole shop (满减满折) */
  promotion_type?: string
  /** For example 满300减20. OpenTBK does not send it: no reductions over a whole shop (满减满折) */
  promotion_info?: string
  /** For example 300. OpenTBK does not send it: no reductions over a whole shop (满减满折) */
  promotion_discount?: string
  /** For example 20. OpenTBK does not send it: no reductions over a whole shop (满减满折) */
  promotion_condition?: string
  /** For example 1567440000000. OpenTBK does not send it: no timed sales (淘抢购) in this network */
  tmall_play_activity_end_time?: number
  /** For example 1567440000000. OpenTBK does not send it: no timed sales (淘抢购) in this network */
  tmall_play_activity_start_time?: number
  /** For example 1581868800000. OpenTBK does not send it: no timed sales (淘抢购) in this network */
  tqg_online_end_time?: string
  /** For example 1581868800000. OpenTBK does not send it: no timed sales (淘抢购) in this network */
  tqg_online_start_time?: string
  /** For example 20. OpenTBK does not send it: no timed sales (淘抢购) in this network */
  tqg_sold_count?: number
  /** For example 50. OpenTBK does not send it: no timed sales (淘抢购) in this network */
  tqg_total_count?: number
}

export interface TbkScOptimusMaterialResponseResultListSpCampaignList {
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

export interface TbkScOptimusMaterialResponseResultListTopnInfo {
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

export interface TbkScOptimusMaterialResponseResultListBybtInfo {
  bybt_brand_logo?: string
  bybt_pic_url?: string
  bybt_item_tags?: string[]
  /** For example 10.00 */
  bybt_coupon_amount?: string
  /** For example 100.00 */
  bybt_show_price?: string
  /** For example 200.00 */
  bybt_lowest_price?: string
  /** For example 1559750399000 */
  bybt_end_time?: string
  /** For example 1559750399000 */
  bybt_start_time?: string
}

export interface TbkScOptimusMaterialResponseResultListMaifanPromotion {
  /** For example 1559750399000 */
  maifan_promotion_end_time?: string
  /** For example 1559750399000 */
  maifan_promotion_start_time?: string
  /** For example 200 */
  maifan_promotion_discount?: string
  /** For example 100 */
  maifan_promotion_condition?: string
}

export interface TbkScOptimusMaterialResponseResultListWordList {
  url?: string
  word?: string
}

export interface TbkScOrderDetailsGetRequest {
  /** Time searched by: 1 created, 2 paid, 3 settled, 4 modified. 1 when absent. For example 1 */
  query_type?: number | undefined
  /** As returned with the page before; needed from page 2 on. At most 80 characters */
  position_index?: string | undefined
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
  /** 1 or more; at most 100; 20 when absent. For example 20 */
  page_size?: number | undefined
  /** 2: as the promoter, 3: as the third party of a shared link; both when absent */
  member_type?: number | undefined
  /** 1 all, 2 of relations, 3 of specials; a third party's orders are of neither. 1 when absent. For example 1 */
  order_scene?: number | undefined
  /** Of sc.membergroup.optional: the orders of its members who still authorise this app, instead of those of the session; one row for each member who earns by an order. 1 or more */
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

export interface TbkScOrderRefundGetRequest {
  publisher_refund_order_query_option?: TbkScOrderRefundGetRequestPublisherRefundOrderQueryOption | undefined
}

export interface TbkScOrderRefundGetRequestPublisherRefundOrderQueryOption {
  /** 1 next page, -1 page before. 1 when absent. For example 1 */
  jump_type?: number | undefined
  /** 1 all. 1 or more; at most 1. For example 1 */
  order_scene: number
  /** 1 or more; at most 100. For example 20 */
  page_size: number
  /** Time searched by: 1 asked for, 2 order settled, 3 finished, 4 order created, 5 order modified. By 1, 3 and 5 a window in the past is final; by 2 and 4 it gains the cases that such an order gets later. For example 1 */
  query_type: number
  /** The first page is 0 or 1. 0 or more; at most 100. For example 1 */
  page_no: number
  /** As returned with the page before; needed from page 2 on. At most 80 characters. For example 1555904214000_500000000000000001|1555917305000_500000000000000020 */
  position_index?: string | undefined
  /** GMT+8; at most 3 hours before the end, at most 90 days ago. For example 2022-12-23 12:28:22 */
  start_time: string
  /** 1 as promoter, 2 as third party of a shared link, 4 both. For example 1 */
  member_type: number
  /** GMT+8; this second still belongs to the window. For example 2022-12-23 13:28:22 */
  end_time: string
}

export interface TbkScOrderRefundGetResponse {
  data?: TbkScOrderRefundGetResponseData
  /** 200, else as biz_error_code. For example 200 */
  result_code?: number
  /** Absent on success. For example 开始时间不能为空 */
  biz_error_desc?: string
  /** Absent on success; 101 no start_time, 102 a time, window or page that cannot be asked for, 103 the caller is no publisher. For example 101 */
  biz_error_code?: number
  /** Ok, else as biz_error_desc. For example ok */
  result_msg?: string
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkScOrderRefundGetResponseData {
  result?: TbkScOrderRefundGetResponseDataResult[]
  /** Absent on the first page. For example 1 */
  pre_page?: number
  /** Absent on the last page. For example 2 */
  next_page?: number
  /** For example 1 */
  page_no?: number
  /** For example 20 */
  page_size?: number
  /** For example false */
  has_next?: boolean
  /** To be returned as it is. For example 1661386106000_1|1661386107000_2 */
  position_index?: string
  /** For example false */
  has_pre?: boolean
}

export interface TbkScOrderRefundGetResponseDataResult {
  /** This network's number of the case. For example 500000000000000001 */
  refund_suit_id?: string
  /** For example 294159887445064307 */
  tb_trade_parent_id?: string
  /** Trade_id of order.details.get. For example 294159887445064307 */
  tb_trade_id?: string
  /** For example 2022-10-19 14:33:06 */
  tb_trade_create_time?: string
  /** Absent until the order is settled. For example 2022-10-19 14:39:31 */
  earning_time?: string
  /** When this network heard of the case. For example 2022-10-19 14:41:22 */
  tk_refund_time?: string
  /** When this network heard of its end; absent while it is open. For example 2022-10-19 14:42:29 */
  tk_refund_suit_time?: string
  /** Of the order. For example 2022-10-20 03:26:23 */
  modified_time?: string
  /** For example 测试商品 */
  item_title?: string
  /** 二方 or 三方. For example 二方 */
  tk_order_role?: string
  /** 4 asked for, 11 asked for beside others of the same order, 3 rejected, 2 done before the order was settled, 13 done after: deducted from what was available. 12, 14, 15 never: a deduction is made at once, and never from the seller. For example 2 */
  refund_status?: number
  /** What was paid, before any refund; absent until the order is received. For example 5.00 */
  tb_trade_finish_price?: string
  /** What the shopper asked for or got. For example 3.50 */
  refund_fee?: string
  /** One's part before any refund: less what every case of the order takes back, it is pub_share_fee of order.details.get. For example 1.10 */
  pub_share_fee?: string
  /** Without the technical service fee. For example 0.71 */
  tk_commission_fee_refund?: string
  /** For example 0.00 */
  tk_subsidy_fee_refund?: string
  /** The technical service fee in it. For example 0.06 */
  tk_commission_alimm_refund_fee?: string
  /** For example 0.00 */
  tk_subsidy_alimm_refund_fee?: string
  /** For example 0. OpenTBK does not send it: no channel service fee here */
  tk_commission_agent_refund_fee?: string
  /** For example 0. OpenTBK does not send it: no channel service fee here */
  tk_subsidy_agent_refund_fee?: string
  /** With the technical service fee. For example 0.77 */
  show_return_fee?: string
  /** The promoter's own; a third party is told none. For example 1111111 */
  relation_id?: string
  /** The promoter's own; a third party is told none. For example 22222 */
  special_id?: string
  /** OpenTBK does not send it: orders keep no gift */
  rights_id?: string
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

export interface TbkScPunishOrderGetRequest {
  af_order_option?: TbkScPunishOrderGetRequestAfOrderOption | undefined
}

export interface TbkScPunishOrderGetRequestAfOrderOption {
  /** Of the promoter's own channel. 1 or more. For example 122344 */
  relation_id?: Id | undefined
  /** Trade_id of order.details.get; without start_time it is found whenever it was created. 1 or more. For example 581552321112183166 */
  tb_trade_id?: Id | undefined
  /** Without effect on OpenTBK: documented as no longer used */
  tb_trade_parent_id?: Id | undefined
  /** 1 or more; at most 100; 20 when absent. For example 20 */
  page_size?: number | undefined
  /** 1 or more; at most 10000; 1 when absent. For example 1 */
  page_no?: number | undefined
  /** Days from start_time on. 1 or more; at most 30; 30 when absent. For example 30 */
  span?: number | undefined
  /** By tk_create_time of the orders; when absent, the last days of the span. GMT+8, yyyy-MM-dd HH:mm:ss. For example 2018-11-11 00:00:00 */
  start_time?: string | Date | undefined
  /** Without effect on OpenTBK: documented as no longer used */
  special_id?: Id | undefined
  /** Third number of the caller's PID. 1 or more. For example 1212 */
  adzone_id?: Id | undefined
  /** Second number of the caller's PID. 1 or more. For example 1212 */
  site_id?: Id | undefined
  /** Without effect on OpenTBK: documented as no longer used */
  violation_type?: Id | undefined
  /** Without effect on OpenTBK: documented as no longer used */
  punish_status?: Id | undefined
}

export interface TbkScPunishOrderGetResponse {
  result?: TbkScPunishOrderGetResponseResult
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkScPunishOrderGetResponseResult {
  data?: TbkScPunishOrderGetResponseResultData
  /** Absent on success. For example 没有获取到memberid */
  biz_error_desc?: string
  /** Absent on success; 103: the caller is no publisher. For example 103 */
  biz_error_code?: number
  /** Ok, else as biz_error_desc. For example ok */
  result_msg?: string
  /** 200, else as biz_error_code. For example 200 */
  result_code?: number
}

export interface TbkScPunishOrderGetResponseResultData {
  results?: TbkScPunishOrderGetResponseResultDataResults[]
  /** For example 1 */
  page_no?: number
  /** For example 10 */
  page_size?: number
  /** Of all pages. For example 100 */
  total_count?: number
}

export interface TbkScPunishOrderGetResponseResultDataResults {
  /** OpenTBK does not send it: documented as no longer told */
  union_id?: string
  /** OpenTBK does not send it: documented as no longer told */
  special_id?: string
  /** The promoter's own; a third party is told none. For example 122344 */
  relation_id?: string
  /** YyyyMM; absent until the order is settled. For example 201812 */
  settle_month?: number
  /** 0 frozen, or taken and given back to the merchant; 1 released. For example 0 */
  punish_status?: string
  /** 店铺淘宝客, 订单虚假交易. For example 店铺淘宝客 */
  violation_type?: string
  /** For example 2018-11-11 00:01:01 */
  tk_trade_create_time?: string
  /** Trade_id of order.details.get. For example 581552321112183166 */
  tb_trade_id?: string
  /** OpenTBK does not send it: documented as no longer told */
  tb_trade_parent_id?: string
  /** For example 1212 */
  tk_adzone_id?: string
  /** For example 1212 */
  tk_site_id?: string
  /** For example 114469792 */
  tk_pub_id?: string
}

export interface TbkScRelationRefundRequest {
  search_option: TbkScRelationRefundRequestSearchOption
}

export interface TbkScRelationRefundRequestSearchOption {
  /** 1 or more; at most 100. For example 20 */
  page_size: number
  /** Time searched by: 1 asked for, 2 order settled, 3 finished, 4 order created, 5 order modified. For example 1 */
  search_type: number
  /** 1 as promoter, 2 as third party of a shared link, 0 both. For example 1 */
  refund_type: number
  /** The search ends 24 hours later; at most 90 days ago. GMT+8, yyyy-MM-dd HH:mm:ss. For example 2018-10-10 00:00:00 */
  start_time: string | Date
  /** 1 or more; at most 100. For example 1 */
  page_no: number
  /** 1 orders of the promoter's channels, 2 of the promoter's members. For example 1 */
  biz_type: number
}

export interface TbkScRelationRefundResponse {
  result?: TbkScRelationRefundResponseResult
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkScRelationRefundResponseResult {
  /** Ok, else as biz_error_desc. For example ok */
  result_msg?: string
  data?: TbkScRelationRefundResponseResultData
  /** 200, else as biz_error_code. For example 200 */
  result_code?: number
  /** Absent on success. For example 开始时间不能为空 */
  biz_error_desc?: string
  /** Absent on success; 101 no start_time, 102 a time, window or page that cannot be asked for, 103 the caller is no publisher. For example 101 */
  biz_error_code?: number
}

export interface TbkScRelationRefundResponseResultData {
  page_no?: number
  page_size?: number
  /** Exact up to 10,000, and no more than that */
  total_count?: number
  results?: TbkScRelationRefundResponseResultDataResults[]
}

export interface TbkScRelationRefundResponseResultDataResults {
  tb_trade_parent_id?: string
  /** The promoter's own; a third party is told none */
  special_id?: string
  /** The promoter's own; a third party is told none */
  relation_id?: string
  /** Where the link had a third party */
  tk3rd_pub_id?: string
  tk_pub_id?: string
  /** Told to the third party */
  tk_subsidy_fee_refund3rd_pub?: string
  /** Without the technical service fee; told to the third party */
  tk_commission_fee_refund3rd_pub?: string
  /** Told to the promoter */
  tk_subsidy_fee_refund_pub?: string
  /** Without the technical service fee; told to the promoter */
  tk_commission_fee_refund_pub?: string
  /** When this network heard of its end; absent while it is open. GMT+8, yyyy-MM-dd HH:mm:ss */
  tk_refund_suit_time?: string
  /** When this network heard of the case. GMT+8, yyyy-MM-dd HH:mm:ss */
  tk_refund_time?: string
  /** Absent until the order is settled. GMT+8, yyyy-MM-dd HH:mm:ss */
  earning_time?: string
  /** GMT+8, yyyy-MM-dd HH:mm:ss */
  tb_trade_create_time?: string
  /** 4 asked for, 11 asked for beside others of the same order, 3 rejected, 2 done before the order was settled, 13 done after: deducted from what was available. 12, 14, 15 never: a deduction is made at once, and never from the seller */
  refund_status?: number
  tb_auction_title?: string
  /** Trade_id of order.details.get */
  tb_trade_id?: string
  /** What the shopper asked for or got */
  refund_fee?: string
  /** What was paid, before any refund; absent until the order is received */
  tb_trade_finish_price?: string
  /** With the technical service fee; told to the promoter */
  tk_pub_show_return_fee?: string
  /** With the technical service fee; told to the third party */
  tk3rd_pub_show_return_fee?: string
  /** 1 as promoter, 2 as third party */
  refund_type?: number
  /** OpenTBK does not send it: no orders of other platforms here */
  alsc_pid?: string
  /** OpenTBK does not send it: no orders of other platforms here */
  alsc_id?: string
  /** Of the order. GMT+8, yyyy-MM-dd HH:mm:ss */
  modified_time?: string
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

export interface TbkSfGroupActivityCallbackRequest {
  /** A group that the operator has made a plan for. At most 64 characters. For example R:15323432 */
  group_id: string
  /** A crowd (联盟人群): only its plans are meant. 1 or more. For example 125452 */
  scd_id?: Id | undefined
  /** What became of the message, in words. At most 500 characters. For example 配置缺失 */
  res_desc?: string | undefined
  /** The channel's own code, kept as it is. For example 1 */
  res_code: Id
  /** At most 64 characters. For example CG8PX7V5 */
  msg_id: string
  /** Of the same message. At most 64 characters. For example 6KNj7vzS6CG8PX7V5 */
  offset_code: string
  /** Milliseconds; at most 10 minutes ahead. 1 or more. For example 1749091000704 */
  time_stamp: Id
}

export interface TbkSfGroupActivityCallbackResponse {
  /** For example true */
  is_success?: boolean
  /** Absent on success. For example 无权限 */
  biz_error_desc?: string
  /** Absent on success; 21 not a group of this promoter, 22 offset_code names no message of the group, 23 offset_code and msg_id name two messages, 24 time_stamp over 10 minutes ahead. For example 21 */
  biz_error_code?: number
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkSfGroupActivityGetRequest {
  /** A group that the operator has made a plan for. At most 64 characters. For example R:15323432 */
  group_id: string
  /** A crowd (联盟人群): only its plans are meant. 1 or more. For example 125452 */
  scd_id?: Id | undefined
  /** Of the message handled last, as it was answered. At most 64 characters. For example 6KNj7vzS6CG8PX7V5 */
  offset_code?: string | undefined
  /** 1 or more; at most 100; 20 when absent. For example 20 */
  page_size?: number | undefined
}

export interface TbkSfGroupActivityGetResponse {
  result_list?: TbkSfGroupActivityGetResponseResultList[]
  /** For example true */
  is_success?: boolean
  /** Absent on success. For example 无权限 */
  biz_error_desc?: string
  /** Absent on success; 21 not a group of this promoter, 22 offset_code names no message of the group, 23 offset_code and msg_id name two messages, 24 time_stamp over 10 minutes ahead. For example 21 */
  biz_error_code?: number
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkSfGroupActivityGetResponseResultList {
  /** Returned as it is with the callback. For example CG8PX7V5 */
  msg_id?: string
  /** For example R:15323432 */
  group_id?: string
  /** Where the plan is for a crowd. For example 125452 */
  scd_id?: string
  /** The place of this message, ends in msg_id. For example 6KNj7vzS6CG8PX7V5 */
  offset_code?: string
  /** The text to send */
  content?: string
  /** When to send it, milliseconds. For example 1749091000704 */
  send_time?: string
}

export interface TbkSfGroupStatusReportRequest {
  /** A group that the operator has made a plan for. At most 64 characters. For example R:15323432 */
  group_id: string
  /** 1 messages can be sent, 0 they cannot. One of 0, 1. For example 1 */
  status: 0 | 1
  /** Why, in words. At most 500 characters */
  description?: string | undefined
  /** Of the change, milliseconds; at most 10 minutes ahead, now when absent. 1 or more. For example 1750940789516 */
  time_stamp?: Id | undefined
}

export interface TbkSfGroupStatusReportResponse {
  /** For example true */
  is_success?: boolean
  /** Absent on success. For example 无权限 */
  biz_error_desc?: string
  /** Absent on success; 21 not a group of this promoter, 22 offset_code names no message of the group, 23 offset_code and msg_id name two messages, 24 time_stamp over 10 minutes ahead. For example 21 */
  biz_error_code?: number
  /** Names this call to whoever runs the gateway. */
  request_id?: string
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

export interface TbkShopGetRequest {
  /** User_id, shop_title, shop_type, seller_nick, pict_url, shop_url. At most 1000 items. For example user_id,shop_title,shop_type,seller_nick,pict_url,shop_url */
  fields: readonly string[]
  /** Words; each in the shop's title, its nick or the name of its main category. For example 女装 */
  q: string
  /** Commission_rate of the general plan, auction_count goods, total_auction pieces sold in 30 days. One of commission_rate_des, commission_rate_asc, auction_count_des, auction_count_asc, total_auction_des, total_auction_asc; total_auction_des when absent. For example commission_rate_des */
  sort?: 'commission_rate_des' | 'commission_rate_asc' | 'auction_count_des' | 'auction_count_asc' | 'total_auction_des' | 'total_auction_asc' | undefined
  /** True: only mall shops */
  is_tmall?: boolean | undefined
  /** Least level. 1 or more; at most 20. For example 1 */
  start_credit?: number | undefined
  /** Highest level. 1 or more; at most 20. For example 20 */
  end_credit?: number | undefined
  /** Least rate of the general plan, basis points. 1 or more; at most 10000 */
  start_commission_rate?: number | undefined
  /** Highest rate of the general plan, basis points. 1 or more; at most 10000 */
  end_commission_rate?: number | undefined
  /** Least number of goods. 0 or more. For example 1 */
  start_total_action?: number | undefined
  /** Highest number of goods. 0 or more. For example 100 */
  end_total_action?: number | undefined
  /** Least number of promoted goods. 0 or more. For example 123 */
  start_auction_count?: number | undefined
  /** Highest number of promoted goods. 0 or more. For example 200 */
  end_auction_count?: number | undefined
  /** 1 or more; at most 100; 1 when absent. For example 1 */
  page_no?: number | undefined
  /** 1 or more; at most 100; 20 when absent. For example 20 */
  page_size?: number | undefined
  /** 1 PC, 2 wireless: one page serves both. One of 1, 2; 1 when absent */
  platform?: 1 | 2 | undefined
}

export interface TbkShopGetResponse {
  results?: TbkShopGetResponseResults[]
  /** For example 100 */
  total_results?: number
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkShopGetResponseResults {
  /** The seller id: a seller is a shop here. For example 123 */
  user_id?: string
  /** For example 女装店铺 */
  shop_title?: string
  /** B tmall, C taobao. For example B */
  shop_type?: string
  /** For example demo */
  seller_nick?: string
  pict_url?: string
  shop_url?: string
}

export interface TbkShopRecommendGetRequest {
  /** User_id, shop_title, shop_type, seller_nick, pict_url, shop_url. At most 1000 items. For example user_id,shop_title,shop_type,seller_nick,pict_url,shop_url */
  fields: readonly string[]
  /** A seller id, of an item or a shop. 1 or more. For example 123 */
  user_id: Id
  /** 1 or more; at most 40; 20 when absent. For example 20 */
  count?: number | undefined
  /** 1 PC, 2 wireless: one page serves both. One of 1, 2; 1 when absent */
  platform?: 1 | 2 | undefined
}

export interface TbkShopRecommendGetResponse {
  results?: TbkShopRecommendGetResponseResults[]
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkShopRecommendGetResponseResults {
  /** The seller id: a seller is a shop here. For example 123 */
  user_id?: string
  /** For example 女装店铺 */
  shop_title?: string
  /** B tmall, C taobao. For example B */
  shop_type?: string
  /** For example demo */
  seller_nick?: string
  pict_url?: string
  shop_url?: string
}

export interface TbkShopShareConvertRequest {
  /** User_id, click_url. At most 1000 items. For example user_id,click_url */
  fields: readonly string[]
  /** Seller ids, comma-joined: a seller is a shop here; unknown and closed shops are left out. 1 or more; at most 40 items. For example 123,456 */
  user_ids: readonly Id[]
  /** 1 PC, 2 wireless: one link serves both. 1 when absent. For example 1 */
  platform?: number | undefined
  /** Third part of a PID. 1 or more. For example 123 */
  adzone_id: Id
  /** PID of the third party; needs a share agreement in force with them, whose rate the links keep. At most 64 characters. For example mm_123_123_123 */
  sub_pid: string
  /** At most 12 letters and digits, carried by the link. For example demo */
  unid?: string | undefined
}

export interface TbkShopShareConvertResponse {
  results?: TbkShopShareConvertResponseResults[]
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkShopShareConvertResponseResults {
  /** The seller id as it was sent. For example 123 */
  user_id?: string
  /** The promotion link */
  click_url?: string
}

export interface TbkSkuBestCouponRequest {
  /** A variant of the item */
  sku_id: Id
  /** The item's number: its page documents no other form */
  item_id: Id
}

export interface TbkSkuBestCouponResponse {
  /** The coupon that saves most at the variant's price */
  coupon_info?: TbkSkuBestCouponResponseCouponInfo
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkSkuBestCouponResponseCouponInfo {
  /** Milliseconds */
  coupon_expire_time?: number
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

export interface TbkTpwdShareConvertRequest {
  /** At most 2048 characters. For example ¥2k12308DjvP¥ */
  password_content: string
  /** 1 or more. For example 1231212 */
  adzone_id: Id
  /** PID of the third party; needs a share agreement in force with them, whose rate the links keep. At most 64 characters. For example mm_123_123_123 */
  sub_pid: string
  /** 1: the general plan; otherwise the best open plan. For example 1 */
  dx?: string | undefined
}

export interface TbkTpwdShareConvertResponse {
  data?: TbkTpwdShareConvertResponseData
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TbkTpwdShareConvertResponseData {
  /** Item id; absent for shops and venues */
  num_iid?: string
  /** The new promotion link; with the coupon when one is open */
  click_url?: string
}

export interface TimeGetRequest {
}

export interface TimeGetResponse {
  /** The network's business time, GMT+8. GMT+8, yyyy-MM-dd HH:mm:ss. For example 2026-01-01 12:00:00 */
  time?: string
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TopAuthTokenCreateRequest {
  /** From the redirect_uri; 30 minutes, once. At most 128 */
  code: string
  /** Without effect on OpenTBK: a mark of the caller’s device: nothing hangs on it */
  uuid?: string | undefined
}

export interface TopAuthTokenCreateResponse {
  /** JSON: access_token, refresh_token, their lives in seconds and ends in epoch milliseconds, taobao_user_id, taobao_user_nick (percent-encoded), taobao_open_uid. For example {"access_token":"6200…","token_type":"Bearer","expires_in":2592000,"refresh_token":"6200…","re_expires_in":5184000,"taobao_user_id":"100000001","taobao_user_nick":"%E6%8E%A8"} */
  token_result?: string
  /** Names this call to whoever runs the gateway. */
  request_id?: string
}

export interface TopAuthTokenRefreshRequest {
  /** The newest one. At most 128 */
  refresh_token: string
}

export interface TopAuthTokenRefreshResponse {
  /** JSON: access_token, refresh_token, their lives in seconds and ends in epoch milliseconds, taobao_user_id, taobao_user_nick (percent-encoded), taobao_open_uid. For example {"access_token":"6200…","token_type":"Bearer","expires_in":2592000,"refresh_token":"6200…","re_expires_in":5184000,"taobao_user_id":"100000001","taobao_user_nick":"%E6%8E%A8"} */
  token_result?: string
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

export interface QimenMethods {
  /** 淘宝客商品展示规则获取. `qimen.taobao.tbk.item.rule.get` */
  taobaoTbkItemRuleGet(input: QimenTaobaoTbkItemRuleGetRequest, options?: CallOptions): Promise<QimenTaobaoTbkItemRuleGetResponse>
}

export interface TbkMethods {
  /** 淘宝客-推广者-创建推广位. `taobao.tbk.adzone.create` */
  adzoneCreate(input: TbkAdzoneCreateRequest, options?: CallOptions): Promise<TbkAdzoneCreateResponse>
  /** 淘宝客-推广者-内容三方万能转链. `taobao.tbk.content.general.link.convert` */
  contentGeneralLinkConvert(input: TbkContentGeneralLinkConvertRequest, options?: CallOptions): Promise<TbkContentGeneralLinkConvertResponse>
  /** 淘宝客-公用-爆料分享物料上传. `taobao.tbk.content.material.upload`. Inferred: no document of this method is known */
  contentMaterialUpload(input: TbkContentMaterialUploadRequest, options?: CallOptions): Promise<TbkContentMaterialUploadResponse>
  /** 淘宝客-推广者-单品券高效转链. `taobao.tbk.coupon.convert` */
  couponConvert(input: TbkCouponConvertRequest, options?: CallOptions): Promise<TbkCouponConvertResponse>
  /** 淘宝客-公用-阿里妈妈推广券详情查询. `taobao.tbk.coupon.get` */
  couponGet(input?: TbkCouponGetRequest, options?: CallOptions): Promise<TbkCouponGetResponse>
  /** 淘宝客-招商团长-服务费订单明细. `taobao.tbk.cp.order.details.get`. Known from third parties only */
  cpOrderDetailsGet(input: TbkCpOrderDetailsGetRequest, options?: CallOptions): Promise<TbkCpOrderDetailsGetResponse>
  /** 淘宝客-推广者-爆料分享物料获取. `taobao.tbk.dg.content.material`. Inferred: no document of this method is known */
  dgContentMaterial(input: TbkDgContentMaterialRequest, options?: CallOptions): Promise<TbkDgContentMaterialResponse>
  /** 淘宝客-推广者-万能转链. `taobao.tbk.dg.general.link.convert` */
  dgGeneralLinkConvert(input: TbkDgGeneralLinkConvertRequest, options?: CallOptions): Promise<TbkDgGeneralLinkConvertResponse>
  /** 淘宝客-推广者-万能解析. `taobao.tbk.dg.general.link.parse` */
  dgGeneralLinkParse(input: TbkDgGeneralLinkParseRequest, options?: CallOptions): Promise<TbkDgGeneralLinkParseResponse>
  /** 淘宝客-推广者-物料搜索. `taobao.tbk.dg.material.optional` */
  dgMaterialOptional(input: TbkDgMaterialOptionalRequest, options?: CallOptions): Promise<TbkDgMaterialOptionalResponse>
  /** 淘宝客-推广者-物料搜索升级版. `taobao.tbk.dg.material.optional.upgrade` */
  dgMaterialOptionalUpgrade(input: TbkDgMaterialOptionalUpgradeRequest, options?: CallOptions): Promise<TbkDgMaterialOptionalUpgradeResponse>
  /** 淘宝客-推广者-物料精选升级版. `taobao.tbk.dg.material.recommend` */
  dgMaterialRecommend(input: TbkDgMaterialRecommendRequest, options?: CallOptions): Promise<TbkDgMaterialRecommendResponse>
  /** 淘宝客-推广者-新用户订单明细查询. `taobao.tbk.dg.newuser.order.get` */
  dgNewuserOrderGet(input: TbkDgNewuserOrderGetRequest, options?: CallOptions): Promise<TbkDgNewuserOrderGetResponse>
  /** 淘宝客-推广者-拉新活动对应数据查询. `taobao.tbk.dg.newuser.order.sum` */
  dgNewuserOrderSum(input: TbkDgNewuserOrderSumRequest, options?: CallOptions): Promise<TbkDgNewuserOrderSumResponse>
  /** 淘宝客-推广者-物料精选. `taobao.tbk.dg.optimus.material` */
  dgOptimusMaterial(input: TbkDgOptimusMaterialRequest, options?: CallOptions): Promise<TbkDgOptimusMaterialResponse>
  /** 淘宝客-推广者-处罚订单查询. `taobao.tbk.dg.punish.order.get` */
  dgPunishOrderGet(input?: TbkDgPunishOrderGetRequest, options?: CallOptions): Promise<TbkDgPunishOrderGetResponse>
  /** 淘宝客-公用-链接解析出商品id. `taobao.tbk.item.click.extract` */
  itemClickExtract(input: TbkItemClickExtractRequest, options?: CallOptions): Promise<TbkItemClickExtractResponse>
  /** 淘宝客-推广者-商品链接转换. `taobao.tbk.item.convert` */
  itemConvert(input: TbkItemConvertRequest, options?: CallOptions): Promise<TbkItemConvertResponse>
  /** 淘宝客-公用-淘宝客商品详情查询(详细版). `taobao.tbk.item.details.get` */
  itemDetailsGet(input: TbkItemDetailsGetRequest, options?: CallOptions): Promise<TbkItemDetailsGetResponse>
  /** 淘宝客-公用-淘宝客商品详情查询升级版(详细版). `taobao.tbk.item.details.upgrade.get` */
  itemDetailsUpgradeGet(input: TbkItemDetailsUpgradeGetRequest, options?: CallOptions): Promise<TbkItemDetailsUpgradeGetResponse>
  /** 淘宝客-公用-淘宝客商品详情查询(简版). `taobao.tbk.item.info.get` */
  itemInfoGet(input: TbkItemInfoGetRequest, options?: CallOptions): Promise<TbkItemInfoGetResponse>
  /** 淘宝客-公用-淘宝客商品详情查询升级版(简易版). `taobao.tbk.item.info.upgrade.get` */
  itemInfoUpgradeGet(input: TbkItemInfoUpgradeGetRequest, options?: CallOptions): Promise<TbkItemInfoUpgradeGetResponse>
  /** 淘宝客-推广者-商品三方分成链接转换. `taobao.tbk.item.share.convert` */
  itemShareConvert(input: TbkItemShareConvertRequest, options?: CallOptions): Promise<TbkItemShareConvertResponse>
  /** 淘宝客-推广者-根据宝贝id批量查询优惠券. `taobao.tbk.itemid.coupon.get` */
  itemidCouponGet(input: TbkItemidCouponGetRequest, options?: CallOptions): Promise<TbkItemidCouponGetResponse>
  /** 淘宝客-公用-失效商品id转化. `taobao.tbk.itemid.ineffective.transform` */
  itemidIneffectiveTransform(input: TbkItemidIneffectiveTransformRequest, options?: CallOptions): Promise<TbkItemidIneffectiveTransformResponse>
  /** 淘宝客-推广者-商品id转化(二方)(专有). `taobao.tbk.itemid.private.transform` */
  itemidPrivateTransform(input: TbkItemidPrivateTransformRequest, options?: CallOptions): Promise<TbkItemidPrivateTransformResponse>
  /** 淘宝客-推广者-商品id升级(三方). `taobao.tbk.itemid.transform` */
  itemidTransform(input: TbkItemidTransformRequest, options?: CallOptions): Promise<TbkItemidTransformResponse>
  /** 淘宝客-推广者-物料id列表查询. `taobao.tbk.optimus.tou.material.ids.get` */
  optimusTouMaterialIdsGet(input?: TbkOptimusTouMaterialIdsGetRequest, options?: CallOptions): Promise<TbkOptimusTouMaterialIdsGetResponse>
  /** 淘宝客-推广者-所有订单查询. `taobao.tbk.order.details.get` */
  orderDetailsGet(input: TbkOrderDetailsGetRequest, options?: CallOptions): Promise<TbkOrderDetailsGetResponse>
  /** 淘宝客-推广者-全量售后退款订单查询. `taobao.tbk.order.refund.get` */
  orderRefundGet(input?: TbkOrderRefundGetRequest, options?: CallOptions): Promise<TbkOrderRefundGetResponse>
  /** 淘宝客-推广者-加密淘口令生成. `taobao.tbk.private.tpwd.create` */
  privateTpwdCreate(input: TbkPrivateTpwdCreateRequest, options?: CallOptions): Promise<TbkPrivateTpwdCreateResponse>
  /** 淘宝客-服务商-单品券高效转链. `taobao.tbk.privilege.get`. Needs a session */
  privilegeGet(input: TbkPrivilegeGetRequest, options?: CallOptions): Promise<TbkPrivilegeGetResponse>
  /** 淘宝客-推广者-售后退款订单查询. `taobao.tbk.relation.refund` */
  relationRefund(input: TbkRelationRefundRequest, options?: CallOptions): Promise<TbkRelationRefundResponse>
  /** 淘宝客-服务商-创建推广者位. `taobao.tbk.sc.adzone.create`. Needs a session */
  scAdzoneCreate(input: TbkScAdzoneCreateRequest, options?: CallOptions): Promise<TbkScAdzoneCreateResponse>
  /** 淘宝客-服务商-联盟推广位查询API. `taobao.tbk.sc.adzone.query`. Needs a session. Known from third parties only */
  scAdzoneQuery(input?: TbkScAdzoneQueryRequest, options?: CallOptions): Promise<TbkScAdzoneQueryResponse>
  /** 淘宝客-服务商-爆料分享物料获取. `taobao.tbk.sc.content.material`. Needs a session */
  scContentMaterial(input: TbkScContentMaterialRequest, options?: CallOptions): Promise<TbkScContentMaterialResponse>
  /** 淘宝客-工具-团长-所有订单查询. `taobao.tbk.sc.cp.order.details.get`. Needs a session */
  scCpOrderDetailsGet(input: TbkScCpOrderDetailsGetRequest, options?: CallOptions): Promise<TbkScCpOrderDetailsGetResponse>
  /** 淘宝客-服务商-万能转链. `taobao.tbk.sc.general.link.convert`. Needs a session */
  scGeneralLinkConvert(input: TbkScGeneralLinkConvertRequest, options?: CallOptions): Promise<TbkScGeneralLinkConvertResponse>
  /** 淘宝客-服务商-万能解析. `taobao.tbk.sc.general.link.parse`. Needs a session */
  scGeneralLinkParse(input: TbkScGeneralLinkParseRequest, options?: CallOptions): Promise<TbkScGeneralLinkParseResponse>
  /** 淘宝客-公用-私域用户邀请码生成. `taobao.tbk.sc.invitecode.get`. Needs a session */
  scInvitecodeGet(input: TbkScInvitecodeGetRequest, options?: CallOptions): Promise<TbkScInvitecodeGetResponse>
  /** 淘宝客-服务商-物料搜索. `taobao.tbk.sc.material.optional`. Needs a session */
  scMaterialOptional(input: TbkScMaterialOptionalRequest, options?: CallOptions): Promise<TbkScMaterialOptionalResponse>
  /** 淘宝客-服务商-物料搜索升级版. `taobao.tbk.sc.material.optional.upgrade`. Needs a session */
  scMaterialOptionalUpgrade(input: TbkScMaterialOptionalUpgradeRequest, options?: CallOptions): Promise<TbkScMaterialOptionalUpgradeResponse>
  /** 淘宝客-服务商-物料精选升级版. `taobao.tbk.sc.material.recommend`. Needs a session */
  scMaterialRecommend(input: TbkScMaterialRecommendRequest, options?: CallOptions): Promise<TbkScMaterialRecommendResponse>
  /** 淘宝客-服务商-member组查询&新增. `taobao.tbk.sc.membergroup.optional` */
  scMembergroupOptional(input?: TbkScMembergroupOptionalRequest, options?: CallOptions): Promise<TbkScMembergroupOptionalResponse>
  /** 淘宝客-服务商-新用户订单明细查询. `taobao.tbk.sc.newuser.order.get`. Needs a session */
  scNewuserOrderGet(input: TbkScNewuserOrderGetRequest, options?: CallOptions): Promise<TbkScNewuserOrderGetResponse>
  /** 淘宝客-服务商-拉新活动数据查询. `taobao.tbk.sc.newuser.order.sum`. Needs a session */
  scNewuserOrderSum(input: TbkScNewuserOrderSumRequest, options?: CallOptions): Promise<TbkScNewuserOrderSumResponse>
  /** 淘宝客-服务商-物料精选. `taobao.tbk.sc.optimus.material`. Needs a session */
  scOptimusMaterial(input: TbkScOptimusMaterialRequest, options?: CallOptions): Promise<TbkScOptimusMaterialResponse>
  /** 淘宝客-服务商-所有订单查询. `taobao.tbk.sc.order.details.get`. Needs a session */
  scOrderDetailsGet(input: TbkScOrderDetailsGetRequest, options?: CallOptions): Promise<TbkScOrderDetailsGetResponse>
  /** 淘宝客-服务商-全量售后退款订单查询. `taobao.tbk.sc.order.refund.get`. Needs a session */
  scOrderRefundGet(input?: TbkScOrderRefundGetRequest, options?: CallOptions): Promise<TbkScOrderRefundGetResponse>
  /** 淘宝客-服务商-加密淘口令生成. `taobao.tbk.sc.private.tpwd.create`. Needs a session */
  scPrivateTpwdCreate(input: TbkScPrivateTpwdCreateRequest, options?: CallOptions): Promise<TbkScPrivateTpwdCreateResponse>
  /** 淘宝客-公用-私域用户备案信息查询. `taobao.tbk.sc.publisher.info.get`. Needs a session */
  scPublisherInfoGet(input: TbkScPublisherInfoGetRequest, options?: CallOptions): Promise<TbkScPublisherInfoGetResponse>
  /** 淘宝客-公用-私域用户备案. `taobao.tbk.sc.publisher.info.save`. Needs a session */
  scPublisherInfoSave(input: TbkScPublisherInfoSaveRequest, options?: CallOptions): Promise<TbkScPublisherInfoSaveResponse>
  /** 淘宝客-服务商-处罚订单查询. `taobao.tbk.sc.punish.order.get`. Needs a session */
  scPunishOrderGet(input?: TbkScPunishOrderGetRequest, options?: CallOptions): Promise<TbkScPunishOrderGetResponse>
  /** 淘宝客-服务商-售后退款订单查询. `taobao.tbk.sc.relation.refund`. Needs a session */
  scRelationRefund(input: TbkScRelationRefundRequest, options?: CallOptions): Promise<TbkScRelationRefundResponse>
  /** 淘宝客-服务商-店铺链接转换. `taobao.tbk.sc.shop.convert`. Needs a session */
  scShopConvert(input: TbkScShopConvertRequest, options?: CallOptions): Promise<TbkScShopConvertResponse>
  /** 淘宝客-服务商-淘口令解析&转链. `taobao.tbk.sc.tpwd.convert`. Needs a session */
  scTpwdConvert(input: TbkScTpwdConvertRequest, options?: CallOptions): Promise<TbkScTpwdConvertResponse>
  /** 生态发单结果回调. `taobao.tbk.sf.group.activity.callback` */
  sfGroupActivityCallback(input: TbkSfGroupActivityCallbackRequest, options?: CallOptions): Promise<TbkSfGroupActivityCallbackResponse>
  /** 生态发单计划拉取. `taobao.tbk.sf.group.activity.get`. Inferred: no document of this method is known */
  sfGroupActivityGet(input: TbkSfGroupActivityGetRequest, options?: CallOptions): Promise<TbkSfGroupActivityGetResponse>
  /** 生态发单通路状态上报. `taobao.tbk.sf.group.status.report`. Inferred: no document of this method is known */
  sfGroupStatusReport(input: TbkSfGroupStatusReportRequest, options?: CallOptions): Promise<TbkSfGroupStatusReportResponse>
  /** 淘宝客-推广者-店铺链接转换. `taobao.tbk.shop.convert` */
  shopConvert(input: TbkShopConvertRequest, options?: CallOptions): Promise<TbkShopConvertResponse>
  /** 淘宝客-推广者-店铺搜索. `taobao.tbk.shop.get` */
  shopGet(input: TbkShopGetRequest, options?: CallOptions): Promise<TbkShopGetResponse>
  /** 淘宝客-公用-店铺关联推荐. `taobao.tbk.shop.recommend.get` */
  shopRecommendGet(input: TbkShopRecommendGetRequest, options?: CallOptions): Promise<TbkShopRecommendGetResponse>
  /** 淘宝客-推广者-店铺三方分成链接转换. `taobao.tbk.shop.share.convert` */
  shopShareConvert(input: TbkShopShareConvertRequest, options?: CallOptions): Promise<TbkShopShareConvertResponse>
  /** sku维度最优优惠券信息. `taobao.tbk.sku.best.coupon` */
  skuBestCoupon(input: TbkSkuBestCouponRequest, options?: CallOptions): Promise<TbkSkuBestCouponResponse>
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
  /** 淘宝客-推广者-淘口令解析&三方分成转链. `taobao.tbk.tpwd.share.convert` */
  tpwdShareConvert(input: TbkTpwdShareConvertRequest, options?: CallOptions): Promise<TbkTpwdShareConvertResponse>
}

export interface TimeMethods {
  /** 获取前台展示的系统时间. `taobao.time.get` */
  get(input?: TimeGetRequest, options?: CallOptions): Promise<TimeGetResponse>
}

export interface TopMethods {
  /** 获取Access Token. `taobao.top.auth.token.create`. Known from third parties only */
  authTokenCreate(input: TopAuthTokenCreateRequest, options?: CallOptions): Promise<TopAuthTokenCreateResponse>
  /** 刷新Access Token. `taobao.top.auth.token.refresh`. Known from third parties only */
  authTokenRefresh(input: TopAuthTokenRefreshRequest, options?: CallOptions): Promise<TopAuthTokenRefreshResponse>
}

/** Every method by its name: without `taobao.` the first word is the group, the others in camel case the method. */
export interface MethodGroups {
  readonly appip: AppipMethods
  readonly opentbk: OpentbkMethods
  readonly qimen: QimenMethods
  readonly tbk: TbkMethods
  readonly time: TimeMethods
  readonly top: TopMethods
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
    qimen: {
      taobaoTbkItemRuleGet: (input, options) => run<QimenTaobaoTbkItemRuleGetResponse>(qimenTaobaoTbkItemRuleGet, input, options),
    },
    tbk: {
      adzoneCreate: (input, options) => run<TbkAdzoneCreateResponse>(tbkAdzoneCreate, input, options),
      contentGeneralLinkConvert: (input, options) => run<TbkContentGeneralLinkConvertResponse>(tbkContentGeneralLinkConvert, input, options),
      contentMaterialUpload: (input, options) => run<TbkContentMaterialUploadResponse>(tbkContentMaterialUpload, input, options),
      couponConvert: (input, options) => run<TbkCouponConvertResponse>(tbkCouponConvert, input, options),
      couponGet: (input = {}, options) => run<TbkCouponGetResponse>(tbkCouponGet, input, options),
      cpOrderDetailsGet: (input, options) => run<TbkCpOrderDetailsGetResponse>(tbkCpOrderDetailsGet, input, options),
      dgContentMaterial: (input, options) => run<TbkDgContentMaterialResponse>(tbkDgContentMaterial, input, options),
      dgGeneralLinkConvert: (input, options) => run<TbkDgGeneralLinkConvertResponse>(tbkDgGeneralLinkConvert, input, options),
      dgGeneralLinkParse: (input, options) => run<TbkDgGeneralLinkParseResponse>(tbkDgGeneralLinkParse, input, options),
      dgMaterialOptional: (input, options) => run<TbkDgMaterialOptionalResponse>(tbkDgMaterialOptional, input, options),
      dgMaterialOptionalUpgrade: (input, options) => run<TbkDgMaterialOptionalUpgradeResponse>(tbkDgMaterialOptionalUpgrade, input, options),
      dgMaterialRecommend: (input, options) => run<TbkDgMaterialRecommendResponse>(tbkDgMaterialRecommend, input, options),
      dgNewuserOrderGet: (input, options) => run<TbkDgNewuserOrderGetResponse>(tbkDgNewuserOrderGet, input, options),
      dgNewuserOrderSum: (input, options) => run<TbkDgNewuserOrderSumResponse>(tbkDgNewuserOrderSum, input, options),
      dgOptimusMaterial: (input, options) => run<TbkDgOptimusMaterialResponse>(tbkDgOptimusMaterial, input, options),
      dgPunishOrderGet: (input = {}, options) => run<TbkDgPunishOrderGetResponse>(tbkDgPunishOrderGet, input, options),
      itemClickExtract: (input, options) => run<TbkItemClickExtractResponse>(tbkItemClickExtract, input, options),
      itemConvert: (input, options) => run<TbkItemConvertResponse>(tbkItemConvert, input, options),
      itemDetailsGet: (input, options) => run<TbkItemDetailsGetResponse>(tbkItemDetailsGet, input, options),
      itemDetailsUpgradeGet: (input, options) => run<TbkItemDetailsUpgradeGetResponse>(tbkItemDetailsUpgradeGet, input, options),
      itemInfoGet: (input, options) => run<TbkItemInfoGetResponse>(tbkItemInfoGet, input, options),
      itemInfoUpgradeGet: (input, options) => run<TbkItemInfoUpgradeGetResponse>(tbkItemInfoUpgradeGet, input, options),
      itemShareConvert: (input, options) => run<TbkItemShareConvertResponse>(tbkItemShareConvert, input, options),
      itemidCouponGet: (input, options) => run<TbkItemidCouponGetResponse>(tbkItemidCouponGet, input, options),
      itemidIneffectiveTransform: (input, options) => run<TbkItemidIneffectiveTransformResponse>(tbkItemidIneffectiveTransform, input, options),
      itemidPrivateTransform: (input, options) => run<TbkItemidPrivateTransformResponse>(tbkItemidPrivateTransform, input, options),
      itemidTransform: (input, options) => run<TbkItemidTransformResponse>(tbkItemidTransform, input, options),
      optimusTouMaterialIdsGet: (input = {}, options) => run<TbkOptimusTouMaterialIdsGetResponse>(tbkOptimusTouMaterialIdsGet, input, options),
      orderDetailsGet: (input, options) => run<TbkOrderDetailsGetResponse>(tbkOrderDetailsGet, input, options),
      orderRefundGet: (input = {}, options) => run<TbkOrderRefundGetResponse>(tbkOrderRefundGet, input, options),
      privateTpwdCreate: (input, options) => run<TbkPrivateTpwdCreateResponse>(tbkPrivateTpwdCreate, input, options),
      privilegeGet: (input, options) => run<TbkPrivilegeGetResponse>(tbkPrivilegeGet, input, options),
      relationRefund: (input, options) => run<TbkRelationRefundResponse>(tbkRelationRefund, input, options),
      scAdzoneCreate: (input, options) => run<TbkScAdzoneCreateResponse>(tbkScAdzoneCreate, input, options),
      scAdzoneQuery: (input = {}, options) => run<TbkScAdzoneQueryResponse>(tbkScAdzoneQuery, input, options),
      scContentMaterial: (input, options) => run<TbkScContentMaterialResponse>(tbkScContentMaterial, input, options),
      scCpOrderDetailsGet: (input, options) => run<TbkScCpOrderDetailsGetResponse>(tbkScCpOrderDetailsGet, input, options),
      scGeneralLinkConvert: (input, options) => run<TbkScGeneralLinkConvertResponse>(tbkScGeneralLinkConvert, input, options),
      scGeneralLinkParse: (input, options) => run<TbkScGeneralLinkParseResponse>(tbkScGeneralLinkParse, input, options),
      scInvitecodeGet: (input, options) => run<TbkScInvitecodeGetResponse>(tbkScInvitecodeGet, input, options),
      scMaterialOptional: (input, options) => run<TbkScMaterialOptionalResponse>(tbkScMaterialOptional, input, options),
      scMaterialOptionalUpgrade: (input, options) => run<TbkScMaterialOptionalUpgradeResponse>(tbkScMaterialOptionalUpgrade, input, options),
      scMaterialRecommend: (input, options) => run<TbkScMaterialRecommendResponse>(tbkScMaterialRecommend, input, options),
      scMembergroupOptional: (input = {}, options) => run<TbkScMembergroupOptionalResponse>(tbkScMembergroupOptional, input, options),
      scNewuserOrderGet: (input, options) => run<TbkScNewuserOrderGetResponse>(tbkScNewuserOrderGet, input, options),
      scNewuserOrderSum: (input, options) => run<TbkScNewuserOrderSumResponse>(tbkScNewuserOrderSum, input, options),
      scOptimusMaterial: (input, options) => run<TbkScOptimusMaterialResponse>(tbkScOptimusMaterial, input, options),
      scOrderDetailsGet: (input, options) => run<TbkScOrderDetailsGetResponse>(tbkScOrderDetailsGet, input, options),
      scOrderRefundGet: (input = {}, options) => run<TbkScOrderRefundGetResponse>(tbkScOrderRefundGet, input, options),
      scPrivateTpwdCreate: (input, options) => run<TbkScPrivateTpwdCreateResponse>(tbkScPrivateTpwdCreate, input, options),
      scPublisherInfoGet: (input, options) => run<TbkScPublisherInfoGetResponse>(tbkScPublisherInfoGet, input, options),
      scPublisherInfoSave: (input, options) => run<TbkScPublisherInfoSaveResponse>(tbkScPublisherInfoSave, input, options),
      scPunishOrderGet: (input = {}, options) => run<TbkScPunishOrderGetResponse>(tbkScPunishOrderGet, input, options),
      scRelationRefund: (input, options) => run<TbkScRelationRefundResponse>(tbkScRelationRefund, input, options),
      scShopConvert: (input, options) => run<TbkScShopConvertResponse>(tbkScShopConvert, input, options),
      scTpwdConvert: (input, options) => run<TbkScTpwdConvertResponse>(tbkScTpwdConvert, input, options),
      sfGroupActivityCallback: (input, options) => run<TbkSfGroupActivityCallbackResponse>(tbkSfGroupActivityCallback, input, options),
      sfGroupActivityGet: (input, options) => run<TbkSfGroupActivityGetResponse>(tbkSfGroupActivityGet, input, options),
      sfGroupStatusReport: (input, options) => run<TbkSfGroupStatusReportResponse>(tbkSfGroupStatusReport, input, options),
      shopConvert: (input, options) => run<TbkShopConvertResponse>(tbkShopConvert, input, options),
      shopGet: (input, options) => run<TbkShopGetResponse>(tbkShopGet, input, options),
      shopRecommendGet: (input, options) => run<TbkShopRecommendGetResponse>(tbkShopRecommendGet, input, options),
      shopShareConvert: (input, options) => run<TbkShopShareConvertResponse>(tbkShopShareConvert, input, options),
      skuBestCoupon: (input, options) => run<TbkSkuBestCouponResponse>(tbkSkuBestCoupon, input, options),
      spreadGet: (input, options) => run<TbkSpreadGetResponse>(tbkSpreadGet, input, options),
      tbkinfoGet: (input, options) => run<TbkTbkinfoGetResponse>(tbkTbkinfoGet, input, options),
      tpwdConvert: (input, options) => run<TbkTpwdConvertResponse>(tbkTpwdConvert, input, options),
      tpwdCreate: (input, options) => run<TbkTpwdCreateResponse>(tbkTpwdCreate, input, options),
      tpwdMixCreate: (input, options) => run<TbkTpwdMixCreateResponse>(tbkTpwdMixCreate, input, options),
      tpwdParse: (input, options) => run<TbkTpwdParseResponse>(tbkTpwdParse, input, options),
      tpwdShareConvert: (input, options) => run<TbkTpwdShareConvertResponse>(tbkTpwdShareConvert, input, options),
    },
    time: {
      get: (input = {}, options) => run<TimeGetResponse>(timeGet, input, options),
    },
    top: {
      authTokenCreate: (input, options) => run<TopAuthTokenCreateResponse>(topAuthTokenCreate, input, options),
      authTokenRefresh: (input, options) => run<TopAuthTokenRefreshResponse>(topAuthTokenRefresh, input, options),
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
  response: { data: object({ trade_id: text, trade_parent_id: text, tk_status: number, item_id: text, item_num: number, attribution: object({ shopper_count: number, claims: list(object({ click_id: text, verdict: text })), clicks: list(object({ click_id: text, click_time: date, is_own: boolean, is_same_item: boolean, is_attributable: boolean, reason: text, is_chosen: boolean })), rule: text, click_id: text, click_time: date, site_id: id, adzone_id: id, relation_id: id, special_id: id }), terms: object({ plan_id: id, plan_kind: text, plan_problem: text, commission_rate: text, service_fee_rate: text, tk_order_role: number, pub_share_rate: text, second_pub_id: id, third_pub_id: id }), amounts: object({ paid_fee: price, refunded_fee: price, estimated: object({ base_fee: price, total_commission_fee: price, commission_fee: price, service_fee: price, payable_fee: price }), due: object({ base_fee: price, total_commission_fee: price, commission_fee: price, service_fee: price, payable_fee: price }), booked: object({ total_commission_fee: price, commission_fee: price, service_fee: price, payable_fee: price }) }), settlement: object({ receive_time: date, due_time: date, settle_time: date, is_refunding: boolean, penalty: text }), events: list(object({ type: text, event_time: date, accept_time: date, paid_fee: price, refund_id: text, refund_fee: price })), ledger_entries: list(object({ cause: text, post_time: date, is_partial: boolean, lines: list(object({ account: text, amount_fee: price })) })) }) },
}

const qimenTaobaoTbkItemRuleGet: Contract = {
  name: 'qimen.taobao.tbk.item.rule.get',
  takesSession: false,
  repeatable: true,
  request: { itemIds: list(text) },
  response: { data: list(object({ inputItemId: text, itemId: text, isShow: boolean, reason: text, priceText: text, price: text, linePrice: text, couponText: text, tags: list(text), endTime: text })) },
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

const tbkContentGeneralLinkConvert: Contract = {
  name: 'taobao.tbk.content.general.link.convert',
  takesSession: false,
  repeatable: false,
  request: { sub_pid: text, item_dto: list(object({ item_id: text, sku_id: id, dx: text })), page_dto: list(object({ page_id: text })), shop_dto: list(object({ shop_id: text })), material_dto: list(object({ material_url: text })), adzone_id: text },
  response: { data: object({ material_url_list: list(object({ msg: text, code: number, extra_info: text, input_material_url: text, link_info_dto: object({ coupon_long_url: text, material_type: number, cps_long_url: text, cps_short_tpwd: text, coupon_short_tpwd: text, cps_short_url: text, coupon_short_url: text, coupon_full_tpwd: text, cps_full_tpwd: text, tk_biz_type: number }), coupon_info_dto: object({ coupon_end_time: text, activity_id: text, coupon_remain_count: number, coupon_amount: text, coupon_start_time: text, coupon_desc: text, coupon_type: number }), promotion_info_dto: object({ commission_rate: text, commission_type: text }) })), shop_url_list: list(object({ msg: text, code: number, input_shop_id: text, link_info_dto: object({ seller_id: text, cps_long_url: text, cps_short_tpwd: text, cps_short_url: text, cps_full_tpwd: text }) })), event_url_list: list(object({ msg: text, code: number, input_page_id: text, link_info_dto: object({ page_id: text, cps_long_url: text, cps_short_tpwd: text, cps_short_url: text, cps_full_tpwd: text }) })), item_url_list: list(object({ input_item_id: text, extra_info: text, promotion_info_dto: object({ commission_rate: text, commission_type: text }), msg: text, code: number, link_info_dto: object({ coupon_long_url: text, material_type: number, cps_long_url: text, cps_short_tpwd: text, coupon_short_tpwd: text, cps_short_url: text, coupon_short_url: text, coupon_full_tpwd: text, cps_full_tpwd: text, item_id: text }), coupon_info_dto: object({ coupon_end_time: text, activity_id: text, coupon_remain_count: number, coupon_amount: text, coupon_start_time: text, coupon_desc: text }) })) }), biz_error_desc: text, result_msg: text },
}

const tbkContentMaterialUpload: Contract = {
  name: 'taobao.tbk.content.material.upload',
  takesSession: false,
  repeatable: true,
  request: { item_id: text, material_price: text, material_desc_list: list(text), material_pic_list: list(text), start_time: text, end_time: text },
  response: { data: boolean },
}

const tbkCouponConvert: Contract = {
  name: 'taobao.tbk.coupon.convert',
  takesSession: false,
  repeatable: false,
  request: { adzone_id: id, item_id: text, platform: number, relation_id: text, special_id: text, external_id: text, biz_scene_id: text, sku_id: id },
  response: { result: object({ results: object({ coupon_remain_count: number, coupon_total_count: number, coupon_info: text, coupon_end_time: text, coupon_start_time: text, coupon_click_url: text, category_id: id, max_commission_rate: text, item_id: text, item_url: text, ysyl_click_url: text, ysyl_tlj_face: text, ysyl_tlj_send_time: text, ysyl_tlj_use_start_time: text, ysyl_commission_rate: text, ysyl_tlj_use_end_time: text, min_commission_rate: text, reward_info: number, campaign_type: number, coupon_type: number, topn_info: object({ topn_start_time: number, topn_end_time: number, topn_total_count: number, topn_quantity: number }), mini_program: object({ mini_program_appid: text, mini_program_path: text, mini_program_qrcode_url: text }), extra_info: text }), result_code: number, result_msg: text }) },
}

const tbkCouponGet: Contract = {
  name: 'taobao.tbk.coupon.get',
  takesSession: false,
  repeatable: true,
  request: { me: text, item_id: text, activity_id: text },
  response: { data: object({ coupon_activity_id: text, coupon_amount: text, coupon_start_fee: text, coupon_start_time: text, coupon_end_time: text, coupon_total_count: number, coupon_remain_count: number, coupon_src_scene: number, coupon_type: number }) },
}

const tbkCpOrderDetailsGet: Contract = {
  name: 'taobao.tbk.cp.order.details.get',
  takesSession: false,
  repeatable: true,
  request: { query_type: number, position_index: text, tk_status: number, end_time: text, start_time: text, jump_type: number, page_no: number, page_size: number },
  response: { data: object({ results: list(object({ tk_paid_time: text, event_id: id, tk_deposit_time: text, tk_service_rate: text, pre_service_fee: text, service_fee: text, alipay_total_price: text, pay_price: text, deposit_price: text, tb_paid_time: text, tb_deposit_time: text, tk_create_time: text, tk_earning_time: text, modified_time: text, click_time: text, tk_status: number, trade_parent_id: text, item_id: text, item_title: text, item_num: number, item_price: text, seller_nick: text, seller_shop_title: text, marketing_type: text, cp_channel_id: text, cp_channel_name: text, pub_id: text, pub_nick_name: text })), has_pre: boolean, position_index: text, has_next: boolean, page_no: number, page_size: number }) },
}

const tbkDgContentMaterial: Contract = {
  name: 'taobao.tbk.dg.content.material',
  takesSession: false,
  repeatable: true,
  request: { adzone_id: id, page_num: number, page_size: number, item_ids: list(text), start_time: text, end_time: text, scene_id: text, price_floor: text, price_ceiling: text, use_scene: list(text) },
  response: { result_list: list(object({ item_id: text, material_price: text, material_desc_list: list(text), material_pic_list: list(text), material_author: text, material_tag: text, shop_title: text, month_sell_count: text, material_time: text, input_item_id: text, material_id: text, material_type: text, pre_commission_rate: text, content_type: text, use_scene: text, modified_time: text, coupon_url: list(text), discount_need_item_count: number, add_on_item_ids: list(text), price_start_time: text, price_end_time: text, preview_pic_list: list(text), title: text, origin_time: text, professional_tag_list: list(text), price_tag_list: list(text), publisher_avatar: text, publisher_nickname: text, selling_point: text, price_structure: text, content_tag: list(text), promotion_infos: list(text), recommend_reason: text, group_basic_material: text, group_selected_material: list(object({ type: text, content: text, seg_type: text })), generate_from_mgc: number })), total_count: number },
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

const tbkDgMaterialOptional: Contract = {
  name: 'taobao.tbk.dg.material.optional',
  takesSession: false,
  repeatable: true,
  request: { adzone_id: id, q: text, cat: list(id), start_price: number, end_price: number, start_tk_rate: number, end_tk_rate: number, start_dsr: number, itemloc: text, npx_level: number, has_coupon: boolean, is_tmall: boolean, is_overseas: boolean, need_free_shipment: boolean, need_prepay: boolean, include_pay_rate_30: boolean, include_good_rate: boolean, include_rfd_rate: boolean, sort: text, page_no: number, page_size: number, platform: number, material_id: id, relation_id: text, special_id: text, biz_scene_id: text },
  response: { total_results: number, result_list: list(object({ item_id: text, title: text, short_title: text, item_description: text, pict_url: text, small_images: list(text), white_image: text, reserve_price: text, zk_final_price: text, sale_price: text, user_type: number, volume: number, seller_id: id, shop_title: text, nick: text, level_one_category_name: text, level_one_category_id: id, category_name: text, category_id: id, superior_brand: text, coupon_start_time: text, coupon_end_time: text, coupon_info: text, coupon_start_fee: text, coupon_total_count: number, coupon_remain_count: number, coupon_share_url: text, sp_campaign_list: list(object({ sp_cid: text, sp_name: text, sp_rate: text, sp_lock_status: text, sp_apply_link: text, sp_status: text })), topn_info: object({ topn_quantity: number, topn_total_count: number, topn_end_time: text, topn_start_time: text, topn_rate: text }), presale_start_time: number, presale_end_time: number, presale_tail_start_time: number, presale_tail_end_time: number, presale_deposit: text, presale_discount_fee_text: text, oetime: text, ostime: text, jdd_num: number, jdd_price: text, orig_price: text, total_stock: number, sell_num: number, stock: number, uv_sum_pre_sale: number, ysyl_tlj_send_time: text, ysyl_commission_rate: text, ysyl_tlj_face: text, ysyl_click_url: text, ysyl_tlj_use_end_time: text, ysyl_tlj_use_start_time: text, tmall_play_activity_info: text, kuadian_promotion_info: text, is_brand_flash_sale: text, hot_flag: text, tt_sold_count: text, lock_rate: text, lock_rate_end_time: number, lock_rate_start_time: number, bybt_info: object({ bybt_brand_logo: text, bybt_pic_url: text, bybt_item_tags: list(text), bybt_coupon_amount: text, bybt_show_price: text, bybt_lowest_price: text, bybt_end_time: text, bybt_start_time: text }), maifan_promotion: object({ maifan_promotion_end_time: text, maifan_promotion_start_time: text, maifan_promotion_discount: text, maifan_promotion_condition: text }), cpa_reward_type: text, cpa_reward_amount: text, activity_id: text, num_iid: text, coupon_id: text, coupon_amount: text, info_dxjh: text, tk_total_sales: text, tk_total_commi: text, provcity: text, item_url: text, include_mkt: text, include_dxjh: text, commission_rate: text, commission_type: text, shop_dsr: number, url: text, real_post_fee: text, x_id: text, sale_begin_time: text, sale_end_time: text, distance: text, usable_shop_id: text, usable_shop_name: text, localization_extend: text, reward_info: number, match_score: text, commi_score: text, rank_page_url: text, item_search_type: text })), page_result_key: text },
}

const tbkDgMaterialOptionalUpgrade: Contract = {
  name: 'taobao.tbk.dg.material.optional.upgrade',
  takesSession: false,
  repeatable: true,
  request: { adzone_id: id, q: text, cat: list(id), start_price: number, end_price: number, start_tk_rate: number, end_tk_rate: number, start_dsr: number, itemloc: text, npx_level: number, has_coupon: boolean, is_tmall: boolean, is_overseas: boolean, need_free_shipment: boolean, need_prepay: boolean, include_pay_rate_30: boolean, include_good_rate: boolean, include_rfd_rate: boolean, sort: text, page_no: number, page_size: number, material_id: id, relation_id: text, special_id: text, biz_scene_id: text },
  response: { total_results: number, result_list: list(object({ item_id: text, publish_info: object({ income_rate: text, topn_info: object({ topn_quantity: number, topn_total_count: number, topn_end_time: text, topn_start_time: text, topn_rate: text }), two_hour_promotion_sales: number, daily_promotion_sales: number, cpa_reward_type: text, cpa_reward_amount: text, income_info: object({ commission_rate: text, commission_amount: text, subsidy_rate: text, subsidy_amount: text, subsidy_upper_limit: text, subsidy_type: text }), future_activity_commission_rate: text, future_activity_time: text, click_url: text, coupon_share_url: text, sp_campaign_list: list(object({ sp_cid: text, sp_name: text, sp_rate: text, sp_lock_status: text, sp_apply_link: text, sp_status: text })), rank_page_url: text, commission_type: text, include_dxjh: text }), price_promotion_info: object({ reserve_price: text, zk_final_price: text, final_promotion_price: text, final_promotion_path_list: list(object({ promotion_title: text, promotion_desc: text, promotion_fee: text, promotion_start_time: text, promotion_end_time: text, promotion_id: text })), promotion_tag_list: list(object({ tag_name: text })), predict_rounding_up_price: text, predict_rounding_up_price_desc: text, more_promotion_list: list(object({ promotion_title: text, promotion_desc: text, promotion_start_time: text, promotion_end_time: text, promotion_id: text, promotion_total_count: number, promotion_url: text })), gov_subsidy: object({ tag_name: text, state_subsidy_info: object({ max_rebate: number, min_rebate: number, max_discount: text, min_discount: text, province_list: list(text) }) }), future_activity_promotion_price: text, future_activity_promotion_path_list: list(object({ promotion_title: text, promotion_desc: text, promotion_fee: text, promotion_start_time: text, promotion_end_time: text })) }), item_basic_info: object({ title: text, short_title: text, pict_url: text, white_image: text, level_one_category_id: id, category_id: id, category_name: text, seller_id: id, user_type: number, shop_title: text, volume: number, sub_title: text, brand_name: text, level_one_category_name: text, small_images: list(text), annual_vol: text, real_post_fee: text, tk_total_sales: text, provcity: text }), tmall_rank_info: object({ tmall_rank_text: text, tmall_rank_url: text }), presale_info: object({ presale_start_time: number, presale_end_time: number, presale_tail_start_time: number, presale_tail_end_time: number, presale_deposit: text, presale_discount_fee_text: text }), scope_info: object({ superior_brand: text }), mgc_info: object({ price: text, price_desc: text, promotion_summary: text, publish_time: text, valid_time: text }), match_score: text, commi_score: text })), uvid_msg: text },
}

const tbkDgMaterialRecommend: Contract = {
  name: 'taobao.tbk.dg.material.recommend',
  takesSession: false,
  repeatable: true,
  request: { adzone_id: id, material_id: id, page_size: number, page_no: number, relation_id: id, special_id: text, favorites_id: text, item_id: text },
  response: { result_list: list(object({ item_id: text, item_basic_info: object({ title: text, short_title: text, pict_url: text, white_image: text, level_one_category_id: id, category_id: id, category_name: text, seller_id: id, user_type: number, shop_title: text, volume: number, sub_title: text, brand_name: text, level_one_category_name: text, small_images: list(text), annual_vol: text, real_post_fee: text }), price_promotion_info: object({ reserve_price: text, zk_final_price: text, final_promotion_price: text, final_promotion_path_list: list(object({ promotion_title: text, promotion_desc: text, promotion_fee: text, promotion_start_time: text, promotion_end_time: text, promotion_id: text })), promotion_tag_list: list(object({ tag_name: text })), predict_rounding_up_price: text, predict_rounding_up_price_desc: text, more_promotion_list: list(object({ promotion_title: text, promotion_desc: text, promotion_start_time: text, promotion_end_time: text, promotion_id: text, promotion_total_count: number, promotion_url: text })), gov_subsidy: object({ tag_name: text, state_subsidy_info: object({ max_rebate: number, min_rebate: number, max_discount: text, min_discount: text, province_list: list(text) }) }), future_activity_promotion_price: text, future_activity_promotion_path_list: list(object({ promotion_title: text, promotion_desc: text, promotion_fee: text, promotion_start_time: text, promotion_end_time: text })), predict_rounding_up_path_list: list(object({ promotion_title: text, promotion_desc: text })) }), publish_info: object({ income_rate: text, two_hour_promotion_sales: number, daily_promotion_sales: number, cpa_reward_type: text, cpa_reward_amount: text, income_info: object({ commission_rate: text, commission_amount: text, subsidy_rate: text, subsidy_amount: text, subsidy_upper_limit: text, subsidy_type: text }), future_activity_commission_rate: text, future_activity_time: text, click_url: text, coupon_share_url: text, sp_campaign_list: list(object({ sp_cid: text, sp_name: text, sp_rate: text, sp_lock_status: text, sp_apply_link: text, sp_status: text })), include_dxjh: text }), tmall_rank_info: object({ tmall_rank_text: text, tmall_rank_url: text }), presale_info: object({ presale_start_time: number, presale_end_time: number, presale_tail_start_time: number, presale_tail_end_time: number, presale_deposit: text, presale_discount_fee_text: text }), favorites_info: object({ total_count: number, favorites_list: list(object({ favorites_id: id, favorites_title: text })) }), topn_info: object({ topn_quantity: number, topn_total_count: number, topn_end_time: text, topn_start_time: text, topn_rate: text }), scope_info: object({ superior_brand: text }) })), is_default: text, total_count: number, uvid_msg: text },
}

const tbkDgNewuserOrderGet: Contract = {
  name: 'taobao.tbk.dg.newuser.order.get',
  takesSession: false,
  repeatable: true,
  request: { page_size: number, page_no: number, adzone_id: id, start_time: date, end_time: date, activity_id: text },
  response: { results: object({ data: object({ results: list(object({ register_time: date, bind_time: date, buy_time: date, status: number, mobile: text, order_tk_type: number, union_id: text, member_id: id, member_nick: text, site_id: id, site_name: text, adzone_id: id, adzone_name: text, tb_trade_parent_id: id, accept_time: date, receive_time: date, success_time: date, activity_type: text, activity_id: text, biz_date: text, orders: list(object({ commission: text, confirm_receive_time: text, pay_time: text, order_no: text })), bind_card_time: date, login_time: date, is_card_save: number, use_rights_time: date, get_rights_time: date, relation_id: text })), page_no: number, page_size: number, has_next: boolean }) }) },
}

const tbkDgNewuserOrderSum: Contract = {
  name: 'taobao.tbk.dg.newuser.order.sum',
  takesSession: false,
  repeatable: true,
  request: { page_size: number, adzone_id: id, page_no: number, site_id: id, activity_id: text, settle_month: text },
  response: { results: object({ data: object({ page_no: number, page_size: number, has_next: boolean, results: list(object({ activity_id: text, biz_date: text, reg_user_cnt: number, login_user_cnt: number, alipay_user_cnt: number, rcv_valid_user_cnt: number, rcv_user_cnt: number, alipay_user_cpa_pre_amt: text, bind_buy_user_cpa_pre_amt: text, bind_buy_valid_user_cnt: number, bind_card_valid_user_cnt: number, re_buy_valid_user_cnt: number, valid_num: number, relation_id: text })) }) }) },
}

const tbkDgOptimusMaterial: Contract = {
  name: 'taobao.tbk.dg.optimus.material',
  takesSession: false,
  repeatable: true,
  request: { adzone_id: id, material_id: id, page_size: number, page_no: number, item_id: text, favorites_id: text },
  response: { result_list: list(object({ item_id: text, title: text, short_title: text, item_description: text, pict_url: text, small_images: list(text), white_image: text, reserve_price: text, zk_final_price: text, sale_price: text, user_type: number, volume: number, seller_id: id, shop_title: text, nick: text, level_one_category_name: text, level_one_category_id: id, category_name: text, category_id: id, superior_brand: text, coupon_start_time: text, coupon_end_time: text, coupon_info: text, coupon_start_fee: text, coupon_total_count: number, coupon_remain_count: number, coupon_share_url: text, sp_campaign_list: list(object({ sp_cid: text, sp_name: text, sp_rate: text, sp_lock_status: text, sp_apply_link: text, sp_status: text })), topn_info: object({ topn_quantity: number, topn_total_count: number, topn_end_time: text, topn_start_time: text, topn_rate: text }), presale_start_time: number, presale_end_time: number, presale_tail_start_time: number, presale_tail_end_time: number, presale_deposit: text, presale_discount_fee_text: text, oetime: text, ostime: text, jdd_num: number, jdd_price: text, orig_price: text, total_stock: number, sell_num: number, stock: number, uv_sum_pre_sale: number, ysyl_tlj_send_time: text, ysyl_commission_rate: text, ysyl_tlj_face: text, ysyl_click_url: text, ysyl_tlj_use_end_time: text, ysyl_tlj_use_start_time: text, tmall_play_activity_info: text, kuadian_promotion_info: text, is_brand_flash_sale: text, hot_flag: text, tt_sold_count: text, lock_rate: text, lock_rate_end_time: number, lock_rate_start_time: number, bybt_info: object({ bybt_brand_logo: text, bybt_pic_url: text, bybt_item_tags: list(text), bybt_coupon_amount: text, bybt_show_price: text, bybt_lowest_price: text, bybt_end_time: text, bybt_start_time: text }), maifan_promotion: object({ maifan_promotion_end_time: text, maifan_promotion_start_time: text, maifan_promotion_discount: text, maifan_promotion_condition: text }), cpa_reward_type: text, cpa_reward_amount: text, activity_id: text, coupon_amount: number, coupon_click_url: text, click_url: text, commission_rate: text, sub_title: text, favorites_info: object({ total_count: number, favorites_list: list(object({ favorites_id: id, favorites_title: text })) }), x_id: text, word_list: list(object({ url: text, word: text })), new_user_price: text, ju_online_end_time: text, ju_online_start_time: text, ju_play_end_time: number, ju_play_start_time: number, ju_pre_show_end_time: text, ju_pre_show_start_time: text, jhs_price_usp_list: text, play_info: text, maochao_play_end_time: text, maochao_play_start_time: text, maochao_play_conditions: text, maochao_play_discounts: text, maochao_play_discount_type: text, maochao_play_free_post_fee: text, multi_coupon_zk_rate: text, price_after_multi_coupon: text, multi_coupon_item_count: text, promotion_type: text, promotion_info: text, promotion_discount: text, promotion_condition: text, tmall_play_activity_end_time: number, tmall_play_activity_start_time: number, tqg_online_end_time: text, tqg_online_start_time: text, tqg_sold_count: number, tqg_total_count: number })), is_default: text, total_count: number },
}

const tbkDgPunishOrderGet: Contract = {
  name: 'taobao.tbk.dg.punish.order.get',
  takesSession: false,
  repeatable: true,
  request: { af_order_option: object({ relation_id: id, tb_trade_id: id, page_size: number, page_no: number, span: number, start_time: date, adzone_id: id, site_id: id }) },
  response: { result: object({ data: object({ results: list(object({ union_id: text, special_id: id, relation_id: id, settle_month: number, punish_status: text, violation_type: text, tk_trade_create_time: text, tb_trade_id: id, tb_trade_parent_id: id, tk_adzone_id: id, tk_site_id: id, tk_pub_id: text })), page_no: number, page_size: number, total_count: number }), biz_error_desc: text, biz_error_code: number, result_msg: text, result_code: number }) },
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

const tbkItemDetailsGet: Contract = {
  name: 'taobao.tbk.item.details.get',
  takesSession: false,
  repeatable: true,
  request: { item_id: list(text) },
  response: { results: list(object({ item_id: text, input_item_id: text, title: text, pict_url: text, small_images: list(text), reserve_price: text, zk_final_price: text, user_type: number, provcity: text, item_url: text, seller_id: id, volume: number, nick: text, is_prepay: boolean, shop_dsr: number, ratesum: number, i_rfd_rate: boolean, h_good_rate: boolean, h_pay_rate30: boolean, material_lib_type: text, presale_start_time: number, presale_end_time: number, presale_tail_start_time: number, presale_tail_end_time: number, presale_deposit: text, presale_discount_fee_text: text, ju_play_end_time: number, ju_play_start_time: number, play_info: text, tmall_play_activity_end_time: number, tmall_play_activity_start_time: number, sale_price: text, kuadian_promotion_info: text, superior_brand: text, hot_flag: text, level_one_category_name: text, category_name: text, short_title: text, white_image: text, quantity: text, real_post_fee: text, property_image_list: list(object({ image_url: text, properties: text })), property_list: list(object({ property_text: text, property_id: id, value_text: text, value_id: id })), tmall_desc_url: text, taobao_desc_url: text, sku_list: list(object({ property_list: list(object({ property_text: text, property_id: id, value_text: text, value_id: id, value_alias_text: text })), quantity: text, sku_id: id, sku_final_price: text, sku_reserve_price: text })), commission_rate: number, coupon_id: text, coupon_start_time: text, coupon_end_time: text, coupon_info: text, coupon_amount: text, coupon_start_fee: text, coupon_remain_count: text, coupon_total_count: text, topn_info: object({ topn_quantity: number, topn_total_count: number, topn_end_time: text, topn_start_time: text, topn_rate: text }) })) },
}

const tbkItemDetailsUpgradeGet: Contract = {
  name: 'taobao.tbk.item.details.upgrade.get',
  takesSession: false,
  repeatable: true,
  request: { item_id: list(text) },
  response: { results: list(object({ item_id: text, input_item_iid: text, item_basic_info: object({ title: text, pict_url: text, small_images: list(text), level_one_category_name: text, category_name: text, provcity: text, item_url: text, user_type: number, ratesum: number, shop_dsr: number, i_rfd_rate: boolean, h_good_rate: boolean, h_pay_rate30: boolean, volume: number, is_prepay: boolean, superior_brand: text, material_lib_type: text, tmall_desc_url: text, taobao_desc_url: text, shop_title: text, free_shipment: boolean, brand_name: text, short_title: text, white_image: text, seller_id: id, annual_vol: text, quantity: text, property_image_list: list(object({ image_url: text, properties: text })), property_list: list(object({ property_text: text, property_id: id, value_text: text, value_id: id })) }), publish_info: object({ income_rate: text, topn_info: object({ topn_quantity: number, topn_total_count: number, topn_end_time: text, topn_start_time: text, topn_rate: text }), tlj_remain_num: number, two_hour_promotion_sales: number, daily_promotion_sales: number }), price_promotion_info: object({ reserve_price: text, zk_final_price: text, final_promotion_price: text, final_promotion_path_list: list(object({ promotion_title: text, promotion_desc: text, promotion_fee: text, promotion_start_time: text, promotion_end_time: text, promotion_id: text })), promotion_tag_list: list(object({ tag_name: text })), predict_rounding_up_price: text, predict_rounding_up_price_desc: text, more_promotion_list: list(object({ promotion_title: text, promotion_desc: text, promotion_start_time: text, promotion_end_time: text, promotion_id: text, promotion_total_count: number, promotion_url: text })), gov_subsidy: object({ tag_name: text, state_subsidy_info: object({ max_rebate: number, min_rebate: number, max_discount: number, min_discount: number, province_list: list(text) }) }), future_activity_promotion_price: text, real_post_fee: text, activity_tag_list: list(object({ tag_name: text })), multiple_items_coupon_list: list(object({ promotion_title: text, promotion_desc: text, promotion_fee: text, promotion_start_time: text, promotion_end_time: text, promotion_id: text })), unit_price_for_multiple_items: text, multiple_items_prices_count: number, future_activity_promotion_path_list: list(object({ promotion_title: text, promotion_desc: text, promotion_fee: text, promotion_start_time: text, promotion_end_time: text })) }), sku_list: list(object({ property_list: list(object({ property_text: text, property_id: id, value_text: text, value_id: id, value_alias_text: text })), quantity: text, sku_id: id, sku_price_promotion_info: object({ sku_zk_final_price: text, sku_final_promotion_price: text, sku_final_promotion_path_list: list(object({ promotion_title: text, promotion_desc: text, promotion_fee: text, promotion_start_time: text, promotion_end_time: text, promotion_id: text })) }) })), presale_info: object({ presale_start_time: number, presale_end_time: number, presale_tail_start_time: number, presale_tail_end_time: number, presale_deposit: text, presale_discount_fee_text: text }) })) },
}

const tbkItemInfoGet: Contract = {
  name: 'taobao.tbk.item.info.get',
  takesSession: false,
  repeatable: true,
  request: { num_iids: list(text) },
  response: { results: list(object({ cat_name: text, num_iid: text, title: text, pict_url: text, small_images: list(text), reserve_price: text, zk_final_price: text, user_type: number, provcity: text, item_url: text, seller_id: id, volume: number, nick: text, is_prepay: boolean, shop_dsr: number, ratesum: number, i_rfd_rate: boolean, h_good_rate: boolean, h_pay_rate30: boolean, material_lib_type: text, presale_start_time: number, presale_end_time: number, presale_tail_start_time: number, presale_tail_end_time: number, presale_deposit: text, presale_discount_fee_text: text, ju_play_end_time: number, ju_play_start_time: number, play_info: text, tmall_play_activity_end_time: number, tmall_play_activity_start_time: number, sale_price: text, kuadian_promotion_info: text, superior_brand: text, hot_flag: text, cat_leaf_name: text, free_shipment: boolean, ju_online_start_time: text, ju_online_end_time: text, ju_pre_show_start_time: text, ju_pre_show_end_time: text, input_num_iid: text })) },
}

const tbkItemInfoUpgradeGet: Contract = {
  name: 'taobao.tbk.item.info.upgrade.get',
  takesSession: false,
  repeatable: true,
  request: { item_id: list(text) },
  response: { results: list(object({ item_id: text, publish_info: object({ income_rate: text, topn_info: object({ topn_quantity: number, topn_total_count: number, topn_end_time: text, topn_start_time: text, topn_rate: text }), two_hour_promotion_sales: number, daily_promotion_sales: number, cpa_reward_type: text, cpa_reward_amount: text, income_info: object({ commission_rate: text, commission_amount: text, subsidy_rate: text, subsidy_amount: text, subsidy_upper_limit: text, subsidy_type: text }), future_activity_commission_rate: text, future_activity_time: text, tlj_remain_num: number }), price_promotion_info: object({ reserve_price: text, zk_final_price: text, final_promotion_price: text, final_promotion_path_list: list(object({ promotion_title: text, promotion_desc: text, promotion_fee: text, promotion_start_time: text, promotion_end_time: text, promotion_id: text })), promotion_tag_list: list(object({ tag_name: text })), predict_rounding_up_price: text, predict_rounding_up_price_desc: text, more_promotion_list: list(object({ promotion_title: text, promotion_desc: text, promotion_start_time: text, promotion_end_time: text, promotion_id: text, promotion_total_count: number, promotion_url: text })), gov_subsidy: object({ tag_name: text, state_subsidy_info: object({ max_rebate: number, min_rebate: number, max_discount: text, min_discount: text, province_list: list(text) }) }), future_activity_promotion_price: text, activity_tag_list: list(object({ tag_name: text })), future_activity_promotion_path_list: list(object({ promotion_title: text, promotion_desc: text, promotion_fee: text, promotion_start_time: text, promotion_end_time: text })) }), input_item_iid: text, item_basic_info: object({ title: text, pict_url: text, small_images: list(text), level_one_category_name: text, category_name: text, provcity: text, item_url: text, user_type: number, ratesum: number, shop_dsr: number, i_rfd_rate: boolean, h_good_rate: boolean, h_pay_rate30: boolean, volume: number, is_prepay: boolean, superior_brand: text, material_lib_type: text, tmall_desc_url: text, taobao_desc_url: text, shop_title: text, free_shipment: boolean, brand_name: text, short_title: text, white_image: text, seller_id: id, annual_vol: text }), presale_info: object({ presale_start_time: number, presale_end_time: number, presale_tail_start_time: number, presale_tail_end_time: number, presale_deposit: text, presale_discount_fee_text: text }) })) },
}

const tbkItemShareConvert: Contract = {
  name: 'taobao.tbk.item.share.convert',
  takesSession: false,
  repeatable: false,
  request: { adzone_id: id, fields: list(text), num_iids: list(text), platform: number, sub_pid: text, dx: text, coupon_id: text },
  response: { results: list(object({ click_url: text, num_iid: text, commission_rate: text, coupon_amount: text, coupon_click_url: text, added_time: number, item_status: number, input_num_iid: text })) },
}

const tbkItemidCouponGet: Contract = {
  name: 'taobao.tbk.itemid.coupon.get',
  takesSession: false,
  repeatable: true,
  request: { pid: text, num_iids: list(text), platform: number },
  response: { results: list(object({ num_iid: text, input_num_iid: text, title: text, pict_url: text, small_images: list(text), item_url: text, category: id, user_type: number, shop_title: text, nick: text, seller_id: id, zk_final_price: text, commission_rate: text, volume: number, annual_vol: text, coupon_info: text, coupon_start_time: text, coupon_end_time: text, coupon_total_count: number, coupon_remain_count: number, coupon_click_url: text })) },
}

const tbkItemidIneffectiveTransform: Contract = {
  name: 'taobao.tbk.itemid.ineffective.transform',
  takesSession: false,
  repeatable: true,
  request: { item_ids: list(text) },
  response: { results: list(object({ original_item_id: text, item_id: text })) },
}

const tbkItemidPrivateTransform: Contract = {
  name: 'taobao.tbk.itemid.private.transform',
  takesSession: false,
  repeatable: true,
  request: { item_ids: list(text) },
  response: { results: list(object({ original_item_id: text, item_id: text })) },
}

const tbkItemidTransform: Contract = {
  name: 'taobao.tbk.itemid.transform',
  takesSession: false,
  repeatable: true,
  request: { item_ids: list(text) },
  response: { results: list(object({ original_item_id: text, item_id: text })) },
}

const tbkOptimusTouMaterialIdsGet: Contract = {
  name: 'taobao.tbk.optimus.tou.material.ids.get',
  takesSession: false,
  repeatable: true,
  request: { material_query: object({ subject: number, material_type: number, page_no: number, page_size: number }) },
  response: { data: list(object({ material_name: text, material_id: id, material_type: number, subject: number, start_time: number, end_time: number })), total_count: number, result_msg: text },
}

const tbkOrderDetailsGet: Contract = {
  name: 'taobao.tbk.order.details.get',
  takesSession: false,
  repeatable: true,
  request: { query_type: number, position_index: text, tk_status: number, end_time: text, start_time: text, jump_type: number, page_no: number, page_size: number, member_type: number, order_scene: number },
  response: { data: object({ results: list(object({ tb_paid_time: text, tk_paid_time: text, pay_price: text, pub_share_fee: text, trade_id: text, tk_order_role: number, tk_earning_time: text, adzone_id: id, pub_share_rate: text, unid: text, refund_tag: number, subsidy_rate: text, tk_total_rate: text, item_category_name: text, seller_nick: text, pub_id: id, alimama_rate: text, subsidy_type: text, item_img: text, pub_share_pre_fee: text, alipay_total_price: text, item_title: text, site_name: text, item_num: number, subsidy_fee: text, alimama_share_fee: text, trade_parent_id: text, order_type: text, tk_create_time: text, flow_source: text, terminal_type: text, click_time: text, tk_status: number, item_price: text, item_id: text, adzone_name: text, total_commission_rate: text, item_link: text, site_id: id, seller_shop_title: text, income_rate: text, total_commission_fee: text, special_id: id, relation_id: id, deposit_price: text, tb_deposit_time: text, tk_deposit_time: text, tp_order_id: text, service_fee_dto_list: list(object({ tk_share_role_type: number, share_relative_rate: text, share_fee: text, share_pre_fee: text })), marketing_type: text, modified_time: text, talent_pid: text, tb_gmv_total_price: text, extra_mkt_id: text, untts: text, pub_share_pre_fee_for_commission: text, pub_share_fee_for_commission: text, subsidy_info_dto_list: list(object({ subsidy_type: text, subsidy_rate: text, subsidy_fee: text, subsidy_upper_limit: text, subsidy_share_rate: text })), pub_share_rate_for_sdy: text, tk_total_rate_for_sdy: text, pub_share_pre_fee_for_sdy: text, pub_share_fee_for_sdy: text, alimm_share_info_dto: object({ alimm_tech_service_rate: text, alimm_tech_service_pre_fee: text, alimm_tech_service_fee: text, alimm_agent_service_rate: text, alimm_agent_service_pre_fee: text, alimm_agent_service_fee: text }), platform_special_service_rate: text, platform_special_service_fee: text, platform_special_share_info_dto: object({ content_tech_service_rate: text, content_tech_service_pre_fee: text, content_tech_service_fee: text, traffic_tech_service_rate: text, traffic_tech_service_pre_fee: text, traffic_tech_service_fee: text }), uvid: text })), has_pre: boolean, position_index: text, has_next: boolean, page_no: number, page_size: number }) },
}

const tbkOrderRefundGet: Contract = {
  name: 'taobao.tbk.order.refund.get',
  takesSession: false,
  repeatable: true,
  request: { publisher_refund_order_query_option: object({ jump_type: number, order_scene: number, page_size: number, query_type: number, page_no: number, position_index: text, start_time: text, member_type: number, end_time: text }) },
  response: { data: object({ result: list(object({ refund_suit_id: text, tb_trade_parent_id: text, tb_trade_id: text, tb_trade_create_time: text, earning_time: text, tk_refund_time: text, tk_refund_suit_time: text, modified_time: text, item_title: text, tk_order_role: text, refund_status: number, tb_trade_finish_price: text, refund_fee: text, pub_share_fee: text, tk_commission_fee_refund: text, tk_subsidy_fee_refund: text, tk_commission_alimm_refund_fee: text, tk_subsidy_alimm_refund_fee: text, tk_commission_agent_refund_fee: text, tk_subsidy_agent_refund_fee: text, show_return_fee: text, relation_id: id, special_id: id })), pre_page: number, next_page: number, page_no: number, page_size: number, has_next: boolean, position_index: text, has_pre: boolean }), result_code: number, biz_error_desc: text, biz_error_code: number, result_msg: text },
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

const tbkRelationRefund: Contract = {
  name: 'taobao.tbk.relation.refund',
  takesSession: false,
  repeatable: true,
  request: { search_option: object({ page_size: number, search_type: number, refund_type: number, start_time: date, page_no: number, biz_type: number }) },
  response: { result: object({ result_msg: text, data: object({ page_no: text, page_size: text, total_count: text, results: list(object({ tb_trade_parent_id: id, special_id: id, relation_id: id, tk3rd_pub_id: id, tk_pub_id: id, tk_subsidy_fee_refund3rd_pub: text, tk_commission_fee_refund3rd_pub: text, tk_subsidy_fee_refund_pub: text, tk_commission_fee_refund_pub: text, tk_refund_suit_time: date, tk_refund_time: date, earning_time: date, tb_trade_create_time: date, refund_status: number, tb_auction_title: text, tb_trade_id: id, refund_fee: text, tb_trade_finish_price: text, tk_pub_show_return_fee: text, tk3rd_pub_show_return_fee: text, refund_type: number, alsc_pid: text, alsc_id: text, modified_time: date })) }), result_code: number, biz_error_desc: text, biz_error_code: number }) },
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

const tbkScContentMaterial: Contract = {
  name: 'taobao.tbk.sc.content.material',
  takesSession: true,
  repeatable: true,
  request: { adzone_id: id, site_id: id, page_num: number, page_size: number, item_ids: list(text), start_time: text, end_time: text, scene_id: text, price_floor: text, price_ceiling: text, use_scene: list(text) },
  response: { result_list: list(object({ item_id: text, material_price: text, material_desc_list: list(text), material_pic_list: list(text), material_author: text, material_tag: text, shop_title: text, month_sell_count: text, material_time: text, input_item_id: text, material_id: text, material_type: text, pre_commission_rate: text, content_type: text, use_scene: text, modified_time: text, coupon_url: list(text), discount_need_item_count: number, add_on_item_ids: list(text), price_start_time: text, price_end_time: text, preview_pic_list: list(text), title: text, origin_time: text, professional_tag_list: list(text), price_tag_list: list(text), publisher_avatar: text, publisher_nickname: text, selling_point: text, price_structure: text, content_tag: list(text), promotion_infos: list(text), recommend_reason: text, group_basic_material: text, group_selected_material: list(object({ type: text, content: text, seg_type: text })), generate_from_mgc: number })), total_count: number },
}

const tbkScCpOrderDetailsGet: Contract = {
  name: 'taobao.tbk.sc.cp.order.details.get',
  takesSession: true,
  repeatable: true,
  request: { query_type: number, position_index: text, tk_status: number, end_time: text, start_time: text, jump_type: number, page_no: number, page_size: number },
  response: { data: object({ results: list(object({ tk_paid_time: text, event_id: id, tk_deposit_time: text, tk_service_rate: text, pre_service_fee: text, service_fee: text, alipay_total_price: text, pay_price: text, deposit_price: text, tb_paid_time: text, tb_deposit_time: text, tk_create_time: text, tk_earning_time: text, modified_time: text, click_time: text, tk_status: number, trade_parent_id: text, item_id: text, item_title: text, item_num: number, item_price: text, seller_nick: text, seller_shop_title: text, marketing_type: text, cp_channel_id: text, cp_channel_name: text, pub_id: text, pub_nick_name: text })), has_pre: boolean, position_index: text, has_next: boolean, page_no: number, page_size: number }) },
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

const tbkScMaterialOptional: Contract = {
  name: 'taobao.tbk.sc.material.optional',
  takesSession: true,
  repeatable: true,
  request: { adzone_id: id, site_id: id, q: text, cat: list(id), start_price: number, end_price: number, start_tk_rate: number, end_tk_rate: number, start_dsr: number, itemloc: text, npx_level: number, has_coupon: boolean, is_tmall: boolean, is_overseas: boolean, need_free_shipment: boolean, need_prepay: boolean, include_pay_rate_30: boolean, include_good_rate: boolean, include_rfd_rate: boolean, sort: text, page_no: number, page_size: number, platform: number, material_id: id, relation_id: text, special_id: text, biz_scene_id: text },
  response: { total_results: number, result_list: list(object({ item_id: text, title: text, short_title: text, item_description: text, pict_url: text, small_images: list(text), white_image: text, reserve_price: text, zk_final_price: text, sale_price: text, user_type: number, volume: number, seller_id: id, shop_title: text, nick: text, level_one_category_name: text, level_one_category_id: id, category_name: text, category_id: id, superior_brand: text, coupon_start_time: text, coupon_end_time: text, coupon_info: text, coupon_start_fee: text, coupon_total_count: number, coupon_remain_count: number, coupon_share_url: text, sp_campaign_list: list(object({ sp_cid: text, sp_name: text, sp_rate: text, sp_lock_status: text, sp_apply_link: text, sp_status: text })), topn_info: object({ topn_quantity: number, topn_total_count: number, topn_end_time: text, topn_start_time: text, topn_rate: text }), presale_start_time: number, presale_end_time: number, presale_tail_start_time: number, presale_tail_end_time: number, presale_deposit: text, presale_discount_fee_text: text, oetime: text, ostime: text, jdd_num: number, jdd_price: text, orig_price: text, total_stock: number, sell_num: number, stock: number, uv_sum_pre_sale: number, ysyl_tlj_send_time: text, ysyl_commission_rate: text, ysyl_tlj_face: text, ysyl_click_url: text, ysyl_tlj_use_end_time: text, ysyl_tlj_use_start_time: text, tmall_play_activity_info: text, kuadian_promotion_info: text, is_brand_flash_sale: text, hot_flag: text, tt_sold_count: text, lock_rate: text, lock_rate_end_time: number, lock_rate_start_time: number, bybt_info: object({ bybt_brand_logo: text, bybt_pic_url: text, bybt_item_tags: list(text), bybt_coupon_amount: text, bybt_show_price: text, bybt_lowest_price: text, bybt_end_time: text, bybt_start_time: text }), maifan_promotion: object({ maifan_promotion_end_time: text, maifan_promotion_start_time: text, maifan_promotion_discount: text, maifan_promotion_condition: text }), cpa_reward_type: text, cpa_reward_amount: text, activity_id: text, num_iid: text, coupon_id: text, coupon_amount: text, info_dxjh: text, tk_total_sales: text, tk_total_commi: text, provcity: text, item_url: text, include_mkt: text, include_dxjh: text, commission_rate: text, commission_type: text, shop_dsr: number, url: text, real_post_fee: text, x_id: text, sale_begin_time: text, sale_end_time: text, distance: text, usable_shop_id: text, usable_shop_name: text, localization_extend: text, reward_info: number, match_score: text, commi_score: text, rank_page_url: text, item_search_type: text })), page_result_key: text },
}

const tbkScMaterialOptionalUpgrade: Contract = {
  name: 'taobao.tbk.sc.material.optional.upgrade',
  takesSession: true,
  repeatable: true,
  request: { adzone_id: id, site_id: id, q: text, cat: list(id), start_price: number, end_price: number, start_tk_rate: number, end_tk_rate: number, start_dsr: number, itemloc: text, npx_level: number, has_coupon: boolean, is_tmall: boolean, is_overseas: boolean, need_free_shipment: boolean, need_prepay: boolean, include_pay_rate_30: boolean, include_good_rate: boolean, include_rfd_rate: boolean, sort: text, page_no: number, page_size: number, material_id: id, relation_id: text, special_id: text, biz_scene_id: text },
  response: { total_results: number, result_list: list(object({ item_id: text, publish_info: object({ income_rate: text, topn_info: object({ topn_quantity: number, topn_total_count: number, topn_end_time: text, topn_start_time: text, topn_rate: text }), two_hour_promotion_sales: number, daily_promotion_sales: number, cpa_reward_type: text, cpa_reward_amount: text, income_info: object({ commission_rate: text, commission_amount: text, subsidy_rate: text, subsidy_amount: text, subsidy_upper_limit: text, subsidy_type: text }), future_activity_commission_rate: text, future_activity_time: text, click_url: text, coupon_share_url: text, sp_campaign_list: list(object({ sp_cid: text, sp_name: text, sp_rate: text, sp_lock_status: text, sp_apply_link: text, sp_status: text })), rank_page_url: text, commission_type: text, include_dxjh: text }), price_promotion_info: object({ reserve_price: text, zk_final_price: text, final_promotion_price: text, final_promotion_path_list: list(object({ promotion_title: text, promotion_desc: text, promotion_fee: text, promotion_start_time: text, promotion_end_time: text, promotion_id: text })), promotion_tag_list: list(object({ tag_name: text })), predict_rounding_up_price: text, predict_rounding_up_price_desc: text, more_promotion_list: list(object({ promotion_title: text, promotion_desc: text, promotion_start_time: text, promotion_end_time: text, promotion_id: text, promotion_total_count: number, promotion_url: text })), gov_subsidy: object({ tag_name: text, state_subsidy_info: object({ max_rebate: number, min_rebate: number, max_discount: text, min_discount: text, province_list: list(text) }) }), future_activity_promotion_price: text, future_activity_promotion_path_list: list(object({ promotion_title: text, promotion_desc: text, promotion_fee: text, promotion_start_time: text, promotion_end_time: text })), predict_rounding_up_path_list: list(object({ promotion_title: text, promotion_desc: text })) }), item_basic_info: object({ title: text, short_title: text, pict_url: text, white_image: text, level_one_category_id: id, category_id: id, category_name: text, seller_id: id, user_type: number, shop_title: text, volume: number, sub_title: text, brand_name: text, level_one_category_name: text, small_images: list(text), annual_vol: text, real_post_fee: text, tk_total_sales: text, provcity: text }), tmall_rank_info: object({ tmall_rank_text: text, tmall_rank_url: text }), presale_info: object({ presale_start_time: number, presale_end_time: number, presale_tail_start_time: number, presale_tail_end_time: number, presale_deposit: text, presale_discount_fee_text: text }), mgc_info: object({ price: text, price_desc: text, promotion_summary: text, publish_time: text, valid_time: text }), match_score: text, commi_score: text, isv_mktid: text, similar_item: text })), uvid_msg: text },
}

const tbkScMaterialRecommend: Contract = {
  name: 'taobao.tbk.sc.material.recommend',
  takesSession: true,
  repeatable: true,
  request: { adzone_id: id, site_id: id, material_id: id, page_size: number, page_no: number, relation_id: id, special_id: text, favorites_id: text, item_id: text },
  response: { result_list: list(object({ item_id: text, item_basic_info: object({ title: text, short_title: text, pict_url: text, white_image: text, level_one_category_id: id, category_id: id, category_name: text, seller_id: id, user_type: number, shop_title: text, volume: number, sub_title: text, brand_name: text, level_one_category_name: text, small_images: list(text), annual_vol: text, real_post_fee: text }), price_promotion_info: object({ reserve_price: text, zk_final_price: text, final_promotion_price: text, final_promotion_path_list: list(object({ promotion_title: text, promotion_desc: text, promotion_fee: text, promotion_start_time: text, promotion_end_time: text, promotion_id: text })), promotion_tag_list: list(object({ tag_name: text })), predict_rounding_up_price: text, predict_rounding_up_price_desc: text, more_promotion_list: list(object({ promotion_title: text, promotion_desc: text, promotion_start_time: text, promotion_end_time: text, promotion_id: text, promotion_total_count: number, promotion_url: text })), gov_subsidy: object({ tag_name: text, state_subsidy_info: object({ max_rebate: number, min_rebate: number, max_discount: text, min_discount: text, province_list: list(text) }) }), future_activity_promotion_price: text, future_activity_promotion_path_list: list(object({ promotion_title: text, promotion_desc: text, promotion_fee: text, promotion_start_time: text, promotion_end_time: text })), predict_rounding_up_path_list: list(object({ promotion_title: text, promotion_desc: text })) }), publish_info: object({ income_rate: text, two_hour_promotion_sales: number, daily_promotion_sales: number, cpa_reward_type: text, cpa_reward_amount: text, income_info: object({ commission_rate: text, commission_amount: text, subsidy_rate: text, subsidy_amount: text, subsidy_upper_limit: text, subsidy_type: text }), future_activity_commission_rate: text, future_activity_time: text, click_url: text, coupon_share_url: text, sp_campaign_list: list(object({ sp_cid: text, sp_name: text, sp_rate: text, sp_lock_status: text, sp_apply_link: text, sp_status: text })), include_dxjh: text }), tmall_rank_info: object({ tmall_rank_text: text, tmall_rank_url: text }), presale_info: object({ presale_start_time: number, presale_end_time: number, presale_tail_start_time: number, presale_tail_end_time: number, presale_deposit: text, presale_discount_fee_text: text }), favorites_info: object({ total_count: number, favorites_list: list(object({ favorites_id: id, favorites_title: text })) }), topn_info: object({ topn_quantity: number, topn_total_count: number, topn_end_time: text, topn_start_time: text, topn_rate: text }), scope_info: object({ superior_brand: text }), isv_mktid: text })), is_default: text, total_count: number, uvid_msg: text },
}

const tbkScMembergroupOptional: Contract = {
  name: 'taobao.tbk.sc.membergroup.optional',
  takesSession: false,
  repeatable: false,
  request: { member_group_id: id, tb_num_ids: list(id) },
  response: { data: object({ member_group_id: id, tb_num_ids: text, create_time: date, update_time: date }) },
}

const tbkScNewuserOrderGet: Contract = {
  name: 'taobao.tbk.sc.newuser.order.get',
  takesSession: true,
  repeatable: true,
  request: { page_size: number, page_no: number, adzone_id: id, site_id: id, start_time: date, end_time: date, activity_id: text },
  response: { results: object({ data: object({ results: list(object({ register_time: date, bind_time: date, buy_time: date, status: number, mobile: text, order_tk_type: number, union_id: text, member_id: id, member_nick: text, site_id: id, site_name: text, adzone_id: id, adzone_name: text, tb_trade_parent_id: id, accept_time: date, receive_time: date, success_time: date, activity_type: text, activity_id: text, biz_date: text, orders: list(object({ commission: text, confirm_receive_time: text, pay_time: text, order_no: text })), bind_card_time: date, login_time: date, is_card_save: number, use_rights_time: date, get_rights_time: date, relation_id: text })), page_no: number, page_size: number, has_next: boolean }) }) },
}

const tbkScNewuserOrderSum: Contract = {
  name: 'taobao.tbk.sc.newuser.order.sum',
  takesSession: true,
  repeatable: true,
  request: { page_size: number, adzone_id: id, page_no: number, site_id: id, activity_id: text, settle_month: text },
  response: { results: object({ data: object({ page_no: number, page_size: number, has_next: boolean, results: list(object({ activity_id: text, biz_date: text, reg_user_cnt: number, login_user_cnt: number, alipay_user_cnt: number, rcv_valid_user_cnt: number, rcv_user_cnt: number, alipay_user_cpa_pre_amt: text, bind_buy_user_cpa_pre_amt: text, bind_buy_valid_user_cnt: number, bind_card_valid_user_cnt: number, re_buy_valid_user_cnt: number, valid_num: number, relation_id: text })) }) }) },
}

const tbkScOptimusMaterial: Contract = {
  name: 'taobao.tbk.sc.optimus.material',
  takesSession: true,
  repeatable: true,
  request: { adzone_id: id, site_id: id, material_id: id, page_size: number, page_no: number, item_id: text },
  response: { result_list: list(object({ item_id: text, title: text, short_title: text, item_description: text, pict_url: text, small_images: list(text), white_image: text, reserve_price: text, zk_final_price: text, sale_price: text, user_type: number, volume: number, seller_id: id, shop_title: text, nick: text, level_one_category_name: text, level_one_category_id: id, category_name: text, category_id: id, superior_brand: text, coupon_start_time: text, coupon_end_time: text, coupon_info: text, coupon_start_fee: text, coupon_total_count: number, coupon_remain_count: number, coupon_share_url: text, sp_campaign_list: list(object({ sp_cid: text, sp_name: text, sp_rate: text, sp_lock_status: text, sp_apply_link: text, sp_status: text })), topn_info: object({ topn_quantity: number, topn_total_count: number, topn_end_time: text, topn_start_time: text, topn_rate: text }), presale_start_time: number, presale_end_time: number, presale_tail_start_time: number, presale_tail_end_time: number, presale_deposit: text, presale_discount_fee_text: text, oetime: text, ostime: text, jdd_num: number, jdd_price: text, orig_price: text, total_stock: number, sell_num: number, stock: number, uv_sum_pre_sale: number, ysyl_tlj_send_time: text, ysyl_commission_rate: text, ysyl_tlj_face: text, ysyl_click_url: text, ysyl_tlj_use_end_time: text, ysyl_tlj_use_start_time: text, tmall_play_activity_info: text, kuadian_promotion_info: text, is_brand_flash_sale: text, hot_flag: text, tt_sold_count: text, lock_rate: text, lock_rate_end_time: number, lock_rate_start_time: number, bybt_info: object({ bybt_brand_logo: text, bybt_pic_url: text, bybt_item_tags: list(text), bybt_coupon_amount: text, bybt_show_price: text, bybt_lowest_price: text, bybt_end_time: text, bybt_start_time: text }), maifan_promotion: object({ maifan_promotion_end_time: text, maifan_promotion_start_time: text, maifan_promotion_discount: text, maifan_promotion_condition: text }), cpa_reward_type: text, cpa_reward_amount: text, activity_id: text, coupon_amount: number, coupon_click_url: text, click_url: text, commission_rate: text, sub_title: text, word_list: list(object({ url: text, word: text })), new_user_price: text, ju_online_end_time: text, ju_online_start_time: text, ju_play_end_time: number, ju_play_start_time: number, ju_pre_show_end_time: text, ju_pre_show_start_time: text, jhs_price_usp_list: text, play_info: text, maochao_play_end_time: text, maochao_play_start_time: text, maochao_play_conditions: text, maochao_play_discounts: text, maochao_play_discount_type: text, maochao_play_free_post_fee: text, multi_coupon_zk_rate: text, price_after_multi_coupon: text, multi_coupon_item_count: text, promotion_type: text, promotion_info: text, promotion_discount: text, promotion_condition: text, tmall_play_activity_end_time: number, tmall_play_activity_start_time: number, tqg_online_end_time: text, tqg_online_start_time: text, tqg_sold_count: number, tqg_total_count: number })), is_default: text },
}

const tbkScOrderDetailsGet: Contract = {
  name: 'taobao.tbk.sc.order.details.get',
  takesSession: true,
  repeatable: true,
  request: { query_type: number, position_index: text, tk_status: number, end_time: text, start_time: text, jump_type: number, page_no: number, page_size: number, member_type: number, order_scene: number, member_group_id: id },
  response: { data: object({ results: list(object({ tb_paid_time: text, tk_paid_time: text, pay_price: text, pub_share_fee: text, trade_id: text, tk_order_role: number, tk_earning_time: text, adzone_id: id, pub_share_rate: text, refund_tag: number, subsidy_rate: text, tk_total_rate: text, item_category_name: text, seller_nick: text, pub_id: id, alimama_rate: text, subsidy_type: text, item_img: text, pub_share_pre_fee: text, alipay_total_price: text, item_title: text, site_name: text, item_num: number, subsidy_fee: text, alimama_share_fee: text, trade_parent_id: text, order_type: text, tk_create_time: text, flow_source: text, terminal_type: text, click_time: text, tk_status: number, item_price: text, item_id: text, adzone_name: text, total_commission_rate: text, item_link: text, site_id: id, seller_shop_title: text, income_rate: text, total_commission_fee: text, special_id: id, relation_id: id, deposit_price: text, tb_deposit_time: text, tk_deposit_time: text, tp_order_id: text, service_fee_dto_list: list(object({ tk_share_role_type: number, share_relative_rate: text, share_fee: text, share_pre_fee: text })), marketing_type: text, modified_time: text, extra_mkt_id: text, pub_share_pre_fee_for_commission: text, pub_share_fee_for_commission: text, subsidy_info_dto_list: list(object({ subsidy_type: text, subsidy_rate: text, subsidy_fee: text, subsidy_upper_limit: text, subsidy_share_rate: text })), pub_share_rate_for_sdy: text, tk_total_rate_for_sdy: text, pub_share_pre_fee_for_sdy: text, pub_share_fee_for_sdy: text, alimm_share_info_dto: object({ alimm_tech_service_rate: text, alimm_tech_service_pre_fee: text, alimm_tech_service_fee: text, alimm_agent_service_rate: text, alimm_agent_service_pre_fee: text, alimm_agent_service_fee: text }), platform_special_service_rate: text, platform_special_service_fee: text, platform_special_share_info_dto: object({ content_tech_service_rate: text, content_tech_service_pre_fee: text, content_tech_service_fee: text, traffic_tech_service_rate: text, traffic_tech_service_pre_fee: text, traffic_tech_service_fee: text }), uvid: text, app_key: text })), has_pre: boolean, position_index: text, has_next: boolean, page_no: number, page_size: number }) },
}

const tbkScOrderRefundGet: Contract = {
  name: 'taobao.tbk.sc.order.refund.get',
  takesSession: true,
  repeatable: true,
  request: { publisher_refund_order_query_option: object({ jump_type: number, order_scene: number, page_size: number, query_type: number, page_no: number, position_index: text, start_time: text, member_type: number, end_time: text }) },
  response: { data: object({ result: list(object({ refund_suit_id: text, tb_trade_parent_id: text, tb_trade_id: text, tb_trade_create_time: text, earning_time: text, tk_refund_time: text, tk_refund_suit_time: text, modified_time: text, item_title: text, tk_order_role: text, refund_status: number, tb_trade_finish_price: text, refund_fee: text, pub_share_fee: text, tk_commission_fee_refund: text, tk_subsidy_fee_refund: text, tk_commission_alimm_refund_fee: text, tk_subsidy_alimm_refund_fee: text, tk_commission_agent_refund_fee: text, tk_subsidy_agent_refund_fee: text, show_return_fee: text, relation_id: id, special_id: id, rights_id: text })), pre_page: number, next_page: number, page_no: number, page_size: number, has_next: boolean, position_index: text, has_pre: boolean }), result_code: number, biz_error_desc: text, biz_error_code: number, result_msg: text },
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

const tbkScPunishOrderGet: Contract = {
  name: 'taobao.tbk.sc.punish.order.get',
  takesSession: true,
  repeatable: true,
  request: { af_order_option: object({ relation_id: id, tb_trade_id: id, page_size: number, page_no: number, span: number, start_time: date, adzone_id: id, site_id: id }) },
  response: { result: object({ data: object({ results: list(object({ union_id: text, special_id: id, relation_id: id, settle_month: number, punish_status: text, violation_type: text, tk_trade_create_time: text, tb_trade_id: id, tb_trade_parent_id: id, tk_adzone_id: id, tk_site_id: id, tk_pub_id: id })), page_no: number, page_size: number, total_count: number }), biz_error_desc: text, biz_error_code: number, result_msg: text, result_code: number }) },
}

const tbkScRelationRefund: Contract = {
  name: 'taobao.tbk.sc.relation.refund',
  takesSession: true,
  repeatable: true,
  request: { search_option: object({ page_size: number, search_type: number, refund_type: number, start_time: date, page_no: number, biz_type: number }) },
  response: { result: object({ result_msg: text, data: object({ page_no: number, page_size: number, total_count: number, results: list(object({ tb_trade_parent_id: id, special_id: id, relation_id: id, tk3rd_pub_id: id, tk_pub_id: id, tk_subsidy_fee_refund3rd_pub: text, tk_commission_fee_refund3rd_pub: text, tk_subsidy_fee_refund_pub: text, tk_commission_fee_refund_pub: text, tk_refund_suit_time: date, tk_refund_time: date, earning_time: date, tb_trade_create_time: date, refund_status: number, tb_auction_title: text, tb_trade_id: id, refund_fee: text, tb_trade_finish_price: text, tk_pub_show_return_fee: text, tk3rd_pub_show_return_fee: text, refund_type: number, alsc_pid: text, alsc_id: text, modified_time: date })) }), result_code: number, biz_error_desc: text, biz_error_code: number }) },
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

const tbkSfGroupActivityCallback: Contract = {
  name: 'taobao.tbk.sf.group.activity.callback',
  takesSession: false,
  repeatable: true,
  request: { group_id: text, scd_id: id, res_desc: text, res_code: id, msg_id: text, offset_code: text, time_stamp: id },
  response: { is_success: boolean, biz_error_desc: text, biz_error_code: number },
}

const tbkSfGroupActivityGet: Contract = {
  name: 'taobao.tbk.sf.group.activity.get',
  takesSession: false,
  repeatable: true,
  request: { group_id: text, scd_id: id, offset_code: text, page_size: number },
  response: { result_list: list(object({ msg_id: text, group_id: text, scd_id: id, offset_code: text, content: text, send_time: id })), is_success: boolean, biz_error_desc: text, biz_error_code: number },
}

const tbkSfGroupStatusReport: Contract = {
  name: 'taobao.tbk.sf.group.status.report',
  takesSession: false,
  repeatable: false,
  request: { group_id: text, status: number, description: text, time_stamp: id },
  response: { is_success: boolean, biz_error_desc: text, biz_error_code: number },
}

const tbkShopConvert: Contract = {
  name: 'taobao.tbk.shop.convert',
  takesSession: false,
  repeatable: false,
  request: { adzone_id: id, fields: list(text), platform: number, unid: text, user_ids: list(id) },
  response: { results: list(object({ user_id: id, click_url: text })) },
}

const tbkShopGet: Contract = {
  name: 'taobao.tbk.shop.get',
  takesSession: false,
  repeatable: true,
  request: { fields: list(text), q: text, sort: text, is_tmall: boolean, start_credit: number, end_credit: number, start_commission_rate: number, end_commission_rate: number, start_total_action: number, end_total_action: number, start_auction_count: number, end_auction_count: number, page_no: number, page_size: number, platform: number },
  response: { results: list(object({ user_id: id, shop_title: text, shop_type: text, seller_nick: text, pict_url: text, shop_url: text })), total_results: number },
}

const tbkShopRecommendGet: Contract = {
  name: 'taobao.tbk.shop.recommend.get',
  takesSession: false,
  repeatable: true,
  request: { fields: list(text), user_id: id, count: number, platform: number },
  response: { results: list(object({ user_id: id, shop_title: text, shop_type: text, seller_nick: text, pict_url: text, shop_url: text })) },
}

const tbkShopShareConvert: Contract = {
  name: 'taobao.tbk.shop.share.convert',
  takesSession: false,
  repeatable: false,
  request: { fields: list(text), user_ids: list(id), platform: number, adzone_id: id, sub_pid: text, unid: text },
  response: { results: list(object({ user_id: id, click_url: text })) },
}

const tbkSkuBestCoupon: Contract = {
  name: 'taobao.tbk.sku.best.coupon',
  takesSession: false,
  repeatable: true,
  request: { sku_id: id, item_id: id },
  response: { coupon_info: object({ coupon_expire_time: number }) },
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

const tbkTpwdShareConvert: Contract = {
  name: 'taobao.tbk.tpwd.share.convert',
  takesSession: false,
  repeatable: false,
  request: { password_content: text, adzone_id: id, sub_pid: text, dx: text },
  response: { data: object({ num_iid: text, click_url: text }) },
}

const timeGet: Contract = {
  name: 'taobao.time.get',
  takesSession: false,
  repeatable: true,
  request: {},
  response: { time: date },
}

const topAuthTokenCreate: Contract = {
  name: 'taobao.top.auth.token.create',
  takesSession: false,
  repeatable: false,
  request: { code: text },
  response: { token_result: text },
}

const topAuthTokenRefresh: Contract = {
  name: 'taobao.top.auth.token.refresh',
  takesSession: false,
  repeatable: false,
  request: { refresh_token: text },
  response: { token_result: text },
}
