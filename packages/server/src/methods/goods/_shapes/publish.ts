import { formatRate, formatYuan, mulRate, number, object, string, unfilled } from '@opentbk/top'
import type { Offer } from '../../../domain/goods/index.ts'

const NO_SUBSIDY = 'the platform pays no subsidy on top of commission'
const NO_HOURLY_SALES = 'promoted sales are not counted by the hour or day'
const NO_CPA = 'no per-order rewards on items'

export const incomeFields = {
  commission_rate: string({ note: 'per cent', example: '55.00' }),
  commission_amount: string({ note: 'yuan, gross, at the final price', example: '12.00' }),
  subsidy_rate: unfilled(string({ example: '11' }), NO_SUBSIDY),
  subsidy_amount: unfilled(string({ example: '4' }), NO_SUBSIDY),
  subsidy_upper_limit: unfilled(string({ example: '10' }), NO_SUBSIDY),
  subsidy_type: unfilled(string({ example: '妈妈补贴' }), NO_SUBSIDY),
}

/** 前N件佣金 */
export const topnInfo = unfilled(
  object('TopNInfoDTO', {
    topn_quantity: number({ example: 3000 }),
    topn_total_count: number({ example: 3000 }),
    topn_end_time: string({ example: '1937297392332' }),
    topn_start_time: string({ example: '1937297392332' }),
    topn_rate: string({ example: '30' }),
  }),
  'no higher commission for the first N pieces',
)

/** What an offer earns: the part of publish_info that item details and search share. */
export const earningFields = {
  income_rate: string({ note: 'per cent: commission, and no subsidy', example: '5.50' }),
  topn_info: topnInfo,
  two_hour_promotion_sales: unfilled(number({ example: 24 }), NO_HOURLY_SALES),
  daily_promotion_sales: unfilled(number({ example: 111 }), NO_HOURLY_SALES),
  cpa_reward_type: unfilled(string({ example: '0 1 2' }), NO_CPA),
  cpa_reward_amount: unfilled(string({ example: '1.11 2.22 3.21' }), NO_CPA),
  income_info: object('FinalIncomeInfo', incomeFields),
  future_activity_commission_rate: string({
    note: 'basis points of the plan open when the coming promotion begins',
    example: '1550',
  }),
  future_activity_time: string({
    note: 'when the coming promotion begins, milliseconds',
    example: '1665504000000',
  }),
}

/** A promotion that has been announced: the offer as it will be. */
export type Upcoming = { startsAt: Date; offer: Offer }

export function earning(offer: Offer, upcoming: Upcoming | undefined) {
  const { rateBp } = offer.plan
  return {
    income_rate: formatRate(rateBp),
    income_info: {
      commission_rate: formatRate(rateBp),
      commission_amount: formatYuan(mulRate(offer.finalPriceFen, rateBp)),
    },
    future_activity_commission_rate: upcoming && String(upcoming.offer.plan.rateBp),
    future_activity_time: upcoming && String(upcoming.startsAt.getTime()),
  }
}
