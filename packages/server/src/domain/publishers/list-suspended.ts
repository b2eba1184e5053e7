import type { Db } from '../../store/store.ts'
import { selectSuspended } from './standing-rows.ts'

/** Which of these members are not in good standing, as it is written now. */
export async function listSuspended(db: Db, ids: readonly bigint[]): Promise<Set<bigint>> {
  return new Set(await selectSuspended(db, ids))
}
