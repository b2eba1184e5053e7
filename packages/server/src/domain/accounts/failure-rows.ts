import { sql } from 'kysely'
import type { Db, Tx } from '../../store/store.ts'
import { type Failures, NEVER } from './rules.ts'

/** What is known of these subjects, in their order, which nobody else changes until the transaction ends. */
export async function lockFailures(tx: Tx, subjects: readonly Buffer[]): Promise<(Failures | undefined)[]> {
  const rows = await tx
    .selectFrom('sign_in_failures')
    .selectAll()
    .where('subject', 'in', subjects)
    .orderBy('subject')
    .forUpdate()
    .execute()
  return subjects.map((subject) => {
    const row = rows.find((known) => known.subject.equals(subject))
    return row && { failures: row.failures, lastFailedAt: row.last_failed_at, lockedUntil: row.locked_until }
  })
}

/** Makes rows to lock where there are none: two first tries of a name wait for one another too. */
export async function insertSubjects(tx: Tx, subjects: readonly Buffer[]): Promise<void> {
  await tx
    .insertInto('sign_in_failures')
    .values(
      subjects
        .toSorted(Buffer.compare)
        .map((subject) => ({ subject, failures: 0, last_failed_at: NEVER, locked_until: NEVER })),
    )
    .onConflict((conflict) => conflict.column('subject').doNothing())
    .execute()
}

export async function updateFailures(tx: Tx, subject: Buffer, to: Failures): Promise<void> {
  await tx
    .updateTable('sign_in_failures')
    .set({ failures: to.failures, last_failed_at: to.lastFailedAt, locked_until: to.lockedUntil })
    .where('subject', '=', subject)
    .execute()
}

/** All of them are forgiven, or the last one alone. */
export async function forgiveFailures(db: Db, subject: Buffer, which: 'all' | 'last'): Promise<void> {
  const left = which === 'all' ? 0 : sql<number>`greatest(failures - 1, 0)`
  await db
    .updateTable('sign_in_failures')
    .set({ failures: left, locked_until: NEVER })
    .where('subject', '=', subject)
    .execute()
}

export async function deleteOldFailures(db: Db, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('sign_in_failures')
    .where('last_failed_at', '<', before)
    .where('locked_until', '<', before)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
