import { sql } from 'kysely'
import { KEPT_PLAN } from './kept-plan.ts'
import type { Tx } from './store.ts'

/** Held by whoever is about to commit order changes or ledger entries: commits happen in the order of their stamps. */
const COMMIT_LOCK = 7_236_403

export type Stamp = { at: Date; firstChange: bigint }

/**
 * The stamp of a change: taken under a lock that is held until the commit, so a lower stamp is never
 * seen after a higher one. The database's clock, so that several servers agree. No two changes share a
 * stamp, also when that clock stands still or is set back: a page may end between them. Everything that
 * posts to the ledger takes one, so entries are numbered in the order of their times and no two
 * transactions wait for each other's balances.
 */
export async function takeStamp(tx: Tx, aheadMs: number, changes: number): Promise<Stamp> {
  await sql`${KEPT_PLAN} select pg_advisory_xact_lock(${COMMIT_LOCK})`.execute(tx)
  const { rows } = await sql<{ at: Date; last: bigint }>`${KEPT_PLAN}
    update order_clock set
      last_at = greatest(last_at + interval '1 millisecond',
        date_trunc('milliseconds', clock_timestamp()) + ${aheadMs} * interval '1 millisecond'),
      last_change = last_change + ${changes}
    returning last_at as at, last_change as last`.execute(tx)
  const row = rows[0] as { at: Date; last: bigint }
  return { at: row.at, firstChange: row.last - BigInt(changes) + 1n }
}

/** The next stamp will be no earlier than the database's clock plus this. */
export async function moveStamps(tx: Tx, aheadMs: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(${COMMIT_LOCK})`.execute(tx)
  await sql`
    update order_clock set last_at = greatest(last_at,
      date_trunc('milliseconds', clock_timestamp()) + ${aheadMs} * interval '1 millisecond')`.execute(tx)
}

/** Waits until whatever was about to be committed is. */
export async function awaitCommits(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${COMMIT_LOCK})`.execute(tx)
}
