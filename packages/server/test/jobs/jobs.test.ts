import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maintainPartitions } from '../../src/jobs/maintain-partitions.ts'
import { purgeExpiredLinks } from '../../src/jobs/purge-expired-links.ts'
import { ensurePartitions } from '../../src/store/partitions.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'

const DAY_MS = 86_400_000
let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

async function partitionsOf(table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = ${table}::regclass order by 1`.execute(server.db)
  return rows.map((row) => row.name)
}

const month = (time: Date) => time.toISOString().slice(0, 7).replaceAll('-', '_')
const day = (time: Date) => time.toISOString().slice(0, 10).replaceAll('-', '_')

describe('maintainPartitions', () => {
  test('makes those of now and next, and drops those past keeping alone', async () => {
    const { ctx } = server
    const now = ctx.clock.now()
    const ago = (days: number) => new Date(now.getTime() - days * DAY_MS)
    await ensurePartitions(ctx, 'clicks', [ago(89), ago(130)])
    await ensurePartitions(ctx, 'call_log', [ago(6), ago(8)])
    expect(await maintainPartitions(ctx, { now })).toEqual({ dropped: 2 })
    const next = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1))
    const clicks = await partitionsOf('clicks')
    expect(clicks).toEqual(
      expect.arrayContaining([ago(89), now, next].map((time) => `clicks_${month(time)}`)),
    )
    expect(clicks).not.toContain(`clicks_${month(ago(130))}`)
    const calls = await partitionsOf('call_log')
    expect(calls).toEqual(
      expect.arrayContaining([ago(6), now, ago(-1)].map((time) => `call_log_${day(time)}`)),
    )
    expect(calls).not.toContain(`call_log_${day(ago(8))}`)
  })

  test('a second run changes nothing', async () => {
    const before = [await partitionsOf('clicks'), await partitionsOf('call_log')]
    await maintainPartitions(server.ctx, { now: server.ctx.clock.now() })
    expect([await partitionsOf('clicks'), await partitionsOf('call_log')]).toEqual(before)
  })
})

test('purgeExpiredLinks deletes short links and 淘口令 past their life, and no other', async () => {
  const converted = await server.call('taobao.tbk.dg.general.link.convert', {
    adzone_id: server.demo.pid.split('_')[3],
    item_id_list: server.demo.item_ids.slice(0, 2).join(','),
  })
  expect(converted.error_response).toBeUndefined()
  const codes = async () => [
    ...(await server.db.selectFrom('short_links').select('code').execute()),
    ...(await server.db.selectFrom('tpwds').select('code').execute()),
  ]
  const all = await codes()
  const [short] = await server.db.selectFrom('short_links').select('code').execute()
  const [tpwd] = await server.db.selectFrom('tpwds').select('code').execute()
  const past = new Date(server.ctx.clock.now().getTime() - 1000)
  const gone = [short?.code as string, tpwd?.code as string]
  await server.db
    .updateTable('short_links')
    .set({ expires_at: past })
    .where('code', '=', gone[0] as string)
    .execute()
  await server.db
    .updateTable('tpwds')
    .set({ expires_at: past })
    .where('code', '=', gone[1] as string)
    .execute()
  expect(await purgeExpiredLinks(server.ctx)).toEqual({ deleted: 2 })
  expect((await codes()).map((row) => row.code).sort()).toEqual(
    all
      .map((row) => row.code)
      .filter((code) => !gone.includes(code))
      .sort(),
  )
})
