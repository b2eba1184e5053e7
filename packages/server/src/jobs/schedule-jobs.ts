import type { Context } from '../context.ts'
import { underJobLock } from '../store/job-lock.ts'

const HOUR_MS = 3_600_000
/** A turn is over a little before the next one begins: timers of two processes are never quite even. */
const TURN_SHARE = 0.9

/** Something the server does by itself. Must be safe to run again and to be cut off by a crash. */
export type Job = { name: string; run(ctx: Context, now: Date): Promise<void> }

export type Schedule = {
  /** No further run begins; resolves when the one under way is over. */
  stop(): Promise<void>
}

/**
 * Runs the jobs one after the other, at once and then every hour. While a round is under way no other begins;
 * a job that fails is logged and tried again in the next round. On data that several processes share, each job's
 * turn is one process's.
 */
export function scheduleJobs(ctx: Context, jobs: readonly Job[], everyMs = HOUR_MS): Schedule {
  let isStopped = false
  let running: Promise<void> | undefined
  const round = async () => {
    for (const job of jobs) {
      if (isStopped) return
      await runTurn(ctx, job, everyMs)
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
  for (const job of jobs) outcomes.push({ name: job.name, ok: await runNow(ctx, job) })
  return outcomes
}

/** A job's turn in a round, unless another process is at it now or had this turn already. */
async function runTurn(ctx: Context, job: Job, everyMs: number): Promise<void> {
  try {
    await underJobLock(ctx.store, { job: job.name, wait: false }, async () => {
      const turn = await claimTurn(ctx, job, everyMs)
      if (turn.isOurs && !(await runJob(ctx, job))) await turn.giveBack()
    })
  } catch (error) {
    ctx.log.error({ err: error, job: job.name }, 'job failed')
  }
}

type Turn = { isOurs: boolean; giveBack(): Promise<void> }

/** Of the processes that share the data one has each turn. Without a word from Redis the lock alone decides. */
async function claimTurn({ shared, log }: Context, job: Job, everyMs: number): Promise<Turn> {
  if (!shared) return { isOurs: true, giveBack: async () => {} }
  const key = `${shared.prefix}:job:${job.name}`
  const giveBack = async () => {
    await shared.redis.del(key).catch(() => 0)
  }
  try {
    const lifeMs = Math.max(1, Math.floor(everyMs * TURN_SHARE))
    return { isOurs: (await shared.redis.set(key, 1, 'PX', lifeMs, 'NX')) === 'OK', giveBack }
  } catch (error) {
    log.debug({ err: error }, 'a turn could not be claimed')
    return { isOurs: true, giveBack }
  }
}

async function runJob(ctx: Context, job: Job): Promise<boolean> {
  try {
    await job.run(ctx, ctx.clock.now())
    ctx.log.debug({ job: job.name }, 'job done')
    return true
  } catch (error) {
    ctx.log.error({ err: error, job: job.name }, 'job failed')
    return false
  }
}

async function runNow(ctx: Context, job: Job): Promise<boolean> {
  try {
    return (await underJobLock(ctx.store, { job: job.name, wait: true }, () => runJob(ctx, job))) === true
  } catch (error) {
    ctx.log.error({ err: error, job: job.name }, 'job failed')
    return false
  }
}
