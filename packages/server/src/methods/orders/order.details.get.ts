import { list, long, number, object } from '@opentbk/top'
import { listOrders } from '../../domain/orders/index.ts'
import { listGroupPublishers } from '../../domain/publishers/index.ts'
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
const roles = { 2: ['second'], 3: ['third'] } as const
const bothRoles = ['second', 'third'] as const

export const orderDetailsGet = doors({
  permission: 'order',
  note: 'An order of a tripartite link is listed to its promoter (二方) and to the third party (三方), to each with their own PID and their own part of the commission.',
  request: {
    ...windowFields,
    page_size: number({ min: 1, max: 100, default: 20, example: '20' }),
    member_type: number({
      note: '2: as the promoter, 3: as the third party of a shared link; both when absent',
    }),
    order_scene: number({
      default: 1,
      note: "1 all, 2 of relations, 3 of specials; a third party's orders are of neither",
      example: '1',
    }),
    member_group_id: long({
      only: 'sc',
      min: 1n,
      note: 'of sc.membergroup.optional: the orders of its members who still authorise this app, instead of those of the session; one row for each member who earns by an order',
    }),
  },
  response: {
    data: object('OrderPage', {
      results: list(publisherOrder),
      ...pageFields,
    }),
  },
  refusals: windowRefusals,
  dg: { name: 'taobao.tbk.order.details.get', title: '淘宝客-推广者-所有订单查询', session: 'none' },
  sc: {
    name: 'taobao.tbk.sc.order.details.get',
    title: '淘宝客-服务商-所有订单查询',
    session: 'required',
    refusals: { 'member-group.unknown': true },
  },

  async handle(ctx, input) {
    const { member_group_id: groupId, member_type: memberType } = input
    const page = await listOrders(ctx, {
      ...readWindow(input),
      memberIds: groupId === undefined ? [ctx.promoterId] : await listGroupPublishers(ctx, groupId),
      roles: memberType === undefined ? bothRoles : choose('member_type', roles, memberType),
      scene: choose('order_scene', scenes, input.order_scene),
    })
    return { data: { results: await writeOrders(ctx, page.orders), ...writePage(page, input) } }
  },
})
