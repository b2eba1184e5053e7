import {
  boolean,
  ignored,
  invalidArgument,
  list,
  number,
  object,
  parseGmt8,
  Refusal,
  string,
} from '@opentbk/top'
import { listOrders, type OrderQuery } from '../../domain/orders/index.ts'
import { doors } from '../define.ts'
import { publisherOrder } from './_shapes/publisher-order.ts'
import { writeOrders } from './_shapes/write-orders.ts'

const times = { 1: 'created', 2: 'paid', 3: 'earned', 4: 'modified' } as const
const scenes = { 1: 'all', 2: 'relation', 3: 'special' } as const
const THIRD_PARTY = 3

export const orderDetailsGet = doors({
  permission: 'order',
  request: {
    query_type: number({
      default: 1,
      note: 'time searched by: 1 created, 2 paid, 3 settled, 4 modified',
      example: '1',
    }),
    position_index: string({
      maxLength: 80,
      note: 'as returned with the page before; needed from page 2 on',
    }),
    page_size: number({ min: 1, max: 100, default: 20, example: '20' }),
    member_type: number({
      note: "2: orders of one's own, 3: orders shared by another promoter; all when absent",
    }),
    tk_status: number({ note: '11 created, 12 paid, 13 closed, 14 received, 3 settled; all when absent' }),
    end_time: string({
      required: true,
      note: 'GMT+8; this second still belongs to the window',
      example: '2026-01-01 12:28:22',
    }),
    start_time: string({
      required: true,
      note: 'GMT+8; at most 3 hours before the end, at most 90 days ago',
      example: '2026-01-01 12:18:22',
    }),
    jump_type: number({ default: 1, note: '1 next page, -1 page before', example: '1' }),
    page_no: number({ min: 1, max: 100, default: 1, example: '1' }),
    order_scene: number({ default: 1, note: '1 all, 2 of relations, 3 of specials', example: '1' }),
    member_group_id: ignored('member groups are not built yet', { only: 'sc', docType: 'Number' }),
  },
  response: {
    data: object('OrderPage', {
      results: list(publisherOrder),
      has_pre: boolean({ example: 'false' }),
      position_index: string({
        note: 'to be returned as it is',
        example: '1555904214000_1|1555917305000_20',
      }),
      has_next: boolean({ example: 'true' }),
      page_no: number({ example: '1' }),
      page_size: number({ example: '20' }),
    }),
  },
  refusals: {
    'order.bad-time': true,
    'order.time-order': true,
    'order.future': true,
    'order.window': true,
    'order.bad-position': true,
    'order.bad-status': true,
    'order.bad-jump': true,
  },
  dg: { name: 'taobao.tbk.order.details.get', title: '淘宝客-推广者-所有订单查询', session: 'none' },
  sc: { name: 'taobao.tbk.sc.order.details.get', title: '淘宝客-服务商-所有订单查询', session: 'required' },

  async handle(ctx, input) {
    const query: OrderQuery = {
      role: 'member_id',
      by: choose('query_type', times, input.query_type),
      start: readTime('start_time', input.start_time),
      end: readTime('end_time', input.end_time),
      status: input.tk_status,
      scene: choose('order_scene', scenes, input.order_scene),
      pageNo: input.page_no,
      pageSize: input.page_size,
      position: input.position_index,
      jump: input.jump_type,
    }
    const page = await listOrders(ctx, query)
    // Shares between promoters are not built yet: every order is its promoter's own.
    const orders = input.member_type === THIRD_PARTY ? [] : page.orders
    return {
      data: {
        results: await writeOrders(ctx, orders),
        has_pre: page.hasPrevious,
        has_next: input.member_type === THIRD_PARTY ? false : page.hasNext,
        position_index: page.position,
        page_no: input.page_no,
        page_size: input.page_size,
      },
    }
  },
})

function readTime(name: string, text: string): Date {
  const time = parseGmt8(text)
  if (!time) throw new Refusal('order.bad-time', `${name}的格式应为yyyy-MM-dd HH:mm:ss`)
  return time
}

function choose<T>(name: string, options: Readonly<Record<number, T>>, value: number): T {
  const chosen = options[value]
  if (chosen === undefined) throw invalidArgument(name, `应为${Object.keys(options).join('、')}之一`)
  return chosen
}
