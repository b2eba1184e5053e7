import type { Db } from '../../store/store.ts'

/** Answers whether the row was written: not where the name is taken. */
export async function insertOperator(
  db: Db,
  row: { name: string; tokenHash: Buffer; createdAt: Date },
): Promise<boolean> {
  const written = await db
    .insertInto('operators')
    .values({ name: row.name, token_hash: row.tokenHash, created_at: row.createdAt })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst()
  return written !== undefined
}

export async function selectOperator(
  db: Db,
  tokenHashes: readonly Buffer[],
): Promise<{ id: bigint; name: string; token_hash: Buffer } | undefined> {
  return db
    .selectFrom('operators')
    .select(['id', 'name', 'token_hash'])
    .where('token_hash', 'in', tokenHashes)
    .executeTakeFirst()
}
