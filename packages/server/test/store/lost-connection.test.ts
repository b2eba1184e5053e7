import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { admin, createTestDatabase } from '../setup/database.ts'
import { startTestServer } from '../setup/server.ts'

test('the server outlives its connections, also one that ends between two statements (it used to crash)', async () => {
  const database = await createTestDatabase()
  const server = await startTestServer({ database })
  const interrupted = server.ctx.store.transact(async (tx) => {
    await sql`select 1`.execute(tx)
    await admin(
      database.url,
      'select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    // Let what the database said last arrive while no statement is waiting for it.
    await new Promise((resolve) => setImmediate(resolve))
    return sql`select 1`.execute(tx)
  })
  await expect(interrupted).rejects.toThrow(/connection|Connection|terminated/)
  const item_id = server.demo.item_ids[0]
  await expect
    .poll(async () => Object.keys(await server.call('taobao.tbk.item.info.upgrade.get', { item_id }))[0])
    .toBe('tbk_item_info_upgrade_get_response')
  // The lock that keeps a second server away is held again, and changes of rows are heard of again.
  const held =
    "select count(*)::int as n from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())"
  await expect
    .poll(async () => (await sql<{ n: number }>`${sql.raw(held)}`.execute(server.db)).rows[0]?.n)
    .toBeGreaterThanOrEqual(1)
  await server.close()
  await database.drop()
})
