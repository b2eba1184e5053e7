import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openStatement, listMemberEntries } from '../../src/domain/settlement/index.ts'
import { selectDrifted } from '../../src/domain/settlement/merchants/account-rows.ts'
import { startTestServer } from '../setup/server.ts'
import { openTrade } from '../setup/trade.ts'

test('measure', async () => {
  const server = await startTestServer()
  const trade = await openTrade(server)
  const t0 = Date.now()
  const N = 400_000
  await server.ctx.store.transact(async (tx) => {
    await sql`insert into ledger_entries (idempotency_key, cause, posted_at)
      select 'm' || n, 'order received', now() - interval '40 days' + n * interval '8 seconds' from generate_series(1, ${N}::int) n`.execute(tx)
    await sql`insert into ledger_lines (entry_id, line_no, account, member_id, amount_fen)
      select id, l.no, l.account, l.member, l.fen from ledger_entries cross join (values
       (1, 'merchant', ${trade.merchantId}::bigint, -1233), (2, 'publisher_pending', ${trade.first.memberId}::bigint, 1110), (3, 'platform_fee', null, 123)) l(no, account, member, fen)`.execute(tx)
  })
  await sql`analyze`.execute(server.db)
  const say = (...a: unknown[]) => process.stderr.write(`${a.join(' ')}\n`)
  say('inserted', Date.now() - t0)
  global.gc?.()
  const base = process.memoryUsage().rss
  for (const [memberId, month] of [[trade.first.memberId, '2026-11'], [trade.merchantId, '2026-10'], [trade.first.memberId, '2020-01']] as const) {
    const t = Date.now()
    const st = await openStatement(server.ctx, { memberId, month, account: undefined })
    let bytes = 0, lines = 0, first = 0, peak = 0
    for await (const c of st!.chunks) { first ||= Date.now() - t; bytes += c.length; lines += c.split('\n').length - 1; peak = Math.max(peak, process.memoryUsage().rss) }
    say(month, 'first', first, 'ms total', Date.now() - t, 'ms lines', lines, 'bytes', bytes, 'peak rss + MB', (peak - base) / 1e6)
  }
  let t = Date.now()
  await listMemberEntries(server.ctx, { memberId: trade.first.memberId, account: undefined, after: 300_000n, limit: 500 })
  say('deep page', Date.now() - t)
  await server.ctx.store.transact(async (tx) => {
    t = performance.now()
    for (let i = 0; i < 500; i++) await selectDrifted(tx, [trade.merchantId])
    say('review', (performance.now() - t) / 500, 'ms')
  })
  await server.close()
  expect(1).toBe(1)
}, 300_000)
