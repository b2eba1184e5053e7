import { formatGmt8 } from '@opentbk/top'
import type { ServerMethod } from '../../../src/methods/define.ts'
import { demoGroupId, demoMessage } from '../../../src/seed/demo-content.ts'
import type { Network } from './network.ts'

export type Params = Readonly<Record<string, unknown>>
type ValidCall = (network: Network) => Params

const MINUTE_MS = 60_000
/** Words lead to one link only: each call has its own. */
let sentences = 0

const place = ({ adzoneId }: Network) => ({ adzone_id: adzoneId })
const placeAndSite = ({ adzoneId, siteId }: Network) => ({ adzone_id: adzoneId, site_id: siteId })
const search = { q: '家用', page_size: 3, is_tmall: false, has_coupon: false }
const selection = ({ materialId }: Network) => ({ material_id: materialId, page_size: 3 })
const shopFields = 'user_id,shop_title,shop_type,seller_nick,pict_url,shop_url'
const window = () => ({
  query_type: 2,
  start_time: formatGmt8(new Date(Date.now() - 10 * MINUTE_MS)),
  end_time: formatGmt8(new Date(Date.now() + MINUTE_MS)),
})
const refunds = () => ({
  publisher_refund_order_query_option: {
    ...{ order_scene: 1, member_type: 4, page_no: 1, page_size: 20 },
    ...window(),
    query_type: 1,
  },
})
const refundsOfChannels = () => ({
  search_option: {
    ...{ search_type: 1, refund_type: 0, biz_type: 1, page_no: 1, page_size: 20 },
    start_time: window().start_time,
  },
})
const newBuyers = ({ activityId }: Network) => ({ activity_id: activityId, page_no: 1, page_size: 20 })
const everyKind = ({ itemIds, record, link }: Network) => ({
  item_dto: [{ item_id: itemIds[0] }, { item_id: itemIds[1] }],
  shop_dto: [{ shop_id: record.shopId }],
  material_dto: [{ material_url: link.short }, { material_url: `打开 ${link.tpwd} 看看` }],
  relation_id: record.relationId,
})
const single = ({ itemIds, record }: Network) => ({
  item_id: itemIds[1],
  relation_id: record.relationId,
  special_id: record.specialId,
})
const sellers = ({ record }: Network) => ({ fields: 'user_id,click_url', user_ids: record.shopId })
const pasted = ({ link }: Network) => ({ material_dto: [{ material_url: link.tpwd }], fields: 'origin_pid' })

const shared = ({ adzoneId, record }: Network) => ({ adzone_id: adzoneId, sub_pid: record.secondPid })

/**
 * The arguments of one valid call of every method, whose answer holds data. A new method needs its entry
 * here; everything else in this folder then covers it by itself.
 */
export const validCalls: Readonly<Record<string, ValidCall>> = {
  'taobao.appip.get': () => ({}),
  'taobao.time.get': () => ({}),
  'taobao.top.auth.token.create': ({ oauth }) => ({ code: oauth.nextCode() }),
  'taobao.top.auth.token.refresh': ({ oauth }) => ({ refresh_token: oauth.nextRefreshToken() }),
  'taobao.tbk.adzone.create': ({ siteId }) => ({ site_id: siteId, adzone_name: '新的推广位' }),
  'taobao.tbk.sc.adzone.create': ({ siteId }) => ({ site_id: siteId, adzone_name: '新的推广位' }),
  'taobao.tbk.sc.adzone.query': ({ siteId }) => ({ site_id: siteId }),
  'taobao.tbk.sc.invitecode.get': ({ record }) => ({
    relation_app: 'common',
    code_type: 2,
    relation_id: record.relationId,
  }),
  'taobao.tbk.sc.publisher.info.save': ({ inviterCode }) => ({ inviter_code: inviterCode, info_type: 1 }),
  'taobao.tbk.sc.publisher.info.get': () => ({ info_type: 1, relation_app: 'common' }),
  'taobao.tbk.sc.membergroup.optional': ({ groupId }) => ({ member_group_id: groupId }),
  'taobao.tbk.tbkinfo.get': ({ record }) => ({ pid: record.pid }),
  'taobao.tbk.item.info.get': ({ itemIds }) => ({ num_iids: itemIds.slice(0, 3).join(',') }),
  'taobao.tbk.item.info.upgrade.get': ({ itemIds }) => ({ item_id: itemIds.slice(0, 3).join(',') }),
  'taobao.tbk.dg.material.optional.upgrade': (network) => ({ ...place(network), ...search }),
  'taobao.tbk.sc.material.optional.upgrade': (network) => ({ ...placeAndSite(network), ...search }),
  'taobao.tbk.item.details.get': ({ itemIds }) => ({ item_id: itemIds[1] }),
  'taobao.tbk.item.details.upgrade.get': ({ itemIds }) => ({ item_id: itemIds.slice(0, 3).join(',') }),
  'taobao.tbk.dg.material.optional': (network) => ({ ...place(network), ...search }),
  'taobao.tbk.sc.material.optional': (network) => ({ ...placeAndSite(network), ...search }),
  'taobao.tbk.dg.material.recommend': (network) => ({ ...place(network), ...selection(network) }),
  'taobao.tbk.sc.material.recommend': (network) => ({ ...placeAndSite(network), ...selection(network) }),
  'taobao.tbk.dg.optimus.material': (network) => ({ ...place(network), ...selection(network) }),
  'taobao.tbk.sc.optimus.material': (network) => ({ ...placeAndSite(network), ...selection(network) }),
  'taobao.tbk.optimus.tou.material.ids.get': () => ({ material_query: { subject: 3 } }),
  'taobao.tbk.itemid.transform': ({ record }) => ({ item_ids: record.itemIds.slice(0, 3).join(',') }),
  'taobao.tbk.itemid.private.transform': ({ record }) => ({ item_ids: record.itemIds.slice(0, 3).join(',') }),
  'taobao.tbk.itemid.ineffective.transform': ({ itemIds }) => ({ item_ids: itemIds.slice(0, 3).join(',') }),
  'taobao.tbk.itemid.coupon.get': ({ itemIds, record }) => ({ pid: record.pid, num_iids: itemIds[1] }),
  'taobao.tbk.coupon.get': ({ itemIds }) => ({ item_id: itemIds[1] }),
  'taobao.tbk.sku.best.coupon': ({ sku }) => ({ item_id: sku.itemId, sku_id: sku.skuId }),
  'taobao.tbk.shop.get': () => ({ fields: shopFields, q: '旗舰店', page_size: 3 }),
  'taobao.tbk.shop.recommend.get': ({ record }) => ({ fields: shopFields, user_id: record.shopId }),
  'qimen.taobao.tbk.item.rule.get': ({ itemIds }) => ({ itemIds: itemIds.slice(0, 3).join(',') }),
  'taobao.tbk.dg.general.link.convert': (network) => ({ ...place(network), ...everyKind(network) }),
  'taobao.tbk.sc.general.link.convert': (network) => ({ ...placeAndSite(network), ...everyKind(network) }),
  'taobao.tbk.content.general.link.convert': (network) => {
    const { relation_id: _, ...materials } = everyKind(network)
    return { ...shared(network), ...materials }
  },
  'taobao.tbk.item.share.convert': (network) => ({
    ...shared(network),
    fields: 'num_iid,click_url,commission_rate,coupon_amount,coupon_click_url,item_status',
    num_iids: network.itemIds.slice(0, 3).join(','),
  }),
  'taobao.tbk.shop.share.convert': (network) => ({ ...shared(network), ...sellers(network) }),
  'taobao.tbk.tpwd.share.convert': (network) => ({
    ...shared(network),
    password_content: network.link.tpwd,
  }),
  'taobao.tbk.dg.general.link.parse': (network) => ({ ...place(network), ...pasted(network) }),
  'taobao.tbk.sc.general.link.parse': (network) => ({ ...place(network), ...pasted(network) }),
  'taobao.tbk.item.convert': (network) => ({
    ...place(network),
    fields: 'num_iid,click_url',
    num_iids: network.itemIds.slice(0, 3).join(','),
  }),
  'taobao.tbk.shop.convert': (network) => ({ ...place(network), ...sellers(network) }),
  'taobao.tbk.sc.shop.convert': (network) => ({ ...placeAndSite(network), ...sellers(network) }),
  'taobao.tbk.coupon.convert': (network) => ({ ...place(network), ...single(network) }),
  'taobao.tbk.privilege.get': (network) => ({ ...placeAndSite(network), ...single(network) }),
  'taobao.tbk.tpwd.mix.create': ({ link }) => ({
    url: link.long,
    text: `复制这一整句话去打开${++sentences}`,
    password: '自定义口令',
  }),
  'taobao.tbk.item.click.extract': ({ link }) => ({ click_url: link.long }),
  'taobao.tbk.spread.get': ({ link }) => ({ requests: [{ url: link.long }, { url: link.short }] }),
  'taobao.tbk.tpwd.create': ({ link }) => ({ url: link.short }),
  'taobao.tbk.private.tpwd.create': ({ link }) => ({ url: link.long }),
  'taobao.tbk.sc.private.tpwd.create': ({ link }) => ({ url: link.long }),
  'taobao.tbk.tpwd.parse': ({ link }) => ({ password_content: link.tpwd }),
  'taobao.tbk.tpwd.convert': (network) => ({ ...place(network), password_content: network.link.tpwd }),
  'taobao.tbk.sc.tpwd.convert': (network) => ({
    ...placeAndSite(network),
    password_content: network.link.tpwd,
  }),
  'taobao.tbk.order.details.get': window,
  'taobao.tbk.sc.order.details.get': window,
  'taobao.tbk.cp.order.details.get': window,
  'taobao.tbk.sc.cp.order.details.get': window,
  'taobao.tbk.order.refund.get': refunds,
  'taobao.tbk.sc.order.refund.get': refunds,
  'taobao.tbk.relation.refund': refundsOfChannels,
  'taobao.tbk.sc.relation.refund': refundsOfChannels,
  'taobao.tbk.dg.punish.order.get': ({ tradeId }) => ({ af_order_option: { tb_trade_id: tradeId } }),
  'taobao.tbk.sc.punish.order.get': ({ tradeId }) => ({ af_order_option: { tb_trade_id: tradeId } }),
  'taobao.tbk.dg.newuser.order.get': (network) => ({ ...place(network), ...newBuyers(network) }),
  'taobao.tbk.sc.newuser.order.get': (network) => ({ ...placeAndSite(network), ...newBuyers(network) }),
  'taobao.tbk.dg.newuser.order.sum': (network) => ({ ...placeAndSite(network), ...newBuyers(network) }),
  'taobao.tbk.sc.newuser.order.sum': (network) => ({ ...placeAndSite(network), ...newBuyers(network) }),
  'taobao.tbk.dg.content.material': (network) => ({ ...place(network), use_scene: '3,5', scene_id: 1 }),
  'taobao.tbk.sc.content.material': (network) => ({
    ...placeAndSite(network),
    item_ids: network.itemIds.slice(0, 3).join(','),
  }),
  'taobao.tbk.content.material.upload': ({ itemIds }) => ({
    item_id: itemIds[5],
    material_price: '46.78',
    material_desc_list: ['今天好价'],
    start_time: '2026-01-01 12:00:00',
  }),
  'taobao.tbk.sf.group.activity.get': () => ({ group_id: demoGroupId, page_size: 3 }),
  'taobao.tbk.sf.group.activity.callback': () => {
    const { msgId, offsetCode } = demoMessage(0)
    return {
      group_id: demoGroupId,
      msg_id: msgId,
      offset_code: offsetCode,
      res_code: 1,
      time_stamp: Date.now(),
    }
  },
  'taobao.tbk.sf.group.status.report': () => ({ group_id: demoGroupId, status: 1 }),
  'opentbk.order.explain': ({ tradeId }) => ({ trade_id: tradeId }),
}

/** The valid call of a method; a method without one fails the test that asks. */
export function validCall(network: Network, method: ServerMethod): Params {
  const call = validCalls[method.name]
  if (!call) {
    throw new Error(
      `${method.name} has no valid call: add its arguments to test/methods/every-method/valid-calls.ts`,
    )
  }
  return call(network)
}
