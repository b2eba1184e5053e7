import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { leapStamps } from '../domain/orders/index.ts'
import { type JobOutcome, jobs, listRuns, runDueJobs } from '../jobs/index.ts'
import type { Tx } from '../store/store.ts'

const DAY_MS = 86_400_000
const MAX_ADVANCE_DAYS = 400
/** All advances together: ten years, far from where dates on the wire would end. */
const MAX_AHEAD_DAYS = 3650
const units = { s: 1000, m: 60_000, h: 3_600_000, d: DAY_MS } as const

/** What was asked cannot be done; the message says why. */
export class ClockRefused extends Error {}

/** `15d`, `+36h`, `90m`, `30s` in milliseconds. Business time only goes forward: there is no minus. */
export function parseAdvance(text: string): number {
  const found = /^\+?(\d{1,9})([smhd])$/.exec(text.trim())
  if (!found) throw new ClockRefused('advance: a whole number and s, m, h or d, such as "15d", only forward')
  const ms = Number(found[1]) * units[found[2] as keyof typeof units]
  if (ms === 0 || ms > MAX_ADVANCE_DAYS * DAY_MS) {
    throw new ClockRefused(`advance: from 1s to ${MAX_ADVANCE_DAYS}d at a time`)
  }
  return ms
}

/**
 * Moves business time forward for every process on this data, then does at once what has come due by it.
 * Answers the jobs that had a turn, for which period, and whether each went well.
 */
export async function advanceClock(ctx: Context, ms: number): Promise<JobOutcome[]> {
  if (ctx.mode !== 'sandbox') throw new ClockRefused('only the clock of a sandbox can be moved')
  const aheadMs = await ctx.store.transact(async (tx) => {
    const ahead = await addToSetting(tx, ms)
    await leapStamps(tx, ahead)
    return ahead
  })
  const since = ctx.clock.wall()
  // Other processes hear of the setting; this one may have heard already.
  if (aheadMs > ctx.clock.aheadMs) ctx.clock.aheadMs = aheadMs
  const ours = await runDueJobs(ctx, jobs)
  return withOthers(ctx, ours, since)
}

/** Whoever looks for due turns by itself may have been quicker: what came due by the move is told all the same. */
async function withOthers(ctx: Context, ours: readonly JobOutcome[], since: Date): Promise<JobOutcome[]> {
  const outcomes: JobOutcome[] = []
  for (const job of jobs) {
    const own = ours.filter((outcome) => outcome.name === job.name)
    const [last] = own.length === 0 ? await listRuns(ctx, job, 1) : []
    if (last && last.startedAt >= since) {
      outcomes.push({ name: job.name, period: last.period, ok: last.state === 'done' })
    }
    outcomes.push(...own)
  }
  return outcomes
}

/** In one statement, so that of two advances at once none is lost. */
async function addToSetting(tx: Tx, ms: number): Promise<number> {
  const { rows } = await sql<{ ahead: bigint }>`
    insert into settings as kept (key, value) values ('clock_ahead_ms', to_jsonb(${ms}::bigint))
    on conflict (key) do update
      set value = to_jsonb((kept.value)::bigint + ${ms}::bigint), updated_at = now()
      where (kept.value)::bigint + ${ms}::bigint <= ${MAX_AHEAD_DAYS * DAY_MS}::bigint
    returning value::bigint as ahead`.execute(tx)
  if (!rows[0]) throw new ClockRefused(`advance: the clock ends ${MAX_AHEAD_DAYS} days ahead of the wall`)
  return Number(rows[0].ahead)
}
