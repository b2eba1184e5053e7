import { date, list, number, object } from '@opentbk/top'
import { listRefundDay } from '../../domain/orders/index.ts'
import { doors } from '../define.ts'
import { answerBusiness, businessFields } from './_shapes/business-form.ts'
import { choose } from './_shapes/order-window.ts'
import { relationRefund, writeRelationRefund } from './_shapes/relation-refund.ts'
import { refundTimes, writeRefunds } from './_shapes/write-refunds.ts'

const roles = { 1: ['second'], 2: ['third'], 0: ['second', 'third'] } as const
const scenes = { 1: 'relation', 2: 'special' } as const

const { result_msg, result_code, biz_error_desc, biz_error_code } = businessFields

export const relationRefundGet = doors({
  permission: 'order',
  // It only reads, whatever its name says.
  repeatable: true,
  note: 'Refund cases of orders that came through a channel or a member of the promoter, of the 24 hours from start_time on.',
  request: {
    search_option: object(
      'TopApiRefundRptOption',
      {
        page_size: number({ required: true, min: 1, max: 100, example: '20' }),
        search_type: number({
          required: true,
          note: 'time searched by: 1 asked for, 2 order settled, 3 finished, 4 order created, 5 order modified',
          example: '1',
        }),
        refund_type: number({
          required: true,
          note: '1 as promoter, 2 as third party of a shared link, 0 both',
          example: '1',
        }),
        start_time: date({
          required: true,
          note: 'the search ends 24 hours later; at most 90 days ago',
          example: '2018-10-10 00:00:00',
        }),
        page_no: number({ required: true, min: 1, max: 100, example: '1' }),
        biz_type: number({
          required: true,
          note: "1 orders of the promoter's channels, 2 of the promoter's members",
          example: '1',
        }),
      },
      { required: true },
    ),
  },
  response: {
    result: object('RpcResult', {
      result_msg,
      data: object('PageResult', {
        page_no: number({ textOn: 'dg' }),
        page_size: number({ textOn: 'dg' }),
        total_count: number({ textOn: 'dg', note: 'exact up to 10,000, and no more than that' }),
        results: list(relationRefund),
      }),
      result_code,
      biz_error_desc,
      biz_error_code,
    }),
  },
  dg: { name: 'taobao.tbk.relation.refund', title: '淘宝客-推广者-售后退款订单查询', session: 'none' },
  sc: { name: 'taobao.tbk.sc.relation.refund', title: '淘宝客-服务商-售后退款订单查询', session: 'required' },

  async handle(ctx, { search_option }) {
    const result = await answerBusiness(ctx, search_option, async (asked) => {
      const { refunds, total } = await listRefundDay(ctx, {
        roles: choose('search_option.refund_type', roles, asked.refund_type),
        by: choose('search_option.search_type', refundTimes, asked.search_type),
        scene: choose('search_option.biz_type', scenes, asked.biz_type),
        start: asked.start_time,
        pageNo: asked.page_no,
        pageSize: asked.page_size,
      })
      return {
        page_no: asked.page_no,
        page_size: asked.page_size,
        total_count: total,
        results: await writeRefunds(ctx, refunds, writeRelationRefund),
      }
    })
    return { result }
  },
})
