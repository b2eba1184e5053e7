import { date, formatGmt8, ignored, list, long, number, object, string, unfilled } from '@opentbk/top'
import type { CallContext } from '../../context.ts'
import { listPunishedOrders, type PunishedOrder } from '../../domain/penalties/index.ts'
import { isPublisher } from '../../domain/publishers/index.ts'
import { doors } from '../define.ts'

const DAY_MS = 86_400_000
const MAX_SPAN_DAYS = 30
const PAGE_SIZE = 20
const DONE = 200
const noMember = { code: 103, words: '没有获取到memberid' }

const gone = (reason: string) => ignored(reason, { docType: 'Number' })
const NOT_USED = 'documented as no longer used'
const NOT_TOLD = 'documented as no longer told'

const option = object('TopApiAfOrderOption', {
  relation_id: long({ min: 1n, note: "of the promoter's own channel", example: '122344' }),
  tb_trade_id: long({
    min: 1n,
    note: 'trade_id of order.details.get; without start_time it is found whenever it was created',
    example: '581552321112183166',
  }),
  tb_trade_parent_id: gone(NOT_USED),
  page_size: number({ min: 1, max: 100, default: PAGE_SIZE, example: '20' }),
  page_no: number({ min: 1, max: 10_000, default: 1, example: '1' }),
  span: number({
    min: 1,
    max: MAX_SPAN_DAYS,
    default: MAX_SPAN_DAYS,
    note: 'days from start_time on',
    example: '30',
  }),
  start_time: date({
    note: 'by tk_create_time of the orders; when absent, the last days of the span',
    example: '2018-11-11 00:00:00',
  }),
  special_id: gone(NOT_USED),
  adzone_id: long({ min: 1n, note: "third number of the caller's PID", example: '1212' }),
  site_id: long({ min: 1n, note: "second number of the caller's PID", example: '1212' }),
  violation_type: gone(NOT_USED),
  punish_status: gone(NOT_USED),
})

const punishedOrder = object('Result', {
  union_id: unfilled(string(), NOT_TOLD),
  special_id: unfilled(long(), NOT_TOLD),
  relation_id: long({ note: "the promoter's own; a third party is told none", example: '122344' }),
  settle_month: number({ note: 'yyyyMM; absent until the order is settled', example: '201812' }),
  punish_status: string({
    note: '0 frozen, or taken and given back to the merchant; 1 released',
    example: '0',
  }),
  violation_type: string({ note: '店铺淘宝客, 订单虚假交易', example: '店铺淘宝客' }),
  tk_trade_create_time: string({ example: '2018-11-11 00:01:01' }),
  tb_trade_id: long({ note: 'trade_id of order.details.get', example: '581552321112183166' }),
  tb_trade_parent_id: unfilled(long(), NOT_TOLD),
  tk_adzone_id: long({ example: '1212' }),
  tk_site_id: long({ example: '1212' }),
  tk_pub_id: long({ textOn: 'dg', example: '114469792' }),
})

export const punishOrderGet = doors({
  permission: 'order',
  // Who is no publisher is told so by the page's own error.
  forMembers: true,
  note: 'Orders that are or were under a penalty, as their promoter and as the third party of a shared link, each once with its newest penalty, the oldest order first. A penalty comes after its order: a window that was read may gain orders.',
  request: { af_order_option: option },
  response: {
    result: object('RpcResult', {
      data: object('PageResult', {
        results: list(punishedOrder),
        page_no: number({ example: '1' }),
        page_size: number({ example: '10' }),
        total_count: number({ note: 'of all pages', example: '100' }),
      }),
      biz_error_desc: string({ note: 'absent on success', example: '没有获取到memberid' }),
      biz_error_code: number({ note: 'absent on success; 103: the caller is no publisher', example: '103' }),
      result_msg: string({ note: 'ok, else as biz_error_desc', example: 'ok' }),
      result_code: number({ note: '200, else as biz_error_code', example: '200' }),
    }),
  },
  dg: { name: 'taobao.tbk.dg.punish.order.get', title: '淘宝客-推广者-处罚订单查询', session: 'none' },
  sc: { name: 'taobao.tbk.sc.punish.order.get', title: '淘宝客-服务商-处罚订单查询', session: 'required' },

  async handle(ctx, { af_order_option: asked }) {
    if (!(await isPublisher(ctx, ctx.promoterId))) return { result: refused }
    const page = { pageNo: asked?.page_no ?? 1, pageSize: asked?.page_size ?? PAGE_SIZE }
    const { totalCount, orders } = await listPunishedOrders(ctx, {
      ...page,
      window: windowOf(ctx, asked ?? {}),
      tradeId: asked?.tb_trade_id,
      relationId: asked?.relation_id,
      siteId: asked?.site_id,
      adzoneId: asked?.adzone_id,
    })
    const results = orders.map(writeOrder)
    const data = { results, page_no: page.pageNo, page_size: page.pageSize, total_count: totalCount }
    return { result: { data, result_msg: 'ok', result_code: DONE } }
  },
})

const refused = {
  biz_error_desc: noMember.words,
  biz_error_code: noMember.code,
  result_msg: noMember.words,
  result_code: noMember.code,
}

type Asked = { start_time?: Date | undefined; span?: number | undefined; tb_trade_id?: bigint | undefined }

function windowOf(ctx: CallContext, { start_time: start, span = MAX_SPAN_DAYS, tb_trade_id }: Asked) {
  const spanMs = span * DAY_MS
  if (start) return { from: start, before: new Date(start.getTime() + spanMs) }
  if (tb_trade_id !== undefined) return undefined
  const now = ctx.clock.now().getTime()
  // What was stamped just now may be a moment ahead of this process's clock.
  return { from: new Date(now - spanMs), before: new Date(now + DAY_MS) }
}

function writeOrder(order: PunishedOrder) {
  return {
    relation_id: order.relationId,
    settle_month: order.earnedAt && monthOf(order.earnedAt),
    punish_status: order.state === 'released' ? '1' : '0',
    violation_type: order.violationType,
    tk_trade_create_time: formatGmt8(order.createdAt),
    tb_trade_id: order.tradeId,
    tk_adzone_id: order.adzoneId,
    tk_site_id: order.siteId,
    tk_pub_id: order.memberId,
  }
}

function monthOf(time: Date): number {
  return Number(formatGmt8(time).slice(0, 7).replace('-', ''))
}
