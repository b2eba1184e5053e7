import { formatGmt8 } from '@opentbk/top'
import type { Context } from '../context.ts'

/** Both clocks: `wall` judges freshness, `now` is business time, also as the wire writes it. */
export type ClockReading = { wall: string; now: string; now_gmt8: string; ahead_ms: number }

export function readClocks({ clock }: Pick<Context, 'clock'>): ClockReading {
  const { aheadMs } = clock
  const wall = clock.wall()
  const now = new Date(wall.getTime() + aheadMs)
  return { wall: wall.toISOString(), now: now.toISOString(), now_gmt8: formatGmt8(now), ahead_ms: aheadMs }
}
