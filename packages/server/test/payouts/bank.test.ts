import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BankProvider, Outcome } from '../../src/domain/payouts/batches/bank.ts'
import { payOut } from '../../src/domain/payouts/index.ts'
import { runCommand } from '../process/server-process.ts'
import { createTestDatabase, TEST_MASTER_KEY, type TestDatabase } from '../setup/database.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { insertEarners, readOutcome } from './many-earners.ts'

const PERIOD = '2026-01'
const cutOff = new Date('2026-02-01T00:00:00+08:00')
const EARNERS = 1200
/** Of eight earners three are paid. */
const PAID = 450
const BATCHES = 3

let seeded: TestDatabase
let server: TestServer
let env: Record<string, string>

beforeAll(async () => {
  seeded = await createTestDatabase()
  server = await startTestServer({ database: seeded })
  const { keys, store, payoutDir } = server.ctx
  await insertEarners(store.pool, { keys, count: EARNERS, cutOff })
  const key = TEST_MASTER_KEY.toString('hex')
  env = { DATABASE_URL: seeded.url, OPENTBK_MASTER_KEY: key, OPENTBK_PAYOUT_DIR: payoutDir }
})
afterAll(async () => {
  await server.close()
  await seeded.drop()
})

/** A bank that keeps what it was asked for, and answers as it is told. */
function askedBank(answer: (reference: string, times: number) => Outcome | undefined) {
  const asked = new Map<string, number>()
  const bank: BankProvider = {
    name: 'asked',
    async submit({ payments }) {
      return payments.flatMap(({ reference }) => {
        const times = (asked.get(reference) ?? 0) + 1
        asked.set(reference, times)
        return answer(reference, times) ?? []
      })
    },
  }
  return { bank, asked }
}

test('a bank that does not answer, or not about all, is asked again and pays nobody twice', async () => {
  const down: BankProvider = {
    name: 'down',
    submit: () => Promise.reject(new Error('the bank is closed')),
  }
  await expect(payOut(server.ctx, { period: PERIOD, bank: down })).rejects.toThrow('the bank is closed')
  const held = await readBank()
  expect(await countStates()).toEqual({ booked: PAID })

  // About every third it says nothing at first; some it has paid at once, one it refuses.
  let refused: string | undefined
  const { bank, asked } = askedBank((reference, times) => {
    const number = Number(reference.split('-')[1])
    if (number % 3 === 0 && times === 1) return undefined
    refused ??= reference
    if (reference === refused) return { reference, state: 'returned', reason: '户名不符' }
    if (number % 5 === 0) return { reference, state: 'paid', bankReference: `B${number}` }
    return { reference, state: 'sent' }
  })
  for (let batch = 1; batch <= BATCHES; batch++) {
    await expect(payOut(server.ctx, { period: PERIOD, bank })).rejects.toThrow('said nothing about')
  }
  const run = await payOut(server.ctx, { period: PERIOD, bank })
  expect(run).toMatchObject({ state: 'done', payouts: PAID })
  expect(asked.size).toBe(PAID)
  const states = await countStates()
  expect(states).toMatchObject({ returned: 1 })
  expect((states.sent ?? 0) + (states.paid ?? 0)).toBe(PAID - 1)
  const { amount_fen } = await server.db
    .selectFrom('payouts')
    .select('amount_fen')
    .where('state', '=', 'returned')
    .executeTakeFirstOrThrow()
  expect(await readBank()).toBe(held - amount_fen)
})

test('three processes at once pay everybody once', async () => {
  const period = '2026-02'
  const [one, other, third] = await Promise.all([
    runCommand(['payout', 'run', '--period', period], env),
    runCommand(['payout', 'run', '--period', period], env),
    payOut(server.ctx, { period }),
  ])
  expect([one, other]).toMatchObject([
    { code: 0, stderr: '' },
    { code: 0, stderr: '' },
  ])
  expect(one.stdout).toBe(other.stdout)
  expect(third.state).toBe('done')
  const { payouts, runs } = await readOutcome(server.ctx.store.pool, period)
  expect(new Set(payouts.map((payout) => payout.member_id)).size).toBe(payouts.length)
  expect(new Set(payouts.map((payout) => String(payout.events)))).toEqual(new Set(['booked,sent']))
  const total = payouts.reduce((sum, payout) => sum + BigInt(payout.amount_fen as string), 0n)
  expect(runs).toMatchObject([{ payouts: payouts.length, payout_fen: String(total) }])
  const files = (await readdir(server.ctx.payoutDir)).filter((name) => name.startsWith(period))
  expect(files.every((name) => name.endsWith('.csv'))).toBe(true)
  const lines = await Promise.all(
    files.map(async (name) =>
      (await readFile(join(server.ctx.payoutDir, name), 'utf8')).split('\r\n').slice(1, -1),
    ),
  )
  expect(lines.flat()).toHaveLength(payouts.length)
  expect(await runCommand(['ledger', 'check'], env)).toMatchObject({ code: 0 })
})

test('a file of other content is never written over: nothing counts as sent until it is gone', async () => {
  const period = '2026-03'
  const { keys, store, payoutDir } = server.ctx
  await insertEarners(store.pool, { keys, count: 8, cutOff: new Date('2026-04-01T00:00:00+08:00') })
  const path = join(payoutDir, `${period}-1.csv`)
  await writeFile(path, 'of another network')
  const run = () => payOut(server.ctx, { period })
  await expect(run()).rejects.toThrow('is there with other content')
  const held = await readBank()
  expect((await countStates()).booked).toBeGreaterThan(0)
  expect(await readFile(path, 'utf8')).toBe('of another network')
  await rm(path)
  expect(await run()).toMatchObject({ state: 'done' })
  expect((await countStates()).booked).toBeUndefined()
  expect(await readBank()).toBe(held)
  expect(await readFile(path, 'utf8')).toMatch(/^reference,/)
})

async function countStates(): Promise<Record<string, number>> {
  const rows = await server.db
    .selectFrom('payouts')
    .select((eb) => ['state', eb.fn.countAll<bigint>().as('n')])
    .groupBy('state')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.state, Number(row.n)]))
}

async function readBank(): Promise<bigint> {
  const row = await server.db
    .selectFrom('ledger_balances')
    .select('amount_fen')
    .where('account', '=', 'bank')
    .executeTakeFirst()
  return row?.amount_fen ?? 0n
}
