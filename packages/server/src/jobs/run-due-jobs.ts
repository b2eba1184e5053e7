import type { Context } from '../context.ts'
import type { Job } from './job.ts'
import { type Taken, takeTurn } from './take-turn.ts'

export type JobOutcome = { name: string; period?: string; ok: boolean }

/** Every turn that waits, at once, for whoever moved the clock: which jobs ran, and which of them went well. */
export async function runDueJobs(ctx: Context, jobs: readonly Job[]): Promise<JobOutcome[]> {
  const outcomes: JobOutcome[] = []
  for (const job of jobs) {
    for (;;) {
      const taken = await takeSafely(ctx, job)
      if (taken && !('period' in taken)) break
      outcomes.push({
        name: job.name,
        ...(taken && { period: taken.period }),
        ok: taken?.outcome === 'done',
      })
      if (taken?.outcome !== 'done') break
    }
  }
  return outcomes
}

/** Nothing where the turn could not even be begun: other jobs are not held up by that. */
async function takeSafely(ctx: Context, job: Job): Promise<Taken | undefined> {
  try {
    return await takeTurn(ctx, job, { wait: true })
  } catch (error) {
    ctx.log.error({ err: error, job: job.name }, 'job failed')
    return undefined
  }
}
