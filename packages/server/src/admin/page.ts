import { FieldReader } from '../domain/goods/index.ts'

const DEFAULT_LIMIT = 50

/** Which page of a list: what comes after an id, and how much of it. Other names in the query are refused. */
export type Page = { reader: FieldReader; after: bigint; limit: number }

export function readPage(query: unknown, how: { names: readonly string[]; most: number }): Page {
  const reader = FieldReader.of(query, [...how.names, 'after', 'limit'])
  const limit = reader.count('limit', Math.min(DEFAULT_LIMIT, how.most))
  return { reader, after: reader.optionalId('after') ?? 0n, limit: Math.min(Math.max(limit, 1), how.most) }
}

/** Where the next page begins: null at the end. */
export function nextOf(rows: readonly { id: bigint }[], limit: number): string | null {
  const last = rows.length < limit ? undefined : rows.at(-1)
  return last ? String(last.id) : null
}
