import { formatGmt8 } from '@opentbk/top'
import type { ServerMethod } from '../../../src/methods/define.ts'
import type { Network } from './network.ts'

export type Params = Readonly<Record<string, unknown>>
type ValidCall = (network: Network) => Params

const MINUTE_MS = 60_000
/** Words lead to one link only: each call has its own. */
let sentences = 0

const place = ({ adzoneId }: Network) => ({ adzone_id: adzoneId })
const placeAndSite = ({ adzoneId, siteId }: Network) => ({ adzone_id: adzoneId, site_id: siteId })
const search = { q: '家用', page_size: 3, is_tmall: false, has_coupon: false }
const window = () => ({
  query_type: 2,
  start_time: formatGmt8(new Date(Date.now() - 10 * MINUTE_MS)),
  end_time: formatGmt8(new Date(Date.now() + MINUTE_MS)),
})
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

/**
 * The arguments of one valid call of every method, whose answer holds data. A new method needs its entry
 * here; everything else in this folder then covers it by itself.
 */
export const validCalls: Readonly<Record<string, ValidCall>> = {
  'taobao.appip.get': () => ({}),
  'taobao.time.get': () => ({}),
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
  'taobao.tbk.tbkinfo.get': ({ record }) => ({ pid: record.pid }),
  'taobao.tbk.item.info.get': ({ itemIds }) => ({ num_iids: itemIds.slice(0, 3).join(',') }),
  'taobao.tbk.item.info.upgrade.get': ({ itemIds }) => ({ item_id: itemIds.slice(0, 3).join(',') }),
  'taobao.tbk.dg.material.optional.upgrade': (network) => ({ ...place(network), ...search }),
  'taobao.tbk.sc.material.optional.upgrade': (network) => ({ ...placeAndSite(network), ...search }),
  'taobao.tbk.dg.general.link.convert': (network) => ({ ...place(network), ...everyKind(network) }),
  'taobao.tbk.sc.general.link.convert': (network) => ({ ...placeAndSite(network), ...everyKind(network) }),
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
