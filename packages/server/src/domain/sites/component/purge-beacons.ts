import { formatGmt8 } from '@opentbk/top'
import type { Context } from '../../../context.ts'
import { deleteBeaconsBefore } from './beacon-rows.ts'

const KEPT_DAYS = 90
const DAY_MS = 86_400_000

/** Deletes what the component reported long ago. */
export async function purgeBeacons(ctx: Context): Promise<{ beacons: bigint }> {
  const eldest = new Date(ctx.clock.now().getTime() - KEPT_DAYS * DAY_MS)
  return { beacons: await deleteBeaconsBefore(ctx.store.read, formatGmt8(eldest).slice(0, 10)) }
}
