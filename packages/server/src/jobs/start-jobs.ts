import type { Context } from '../context.ts'
import type { Job } from './job.ts'
import { type JobQueue, type Lane, lanes, openJobQueue } from './job-queue.ts'
import { duePeriods, periodAt } from './periods.ts'
import { findDoneUntil } from './run-rows.ts'
import { takeTurn } from './take-turn.ts'

const LOOK_MS = 5000

export type RunningJobs = {
  /** No further turn begins; resolves when those under way are over, or after some patience. */
  stop(): Promise<void>
}

/** From now on this process sends turns that come due by business time, and takes its share of them. */
export async function startJobs(ctx: Context, jobs: readonly Job[]): Promise<RunningJobs> {
  const queue = await openJobQueue(ctx)
  for (const lane of lanes) await queue.work(lane, (name) => takeAll(ctx, jobs, name))
  const look = dueLook(ctx, jobs, queue)
  let looking: Promise<void> | undefined
  const begin = () => {
    looking ??= look()
      .catch((error: unknown) => ctx.log.error({ err: error }, 'the jobs that are due could not be found'))
      .finally(() => {
        looking = undefined
      })
  }
  const timer = setInterval(begin, LOOK_MS).unref()
  begin()
  return {
    async stop() {
      clearInterval(timer)
      await looking
      await queue.stop()
    },
  }
}

/** Takes the turns of a job until none waits. To throw brings the message back, later each time. */
async function takeAll(ctx: Context, jobs: readonly Job[], name: string): Promise<void> {
  const job = jobs.find((known) => known.name === name)
  while (job) {
    const taken = await takeTurn(ctx, job, { wait: false })
    if (taken.outcome === 'none due') return
    if (taken.outcome !== 'done') throw new Error(`"${name}": ${taken.outcome}`)
  }
}

/** A look at what is due. While no period has begun since everything was done, it asks nobody. */
function dueLook(ctx: Context, jobs: readonly Job[], queue: JobQueue): () => Promise<void> {
  const doneUntil = new Map<string, Date>()
  const isDone = (job: Job, now: Date) => {
    const done = doneUntil.get(job.name)
    return done !== undefined && done >= periodAt(job.cadence, now).dueAt
  }
  return async () => {
    const now = ctx.clock.now()
    const asked = jobs.filter((job) => !isDone(job, now))
    if (asked.length === 0) return
    const found = await findDoneUntil(
      ctx.store.read,
      asked.map((job) => job.name),
    )
    for (const [name, done] of found) doneUntil.set(name, done)
    for (const job of asked) {
      if (duePeriods(job, doneUntil.get(job.name), now).length > 0) await queue.send(laneOf(job), job.name)
    }
  }
}

function laneOf({ cadence }: Job): Lane {
  return cadence === 'minute' ? 'minute' : 'longer'
}
