import { setTimeout as delay } from 'node:timers/promises'
import type { ClientBase } from 'pg'
import type { Store } from './store.ts'

const JOB_LOCKS = 7_236_403
const POLL_MS = 100
const PATIENCE_MS = 120_000

/** Of all processes on a database one at a time holds a job's lock, for as long as its connection lives. */
export async function tryJobLock(connection: Pick<ClientBase, 'query'>, job: string): Promise<boolean> {
  const { rows } = await connection.query<{ locked: boolean }>(
    'select pg_try_advisory_lock($1, hashtext($2)) as locked',
    [JOB_LOCKS, job],
  )
  return rows[0]?.locked === true
}

/** Waits for the lock, by asking: a connection that waits inside the database runs into its time limits. */
export async function waitForJobLock(connection: Pick<ClientBase, 'query'>, job: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  while (!(await tryJobLock(connection, job))) {
    if (Date.now() > deadline) throw new Error(`another process has been at "${job}" for too long`)
    await delay(POLL_MS)
  }
}

/** Does the work while no other process does it; with `wait` false, only if nobody does it now. */
export async function underJobLock<T>(
  store: Store,
  how: { job: string; wait: boolean },
  work: () => Promise<T>,
): Promise<T | undefined> {
  const client = await store.pool.connect()
  let isWell = false
  try {
    if (how.wait) await waitForJobLock(client, how.job)
    else if (!(await tryJobLock(client, how.job))) {
      isWell = true
      return undefined
    }
    try {
      return await work()
    } finally {
      await client.query('select pg_advisory_unlock($1, hashtext($2))', [JOB_LOCKS, how.job])
      isWell = true
    }
  } finally {
    // A connection that may still hold the lock is closed, which gives it back.
    client.release(!isWell)
  }
}

/** Which of these jobs a process is at just now. */
export async function listHeldJobs({ pool }: Store, jobs: readonly string[]): Promise<Set<string>> {
  const { rows } = await pool.query<{ job: string }>(
    `select job from unnest($2::text[]) job where exists (
       select from pg_locks where locktype = 'advisory' and granted and classid = $1::int::oid
         and database = (select oid from pg_database where datname = current_database())
         and objid = hashtext(job)::oid)`,
    [JOB_LOCKS, jobs],
  )
  return new Set(rows.map((row) => row.job))
}
