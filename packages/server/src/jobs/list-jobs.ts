import type { Context } from '../context.ts'
import { listHeldJobs } from '../store/job-lock.ts'
import type { Job } from './job.ts'
import { duePeriods, periodAfter, periodAt } from './periods.ts'
import { findDoneUntil, type Run, selectRuns } from './run-rows.ts'

/** A run as it is shown: one that says 'running' while nobody is at it was cut off, and is taken up again. */
export type ShownRun = Omit<Run, 'state'> & { state: Run['state'] | 'cut off' }

export type JobReport = {
  job: Job
  lastRun: ShownRun | undefined
  /** Periods that wait for their turn. */
  due: string[]
  /** When the next turn comes due, or came, by business time. */
  nextDueAt: Date
}

/** How the jobs stand. */
export async function listJobs(ctx: Context, jobs: readonly Job[]): Promise<JobReport[]> {
  const now = ctx.clock.now()
  const names = jobs.map((job) => job.name)
  const doneUntil = await findDoneUntil(ctx.store.read, names)
  const reports: JobReport[] = []
  for (const job of jobs) {
    const due = duePeriods(job, doneUntil.get(job.name), now)
    const [lastRun] = await listRuns(ctx, job, 1)
    const next = due[0] ?? periodAfter(job.cadence, periodAt(job.cadence, now).dueAt)
    reports.push({ job, lastRun, due: due.map(({ period }) => period), nextDueAt: next.dueAt })
  }
  return reports
}

/** A job's runs, the newest first. */
export async function listRuns(ctx: Context, job: Job, limit: number): Promise<ShownRun[]> {
  const held = await listHeldJobs(ctx.store, [job.name])
  const runs = await selectRuns(ctx.store.read, job.name, limit)
  return runs.map((run) =>
    run.state === 'running' && !held.has(run.job) ? { ...run, state: 'cut off' } : run,
  )
}
