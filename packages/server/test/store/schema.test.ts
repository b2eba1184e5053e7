import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '../../src/store/migrate.ts'
import { openPool } from '../../src/store/open.ts'
import { dumpSchema } from '../../src/store/schema-dump.ts'
import { admin, createTestDatabase, type TestDatabase } from '../setup/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase({ empty: true })
})
afterAll(() => database.drop())

test('the committed schema.sql is what the migrations make (else: npm run generate -- --schema)', async () => {
  const pool = await openPool(database.url, 1)
  try {
    await migrate(pool)
    const committed = readFileSync(new URL('../../src/store/schema.sql', import.meta.url), 'utf8')
    expect(await dumpSchema(pool)).toBe(committed)
    // Whatever the dump would leave out could change unseen.
    for (const change of [
      'alter table members alter column name drop not null',
      'alter table items alter column stock set default 1, add constraint few check (stock < 9)',
      'create index short_links_token on short_links (token)',
      'drop trigger members_change on members',
    ]) {
      const before = await dumpSchema(pool)
      await admin(database.url, change)
      expect(await dumpSchema(pool)).not.toBe(before)
    }
  } finally {
    await pool.end()
  }
})
