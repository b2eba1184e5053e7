import { afterAll, beforeAll, expect, test } from 'vitest'
import { lastPaidDays, siteAverages } from '../../src/domain/figures/index.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'

let server: TestServer
let one: bigint
let other: bigint

beforeAll(async () => {
  server = await startTestServer()
  const sites = await server.db.selectFrom('sites').select('id').orderBy('id').limit(2).execute()
  ;[one, other] = sites.map((site) => site.id) as [bigint, bigint]
  await server.db
    .insertInto('site_days')
    .values([
      { site_id: one, day: '2026-01-31', clicks: 1000n, paid_orders: 9n, paid_fen: 900n },
      { site_id: one, day: '2026-02-01', clicks: 59n, paid_orders: 1n, paid_fen: 30n },
      { site_id: one, day: '2026-03-02', clicks: 30n, paid_orders: 0n, paid_fen: 59n },
      { site_id: one, day: '2026-03-03', clicks: 1000n, paid_orders: 0n, paid_fen: 900n },
    ])
    .execute()
})
afterAll(() => server.close())

test('averages are over every day of the period, of its first and last too, and rounded down', async () => {
  const found = await siteAverages(server.db, [one, other], { endsOn: '2026-03-02', days: 30 })
  expect(found.get(one)).toEqual({
    clicks: 2,
    paidFen: 2n,
    sums: { clicks: 89n, paidOrders: 1n, paidFen: 89n },
  })
  expect(found.get(other)).toEqual({
    clicks: 0,
    paidFen: 0n,
    sums: { clicks: 0n, paidOrders: 0n, paidFen: 0n },
  })
})

test('the last day with a paid order is not one with clicks alone', async () => {
  expect(await lastPaidDays(server.db, [one, other])).toEqual(new Map([[one, '2026-02-01']]))
})
