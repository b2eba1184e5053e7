import {
  formatRate,
  formatYuan,
  ignored,
  invalidArgument,
  list,
  long,
  number,
  object,
  string,
  unfilled,
} from '@opentbk/top'
import { getThirdParty } from '../../domain/agreements/index.ts'
import { encodeItemId } from '../../domain/goods/index.ts'
import { LONG_ONLY } from '../../domain/links/index.ts'
import { getOwnAdzone } from '../../domain/publishers/index.ts'
import { readFieldNames } from '../_shapes/read-field-names.ts'
import { method } from '../define.ts'
import { convertListedItems } from './_shapes/convert-listed.ts'
import { checkPlatform } from './_shapes/old-params.ts'
import { subPid, subPidRefusals } from './_shapes/sub-pid.ts'

const ON_SHELF = 0

const fieldNames = [
  'click_url',
  'num_iid',
  'commission_rate',
  'coupon_amount',
  'coupon_click_url',
  'item_status',
] as const

export const itemShareConvert = method({
  name: 'taobao.tbk.item.share.convert',
  title: '淘宝客-推广者-商品三方分成链接转换',
  session: 'none',
  permission: 'share',
  request: {
    adzone_id: long({ required: true, min: 1n, note: 'third part of a PID', example: '123' }),
    fields: list(string(), {
      required: true,
      docType: 'String',
      note: 'the members to return; input_num_iid is always there',
      example: 'num_iid,click_url',
    }),
    num_iids: list(string(), {
      required: true,
      maxItems: 40,
      docType: 'String',
      note: 'item ids (A-B), comma-joined; what cannot be read or promoted is left out',
    }),
    platform: number({ default: 1, note: '1 PC, 2 wireless: one link serves both', example: '1' }),
    sub_pid: subPid,
    unid: ignored('its page says that it is not used'),
    dx: string({ note: '1: the general plan; otherwise the best open plan', example: '1' }),
    coupon_id: string({ maxLength: 64, note: 'an open coupon of the item; with one item only' }),
  },
  response: {
    results: list(
      object('NTbkItem', {
        click_url: string({ note: 'the promotion link' }),
        num_iid: string({ note: "this promoter's own id of the item" }),
        commission_rate: string({ note: 'percent, of the plan the link asks for', example: '3.60' }),
        coupon_amount: string({ note: 'yuan; absent when no coupon is open', example: '10.00' }),
        coupon_click_url: string({ note: 'coupon and item in one; without a coupon the plain link' }),
        added_time: unfilled(number({ example: '1585929600000' }), 'no goods are listed ahead of time here'),
        item_status: number({ note: '0: on the shelf; others are left out', example: '0' }),
        input_num_iid: string({ note: 'the id as it was sent' }),
      }),
    ),
  },
  refusals: {
    'adzone.unknown': { subCode: 'isv.invalid-parameter:adzone_id', subMsg: 'adzone_id不正确' },
    'platform.bad': true,
    'item.bad-id': true,
    'coupon.unknown': true,
    ...subPidRefusals,
  },

  async handle(ctx, input) {
    checkPlatform(input.platform)
    const wanted: ReadonlySet<string> = readFieldNames(input.fields, fieldNames)
    const couponActivityId = input.coupon_id
    if (couponActivityId !== undefined && new Set(input.num_iids).size > 1)
      throw invalidArgument('coupon_id', '只能与一个商品id同用')
    const adzone = await getOwnAdzone(ctx, { adzoneId: input.adzone_id })
    const third = await getThirdParty(ctx, input.sub_pid)
    const how = { adzone, third, couponActivityId, generalOnly: input.dx === '1', wants: LONG_ONLY }
    const converted = await convertListedItems(ctx, input.num_iids, how)
    const results = converted.map(({ text, itemId, offer, cps, coupon }) => {
      const all = {
        click_url: cps.long,
        num_iid: encodeItemId(ctx.keys, itemId, ctx.promoterId),
        commission_rate: formatRate(offer.plan.rateBp),
        coupon_amount: offer.coupon && formatYuan(offer.coupon.faceFen),
        coupon_click_url: (coupon ?? cps).long,
        item_status: ON_SHELF,
      }
      const asked = Object.fromEntries(Object.entries(all).filter(([name]) => wanted.has(name)))
      return { ...(asked as Partial<typeof all>), input_num_iid: text }
    })
    return { results }
  },
})
