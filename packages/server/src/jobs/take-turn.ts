import type { Context } from '../context.ts'
import { underJobLock } from '../store/job-lock.ts'
import type { Counts, Job } from './job.ts'
import { duePeriods, type Period } from './periods.ts'
import { beginRun, deleteOldRuns, endRun, findDoneUntil } from './run-rows.ts'

/** What came of asking for a job's next turn: 'busy' where another process is at it. */
export type Taken = { outcome: 'done' | 'failed'; period: string } | { outcome: 'none due' | 'busy' }

/**
 * Gives a job the next turn that waits for it. Under the job's lock, and decided there by what was written
 * down before: so a turn that is done is not done again, whoever asks and in however many processes.
 */
export async function takeTurn(ctx: Context, job: Job, { wait }: { wait: boolean }): Promise<Taken> {
  const taken = await underJobLock(ctx.store, { job: job.name, wait }, () => takeUnderLock(ctx, job))
  return taken ?? { outcome: 'busy' }
}

async function takeUnderLock(ctx: Context, job: Job): Promise<Taken> {
  const db = ctx.store.read
  const now = ctx.clock.now()
  const doneUntil = (await findDoneUntil(db, [job.name])).get(job.name)
  const [due] = duePeriods(job, doneUntil, now)
  const run = due && { job: job.name, ...due, startedAt: ctx.clock.wall(), businessAt: now }
  const attempt = run && (await beginRun(db, run))
  if (!run || attempt === undefined) return { outcome: 'none due' }
  const outcome = await runTurn(ctx, job, { ...due, now })
  await endRun(db, { job: job.name, period: due.period, attempt, finishedAt: ctx.clock.wall(), outcome })
  await deleteOldRuns(db, job.name)
  return { outcome: 'error' in outcome ? 'failed' : 'done', period: due.period }
}

async function runTurn(ctx: Context, job: Job, turn: Period & { now: Date }) {
  const about = { job: job.name, period: turn.period }
  try {
    const did = writable(await job.run(ctx, turn))
    const isWorthTelling = Object.values(did).some((count) => Number(count) !== 0)
    ctx.log[isWorthTelling ? 'info' : 'debug']({ ...about, did }, 'job done')
    return { did }
  } catch (error) {
    ctx.log.error({ ...about, err: error }, 'job failed')
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

/** JSON has no bigint. */
function writable(counts: Counts): Record<string, number | string> {
  return Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [name, typeof count === 'bigint' ? String(count) : count]),
  )
}
