import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditBookings, settleOrders } from '../src/domain/orders/index.ts'
import { auditLedger, isLedgerInOrder } from '../src/domain/settlement/index.ts'
import { createTestDatabase, TEST_MASTER_KEY, type TestDatabase } from '../test/setup/database.ts'
import { startTestServer, type TestServer } from '../test/setup/server.ts'
import { MADE_ORDER, makeOrders } from './make-orders.ts'

const AT_ONCE = 100_000
/** The million is a measurement, for a machine with nothing else to do; otherwise a fifth, at half the pace. */
const isMillion = process.env.OPENTBK_PROOF_MILLION === '1'
const MANY = isMillion ? 1_000_000 : 200_000
const WITHIN_MS = isMillion ? 120_000 : 48_000
const NET_FEN = BigInt(MADE_ORDER.commissionFen - MADE_ORDER.feeFen)
const worker = fileURLToPath(new URL('settle-worker.ts', import.meta.url))

let database: TestDatabase
let server: TestServer
const workers: ChildProcess[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startTestServer({ database })
})
afterAll(async () => {
  for (const child of workers) child.kill('SIGKILL')
  await server.close()
  await database.drop()
})

/** A process that settles when it is told to. */
async function openWorker(): Promise<{ settle(): Promise<number> }> {
  const child = spawn(process.execPath, [worker], {
    env: { ...process.env, DATABASE_URL: database.url, OPENTBK_MASTER_KEY: TEST_MASTER_KEY.toString('hex') },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  workers.push(child)
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })
  const next = async () => String((await once(lines, 'line'))[0])
  expect(await next()).toBe('ready')
  return {
    async settle() {
      child.stdin?.write('go\n')
      return Number(await next())
    },
  }
}

async function expectSettled(count: number): Promise<void> {
  const settled = await server.db
    .selectFrom('ledger_entries')
    .select((eb) => [
      eb.fn.countAll<bigint>().as('entries'),
      eb.fn.count<bigint>('order_id').distinct().as('orders'),
    ])
    .where('cause', '=', 'order settled')
    .executeTakeFirstOrThrow()
  expect(settled).toEqual({ entries: BigInt(count), orders: BigInt(count) })
  const ledger = await auditLedger(server.ctx)
  expect(isLedgerInOrder(ledger)).toBe(true)
  expect(ledger.sums.get('publisher_available')).toBe(BigInt(count) * NET_FEN)
  expect(ledger.sums.get('publisher_pending')).toBe(0n)
  expect((await auditBookings(server.ctx)).wrong).toEqual([])
}

describe('settlement at scale', () => {
  test('two processes at once over 100,000 orders settle each once, and both of them work', async () => {
    await makeOrders(server.ctx.store.pool, { count: AT_ONCE, receivedDaysAgo: 16 })
    const [a, b] = await Promise.all([openWorker(), openWorker()])
    const settled = await Promise.all([a.settle(), b.settle()])
    expect(settled[0] + settled[1]).toBe(AT_ONCE)
    expect(Math.min(...settled)).toBeGreaterThan(0)
    await expectSettled(AT_ONCE)
  }, 300_000)

  test(`${MANY.toLocaleString('en')} received orders settle within ${WITHIN_MS / 1000} s`, async () => {
    await makeOrders(server.ctx.store.pool, { count: MANY, receivedDaysAgo: 16 })
    const startedAt = performance.now()
    expect(await settleOrders(server.ctx)).toEqual({ orders: MANY })
    const tookMs = performance.now() - startedAt
    process.stdout.write(`${MANY.toLocaleString('en')} orders settled in ${(tookMs / 1000).toFixed(1)} s\n`)
    expect(tookMs).toBeLessThan(WITHIN_MS)
    await expectSettled(AT_ONCE + MANY)
  }, 900_000)
})
