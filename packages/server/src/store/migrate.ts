import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { ClientBase, Pool, PoolClient } from 'pg'
import { StartError } from './start-error.ts'

const FOLDER = new URL('./migrations/', import.meta.url)
const LOCK = 7_236_401

type Migration = { number: number; name: string; text: string; digest: string }

/**
 * Brings the database to this code's version: numbered SQL files, each in a transaction, once. Data
 * newer than the code, or a landed file that was changed, is refused.
 */
export async function migrate(pool: Pool): Promise<{ applied: string[] }> {
  const migrations = await readMigrations()
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    return { applied: await applyMissing(client, migrations) }
  } catch (error) {
    if (error instanceof StartError) throw error
    throw new StartError(`the database cannot be brought to this version: ${messageOf(error)}`, {
      cause: error,
    })
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK])
    client.release()
  }
}

/** For a command beside the server: the data is there and at this code's version, else a StartError. */
export async function checkMigrated(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ made: boolean }>(
    "select to_regclass('schema_migrations') is not null as made",
  )
  if (!rows[0]?.made) {
    throw new StartError('this database holds no data of OpenTBK yet: start the server on it first')
  }
  const missing = findMissing(await readMigrations(), await selectApplied(pool))
  if (missing.length > 0) {
    throw new StartError(
      'the data is older than this code: start the server once, which brings it up to date',
    )
  }
}

async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, FOLDER), 'utf8')
      const digest = createHash('sha256').update(text).digest('hex')
      return { number: Number(name.slice(0, 4)), name, text, digest }
    }),
  )
}

const MIGRATIONS_TABLE = `create table if not exists schema_migrations (
  number integer primary key, name text not null, digest text not null, applied_at timestamptz not null default now())`

async function applyMissing(client: PoolClient, migrations: Migration[]): Promise<string[]> {
  await client.query(MIGRATIONS_TABLE)
  const missing = findMissing(migrations, await selectApplied(client))
  for (const migration of missing) await applyOne(client, migration)
  return missing.map((migration) => migration.name)
}

/** A migration that some data has seen. */
export type Applied = { number: number; name: string; digest: string }

/**
 * Inside the caller's transaction, on an empty database: exactly the migrations that a copy's data had, so
 * that the next start goes on from there. A StartError where this code does not have them.
 */
export async function applyExactly(client: ClientBase, wanted: readonly Applied[]): Promise<void> {
  const known = await readMigrations()
  const missing = new Set(findMissing(known, wanted).map((migration) => migration.number))
  const alien = wanted.find((row) => !known.some((migration) => migration.number === row.number))
  if (alien) throw new StartError(`the data has migration ${alien.name}, which this code does not have`)
  await client.query(MIGRATIONS_TABLE)
  for (const migration of known) if (!missing.has(migration.number)) await run(client, migration)
}

export async function selectApplied(db: Pool | ClientBase): Promise<Applied[]> {
  const { rows } = await db.query<Applied>(
    'select number, name, digest from schema_migrations order by number',
  )
  return rows
}

function findMissing(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const newest = migrations.at(-1)?.number ?? 0
  const ahead = applied.find((row) => row.number > newest)
  if (ahead) {
    throw new StartError(
      `the data is newer than this code: it has migration ${ahead.name}, this code ends at ${newest}. Run the newer version`,
    )
  }
  const done = new Map(applied.map((row) => [row.number, row]))
  return migrations.filter((migration) => {
    const before = done.get(migration.number)
    if (before && before.digest !== migration.digest) {
      throw new StartError(`migration ${migration.name} was changed after it was applied to this database`)
    }
    return !before
  })
}

async function applyOne(client: PoolClient, migration: Migration): Promise<void> {
  try {
    await client.query('begin')
    await run(client, migration)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new StartError(`migration ${migration.name} cannot be applied: ${messageOf(error)}`, {
      cause: error,
    })
  }
}

async function run(client: ClientBase, migration: Migration): Promise<void> {
  await client.query(migration.text)
  await client.query('insert into schema_migrations (number, name, digest) values ($1, $2, $3)', [
    migration.number,
    migration.name,
    migration.digest,
  ])
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
