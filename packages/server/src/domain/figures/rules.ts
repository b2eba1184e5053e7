import { addDays, startOfDay } from './days.ts'

/** Roll-ups older than this are deleted. No rule looks back further than a year. */
export const KEPT_DAYS = 400
/** What a day's last moments wrote is there when this much of the next day is over. */
const SETTLING_MS = 600_000

/** The newest day that is rolled up, and when it was. */
export type RolledDay = { day: string; rolledAt: Date }

/**
 * Whether a day was rolled up so soon after its end that a click or order of its last moments may have been on
 * its way, and by now has arrived.
 */
export function isRolledTooSoon({ day, rolledAt }: RolledDay, now: Date): boolean {
  const settledMs = startOfDay(addDays(day, 1)).getTime() + SETTLING_MS
  return rolledAt.getTime() < settledMs && now.getTime() >= settledMs
}

export type Sums = { clicks: bigint; paidOrders: bigint; paidFen: bigint }

/** What a site had on the average day of a period, each rounded down, and in all of it. */
export type SiteAverages = {
  clicks: number
  paidFen: bigint
  sums: Sums
}

/** A day without a row had nothing and counts all the same. */
export function averageOf(sums: Sums, days: number): SiteAverages {
  return { clicks: Number(sums.clicks / BigInt(days)), paidFen: sums.paidFen / BigInt(days), sums }
}
