import type { Fields } from '@opentbk/top'
import type { ServerMethod } from '../../src/methods/define.ts'
import type { Params } from '../methods/every-method/valid-calls.ts'
import type { Tenants } from './second-network.ts'

/** A parameter by which somebody else's row could be named: the first publisher's, and one of nobody's. */
type Owned = { foreign: (tenants: Tenants) => string; unknown: string; beside?: Params }

const ofFirst = (name: 'adzoneId' | 'siteId' | 'tradeId' | 'groupId') => (tenants: Tenants) =>
  tenants.first[name]
// Long, so that an answer holds it by no chance.
const NOBODYS = '999999999989'
const GOODS_OF_FAVORITES = 31539
const pid = ({ first }: Tenants) => first.record.pid

/** Somebody else's is answered like one that does not exist. */
export const ownedParameters: Readonly<Record<string, Owned>> = {
  adzone_id: { foreign: ofFirst('adzoneId'), unknown: NOBODYS },
  site_id: { foreign: ofFirst('siteId'), unknown: NOBODYS },
  sub_pid: { foreign: pid, unknown: 'mm_1_1_1' },
  'taobao.tbk.itemid.coupon.get pid': { foreign: pid, unknown: 'mm_1_1_1' },
  relation_id: { foreign: ({ first }) => first.record.relationId, unknown: NOBODYS },
  special_id: { foreign: ({ first }) => first.record.specialId, unknown: NOBODYS },
  'taobao.tbk.sc.publisher.info.get special_id': {
    foreign: ({ first }) => first.record.specialId,
    unknown: NOBODYS,
    // Members are asked for, not channels.
    beside: { info_type: 2 },
  },
  member_group_id: { foreign: ofFirst('groupId'), unknown: NOBODYS },
  tb_num_ids: { foreign: ({ firstId }) => String(firstId), unknown: NOBODYS },
  tb_trade_id: { foreign: ofFirst('tradeId'), unknown: NOBODYS },
  trade_id: { foreign: ofFirst('tradeId'), unknown: NOBODYS },
  group_id: { foreign: ({ firstGroup }) => firstGroup.group_id, unknown: 'R:1' },
  msg_id: { foreign: ({ firstGroup }) => firstGroup.msg_id, unknown: 'NOSUCH00' },
  offset_code: { foreign: ({ firstGroup }) => firstGroup.offset_code, unknown: 'NoSuchOneNOSUCH00' },
  material_id: { foreign: ({ firstSelectionId }) => firstSelectionId, unknown: NOBODYS },
  favorites_id: {
    foreign: ({ firstSelectionId }) => firstSelectionId,
    unknown: NOBODYS,
    beside: { material_id: GOODS_OF_FAVORITES },
  },
  code: { foreign: ({ first }) => first.oauth.nextCode(), unknown: 'c'.repeat(40) },
  refresh_token: { foreign: ({ first }) => first.oauth.nextRefreshToken(), unknown: `6100${'0'.repeat(52)}` },
}

const GOODS = 'an item’s name for somebody: no right hangs on knowing one'
const PUBLIC = 'a shop, an item’s variant, a coupon or a page: everybody’s'
const LINK = 'links and passwords are made to be passed on, and tell nothing of whose they are'
/** Those that take a link, or a text with a password in it. */
export const linkParameters = ['url', 'click_url', 'password_content', 'material_url', 'material_list']
const NONE = 'a mark of the caller’s own, or no row’s name'

/** Why other parameters that look like a name open nothing of somebody else's. */
export const openParameters: Readonly<Record<string, string>> = {
  'taobao.tbk.tbkinfo.get pid': 'says of any PID whether there is such a place: PIDs stand in links',
  me: 'a coupon’s link, which everybody may open',
  inviter_code: 'is made to be handed to others, who become channels of its maker',
  activity_id: 'a merchant’s, for everybody: what is answered are the caller’s own new buyers',
  position_index: 'a place in time: the rows after it are the caller’s own',
  ...Object.fromEntries(
    ['item_id', 'num_iids', 'item_ids', 'item_id_list', 'itemIds'].map((name) => [name, GOODS]),
  ),
  ...Object.fromEntries(
    [
      'user_id',
      'user_ids',
      'shop_id',
      'seller_id_list',
      'sku_id',
      'page_id',
      'page_id_list',
      'coupon_id',
    ].map((name) => [name, PUBLIC]),
  ),
  ...Object.fromEntries(linkParameters.map((name) => [name, LINK])),
  ...Object.fromEntries(
    ['biz_scene_id', 'scene_id', 'scd_id', 'external_id', 'res_code', 'uvid', 'unid'].map((name) => [
      name,
      NONE,
    ]),
  ),
}

const LOOKS_LIKE_A_NAME = /(id|ids|iids|Ids|pid|code|token|index|url|content|material)(_list)?$|^me$/

/** Where a parameter stands in a request: its own name last. */
export type Parameter = { method: ServerMethod; path: readonly string[]; name: string }

/** Every parameter of a method that has an effect and looks like the name of a row. */
export function nameLike(method: ServerMethod): Parameter[] {
  return leaves(method.request, [])
    .filter(({ name }) => LOOKS_LIKE_A_NAME.test(name))
    .map((leaf) => ({ method, ...leaf }))
}

function leaves(fields: Fields, above: readonly string[]): Omit<Parameter, 'method'>[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (field.ignored !== undefined) return []
    const path = [...above, name]
    if (field.kind === 'object') return leaves(field.fields, path)
    if (field.kind === 'list' && field.item.kind === 'object')
      return leaves(field.item.fields, [...path, '0'])
    return [{ path, name }]
  })
}

/** What is said of a parameter: by its method, else by its name alone. */
export function ownedAt({ method, name }: Parameter): Owned | undefined {
  return ownedParameters[`${method.name} ${name}`] ?? ownedParameters[name]
}

export function isOpen({ method, name }: Parameter): boolean {
  return `${method.name} ${name}` in openParameters || name in openParameters
}

type Exception = { reason: string; addsTo?: readonly string[]; shows?: (tenants: Tenants) => string }

/** What the second publisher may do with what the first one passed on. */
export const exceptions: Readonly<Record<string, Exception>> = {
  'taobao.tbk.sc.publisher.info.save': {
    reason: 'who shows an invitation becomes a channel of whoever made it',
    addsTo: ['channels'],
  },
  'taobao.tbk.spread.get': { reason: 'a short link leads where the long one does', addsTo: ['short_links'] },
  'taobao.tbk.tpwd.create': {
    reason: 'a password leads where its link does, and earns its promoter',
    addsTo: ['short_links', 'tpwds'],
  },
  'taobao.tbk.tpwd.mix.create': { reason: 'so does a text', addsTo: ['tpwds'] },
  'taobao.tbk.tpwd.parse': {
    reason: 'says which link an open password stands for',
    shows: ({ first }) => first.link.long,
  },
}
