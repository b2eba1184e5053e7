import { sql } from 'kysely'
import { jsonRows } from '../../../store/json-rows.ts'
import type { Db } from '../../../store/store.ts'

export type MailState = 'waiting' | 'sent' | 'failed'

export type NewMailRow = { memberId: bigint | undefined; to: string; subject: string; textSealed: Buffer }

/** Any number in one statement. */
export async function insertMails(db: Db, mails: readonly NewMailRow[], at: Date): Promise<void> {
  const rows = mails.map(({ memberId, to, subject, textSealed }) => {
    return { member_id: memberId, recipient: to, subject, text_sealed: textSealed }
  })
  await sql`
    insert into outbox_mails (member_id, recipient, subject, text_sealed, state, next_try_at, created_at)
    select member_id, recipient, subject, text_sealed, 'waiting', ${at}, ${at}
    from json_populate_recordset(null::outbox_mails, ${jsonRows(rows)}::json)`.execute(db)
}

export type MailRow = {
  id: bigint
  to: string
  subject: string
  textSealed: Buffer | undefined
  state: MailState
  tries: number
  lastProblem: string | undefined
  createdAt: Date
}

/**
 * Mails that are due, taken until then: another process leaves them alone, and whoever falls over in the
 * middle tries again after it.
 */
export async function takeDueMails(
  db: Db,
  take: { now: Date; until: Date; most: number },
): Promise<MailRow[]> {
  const rows = await db
    .updateTable('outbox_mails')
    .set({ tries: sql<number>`tries + 1`, next_try_at: take.until })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('outbox_mails')
        .select('id')
        .where('state', '=', 'waiting')
        .where('next_try_at', '<=', take.now)
        .orderBy('next_try_at')
        .limit(take.most)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .execute()
  return rows.map(toMail)
}

/** It went out: its text is not needed any more. */
export async function markSent(db: Db, id: bigint, at: Date): Promise<void> {
  await db
    .updateTable('outbox_mails')
    .set({ state: 'sent', sent_at: at, text_sealed: null, last_problem: null })
    .where('id', '=', id)
    .execute()
}

/** Tried in vain; without a next time it is given up. */
export async function markTried(
  db: Db,
  id: bigint,
  tried: { problem: string; nextTryAt: Date | undefined },
): Promise<void> {
  const to = tried.nextTryAt ? { next_try_at: tried.nextTryAt } : { state: 'failed', text_sealed: null }
  await db
    .updateTable('outbox_mails')
    .set({ ...to, last_problem: tried.problem })
    .where('id', '=', id)
    .execute()
}

export async function selectMails(db: Db, limit: number): Promise<MailRow[]> {
  const rows = await db.selectFrom('outbox_mails').selectAll().orderBy('id', 'desc').limit(limit).execute()
  return rows.map(toMail)
}

export async function deleteOldMails(db: Db, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('outbox_mails')
    .where('created_at', '<', before)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

type Row = {
  id: bigint
  recipient: string
  subject: string
  text_sealed: Buffer | null
  state: string
  tries: number
  last_problem: string | null
  created_at: Date
}

function toMail(row: Row): MailRow {
  return {
    id: row.id,
    to: row.recipient,
    subject: row.subject,
    textSealed: row.text_sealed ?? undefined,
    state: row.state as MailState,
    tries: row.tries,
    lastProblem: row.last_problem ?? undefined,
    createdAt: row.created_at,
  }
}
