import { sql } from 'kysely'
import type { Db } from '../store/store.ts'
import type { Period } from './periods.ts'

const KEPT_RUNS = 200
const MAX_ERROR_CHARS = 500

/** A turn that was begun, and what became of it. */
export type Run = Period & {
  job: string
  state: 'running' | 'done' | 'failed'
  attempts: number
  startedAt: Date
  finishedAt: Date | undefined
  businessAt: Date
  did: Record<string, number | string> | undefined
  error: string | undefined
}

/** Writes down that a turn begins. Answers which attempt it is, or nothing where the turn was done before. */
export async function beginRun(
  db: Db,
  run: Pick<Run, 'job' | 'period' | 'dueAt' | 'startedAt' | 'businessAt'>,
): Promise<number | undefined> {
  const times = { started_at: run.startedAt, business_at: run.businessAt }
  const row = await db
    .insertInto('job_runs')
    .values({ job: run.job, period: run.period, due_at: run.dueAt, state: 'running', ...times })
    .onConflict((conflict) =>
      conflict
        .columns(['job', 'period'])
        .doUpdateSet((eb) => ({
          ...times,
          state: 'running',
          attempts: eb('job_runs.attempts', '+', 1),
          finished_at: null,
          did: null,
          error: null,
        }))
        .where('job_runs.state', '<>', 'done'),
    )
    .returning('attempts')
    .executeTakeFirst()
  return row?.attempts
}

export type Ending = {
  job: string
  period: string
  attempt: number
  finishedAt: Date
  outcome: { did: Record<string, number | string> } | { error: string }
}

/** Writes down how an attempt ended, unless another one was begun since. */
export async function endRun(db: Db, ending: Ending): Promise<void> {
  const { outcome } = ending
  const what =
    'error' in outcome
      ? { state: 'failed' as const, error: outcome.error.slice(0, MAX_ERROR_CHARS) }
      : { state: 'done' as const, did: JSON.stringify(outcome.did) }
  await db
    .updateTable('job_runs')
    .set({ finished_at: ending.finishedAt, ...what })
    .where('job', '=', ending.job)
    .where('period', '=', ending.period)
    .where('attempts', '=', ending.attempt)
    .where('state', '=', 'running')
    .execute()
}

/** Deletes a job's runs beyond the newest ones. */
export async function deleteOldRuns(db: Db, job: string): Promise<void> {
  await db
    .deleteFrom('job_runs')
    .where('job', '=', job)
    .where('due_at', '<', (eb) =>
      eb
        .selectFrom('job_runs')
        .select('due_at')
        .where('job', '=', job)
        .orderBy('due_at', 'desc')
        .offset(KEPT_RUNS - 1)
        .limit(1),
    )
    .execute()
}

/**
 * By job, the time up to which every turn is done: when the last one that was done came due, else just before
 * the first that was begun.
 */
export async function findDoneUntil(db: Db, jobs: readonly string[]): Promise<Map<string, Date>> {
  const { rows } = await sql<{ job: string; until: Date }>`
    select job, until from unnest(${sql.val(jobs)}::text[]) job cross join lateral (select coalesce(
      (select due_at from job_runs r where r.job = job.job and state = 'done' order by due_at desc limit 1),
      (select min(due_at) - interval '1 ms' from job_runs r where r.job = job.job)) as until) found
    where until is not null`.execute(db)
  return new Map(rows.map((row) => [row.job, row.until]))
}

/** A job's runs, the newest first. */
export async function selectRuns(db: Db, job: string, limit: number): Promise<Run[]> {
  const rows = await db
    .selectFrom('job_runs')
    .selectAll()
    .where('job', '=', job)
    .orderBy('due_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    job: row.job,
    period: row.period,
    dueAt: row.due_at,
    state: row.state,
    attempts: row.attempts,
    startedAt: row.started_at,
    finishedAt: row.finished_at ?? undefined,
    businessAt: row.business_at,
    did: row.did ?? undefined,
    error: row.error ?? undefined,
  }))
}
