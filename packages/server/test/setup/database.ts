import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** The key of every test network: demo secrets are derived from it, so all tests know them. */
export const TEST_MASTER_KEY = Buffer.alloc(32, 7)

/** The address of another database on the same server. */
export function onDatabase(url: string, name: string): string {
  // A socket address has no host that URL would accept; only its path is the database.
  return url.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${name}`)
}

export async function admin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

export type TestDatabase = { url: string; drop(): Promise<void> }

/** A database of the test's own, a copy of the seeded template (or empty). Takes milliseconds. */
export async function createTestDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const { serverUrl, template } = testServer()
  const name = `opentbk_t_${randomBytes(6).toString('hex')}`
  await admin(serverUrl, `create database ${name} template ${options.empty ? 'template0' : template}`)
  return {
    url: onDatabase(serverUrl, name),
    drop: () => admin(serverUrl, `drop database if exists ${name} with (force)`),
  }
}

export function testServer(): { serverUrl: string; template: string } {
  const serverUrl = process.env.OPENTBK_TEST_SERVER_URL
  const template = process.env.OPENTBK_TEST_TEMPLATE
  if (!serverUrl || !template) throw new Error('the test database is started by test/setup/global.ts')
  return { serverUrl, template }
}
