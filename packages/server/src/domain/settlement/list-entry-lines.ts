import type { Db } from '../../store/store.ts'
import type { Line } from './entry.ts'
import { selectEntryLines } from './entry-line-rows.ts'

/** What entries moved, by their keys. */
export async function listEntryLines(db: Db, keys: readonly string[]): Promise<Map<string, Line[]>> {
  const lines = new Map(keys.map((key): [string, Line[]] => [key, []]))
  if (keys.length === 0) return lines
  for (const { key, ...line } of await selectEntryLines(db, keys)) lines.get(key)?.push(line)
  return lines
}
