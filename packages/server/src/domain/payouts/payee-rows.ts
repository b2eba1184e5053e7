import { sql } from 'kysely'
import type { Db } from '../../store/store.ts'

export type PayeeRow = { id: bigint; memberId: bigint; sealed: Buffer; setAt: Date }

export async function insertPayee(
  db: Db,
  row: { memberId: bigint; sealed: Buffer; operatorId: bigint | undefined; setAt: Date },
): Promise<void> {
  await db
    .insertInto('payees')
    .values({
      member_id: row.memberId,
      details_sealed: row.sealed,
      operator_id: row.operatorId ?? null,
      set_at: row.setAt,
    })
    .execute()
}

/** The payee in force. */
export async function selectPayee(db: Db, memberId: bigint): Promise<PayeeRow | undefined> {
  const row = await db
    .selectFrom('payees')
    .select(['id', 'member_id', 'details_sealed', 'set_at'])
    .where('member_id', '=', memberId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { id: row.id, memberId: row.member_id, sealed: row.details_sealed, setAt: row.set_at }
}

/** By member, the payees in force. */
export async function selectPayeeIds(db: Db, memberIds: readonly bigint[]): Promise<Map<bigint, bigint>> {
  const { rows } = await sql<{ member_id: bigint; id: bigint }>`
    select member_id, max(id) as id from payees where member_id = any(${memberIds}::bigint[])
    group by member_id`.execute(db)
  return new Map(rows.map((row) => [row.member_id, row.id]))
}
