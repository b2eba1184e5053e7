import type { Tx } from '../../store/store.ts'
import { insertMembers } from './rows.ts'

/** Opens accounts of merchants, one a name; their ids in the order of the names. */
export async function createMerchants(
  tx: Tx,
  input: { names: readonly string[]; at: Date },
): Promise<bigint[]> {
  return insertMembers(
    tx,
    input.names.map((name) => ({ name, roles: ['merchant'], created_at: input.at })),
  )
}
