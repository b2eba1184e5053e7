import type { Context } from '../context.ts'

const HOUR_MS = 3_600_000

/** Something the server does by itself. Must be safe to run again and to be cut off by a crash. */
export type Job = { name: string; run(ctx: Context, now: Date): Promise<void> }

export type Schedule = {
  /** No further run begins; resolves when the one under way is over. */
  stop(): Promise<void>
}

/**
 * Runs the jobs one after the other, at once and then every hour. While a round is under way no other begins;
 * a job that fails is logged and tried again in the next round.
 */
export function scheduleJobs(ctx: Context, jobs: readonly Job[], everyMs = HOUR_MS): Schedule {
  let isStopped = false
  let running: Promise<void> | undefined
  const round = async () => {
    for (const job of jobs) {
      if (isStopped) return
      await runJob(ctx, job)
    }
  }
  const begin = () => {
    running ??= round().finally(() => {
      running = undefined
    })
  }
  const timer = setInterval(begin, everyMs).unref()
  begin()
  return {
    async stop() {
      isStopped = true
      clearInterval(timer)
      await running
    },
  }
}

/** A round at once, for whoever moved the clock: which jobs ran, and which of them went well. */
export async function runJobs(ctx: Context, jobs: readonly Job[]): Promise<{ name: string; ok: boolean }[]> {
  const outcomes: { name: string; ok: boolean }[] = []
  for (const job of jobs) outcomes.push({ name: job.name, ok: await runJob(ctx, job) })
  return outcomes
}

async function runJob(ctx: Context, job: Job): Promise<boolean> {
  try {
    await job.run(ctx, ctx.clock.now())
    return true
  } catch (error) {
    ctx.log.error({ err: error, job: job.name }, 'job failed')
    return false
  }
}
