import type { Context } from '../../context.ts'
import type { Operator } from './find-operator.ts'
import { selectOperatorOf } from './rows.ts'

/** The operator that this member is; undefined for everybody else, and while the member is suspended. */
export async function findOperatorOf(ctx: Context, memberId: bigint): Promise<Operator | undefined> {
  const row = await selectOperatorOf(ctx.store.read, memberId)
  return row && { id: row.id, name: row.name }
}
