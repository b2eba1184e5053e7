import { PARTITION_JOB } from '../store/partitions.ts'
import { maintainPartitions } from './maintain-partitions.ts'
import { purgeExpiredLinks } from './purge-expired-links.ts'
import { refreshOffers } from './refresh-offers.ts'
import { refreshShopFigures } from './refresh-shop-figures.ts'
import type { Job } from './schedule-jobs.ts'

export { runJobs, scheduleJobs } from './schedule-jobs.ts'

/** What a server does by itself, every hour, in this order. */
export const hourlyJobs: readonly Job[] = [
  { name: PARTITION_JOB, run: maintainPartitions },
  { name: 'purge expired links', run: purgeExpiredLinks },
  { name: 'refresh shop figures', run: refreshShopFigures },
]

/** What a server does by itself every minute. */
export const minuteJobs: readonly Job[] = [{ name: 'refresh offers', run: refreshOffers }]

export const MINUTE_MS = 60_000
