import { type SqlBool, sql } from 'kysely'
import type { Db, Tx } from '../../store/store.ts'

/** The operator's id; undefined where the name is taken. */
export async function insertOperator(
  db: Db,
  row: { name: string; tokenHash: Buffer; createdAt: Date },
): Promise<bigint | undefined> {
  const written = await db
    .insertInto('operators')
    .values({ name: row.name, token_hash: row.tokenHash, created_at: row.createdAt })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst()
  return written?.id
}

export async function updateMember(tx: Tx, id: bigint, memberId: bigint): Promise<void> {
  await tx.updateTable('operators').set({ member_id: memberId }).where('id', '=', id).execute()
}

export async function hasOperator(tx: Tx, memberId: bigint): Promise<boolean> {
  const row = await tx
    .selectFrom('operators')
    .select('id')
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return row !== undefined
}

export type OperatorRow = { id: bigint; name: string; token_hash: Buffer }

export async function selectOperator(
  db: Db,
  tokenHashes: readonly Buffer[],
): Promise<OperatorRow | undefined> {
  return fitOperators(db).where('operators.token_hash', 'in', tokenHashes).executeTakeFirst()
}

export async function selectOperatorOf(db: Db, memberId: bigint): Promise<OperatorRow | undefined> {
  return fitOperators(db).where('operators.member_id', '=', memberId).executeTakeFirst()
}

// An operator who is a member works as long as the member is one and in good standing.
function fitOperators(db: Db) {
  return db
    .selectFrom('operators')
    .leftJoin('members', 'members.id', 'operators.member_id')
    .select(['operators.id', 'operators.name', 'operators.token_hash'])
    .where(
      sql<SqlBool>`(operators.member_id is null
        or (members.standing = 'good' and 'operator' = any(members.roles)))`,
    )
}
