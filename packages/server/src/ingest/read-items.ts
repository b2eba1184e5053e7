import type { RawRow } from '../domain/goods/index.ts'

const MAX_ITEMS = 500

/** The body as rows of items; a problem when it is no list of objects at all. */
export function readItems(body: Buffer): { items: RawRow[] } | { problem: string } {
  let parsed: unknown
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return { problem: 'body: JSON in UTF-8 expected' }
  }
  const items = isObject(parsed) ? parsed.items : undefined
  if (!Array.isArray(items)) return { problem: 'items: a list expected' }
  if (items.length < 1 || items.length > MAX_ITEMS) return { problem: `items: 1 to ${MAX_ITEMS} expected` }
  // What is no object has no field: it is refused in its place, for the first one that is missing.
  return { items: items.map((item) => (isObject(item) ? item : {})) }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
