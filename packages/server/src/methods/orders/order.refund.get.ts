import { boolean, list, number, object, string } from '@opentbk/top'
import { listRefunds } from '../../domain/orders/index.ts'
import { doors } from '../define.ts'
import { answerBusiness, businessFields } from './_shapes/business-form.ts'
import { choose, readTime } from './_shapes/order-window.ts'
import { publisherRefund, writePublisherRefund } from './_shapes/publisher-refund.ts'
import { refundTimes, writeRefunds } from './_shapes/write-refunds.ts'

const roles = { 1: ['second'], 2: ['third'], 4: ['second', 'third'] } as const

const option = object('PublisherRefundOrderQueryOption', {
  jump_type: number({ default: 1, note: '1 next page, -1 page before', example: '1' }),
  order_scene: number({ required: true, min: 1, max: 1, note: '1 all', example: '1' }),
  page_size: number({ required: true, min: 1, max: 100, example: '20' }),
  query_type: number({
    required: true,
    note: 'time searched by: 1 asked for, 2 order settled, 3 finished, 4 order created, 5 order modified. By 1, 3 and 5 a window in the past is final; by 2 and 4 it gains the cases that such an order gets later',
    example: '1',
  }),
  page_no: number({ required: true, min: 0, max: 100, note: 'the first page is 0 or 1', example: '1' }),
  position_index: string({
    maxLength: 80,
    note: 'as returned with the page before; needed from page 2 on',
    example: '1555904214000_500000000000000001|1555917305000_500000000000000020',
  }),
  start_time: string({
    required: true,
    note: 'GMT+8; at most 3 hours before the end, at most 90 days ago',
    example: '2022-12-23 12:28:22',
  }),
  member_type: number({
    required: true,
    note: '1 as promoter, 2 as third party of a shared link, 4 both',
    example: '1',
  }),
  end_time: string({
    required: true,
    note: 'GMT+8; this second still belongs to the window',
    example: '2022-12-23 13:28:22',
  }),
})

export const orderRefundGet = doors({
  permission: 'order',
  note: 'Refund cases of orders, one a case that the shop opened: also before the order is received, when it takes back of what the payment promised.',
  request: { publisher_refund_order_query_option: option },
  response: {
    data: object('OrderPage', {
      result: list(publisherRefund),
      pre_page: number({ note: 'absent on the first page', example: '1' }),
      next_page: number({ note: 'absent on the last page', example: '2' }),
      page_no: number({ example: '1' }),
      page_size: number({ example: '20' }),
      has_next: boolean({ example: 'false' }),
      position_index: string({ note: 'to be returned as it is', example: '1661386106000_1|1661386107000_2' }),
      has_pre: boolean({ example: 'false' }),
    }),
    ...businessFields,
  },
  dg: { name: 'taobao.tbk.order.refund.get', title: '淘宝客-推广者-全量售后退款订单查询', session: 'none' },
  sc: {
    name: 'taobao.tbk.sc.order.refund.get',
    title: '淘宝客-服务商-全量售后退款订单查询',
    session: 'required',
  },

  async handle(ctx, { publisher_refund_order_query_option: option }) {
    return answerBusiness(ctx, option, async (asked) => {
      const page = await listRefunds(ctx, {
        roles: choose('publisher_refund_order_query_option.member_type', roles, asked.member_type),
        by: choose('publisher_refund_order_query_option.query_type', refundTimes, asked.query_type),
        scene: 'all',
        start: readTime('start_time', asked.start_time),
        end: readTime('end_time', asked.end_time),
        pageNo: asked.page_no,
        pageSize: asked.page_size,
        position: asked.position_index,
        jump: asked.jump_type,
      })
      return {
        result: await writeRefunds(ctx, page.refunds, writePublisherRefund),
        pre_page: page.hasPrevious ? asked.page_no - 1 : undefined,
        next_page: page.hasNext ? asked.page_no + 1 : undefined,
        page_no: asked.page_no,
        page_size: asked.page_size,
        has_next: page.hasNext,
        position_index: page.position,
        has_pre: page.hasPrevious,
      }
    })
  },
})
