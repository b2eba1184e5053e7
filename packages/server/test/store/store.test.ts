import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newShopperId } from '../../src/domain/clicks/index.ts'
import { isInGoodStanding } from '../../src/domain/publishers/index.ts'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { landingOf } from '../setup/shop.ts'
import { convertItem, openTrade, type Trade } from '../setup/trade.ts'

let database: TestDatabase
let server: TestServer
let trade: Trade

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startTestServer({ database })
  trade = await openTrade(server)
})

afterAll(async () => {
  await server.close()
  await database.drop()
})

describe('the guard of transactions', () => {
  test('reading past the transaction throws at once, and nothing of it stays', async () => {
    const { store } = server.ctx
    const work = store.transact(async (tx) => {
      await tx.insertInto('settings').values({ key: 'guard', value: '1' }).execute()
      await store.read.selectFrom('settings').select('key').execute()
    })
    await expect(work).rejects.toThrow('store.read inside a transaction')
    const rows = await store.read.selectFrom('settings').select('key').where('key', '=', 'guard').execute()
    expect(rows).toEqual([])
  })

  test('so do a verb that reads for itself, and a transaction inside one', async () => {
    const { ctx } = server
    ctx.caches.forget()
    const reading = ctx.store.transact(() => isInGoodStanding(ctx, trade.first.memberId))
    await expect(reading).rejects.toThrow('store.read inside a transaction')
    const nested = ctx.store.transact(() => ctx.store.transact(async () => 1))
    await expect(nested).rejects.toThrow('a transaction inside a transaction')
  })

  test('another request may read while one is in a transaction', async () => {
    const { store } = server.ctx
    const inside = Promise.withResolvers<void>()
    const goOn = Promise.withResolvers<void>()
    const work = store.transact(async (tx) => {
      inside.resolve()
      await goOn.promise
      return tx.selectFrom('settings').select('key').execute()
    })
    await inside.promise
    expect((await store.read.selectFrom('settings').select('key').execute()).length).toBeGreaterThan(0)
    goOn.resolve()
    expect((await work).length).toBeGreaterThan(0)
  })

  test('what two transactions wait for from each other is untied by doing one again', async () => {
    const { store } = server.ctx
    const keys = ['one', 'other']
    await store.read
      .insertInto('settings')
      .values(keys.map((key) => ({ key, value: '0' })))
      .execute()
    let tries = 0
    const both = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const write = (order: string[], own: number) =>
      store.transact(async (tx) => {
        tries++
        for (const [index, key] of order.entries()) {
          await tx
            .updateTable('settings')
            .set({ value: String(own) })
            .where('key', '=', key)
            .execute()
          if (index > 0) continue
          both[own]?.resolve()
          await Promise.all(both.map((one) => one.promise))
        }
      })
    await Promise.all([write(keys, 0), write([...keys].reverse(), 1)])
    expect(tries).toBe(3)
  })
})

describe('caches', () => {
  let other: pg.Client

  beforeAll(async () => {
    other = new pg.Client({ connectionString: database.url })
    await other.connect()
  })

  afterAll(() => other.end())

  test('hear within a second what another connection changed', async () => {
    const { ctx } = server
    const id = trade.first.memberId
    for (const [standing, expected] of [
      ['suspended', false],
      ['good', true],
    ] as const) {
      await isInGoodStanding(ctx, id)
      await other.query('update members set standing = $1 where id = $2', [standing, String(id)])
      await expect.poll(() => isInGoodStanding(ctx, id), { timeout: 1000, interval: 20 }).toBe(expected)
    }
  })

  test('hear only what was committed', async () => {
    const { ctx } = server
    const id = trade.first.memberId
    await other.query('begin')
    await other.query("update members set standing = 'suspended' where id = $1", [String(id)])
    expect(await isInGoodStanding(ctx, id)).toBe(true)
    await other.query('rollback')
    expect(await isInGoodStanding(ctx, id)).toBe(true)
  })
})

test('rows that are written in groups are there when their callers are answered, also the last ones at a stop', async () => {
  const second = await createTestDatabase()
  try {
    const running = await startTestServer({ database: second })
    const known = await openTrade(running)
    const { long } = await convertItem(running, known.first, { itemId: known.items[0] as bigint })
    const landings = await Promise.all(Array.from({ length: 200 }, () => landingOf(long)))
    const stored = await running.db.selectFrom('clicks').select('id').execute()
    const ids = new Set(stored.map((row) => row.id.replaceAll('-', '')))
    expect(landings.every((landing) => ids.has(landing.clickId))).toBe(true)
    await running.close()
  } finally {
    await second.drop()
  }
})

test('shopper ids are not drawn twice', () => {
  expect(new Set(Array.from({ length: 1000 }, newShopperId)).size).toBe(1000)
})
