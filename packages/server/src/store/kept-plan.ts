import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { PoolClient } from 'pg'

const MARK = '/* kept plan */'

/**
 * Stands in front of a statement that runs all the time and whose text never varies: each connection plans it a
 * few times and then keeps the plan. Short statements take longer to plan than to run. Not for those whose best
 * plan depends on what is looked for.
 */
export const KEPT_PLAN = sql.raw(`${MARK} `)

type Query = (text: unknown, values?: unknown, callback?: unknown) => unknown

const names = new Map<string, string>()

/** Makes a connection keep the plans of marked statements, under names that follow from their texts. */
export function keepPlans(client: PoolClient): void {
  const query = client.query.bind(client) as Query
  const marked: Query = (text, values, callback) =>
    typeof text === 'string' && text.startsWith(MARK)
      ? query({ name: nameOf(text), text, values }, callback)
      : query(text, values, callback)
  client.query = marked as typeof client.query
}

function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  const name = `kept ${hash('sha256', text, 'hex').slice(0, 32)}`
  names.set(text, name)
  return name
}
