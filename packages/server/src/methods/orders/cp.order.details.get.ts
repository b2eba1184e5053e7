import { list, number, object } from '@opentbk/top'
import { listOrders } from '../../domain/orders/index.ts'
import { doors } from '../define.ts'
import { campaignOrder } from './_shapes/campaign-order.ts'
import { pageFields, readWindow, windowFields, windowRefusals, writePage } from './_shapes/order-window.ts'
import { writeCampaignOrders } from './_shapes/write-campaign-orders.ts'

export const cpOrderDetailsGet = doors({
  // A recruiting leader need not be a publisher.
  forMembers: true,
  permission: 'order',
  note: 'Of the campaigns of the recruiting leader who asks (招商团长); others have none.',
  request: {
    ...windowFields,
    page_size: number({ min: 1, max: 1000, default: 20, example: '20' }),
  },
  response: {
    data: object('Data', {
      results: list(campaignOrder),
      ...pageFields,
    }),
  },
  refusals: windowRefusals,
  dg: {
    name: 'taobao.tbk.cp.order.details.get',
    title: '淘宝客-招商团长-服务费订单明细',
    session: 'none',
    confidence: 'third-party',
  },
  sc: {
    name: 'taobao.tbk.sc.cp.order.details.get',
    title: '淘宝客-工具-团长-所有订单查询',
    session: 'required',
  },

  async handle(ctx, input) {
    const page = await listOrders(ctx, {
      ...readWindow(input),
      memberIds: [ctx.promoterId],
      roles: ['leader'],
      scene: 'all',
    })
    return { data: { results: await writeCampaignOrders(ctx, page.orders), ...writePage(page, input) } }
  },
})
