import type { Context } from '../../context.ts'
import { listEntryLines } from '../settlement/index.ts'
import type { Penalty, PenaltyEvent } from './penalty.ts'
import { beginSnapshot, selectEvents, selectPenalty } from './rows.ts'

const MAX_EVENTS = 500

/** A penalty with its whole history, the first step first (at most 500). Undefined where there is none. */
export async function findPenalty(
  ctx: Context,
  id: bigint,
): Promise<(Penalty & { events: PenaltyEvent[] }) | undefined> {
  return ctx.store.transact(async (tx) => {
    await beginSnapshot(tx)
    const penalty = await selectPenalty(tx, id)
    if (!penalty) return undefined
    const rows = await selectEvents(tx, id, MAX_EVENTS)
    const moved = await listEntryLines(
      tx,
      rows.flatMap((row) => row.entryKey ?? []),
    )
    const events = rows.map(({ entryKey, ...event }) => ({
      ...event,
      moved: (entryKey === undefined ? undefined : moved.get(entryKey)) ?? [],
    }))
    return { ...penalty, events }
  })
}
