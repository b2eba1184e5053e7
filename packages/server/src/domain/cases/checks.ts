import type { Tx } from '../../store/store.ts'
import { addDays, startOfDay } from '../figures/index.ts'
import type { NetworkSettings } from '../network-settings/index.ts'
import { selectBusyShoppers, selectIdleClicks, selectOwnPurchases, selectRefunded } from './check-rows.ts'
import { shareBp } from './rules.ts'
import type { LookedAt, Suspicion } from './suspicion.ts'

/** How far back a medium's own past, and its refunds, are looked at. */
const PAST_DAYS = 30
/** Of shoppers and orders at most so many are named. */
const SHOWN = 10

type Check = (tx: Tx, looked: LookedAt, settings: NetworkSettings) => Promise<Suspicion[]>

/** Each looks at all sites at once. Money is in fen; what may pass 2^53 is text. */
export const checks: readonly Check[] = [
  async (tx, { day }, { caseClicksLeast: least, caseClicksTimes: times }) => {
    const found = await selectIdleClicks(tx, day, { least, times, pastDays: PAST_DAYS })
    return found.map(({ siteId, clicks, pastClicks }) => ({
      kind: 'clicks_without_orders',
      siteId,
      figures: {
        clicks: Number(clicks),
        past_days: PAST_DAYS,
        past_clicks: Number(pastClicks),
        settings: { case_clicks_least: least, case_clicks_times: times },
      },
    }))
  },

  async (tx, looked, { caseShopperClicks: least }) => {
    const found = await selectBusyShoppers(tx, looked, { least, shown: SHOWN })
    return found.map(({ siteId, shoppers, clicks, siteClicks, busiest }) => ({
      kind: 'one_shopper',
      siteId,
      figures: {
        shoppers: Number(shoppers),
        clicks: Number(clicks),
        site_clicks: Number(siteClicks),
        share_bp: shareBp(clicks, siteClicks),
        busiest: busiest.map((one) => ({ ...one, share_bp: shareBp(BigInt(one.clicks), siteClicks) })),
        settings: { case_shopper_clicks: least },
      },
    }))
  },

  async (tx, looked) => {
    const found = await selectOwnPurchases(tx, looked, { shown: SHOWN })
    return found.map(({ siteId, orders, byBuyer, byShopper, paidFen, tradeIds }) => ({
      kind: 'self_purchase',
      siteId,
      figures: {
        orders: Number(orders),
        by_buyer: Number(byBuyer),
        by_shopper: Number(byShopper),
        paid_fen: String(paidFen),
        trade_ids: tradeIds,
      },
    }))
  },

  async (tx, { day, to }, { caseRefundLeastOrders: leastOrders, caseRefundShareBp }) => {
    const looked = { day, from: startOfDay(addDays(day, 1 - PAST_DAYS)), to }
    const limits = { leastOrders, shareBp: caseRefundShareBp, days: PAST_DAYS }
    const found = await selectRefunded(tx, looked, limits)
    return found.map(({ siteId, orders, refunded }) => ({
      kind: 'refund_rate',
      siteId,
      figures: {
        past_days: PAST_DAYS,
        orders: Number(orders),
        refunded: Number(refunded),
        share_bp: shareBp(refunded, orders),
        settings: { case_refund_least_orders: leastOrders, case_refund_share_bp: caseRefundShareBp },
      },
    }))
  },
]
