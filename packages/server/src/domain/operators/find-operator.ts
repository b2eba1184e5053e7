import type { Context } from '../../context.ts'
import { constantTimeEqual } from '../../keys/constant-time.ts'
import { selectOperator } from './rows.ts'

export type Operator = { id: bigint; name: string }

/** Whose token this is. Looked up by its keyed hash, so nothing that a caller sends meets a stored secret. */
export async function findOperator(ctx: Context, token: string): Promise<Operator | undefined> {
  const tokenHash = ctx.keys.mac('operator-token', token)
  const row = await selectOperator(ctx.store.read, tokenHash)
  if (!row || !constantTimeEqual(row.token_hash, tokenHash)) return undefined
  return { id: row.id, name: row.name }
}
