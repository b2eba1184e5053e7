import type { Tx } from '../../store/store.ts'
import { insertMembers } from './rows.ts'

/** Opens a publisher's membership; its id. */
export async function createPublisher(tx: Tx, input: { name: string; at: Date }): Promise<bigint> {
  const [id] = await insertMembers(tx, [{ name: input.name, roles: ['publisher'], created_at: input.at }])
  return id as bigint
}
