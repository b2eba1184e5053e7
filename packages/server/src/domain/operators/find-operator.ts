import type { Context } from '../../context.ts'
import { constantTimeEqual } from '../../keys/constant-time.ts'
import { selectOperator } from './rows.ts'

export type Operator = { id: bigint; name: string }

/** Whose token this is. Looked up by its keyed hash, so nothing that a caller sends meets a stored secret. */
export async function findOperator(ctx: Context, token: string): Promise<Operator | undefined> {
  const hashes = ctx.keys.macs('operator-token', token)
  const row = await selectOperator(ctx.store.read, hashes)
  if (!row || !hashes.some((hash) => constantTimeEqual(row.token_hash, hash))) return undefined
  return { id: row.id, name: row.name }
}
