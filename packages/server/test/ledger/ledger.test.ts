import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bookCommission, type CommissionChange, type Share } from '../../src/domain/settlement/index.ts'
import type { Tx } from '../../src/store/store.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { landingOf, sendEvents } from '../setup/shop.ts'
import { convertItem, openTrade, type Trade } from '../setup/trade.ts'

let server: TestServer
let trade: Trade
let orderId: bigint

beforeAll(async () => {
  server = await startTestServer()
  trade = await openTrade(server)
  const itemId = trade.items[0] as bigint
  const { long } = await convertItem(server, trade.first, { itemId })
  const { clickId } = await landingOf(long)
  const money = { item_num: 1, price: '99.99', paid_fee: '99.99' }
  const order = { trade_parent_id: 'p', trade_id: 't', item_id: String(itemId), click_id: clickId, ...money }
  await sendEvents(server, [{ event_id: 'e', type: 'received', at: new Date().toISOString(), ...order }])
  orderId = (await server.db.selectFrom('orders').select('id').executeTakeFirstOrThrow()).id
})

afterAll(() => server.close())

const lines = () =>
  server.db.selectFrom('ledger_lines').selectAll().orderBy('entry_id').orderBy('line_no').execute()

/** Work that the database must refuse, and by which it must change nothing. */
async function expectRefused(work: (tx: Tx) => Promise<unknown>, reason: RegExp): Promise<void> {
  const before = await lines()
  expect(before).toHaveLength(3)
  await expect(server.ctx.store.transact(work)).rejects.toThrow(reason)
  expect(await lines()).toEqual(before)
}

describe('the ledger only grows', () => {
  test.each([
    ['a line changed', sql`update ledger_lines set amount_fen = amount_fen * 2`],
    ['a line taken away', sql`delete from ledger_lines`],
    ['all lines taken away', sql`truncate ledger_lines`],
    ['an entry changed', sql`update ledger_entries set cause = 'other'`],
    ['an entry taken away', sql`delete from ledger_entries`],
    ['all entries taken away', sql`truncate ledger_entries cascade`],
  ])('%s is refused by the database', async (_, statement) => {
    await expectRefused((tx) => statement.execute(tx), /is append-only/)
  })
})

describe('every entry balances', () => {
  const entry = { idempotency_key: 'crooked', cause: 'test', order_id: null, posted_at: new Date() }

  const post = (tx: Tx, amounts: bigint[]) =>
    tx
      .insertInto('ledger_entries')
      .values(entry)
      .returning('id')
      .executeTakeFirstOrThrow()
      .then(({ id }) =>
        tx
          .insertInto('ledger_lines')
          .values(
            amounts.map((amount_fen, index) => ({
              entry_id: id,
              line_no: index + 1,
              account: 'bank',
              member_id: null,
              amount_fen,
            })),
          )
          .execute(),
      )

  test.each([['100'], ['100 -99'], ['-1 -1 1']])('%s is refused at the commit', async (amounts) => {
    await expectRefused((tx) => post(tx, amounts.split(' ').map(BigInt)), /does not balance/)
  })

  test('a line of nothing is refused', async () => {
    await expectRefused((tx) => post(tx, [0n]), /amount_fen/)
  })

  test('an account that does not exist is refused', async () => {
    await expectRefused(
      (tx) =>
        sql`insert into ledger_lines (entry_id, line_no, account, amount_fen) values (1, 9, 'pocket', 1)`.execute(
          tx,
        ),
      /account/,
    )
  })

  test('one line more on an old entry unbalances it', async () => {
    const { entry_id } = (await lines())[0] as { entry_id: bigint }
    const line = { entry_id, line_no: 9, account: 'bank', member_id: null, amount_fen: 1n }
    await expectRefused((tx) => tx.insertInto('ledger_lines').values(line).execute(), /does not balance/)
  })
})

describe('a movement happens once', () => {
  const share = (memberId: bigint, grossFen: bigint, feeFen: bigint): Share => ({
    memberId,
    grossFen,
    feeFen,
    account: 'publisher_pending',
  })

  const change = (fields: Partial<CommissionChange>): CommissionChange => ({
    orderId,
    revision: 1,
    merchantId: trade.merchantId,
    cause: 'test',
    postedAt: new Date(),
    before: [],
    after: [share(trade.first.memberId, 100n, 10n)],
    ...fields,
  })

  test('the same change of an order cannot be posted again', async () => {
    await expectRefused((tx) => bookCommission(tx, [change({})]), /idempotency_key/)
  })

  test('a change of nothing is no entry', async () => {
    const booking = [share(trade.first.memberId, 100n, 10n)]
    const before = await lines()
    await server.ctx.store.transact((tx) =>
      bookCommission(tx, [change({ before: booking, after: booking, revision: 7 })]),
    )
    expect(await lines()).toEqual(before)
  })

  test('an order that passes to another promoter: all of it goes back from the one and on to the other', async () => {
    const booking = (memberId: bigint) => [share(memberId, 1233n, 123n)]
    const from = booking(trade.first.memberId)
    const to = booking(trade.second.memberId)
    await server.ctx.store.transact((tx) =>
      bookCommission(tx, [change({ before: from, after: to, revision: 8 })]),
    )
    const entry = await server.db
      .selectFrom('ledger_entries')
      .select('id')
      .where('idempotency_key', '=', `order:${orderId}:8`)
      .executeTakeFirstOrThrow()
    const moved = (await lines()).filter((line) => line.entry_id === entry.id)
    const net = (account: string, memberId: bigint | null) =>
      moved
        .filter((line) => line.account === account && line.member_id === memberId)
        .reduce((sum, line) => sum + line.amount_fen, 0n)
    expect(net('publisher_pending', trade.first.memberId)).toBe(-1110n)
    expect(net('publisher_pending', trade.second.memberId)).toBe(1110n)
    expect(net('merchant', trade.merchantId)).toBe(0n)
    expect(net('platform_fee', null)).toBe(0n)
  })
})
