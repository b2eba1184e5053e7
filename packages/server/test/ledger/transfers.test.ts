import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { openTrade, type Trade } from '../setup/trade.ts'
import { isInOrder, memberDoor } from './merchant.ts'

let server: TestServer
let trade: Trade

beforeAll(async () => {
  server = await startTestServer()
  trade = await openTrade(server)
})
afterAll(() => server.close())

const merchant = () => memberDoor(server, 'merchants', trade.merchantId)
const pay = (amount: unknown, reference: unknown) => merchant().post('/deposits', { amount, reference })
const takeBack = (amount: unknown, reference: unknown) =>
  merchant().post('/withdrawals', { amount, reference })
const balance = async () => (await merchant().get()).body.balance
const entries = () => server.db.selectFrom('ledger_entries').selectAll().execute()

test('a deposit is the merchant’s and at the bank, once by its reference', async () => {
  const first = await pay('1000.00', '工行 2026-11/000017')
  expect(first).toMatchObject({
    status: 201,
    body: {
      entry_id: expect.stringMatching(/^\d+$/),
      member_id: String(trade.merchantId),
      reference: '工行 2026-11/000017',
      amount: '1000.00',
      balance: '1000.00',
    },
  })
  const lines = await server.db
    .selectFrom('ledger_lines')
    .select(['account', 'member_id', 'amount_fen'])
    .where('entry_id', '=', BigInt(first.body.entry_id))
    .orderBy('line_no')
    .execute()
  expect(lines).toEqual([
    { account: 'merchant', member_id: trade.merchantId, amount_fen: 100_000n },
    { account: 'bank', member_id: null, amount_fen: -100_000n },
  ])
  await pay('5.00', 'next')
  // The same again is answered as the first time, though the balance is another by now.
  expect(await pay('1000.00', '工行 2026-11/000017')).toEqual({ ...first, status: 200 })
  expect(await balance()).toBe('1005.00')
  const { operator_id } = await server.db
    .selectFrom('merchant_transfers')
    .select('operator_id')
    .where('reference', '=', 'next')
    .executeTakeFirstOrThrow()
  expect(operator_id).not.toBeNull()
})

test('a withdrawal gives back what is there and no more', async () => {
  expect(await takeBack('1005.01', 'back')).toMatchObject({
    status: 400,
    body: { field: 'amount', error: 'amount: more than the balance of 1005.00' },
  })
  const done = await takeBack('1005.00', 'back')
  expect(done).toMatchObject({ status: 201, body: { amount: '-1005.00', balance: '0.00' } })
  expect(await takeBack('1005.00', 'back')).toEqual({ ...done, status: 200 })
  expect(await takeBack('0.01', 'more')).toMatchObject({ status: 400, body: { field: 'amount' } })
  expect(await balance()).toBe('0.00')
  expect(await isInOrder(server)).toBe(true)
})

describe('a reference stands for one transfer', () => {
  const again = [
    ['another amount', (): Promise<unknown> => pay('5.01', 'next')],
    ['another direction', () => takeBack('5.00', 'next')],
    [
      'another merchant',
      async () => {
        const { member_id } = await server.db
          .selectFrom('shops')
          .select('member_id')
          .where('member_id', '<>', trade.merchantId)
          .limit(1)
          .executeTakeFirstOrThrow()
        return memberDoor(server, 'merchants', member_id).post('/deposits', {
          amount: '5.00',
          reference: 'next',
        })
      },
    ],
  ] as const
  test.each(again)('%s is refused', async (_, act) => {
    const before = await entries()
    expect(await act()).toMatchObject({
      status: 400,
      body: {
        field: 'reference',
        error: `reference: it stands for a deposit of 5.00 of member ${trade.merchantId} already`,
      },
    })
    expect(await entries()).toEqual(before)
  })
})

test.each([
  [{ amount: '0', reference: 'a' }, 'amount'],
  [{ amount: '-1.00', reference: 'a' }, 'amount'],
  [{ amount: '1.001', reference: 'a' }, 'amount'],
  [{ amount: 1, reference: 'a' }, 'amount'],
  [{ reference: 'a' }, 'amount'],
  [{ amount: '1.00' }, 'reference'],
  [{ amount: '1.00', reference: '=1+1' }, 'reference'],
  [{ amount: '1.00', reference: 'a\nb' }, 'reference'],
  [{ amount: '1.00', reference: 'a ' }, 'reference'],
  [{ amount: '1.00', reference: 'a'.repeat(65) }, 'reference'],
  [{ amount: '1.00', reference: 'a', memo: 'b' }, 'memo'],
  [[], 'body'],
])('%j is refused by its name', async (body, field) => {
  const before = await entries()
  for (const door of ['/deposits', '/withdrawals'])
    expect(await merchant().post(door, body)).toMatchObject({ status: 400, body: { field } })
  expect(await entries()).toEqual(before)
})

test('who is no merchant has no account', async () => {
  for (const id of [trade.first.memberId, 1n, 0n]) {
    const door = memberDoor(server, 'merchants', id)
    const unknown = { status: 404, body: { field: 'id', error: 'id: no such merchant' } }
    expect(await door.get()).toMatchObject(unknown)
    expect(await door.get('/events')).toMatchObject(unknown)
    expect(await door.post('/deposits', { amount: '1.00', reference: 'b' })).toMatchObject(unknown)
    expect(await door.post('/credit-limit', { credit_limit: '1.00', reason: 'b' })).toMatchObject(unknown)
  }
})

test('transfers and events are only added to', async () => {
  await merchant().post('/credit-limit', { credit_limit: '1.00', reason: '试' })
  for (const table of ['merchant_transfers', 'merchant_account_events'] as const)
    await expect(server.db.deleteFrom(table).execute()).rejects.toThrow(`${table} is append-only`)
})
