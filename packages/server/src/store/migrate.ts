import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { Pool, PoolClient } from 'pg'
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
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK])
    client.release()
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

async function applyMissing(client: PoolClient, migrations: Migration[]): Promise<string[]> {
  await client.query(`create table if not exists schema_migrations (
    number integer primary key, name text not null, digest text not null, applied_at timestamptz not null default now())`)
  const { rows } = await client.query<{ number: number; name: string; digest: string }>(
    'select number, name, digest from schema_migrations order by number',
  )
  const newest = migrations.at(-1)?.number ?? 0
  const ahead = rows.find((row) => row.number > newest)
  if (ahead) {
    throw new StartError(
      `the data is newer than this code: it has migration ${ahead.name}, this code ends at ${newest}. Run the newer version`,
    )
  }
  const done = new Map(rows.map((row) => [row.number, row]))
  const applied: string[] = []
  for (const migration of migrations) {
    const before = done.get(migration.number)
    if (before && before.digest !== migration.digest) {
      throw new StartError(`migration ${migration.name} was changed after it was applied to this database`)
    }
    if (before) continue
    await applyOne(client, migration)
    applied.push(migration.name)
  }
  return applied
}

async function applyOne(client: PoolClient, migration: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(migration.text)
    await client.query('insert into schema_migrations (number, name, digest) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.digest,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
