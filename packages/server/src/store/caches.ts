import type { Database } from './tables.ts'

type TableName = keyof Database & string

/** What a cache holds and which tables' changes empty it. Defined once a module, held once a server. */
export type CacheKind<K, V> = {
  readonly tables: readonly TableName[]
  readonly max: number
  readonly _types?: (key: K) => V
}

type Held = { entries: Map<unknown, unknown>; version: number; kind: CacheKind<never, unknown> }

export function cacheKind<K, V>(tables: readonly TableName[], max: number): CacheKind<K, V> {
  return { tables, max }
}

/**
 * Rows that rarely change, kept in memory until their table changes. A load that began before a change
 * is answered but not kept, so a stale row cannot stay.
 */
export class Caches {
  readonly #held = new Map<CacheKind<never, unknown>, Held>()

  /** What is known is answered as it is, not as a promise: calls ask for a dozen things that all are. */
  read<K, V>(kind: CacheKind<K, V>, key: K, load: (key: K) => Promise<V>): V | Promise<V> {
    const held = this.#hold(kind as CacheKind<never, unknown>)
    const known = held.entries.get(key)
    return known === undefined ? loadOne(held, key, load) : (known as V)
  }

  /** Like read, for many keys at once; absent ones are simply not in the answer. */
  readMany<K, V>(
    kind: CacheKind<K, V>,
    keys: readonly K[],
    load: (keys: K[]) => Promise<Map<K, V>>,
  ): Map<K, V> | Promise<Map<K, V>> {
    const held = this.#hold(kind as CacheKind<never, unknown>)
    const found = new Map<K, V>()
    let missing: K[] | undefined
    for (const key of keys) {
      const known = held.entries.get(key)
      if (known !== undefined) found.set(key, known as V)
      else if (missing) missing.push(key)
      else missing = [key]
    }
    return missing ? loadMany(held, { found, missing }, load) : found
  }

  /** A table changed: whatever was read from it is forgotten. Without a name, everything is. */
  forget(table?: string): void {
    for (const held of this.#held.values()) {
      if (table !== undefined && !(held.kind.tables as readonly string[]).includes(table)) continue
      held.entries.clear()
      held.version++
    }
  }

  #hold(kind: CacheKind<never, unknown>): Held {
    let held = this.#held.get(kind)
    if (!held) {
      held = { entries: new Map(), version: 0, kind }
      this.#held.set(kind, held)
    }
    return held
  }
}

async function loadOne<K, V>(held: Held, key: K, load: (key: K) => Promise<V>): Promise<V> {
  const version = held.version
  const value = await load(key)
  if (value !== undefined && held.version === version) keep(held, key, value)
  return value
}

async function loadMany<K, V>(
  held: Held,
  { found, missing }: { found: Map<K, V>; missing: K[] },
  load: (keys: K[]) => Promise<Map<K, V>>,
): Promise<Map<K, V>> {
  const version = held.version
  for (const [key, value] of await load(missing)) {
    found.set(key, value)
    if (held.version === version) keep(held, key, value)
  }
  return found
}

function keep(held: Held, key: unknown, value: unknown): void {
  if (held.entries.size >= held.kind.max) {
    // The oldest entry goes: cheap, and hot keys come straight back.
    held.entries.delete(held.entries.keys().next().value)
  }
  held.entries.set(key, value)
}
