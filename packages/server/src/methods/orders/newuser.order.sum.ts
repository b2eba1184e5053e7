import {
  boolean,
  formatYuan,
  invalidArgument,
  list,
  long,
  number,
  object,
  parseGmt8,
  string,
  unfilled,
} from '@opentbk/top'
import { type BuyerSum, sumNewBuyers } from '../../domain/newusers/index.ts'
import { doors } from '../define.ts'

const MONTH = /^(\d{4})(0[1-9]|1[0-2])$/
const LAST_MONTH = '12'

const NO_ACCOUNTS = 'buyers have no account here: a shop tells of its buyers by their orders alone'
const ONE_CAMPAIGN = 'of the platform’s 八天乐 alone'
const UNEXPLAINED = 'documented by its name alone'

const daySum = object('Data', {
  activity_id: string({ example: '119013_2' }),
  biz_date: string({ note: 'the day of the first purchases, GMT+8', example: '20180321' }),
  reg_user_cnt: unfilled(number(), NO_ACCOUNTS),
  login_user_cnt: unfilled(number(), NO_ACCOUNTS),
  alipay_user_cnt: number({ note: 'new buyers of that day', example: '88' }),
  rcv_valid_user_cnt: number({ note: 'those of them whose purchase is settled', example: '66' }),
  rcv_user_cnt: number({ note: 'those of them who received it', example: '77' }),
  alipay_user_cpa_pre_amt: string({
    note: 'what was paid to the promoter for the settled ones; absent with adzone_id or site_id',
    example: '44.33',
  }),
  bind_buy_user_cpa_pre_amt: unfilled(string(), ONE_CAMPAIGN),
  bind_buy_valid_user_cnt: unfilled(number(), ONE_CAMPAIGN),
  bind_card_valid_user_cnt: unfilled(number(), 'bank cards are not known here'),
  re_buy_valid_user_cnt: unfilled(number(), UNEXPLAINED),
  valid_num: unfilled(number(), UNEXPLAINED),
  relation_id: string({ note: 'absent for what came without a channel', example: '2323423' }),
})

export const newuserOrderSum = doors({
  permission: 'order',
  // It only reads, whatever its name says.
  repeatable: true,
  note: 'What newuser.order.get lists, counted by the day of the first purchase and by channel, the earliest day first.',
  request: {
    page_size: number({ required: true, min: 1, max: 100, example: '20' }),
    adzone_id: long({ min: 1n, note: "third number of the caller's PID", example: '123' }),
    page_no: number({ required: true, min: 1, max: 10_000, example: '1' }),
    site_id: long({ min: 1n, note: "second number of the caller's PID", example: '123' }),
    activity_id: string({
      required: true,
      maxLength: 40,
      note: 'as the operator of the network names it',
      example: '100001_1',
    }),
    settle_month: string({
      note: 'yyyyMM, GMT+8: only buyers who were paid for in this month',
      example: '201807',
    }),
  },
  response: {
    results: object('Data', {
      data: object('Data', {
        page_no: number({ example: '1' }),
        page_size: number({ example: '20' }),
        has_next: boolean({ example: 'true' }),
        results: list(daySum),
      }),
    }),
  },
  refusals: { 'activity.unknown': true, 'adzone.unknown': true, 'site.unknown': true },
  dg: {
    name: 'taobao.tbk.dg.newuser.order.sum',
    title: '淘宝客-推广者-拉新活动对应数据查询',
    session: 'none',
  },
  sc: {
    name: 'taobao.tbk.sc.newuser.order.sum',
    title: '淘宝客-服务商-拉新活动数据查询',
    session: 'required',
  },

  async handle(ctx, input) {
    const { page_no, page_size, activity_id: activityId, adzone_id: adzoneId, site_id: siteId } = input
    const { sums, hasNext } = await sumNewBuyers(ctx, {
      activityId,
      siteId,
      adzoneId,
      rewarded: input.settle_month === undefined ? undefined : readMonth(input.settle_month),
      pageNo: page_no,
      pageSize: page_size,
    })
    const isOfMember = adzoneId === undefined && siteId === undefined
    const results = sums.map((sum) => ({ activity_id: activityId, ...writeSum(sum, isOfMember) }))
    return { results: { data: { page_no, page_size, has_next: hasNext, results } } }
  },
})

function writeSum(sum: BuyerSum, isOfMember: boolean) {
  return {
    biz_date: sum.day,
    alipay_user_cnt: sum.bought,
    rcv_user_cnt: sum.received,
    rcv_valid_user_cnt: sum.valid,
    alipay_user_cpa_pre_amt: isOfMember ? formatYuan(sum.rewardFen) : undefined,
    relation_id: sum.relationId === undefined ? undefined : String(sum.relationId),
  }
}

function readMonth(text: string): { from: Date; before: Date } {
  const [, year, month] = MONTH.exec(text) ?? []
  const next = month === LAST_MONTH ? `${Number(year) + 1}-01` : `${year}-${pad(Number(month) + 1)}`
  const [from, before] = [`${year}-${month}`, next].map((one) => parseGmt8(`${one}-01 00:00:00`))
  if (!from || !before) throw invalidArgument('settle_month', '应为yyyyMM')
  return { from, before }
}

function pad(month: number): string {
  return String(month).padStart(2, '0')
}
