/** The units in which values are told and kept, always as JSON: whole numbers, lists of them, true or false. */
type Unit = 'count' | 'fen' | 'basis_points' | 'days' | 'list_of_days' | 'flag'

export type SettingValue = number | boolean | readonly number[]

export type Setting = {
  /** What doors and the audit log call it. */
  readonly name: string
  readonly unit: Unit
  readonly default: SettingValue
  /** The rule of the API rules (2017-08-01) whose figure it is. */
  readonly rule?: string
  readonly zh: string
  readonly en: string
  /** Of a number, or of each in a list. */
  readonly least?: number
  readonly most?: number
}

const MOST_COUNT = 1_000_000_000
const MOST_FEN = 1_000_000_000_000
const MOST_DAYS = 365
// What the component told is deleted after so many days.
const MOST_COMPONENT_DAYS = 90

const count = { unit: 'count', least: 1, most: MOST_COUNT } as const
// A threshold of 0 switches its rule off.
const threshold = { unit: 'count', least: 0, most: MOST_COUNT } as const
const days = { unit: 'days', least: 1, most: MOST_DAYS } as const

/** What rules go by where the operator has said nothing else. A line here is all that a new setting needs. */
export const settingsList = {
  basicPointsLimit: {
    ...count,
    name: 'basic_points_limit',
    default: 18,
    rule: '二（一）3',
    zh: '扣分达到该值即不符合基础API的要求',
    en: 'a site with this many deduction points or more does not get basic',
  },
  linkDailyClicks: {
    ...threshold,
    name: 'link_daily_clicks',
    default: 50_000,
    rule: '二（二）1（1）',
    zh: '链接API：媒体月日均点击量的最低值',
    en: 'link: the clicks a day on average that a medium needs',
  },
  linkDailyPaidFen: {
    unit: 'fen',
    least: 0,
    most: MOST_FEN,
    name: 'link_daily_paid_fen',
    default: 10_000_000,
    rule: '二（二）1（1）',
    zh: '链接API：媒体月日均付款金额的最低值（分）',
    en: 'link: the amount paid a day on average that a medium needs, in fen',
  },
  linkDownloads: {
    ...threshold,
    name: 'link_downloads',
    default: 1_000_000,
    rule: '二（二）1（2）',
    zh: '链接API：无线APP下载量的最低值',
    en: 'link: the downloads that an app needs, where its daily users are too few',
  },
  linkDailyUsers: {
    ...threshold,
    name: 'link_daily_users',
    default: 300_000,
    rule: '二（二）1（2）',
    zh: '链接API：无线APP日活跃用户数的最低值',
    en: 'link: the daily users that an app needs, where its downloads are too few',
  },
  shareDailyUsers: {
    ...threshold,
    name: 'share_daily_users',
    default: 500_000,
    rule: '二（二）2',
    zh: '三方API：平台类媒体日活跃用户数的最低值',
    en: 'share: the daily users that a platform needs',
  },
  averageDays: {
    ...days,
    name: 'average_days',
    default: 30,
    rule: '二（二）1（1）',
    zh: '月日均值所取的完整天数',
    en: 'the full days over which monthly daily averages are taken',
  },
  idleDays: {
    ...days,
    name: 'idle_days',
    default: 30,
    rule: '三 2',
    zh: '连续无调用量或无成交量达到该天数即清退',
    en: 'the days in a row without a call, or without a paid order, after which a package is withdrawn',
  },
  warnDays: {
    unit: 'list_of_days',
    least: 1,
    most: MOST_DAYS,
    name: 'warn_days',
    default: [7, 1],
    zh: '清退前多少天发出预警',
    en: 'how many days before a withdrawal each warning goes out',
  },
  graceDays: {
    ...days,
    least: 0,
    name: 'grace_days',
    default: 7,
    rule: '三 1',
    zh: '不再符合开放规则后，清退前的天数',
    en: 'the days from when an opening rule stopped holding to the withdrawal',
  },
  pointsLastDays: {
    ...days,
    least: 0,
    most: 3650,
    name: 'points_last_days',
    default: 365,
    zh: '扣分的有效天数（0 为永久）',
    en: 'the days for which deduction points count; 0: for ever',
  },
  reportLastDays: {
    ...days,
    name: 'report_last_days',
    default: 90,
    zh: '经确认的下载量、日活数据的有效天数',
    en: 'the days for which confirmed downloads and daily users count',
  },
  componentLastDays: {
    ...days,
    most: MOST_COMPONENT_DAYS,
    name: 'component_last_days',
    default: 30,
    rule: '二（一）2',
    zh: '组件最近一次被看到后，视为已部署的天数',
    en: 'the days for which a component, once seen, counts as deployed',
  },
  answerWorkingDays: {
    ...days,
    name: 'answer_working_days',
    default: 15,
    zh: '申请须在多少个工作日内答复',
    en: 'the working days within which an application is answered',
  },
  openApplications: {
    unit: 'flag',
    name: 'open_applications',
    default: false,
    rule: '二（二）',
    zh: '链接API、三方API是否无需邀请即可申请',
    en: 'whether link and share can be asked for without an invitation',
  },
  caseClicksTimes: {
    ...count,
    name: 'case_clicks_times',
    default: 10,
    zh: '无成交且点击量达到自身历史日均值的多少倍即生成案件',
    en: 'clicks without an order raise a case at this many times what the medium has on average',
  },
  caseClicksLeast: {
    ...count,
    name: 'case_clicks_least',
    default: 1000,
    zh: '一天点击量低于该值时不生成无成交案件',
    en: 'with fewer clicks in a day than this, clicks without an order raise no case',
  },
  caseShopperClicks: {
    ...count,
    name: 'case_shopper_clicks',
    default: 200,
    zh: '同一用户一天在同一媒体的点击量达到该值即生成案件',
    en: 'one shopper raises a case with this many clicks of a site in a day',
  },
  caseRefundShareBp: {
    unit: 'basis_points',
    least: 1,
    most: 10_000,
    name: 'case_refund_share_bp',
    default: 5000,
    zh: '退款订单占比达到该值（万分之几）即生成案件',
    en: 'refunded orders raise a case at this share of all, in basis points',
  },
  caseRefundLeastOrders: {
    ...count,
    name: 'case_refund_least_orders',
    default: 20,
    zh: '订单少于该值时不生成退款案件',
    en: 'with fewer orders than this, refunds raise no case',
  },
} as const satisfies Record<string, Setting>

type ValueOf = {
  count: number
  fen: bigint
  basis_points: number
  days: number
  list_of_days: readonly number[]
  flag: boolean
}

/** All settings as they are in force. */
export type NetworkSettings = {
  readonly [Key in keyof typeof settingsList]: ValueOf[(typeof settingsList)[Key]['unit']]
}

export const settings: readonly Setting[] = Object.values(settingsList)
