import { formatYuan } from '@opentbk/top'
import type { DayRange, PackageDay, SiteDay } from './list-rows.ts'

/** A site's days as doors answer them. */
export function writeSiteDays(range: DayRange, found: { days: SiteDay[]; rolledUntil: string | undefined }) {
  return {
    ...range,
    rolled_until: found.rolledUntil ?? null,
    days: found.days.map(({ day, clicks, paidOrders, paidFen }) => ({
      day,
      clicks: Number(clicks),
      paid_orders: Number(paidOrders),
      paid: formatYuan(paidFen),
    })),
  }
}

/** An app's days as doors answer them. */
export function writePackageDays(range: DayRange, days: readonly PackageDay[]) {
  return { ...range, days: days.map((one) => ({ ...one, calls: Number(one.calls) })) }
}
