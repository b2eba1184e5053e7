import { purgeAccounts, sendMails } from '../domain/accounts/index.ts'
import { purgeBeacons } from '../domain/sites/index.ts'
import { PARTITION_JOB } from '../store/partitions.ts'
import { checkPermissions } from './check-permissions.ts'
import { fillCalendar } from './fill-calendar.ts'
import type { Job } from './job.ts'
import { maintainPartitions } from './maintain-partitions.ts'
import { payOut } from './pay-out.ts'
import { purgeExpiredLinks } from './purge-expired-links.ts'
import { purgeExpiredTokens } from './purge-expired-tokens.ts'
import { recordNewBuyers } from './record-new-buyers.ts'
import { refreshOffers } from './refresh-offers.ts'
import { refreshShopFigures } from './refresh-shop-figures.ts'
import { rollUpFigures } from './roll-up-figures.ts'
import { settleOrders } from './settle-orders.ts'

export type { Cadence, Job } from './job.ts'
export { type JobReport, listJobs, listRuns, type ShownRun } from './list-jobs.ts'
export { type JobOutcome, runDueJobs } from './run-due-jobs.ts'
export { takeTurn } from './take-turn.ts'

/**
 * What the server does by itself; a line here is all that a new job needs. Turns that come due together are
 * taken in this order.
 */
export const jobs: readonly Job[] = [
  // First: clicks that are too old are dropped, and after a long leap those not added up yet are among them.
  { name: 'roll up figures', cadence: 'day', run: rollUpFigures },
  { name: PARTITION_JOB, cadence: 'hour', run: maintainPartitions },
  { name: 'purge expired links', cadence: 'hour', run: purgeExpiredLinks },
  { name: 'purge expired tokens', cadence: 'hour', run: purgeExpiredTokens },
  { name: 'purge sign-ins', cadence: 'hour', run: purgeAccounts },
  { name: 'refresh shop figures', cadence: 'hour', run: refreshShopFigures },
  { name: 'settle orders', cadence: 'hour', run: settleOrders },
  { name: 'fill calendar', cadence: 'day', run: fillCalendar },
  { name: 'check permissions', cadence: 'day', run: checkPermissions },
  { name: 'purge beacons', cadence: 'day', run: purgeBeacons },
  { name: 'pay out', cadence: { dayOfMonth: 20 }, catchUp: 'each', run: payOut },
  { name: 'record new buyers', cadence: 'minute', run: recordNewBuyers },
  { name: 'send mails', cadence: 'minute', run: sendMails },
  { name: 'refresh offers', cadence: 'minute', run: refreshOffers },
]
