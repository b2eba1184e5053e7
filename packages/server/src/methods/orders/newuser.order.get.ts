import {
  boolean,
  date,
  formatGmt8,
  formatYuan,
  invalidArgument,
  list,
  long,
  number,
  object,
  string,
  unfilled,
} from '@opentbk/top'
import type { CallContext } from '../../context.ts'
import { type ListedBuyer, listNewBuyers } from '../../domain/newusers/index.ts'
import { findAdzone, findMember } from '../../domain/publishers/index.ts'
import { doors } from '../define.ts'

const SECOND_MS = 1000
const BOUGHT = 3
const RECEIVED = 4
const THROUGH_A_PROMOTER = 1

const NO_ACCOUNTS = 'buyers have no account here: a shop tells of its buyers by their orders alone'
const NO_RIGHTS = 'of 天猫 activities: nothing is claimed before the purchase here'
const NO_CARDS = 'bank cards are not known here'

const repurchase = object('OrderData', {
  commission: string({ note: 'what its payment promised', example: '9.15' }),
  confirm_receive_time: string({ note: 'GMT+8; absent until received', example: '20180204' }),
  pay_time: string({ note: 'GMT+8', example: '20180203' }),
  order_no: string({ note: 'trade_id of order.details.get', example: '1589541350997963' }),
})

const newBuyer = object('MapData', {
  register_time: unfilled(date(), NO_ACCOUNTS),
  bind_time: unfilled(date(), NO_ACCOUNTS),
  buy_time: date({ note: 'when the first purchase in the shop was paid', example: '2018-01-24 00:34:05' }),
  status: number({ note: '3 first purchase paid, 4 received', example: '3' }),
  mobile: unfilled(string(), NO_ACCOUNTS),
  order_tk_type: number({ note: 'always 1, through a promoter: others are nobody’s new buyers' }),
  union_id: unfilled(string(), 'links carry no union_id here'),
  member_id: long({ note: 'first number of the PID', example: '11' }),
  member_nick: string({ example: '联盟官方账号' }),
  site_id: long({ note: 'second number of the PID', example: '11' }),
  site_name: string({ example: '联盟官方站点' }),
  adzone_id: long({ note: 'third number of the PID', example: '3434' }),
  adzone_name: string({ example: '联盟官方推广位' }),
  tb_trade_parent_id: long({ note: 'trade_parent_id of order.details.get', example: '1112333' }),
  accept_time: date({ note: 'absent until received', example: '2018-01-24 00:34:05' }),
  receive_time: unfilled(date(), NO_RIGHTS),
  success_time: unfilled(date(), 'of 支付宝 activities, which are not run here'),
  activity_type: string({ note: 'always taobao', example: 'taobao' }),
  activity_id: string({ example: '119013_2' }),
  biz_date: string({ note: 'the day of buy_time', example: '20180202' }),
  orders: list(repurchase, {
    note: 'later orders of this buyer in the shop through this promoter: the first 20, closed ones left out',
  }),
  bind_card_time: unfilled(date(), NO_CARDS),
  login_time: unfilled(date(), NO_ACCOUNTS),
  is_card_save: unfilled(number(), NO_CARDS),
  use_rights_time: unfilled(date(), NO_RIGHTS),
  get_rights_time: unfilled(date(), NO_RIGHTS),
  relation_id: string({ note: 'absent without a channel', example: '232342' }),
})

export const newuserOrderGet = doors({
  permission: 'order',
  note: 'Buyers whose first paid purchase ever in the shop of an activity came through the promoter while the activity ran, the earliest first. Known within a minute of the order. Who turns out not to be new, or whose purchase is closed or wholly refunded before it was settled, is no longer listed.',
  request: {
    page_size: number({ min: 1, max: 100, default: 20, example: '20' }),
    page_no: number({ min: 1, max: 10_000, default: 1, example: '1' }),
    adzone_id: long({ min: 1n, note: "third number of the caller's PID", example: '123' }),
    site_id: long({ min: 1n, only: 'sc', note: "second number of the promoter's PID", example: '123' }),
    start_time: date({ note: 'by buy_time', example: '2018-01-24 00:34:05' }),
    end_time: date({
      note: 'by buy_time; this second still belongs to the window',
      example: '2018-01-24 00:34:05',
    }),
    activity_id: string({
      required: true,
      maxLength: 40,
      note: 'as the operator of the network names it',
      example: '100001_1',
    }),
  },
  response: {
    results: object('Results', {
      data: object('Data', {
        results: list(newBuyer),
        page_no: number({ example: '1' }),
        page_size: number({ example: '20' }),
        has_next: boolean({ example: 'true' }),
      }),
    }),
  },
  refusals: { 'activity.unknown': true, 'adzone.unknown': true, 'site.unknown': true },
  dg: {
    name: 'taobao.tbk.dg.newuser.order.get',
    title: '淘宝客-推广者-新用户订单明细查询',
    session: 'none',
    refusals: {
      'adzone.unknown': { subCode: '4', subMsg: '查询不到对应的adzoneId，请检查adzoneId是否正确' },
    },
  },
  sc: {
    name: 'taobao.tbk.sc.newuser.order.get',
    title: '淘宝客-服务商-新用户订单明细查询',
    session: 'required',
  },

  async handle(ctx, input) {
    const { page_no, page_size, activity_id: activityId, start_time: from, end_time: end } = input
    if (from && end && end < from) throw invalidArgument('end_time', '不应早于start_time')
    const { buyers, hasNext } = await listNewBuyers(ctx, {
      activityId,
      siteId: input.site_id,
      adzoneId: input.adzone_id,
      from,
      before: end && new Date(end.getTime() + SECOND_MS),
      pageNo: page_no,
      pageSize: page_size,
    })
    const results = await Promise.all(buyers.map((buyer) => writeBuyer(ctx, buyer, activityId)))
    return { results: { data: { results, page_no, page_size, has_next: hasNext } } }
  },
})

async function writeBuyer(ctx: CallContext, buyer: ListedBuyer, activityId: string) {
  const member = await findMember(ctx, ctx.promoterId)
  const adzone = await findAdzone(ctx, buyer.adzoneId)
  return {
    buy_time: buyer.boughtAt,
    status: buyer.receivedAt ? RECEIVED : BOUGHT,
    order_tk_type: THROUGH_A_PROMOTER,
    member_id: ctx.promoterId,
    member_nick: member?.name,
    site_id: buyer.siteId,
    site_name: adzone?.siteName,
    adzone_id: buyer.adzoneId,
    adzone_name: adzone?.name,
    tb_trade_parent_id: buyer.tradeParentId,
    accept_time: buyer.receivedAt,
    activity_type: 'taobao',
    activity_id: activityId,
    biz_date: dayOf(buyer.boughtAt),
    orders: buyer.repurchases.map((order) => ({
      commission: formatYuan(order.commissionFen),
      confirm_receive_time: order.receivedAt && dayOf(order.receivedAt),
      pay_time: dayOf(order.paidAt),
      order_no: String(order.tradeId),
    })),
    relation_id: buyer.relationId === undefined ? undefined : String(buyer.relationId),
  }
}

function dayOf(time: Date): string {
  return formatGmt8(time).slice(0, 10).replaceAll('-', '')
}
