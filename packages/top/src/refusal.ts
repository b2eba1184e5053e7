import { TopError, topErrors } from './error.ts'

/** One business refusal: the sub_code on the wire and what it says, in Chinese. */
export type RefusalText = { readonly subCode: string; readonly subMsg: string }

/** Every refusal the domain knows. On the wire all of them are code 15, `Remote service error`. */
export const refusals = {
  'item.bad-id': { subCode: '35', subMsg: '您输入的商品ID不合法，请使用升级后的新商品ID' },
  'item.off-shelf': { subCode: '10000', subMsg: '该商品已下架' },
  'item.not-promoted': { subCode: '10001', subMsg: '该商品没有参加推广' },
  'item.none': { subCode: '50001', subMsg: '无结果' },
  'link.expired': { subCode: '20008', subMsg: '链接已过期' },
  'link.unknown': { subCode: '20011', subMsg: '链接不存在' },
  'link.not-promotable': { subCode: '20000', subMsg: '口令跳转url不支持口令转换' },
  'link.foreign': { subCode: '26', subMsg: '链接不属于联盟官方业务场景' },
  'tpwd.unknown': { subCode: '20011', subMsg: '淘口令解析结果为空' },
  'tpwd.expired': { subCode: '20008', subMsg: '淘口令已过期' },
  'tpwd.private': { subCode: '1001', subMsg: '无权限，加密淘口令只能由其推广者解析' },
  'tpwd.empty': { subCode: '20012', subMsg: '淘口令解析输入口令为空' },
  'tpwd.unparsable': { subCode: '20010', subMsg: '淘口令解析失败' },
  'tpwd.short-text': { subCode: '20001', subMsg: '口令弹框内容不能少于5个字符' },
  'place.unknown': { subCode: '20011', subMsg: '店铺或会场不存在' },
  'mark.too-long': { subCode: 'isv.invalid-parameter', subMsg: '标记过长' },
  'right.missing': { subCode: '1001', subMsg: '无权限' },
  'adzone.unknown': { subCode: '2', subMsg: 'pid不正确，请检查是否输入了正确的adzoneId和siteId' },
  'site.unknown': { subCode: '2', subMsg: 'pid不正确，请检查是否输入了正确的adzoneId和siteId' },
  'adzone.too-many': { subCode: 'isv.adzone-limit', subMsg: '该媒体的推广位数量已达上限' },
  'publisher.not-joined': { subCode: '1', subMsg: '授权用户未入驻！' },
  'coupon.unknown': { subCode: 'isv.coupon_not_exist', subMsg: '优惠券不存在' },
  'coupon.gone': { subCode: '11', subMsg: '优惠券已领完' },
  'coupon.expired': { subCode: '12', subMsg: '优惠券已过期' },
  'coupon.other-item': { subCode: '13', subMsg: '该优惠券不适用该商品' },
  'sku.unknown': { subCode: 'isv.invalid-parameter:sku_id', subMsg: '该商品没有此sku' },
  'coupon.not-begun': { subCode: '17', subMsg: '优惠券未到开始使用时间' },
  'coupon.bad-link': { subCode: '1001', subMsg: '非法的me参数值' },
  'coupon.not-asked': { subCode: '1002', subMsg: '入参为空' },
  'search.empty': { subCode: '30002', subMsg: '参数q与cat不能都为空' },
  'material.unknown': { subCode: '30001', subMsg: '非法的物料id' },
  'order.bad-time': { subCode: '2000', subMsg: '开始时间或结束时间参数非法' },
  'order.time-order': { subCode: '2001', subMsg: '开始时间应该小于结束时间' },
  'order.future': { subCode: '2002', subMsg: '请求参数非法，开始时间应该小于当前时间' },
  'order.window': { subCode: '2007', subMsg: '订单查询时间段不能超过3个小时' },
  'order.bad-position': { subCode: '1008', subMsg: 'positionIndex非法' },
  'order.bad-status': { subCode: '1006', subMsg: 'tkStatus非法' },
  'order.bad-jump': { subCode: '1005', subMsg: 'jumpType非法' },
  'order.unknown': { subCode: 'isv.order-not-exist', subMsg: '订单不存在' },
  'activity.unknown': { subCode: 'isv.invalid-parameter:activity_id', subMsg: '活动不存在' },
  'sub-pid.bad': { subCode: 'isv.invalid-parameter:sub_pid', subMsg: 'sub_pid不正确，应为mm_xxx_xxx_xxx' },
  'sub-pid.no-agreement': {
    subCode: 'isv.invalid-parameter:sub_pid',
    subMsg: 'sub_pid不正确，该推广位不存在，或与其推广者没有生效的三方分成协议',
  },
  'member-group.unknown': {
    subCode: 'isv.invalid-parameter:member_group_id',
    subMsg: 'member_group_id不正确，该组不存在，或不属于此应用的服务商',
  },
  'member-group.not-authorised': {
    subCode: 'isv.invalid-parameter:tb_num_ids',
    subMsg: 'tb_num_ids中有未授权给此服务商的推广者',
  },
  'member-group.too-many': { subCode: 'isv.member-group-limit', subMsg: 'member组的数量已达上限' },
  'relation.unknown': { subCode: 'isp.relation-id-not-corrent', subMsg: 'relationId不正确' },
  'special.unknown': { subCode: 'isp.special-id-not-corrent', subMsg: 'specialId不正确' },
  'channel.mismatch': { subCode: 'isp.rebate-id-not-match', subMsg: 'relationId, specialId不匹配' },
  'invite.unknown': { subCode: 'isv.invalid-parameter:inviter_code', subMsg: '邀请码不存在或已过期' },
  'filing.bad-type': { subCode: '30501', subMsg: '输入参数info_type非法' },
  'code.unknown': { subCode: 'isv.invalid-parameter:code', subMsg: 'code不存在、已使用或已过期' },
  'code.verifier': {
    subCode: 'isv.invalid-parameter:code',
    subMsg: '该code带有code_challenge，只能在/oauth/token换取',
  },
  'refresh-token.unknown': {
    subCode: 'isv.invalid-parameter:refresh_token',
    subMsg: 'refresh_token不存在、已使用或已过期',
  },
  'authorisation.barred': { subCode: 'isv.authorisation-barred', subMsg: '授权用户状态不正常，不能授权应用' },
  'platform.bad': { subCode: 'isv.invalid-parameter:platform', subMsg: 'platform不正确' },
  'unid.bad': { subCode: 'isv.invalid-parameter:unid', subMsg: 'unid不正确' },
  'content.too-many': { subCode: 'isv.content-limit', subMsg: '待审核的爆料数量已达上限' },
  'server.busy': { subCode: 'isp.system-busy', subMsg: '系统繁忙，请稍后重试' },
  'server.error': { subCode: 'isp.unknown-error', subMsg: '系统错误，请稍后重试' },
} as const satisfies Record<string, RefusalText>

export type RefusalName = keyof typeof refusals

/** `true`: the table's own sub_code. A text: another sub_code with the table's words. Or both of one's own. */
export type RefusalRule = true | string | RefusalText
/** The refusals of a method, by name. */
export type Refusals = { readonly [K in RefusalName]?: RefusalRule }

/** A business refusal, thrown by the domain, which knows no wire. `detail` (Chinese) is appended to the sub_msg. */
export class Refusal extends Error {
  readonly refusal: RefusalName
  readonly detail: string | undefined

  constructor(refusal: RefusalName, detail?: string) {
    super(detail === undefined ? refusal : `${refusal}: ${detail}`)
    this.name = 'Refusal'
    this.refusal = refusal
    this.detail = detail
  }
}

/** What a method says for a refusal: its own rule, else the table's. */
export function refusalText(declared: Refusals, name: RefusalName): RefusalText {
  const own = declared[name]
  const text = refusals[name]
  if (own === undefined || own === true) return text
  return typeof own === 'string' ? { subCode: own, subMsg: text.subMsg } : own
}

/** The sub_code that a method answers for a refusal. */
export function subCodeFor(method: { readonly refusals: Refusals }, name: RefusalName): string {
  return refusalText(method.refusals, name).subCode
}

/** The wire error of a refusal thrown while a method ran: code 15 with the method's sub_code. */
export function refusalError(method: { readonly refusals: Refusals }, refusal: Refusal): TopError {
  const { subCode, subMsg } = refusalText(method.refusals, refusal.refusal)
  const { code, msg } = topErrors['remote-service-error']
  const detail = refusal.detail === undefined ? '' : `：${refusal.detail}`
  return new TopError(code, msg, { subCode, subMsg: `${subMsg}${detail}` })
}
