import { ignored, list, number, object } from '@opentbk/top'
import { listOrders } from '../../domain/orders/index.ts'
import { doors } from '../define.ts'
import {
  choose,
  pageFields,
  readWindow,
  windowFields,
  windowRefusals,
  writePage,
} from './_shapes/order-window.ts'
import { publisherOrder } from './_shapes/publisher-order.ts'
import { writeOrders } from './_shapes/write-orders.ts'

const scenes = { 1: 'all', 2: 'relation', 3: 'special' } as const
const THIRD_PARTY = 3

export const orderDetailsGet = doors({
  permission: 'order',
  request: {
    ...windowFields,
    page_size: number({ min: 1, max: 100, default: 20, example: '20' }),
    member_type: number({
      note: "2: orders of one's own, 3: orders shared by another promoter; all when absent",
    }),
    order_scene: number({ default: 1, note: '1 all, 2 of relations, 3 of specials', example: '1' }),
    member_group_id: ignored('member groups are not built yet', { only: 'sc', docType: 'Number' }),
  },
  response: {
    data: object('OrderPage', {
      results: list(publisherOrder),
      ...pageFields,
    }),
  },
  refusals: windowRefusals,
  dg: { name: 'taobao.tbk.order.details.get', title: '淘宝客-推广者-所有订单查询', session: 'none' },
  sc: { name: 'taobao.tbk.sc.order.details.get', title: '淘宝客-服务商-所有订单查询', session: 'required' },

  async handle(ctx, input) {
    const scene = choose('order_scene', scenes, input.order_scene)
    const page = await listOrders(ctx, { ...readWindow(input), role: 'member_id', scene })
    // Shares between promoters are not built yet: every order is its promoter's own.
    const isEmpty = input.member_type === THIRD_PARTY
    return {
      data: {
        results: await writeOrders(ctx, isEmpty ? [] : page.orders),
        ...writePage(isEmpty ? { ...page, hasNext: false } : page, input),
      },
    }
  },
})
