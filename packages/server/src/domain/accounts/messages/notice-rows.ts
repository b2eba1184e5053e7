import { sql } from 'kysely'
import { jsonRows } from '../../../store/json-rows.ts'
import type { Db } from '../../../store/store.ts'

export type InTwoLanguages = { zh: string; en: string }

export type Notice = {
  id: bigint
  kind: string
  title: InTwoLanguages
  body: InTwoLanguages
  createdAt: Date
  readAt: Date | undefined
}

export type NewNoticeRow = { memberId: bigint; kind: string; title: InTwoLanguages; body: InTwoLanguages }

/** Any number in one statement. */
export async function insertNotices(db: Db, notices: readonly NewNoticeRow[], at: Date): Promise<void> {
  const rows = notices.map(({ memberId, kind, title, body }) => ({
    member_id: memberId,
    kind,
    title_zh: title.zh,
    title_en: title.en,
    body_zh: body.zh,
    body_en: body.en,
  }))
  await sql`
    insert into inbox_notices (member_id, kind, title_zh, title_en, body_zh, body_en, created_at)
    select member_id, kind, title_zh, title_en, body_zh, body_en, ${at}
    from json_populate_recordset(null::inbox_notices, ${jsonRows(rows)}::json)`.execute(db)
}

/** A page of the member's, the newest first. */
export async function selectNotices(
  db: Db,
  memberId: bigint,
  page: { before: bigint | undefined; limit: number },
): Promise<Notice[]> {
  let query = db.selectFrom('inbox_notices').selectAll().where('member_id', '=', memberId)
  if (page.before !== undefined) query = query.where('id', '<', page.before)
  const rows = await query.orderBy('id', 'desc').limit(page.limit).execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    title: { zh: row.title_zh, en: row.title_en },
    body: { zh: row.body_zh, en: row.body_en },
    createdAt: row.created_at,
    readAt: row.read_at ?? undefined,
  }))
}

export async function countUnreadNotices(db: Db, memberId: bigint): Promise<number> {
  const row = await db
    .selectFrom('inbox_notices')
    .select((eb) => eb.fn.countAll<bigint>().as('n'))
    .where('member_id', '=', memberId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** The time of the first reading stays. False where the member has no such notice. */
export async function markNoticeRead(
  db: Db,
  memberId: bigint,
  read: { id: bigint; at: Date },
): Promise<boolean> {
  const row = await db
    .updateTable('inbox_notices')
    .set((eb) => ({ read_at: eb.fn.coalesce('read_at', eb.val(read.at)) }))
    .where('member_id', '=', memberId)
    .where('id', '=', read.id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
