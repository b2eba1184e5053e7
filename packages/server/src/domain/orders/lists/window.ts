import { Refusal } from '@opentbk/top'
import type { Context } from '../../../context.ts'
import { awaitCommits } from '../../../store/stamp.ts'
import type { Db } from '../../../store/store.ts'

const DAY_MS = 86_400_000
const MAX_AGE_DAYS = 90
/** No ingest holds its stamp for longer than this before it commits or is ended. */
const COMMIT_PATIENCE_MS = 20_000

/** Both ends are whole seconds and belong to the window. */
export type TimeWindow = { start: Date; end: Date }

export const MAX_WINDOW_MS = 3 * 3_600_000

export function checkWindow(ctx: Context, { start, end }: TimeWindow): void {
  if (start >= end) throw new Refusal('order.time-order')
  checkStart(ctx, start)
  if (end.getTime() - start.getTime() > MAX_WINDOW_MS) throw new Refusal('order.window')
}

export function checkStart(ctx: Context, start: Date): void {
  const now = ctx.clock.now()
  if (start > now) throw new Refusal('order.future')
  const oldest = new Date(now.getTime() - MAX_AGE_DAYS * DAY_MS)
  if (start < oldest) throw new Refusal('order.bad-time', `开始时间不能早于${MAX_AGE_DAYS}天前`)
}

/** The first moment after the window. */
export function endOfWindow({ end }: TimeWindow): Date {
  return new Date(end.getTime() + 1000)
}

/** Reads a window of time stamps. One that reaches into the present first waits for what was stamped already. */
export async function readWindow<T>(
  ctx: Context,
  window: TimeWindow,
  read: (db: Db) => Promise<T>,
): Promise<T> {
  if (endOfWindow(window).getTime() < ctx.clock.now().getTime() - COMMIT_PATIENCE_MS) {
    return read(ctx.store.read)
  }
  return ctx.store.transact(async (tx) => {
    await awaitCommits(tx)
    return read(tx)
  })
}
