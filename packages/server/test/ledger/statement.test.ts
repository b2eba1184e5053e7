import { formatGmt8, formatYuan, parseYuan } from '@opentbk/top'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settleOrders } from '../../src/domain/orders/index.ts'
import { bookCommission, type Share } from '../../src/domain/settlement/index.ts'
import { askAsOperator } from '../sandbox/operator.ts'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'
import { openTrade, type Trade } from '../setup/trade.ts'
import { buy, clickOn, memberDoor } from './merchant.ts'

let server: TestServer
let trade: Trade
/** The months of business time before and after the clock was moved. */
let months: [string, string]

const monthNow = () => formatGmt8(server.ctx.clock.now()).slice(0, 7)
const advance = (text: string) => askAsOperator(server, '/sandbox/clock', { body: { advance: text } })
const merchant = () => memberDoor(server, 'merchants', trade.merchantId)
const accountsOf = (id: bigint) => memberDoor(server, 'members', id)

beforeAll(async () => {
  server = await startTestServer()
  trade = await openTrade(server)
  // The whole first part happens in one month: from its second day on.
  const day = Number(formatGmt8(server.ctx.clock.now()).slice(8, 10))
  if (day > 25) await advance(`${33 - day}d`)
  const first = monthNow()
  const { clickId } = await clickOn(server, trade, trade.items[0] as bigint)
  const deposited = await merchant().post('/deposits', { amount: '50.00', reference: '首充, 招行' })
  expect(deposited.status).toBe(201)
  const kept = await buy(server, trade.items[0] as bigint, { clickId })
  const refund = { refund_id: 'r', refund_fee: '33.33' }
  await buy(server, trade.items[0] as bigint, { clickId, name: kept, type: 'refunded', fields: refund })
  await advance('32d')
  await settleOrders(server.ctx)
  const later = await clickOn(server, trade, trade.items[0] as bigint)
  await buy(server, trade.items[0] as bigint, { clickId: later.clickId })
  const withdrawn = await merchant().post('/withdrawals', { amount: '10.00', reference: '退款1' })
  expect(withdrawn.status).toBe(201)
  months = [first, monthNow()]
})
afterAll(() => server.close())

type Row = Record<'time' | 'entry_id' | 'cause' | 'trade_id' | 'account' | 'amount' | 'balance', string>

async function download(id: bigint, query: string): Promise<{ text: string; headers: Headers }> {
  const response = await fetch(`${server.url}/admin/v1/members/${id}/statement${query}`, {
    headers: { authorization: `Bearer ${server.demo.operator.token}` },
  })
  expect(response.status).toBe(200)
  const bytes = Buffer.from(await response.arrayBuffer())
  return { text: bytes.toString('utf8'), headers: response.headers }
}

async function readStatement(id: bigint, query: string): Promise<Row[]> {
  const { text } = await download(id, query)
  return parse(text, {
    bom: true,
    columns: (names: string[]) => names.map((name) => name.split(' ')[0] as string),
  }) as Row[]
}

/** Every line adds to its account's balance, from the opening to the closing one; the closing balances. */
function closingOf(rows: readonly Row[]): Record<string, string> {
  const held = new Map<string, bigint>()
  const fen = (text: string) => parseYuan(text, { signed: true }) as bigint
  for (const row of rows) {
    if (row.cause.startsWith('opening')) held.set(row.account, fen(row.balance))
    else if (row.entry_id !== '') held.set(row.account, (held.get(row.account) as bigint) + fen(row.amount))
    expect(formatYuan(held.get(row.account) as bigint)).toBe(row.balance)
  }
  const closing = rows.filter((row) => row.cause.startsWith('closing'))
  return Object.fromEntries(closing.map((row) => [row.account, row.balance]))
}

const openingOf = (rows: readonly Row[]) =>
  Object.fromEntries(
    rows.filter((row) => row.cause.startsWith('opening')).map((row) => [row.account, row.balance]),
  )

async function balancesOf(id: bigint): Promise<Record<string, string>> {
  const { balances } = (await accountsOf(id).get('/balances')).body
  return Object.fromEntries(balances.map((one: Wire) => [one.account, one.amount]))
}

describe('a merchant’s statement', () => {
  test('tells the deposit, the commission and the refund of the month, to the fen', async () => {
    const rows = await readStatement(trade.merchantId, `?month=${months[0]}`)
    const { trade_id } = await server.db
      .selectFrom('orders')
      .select('trade_id')
      .orderBy('id')
      .limit(1)
      .executeTakeFirstOrThrow()
    expect(rows.map((row) => [row.cause, row.trade_id, row.amount, row.balance])).toEqual([
      ['opening balance 期初余额', '', '', '0.00'],
      ['deposit 首充, 招行', '', '50.00', '50.00'],
      ['order received', `${trade_id}\t`, '-12.33', '37.67'],
      ['order refunded', `${trade_id}\t`, '4.11', '41.78'],
      ['closing balance 期末余额', '', '', '41.78'],
    ])
    expect(rows[0]?.time).toBe(`${months[0]}-01 00:00:00`)
    expect(rows.every((row) => row.time.startsWith(months[0]))).toBe(true)
  })

  test('the next month goes on where it ended, and the present one ends at the balance of now', async () => {
    const [before, now] = [
      await readStatement(trade.merchantId, `?month=${months[0]}`),
      await readStatement(trade.merchantId, `?month=${months[1]}`),
    ]
    expect(openingOf(now)).toEqual(closingOf(before))
    expect(closingOf(now)).toEqual({ merchant: '19.45' })
    expect(await balancesOf(trade.merchantId)).toEqual({ merchant: '19.45' })
  })
})

describe('a publisher’s statement', () => {
  test('has all three accounts, and settled money moves between them', async () => {
    const { memberId } = trade.first
    const [before, now] = [
      await readStatement(memberId, `?month=${months[0]}`),
      await readStatement(memberId, `?month=${months[1]}`),
    ]
    expect(closingOf(before)).toEqual({
      publisher_pending: '7.40',
      publisher_available: '0.00',
      publisher_frozen: '0.00',
    })
    expect(openingOf(now)).toEqual(closingOf(before))
    expect(closingOf(now)).toEqual(await balancesOf(memberId))
    expect(closingOf(now)).toMatchObject({ publisher_pending: '11.10', publisher_available: '7.40' })
  })

  test('of one account has that one alone', async () => {
    const { memberId } = trade.first
    const rows = await readStatement(memberId, `?month=${months[1]}&account=publisher_available`)
    expect(rows.map((row) => [row.account, row.cause, row.amount])).toEqual([
      ['publisher_available', 'opening balance 期初余额', ''],
      ['publisher_available', 'order settled', '7.40'],
      ['publisher_available', 'closing balance 期末余额', ''],
    ])
  })

  test('of a month in which nothing was posted is opening and closing balances alone', async () => {
    const rows = await readStatement(trade.first.memberId, '?month=2020-12')
    expect(rows).toHaveLength(6)
    expect(closingOf(rows)).toEqual(openingOf(rows))
    expect(new Set(Object.values(closingOf(rows)))).toEqual(new Set(['0.00']))
  })
})

test('entries and balances explain each other, page by page', async () => {
  const { memberId } = trade.first
  const seen: Wire[] = []
  for (let next: string | null = ''; next !== null; ) {
    const { body } = await accountsOf(memberId).get(`/entries?limit=1&after=${next}`)
    expect(body.entries.length).toBeLessThanOrEqual(1)
    seen.push(...body.entries)
    next = body.next
  }
  expect(seen.map((entry) => entry.cause)).toEqual([
    'order received',
    'order refunded',
    'order settled',
    'order received',
  ])
  expect(seen[2].lines).toEqual([
    { account: 'publisher_available', amount: '7.40' },
    { account: 'publisher_pending', amount: '-7.40' },
  ])
  const whole = (await accountsOf(memberId).get('/entries')).body
  expect(whole.entries).toEqual(seen)
  const ofOne = (await accountsOf(memberId).get('/entries?account=publisher_pending')).body.entries
  const sum = ofOne
    .flatMap((entry: Wire) => entry.lines)
    .reduce((total: bigint, line: Wire) => total + (parseYuan(line.amount, { signed: true }) as bigint), 0n)
  expect(formatYuan(sum)).toBe((await balancesOf(memberId)).publisher_pending)
})

describe('as a file', () => {
  test('it opens in a spreadsheet: marked as UTF-8, lines of Windows, a name of its own', async () => {
    const { text, headers } = await download(trade.merchantId, `?month=${months[0]}`)
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="statement-${trade.merchantId}-${months[0]}.csv"`,
    )
    expect(text.startsWith('\u{feff}time 时间,entry_id 流水号,')).toBe(true)
    expect(text).toContain(',"deposit 首充, 招行",,merchant,50.00,50.00\r\n')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  test('of thousands of entries has each once, and no text of it is a formula', async () => {
    const { memberId } = trade.second
    const { id } = await server.db.selectFrom('orders').select('id').limit(1).executeTakeFirstOrThrow()
    const entries = 4500
    const share: Share = { memberId, grossFen: 3n, feeFen: 0n, account: 'publisher_frozen' }
    const change = (revision: number) => ({
      orderId: id,
      revision,
      merchantId: trade.merchantId,
      cause: revision % 2 === 0 ? '=HYPERLINK("http://evil.example")' : ' @SUM(1),\n"two"',
      postedAt: server.ctx.clock.now(),
      before: [],
      after: [share],
    })
    for (let from = 1000; from < 1000 + entries; from += 500) {
      const changes = Array.from({ length: 500 }, (_, index) => change(from + index))
      await server.ctx.store.transact((tx) => bookCommission(tx, changes))
    }
    const rows = await readStatement(memberId, `?month=${months[1]}&account=publisher_frozen`)
    expect(closingOf(rows)).toEqual({ publisher_frozen: '135.00' })
    expect(new Set(rows.map((row) => row.entry_id)).size).toBe(entries + 1)
    expect(new Set(rows.slice(1, -1).map((row) => row.cause))).toEqual(
      new Set([`'=HYPERLINK("http://evil.example")`, `'@SUM(1), "two"`]),
    )
    const page = (await accountsOf(memberId).get('/entries?limit=500')).body
    expect(page.entries).toHaveLength(500)
  })
})

test.each([
  ['', 'month'],
  ['?month=2026-13', 'month'],
  ['?month=2026-1', 'month'],
  ['?month=1999-12', 'month'],
  ['?month=2900-01', 'month'],
  ['?month=2026-01&account=bank', 'account'],
  ['?month=2026-01&account=merchant', 'account'],
  ['?month=2026-01&year=2026', 'year'],
])('a statement %j is refused by the name of what is wrong', async (query, field) => {
  expect(await accountsOf(trade.first.memberId).get(`/statement${query}`)).toMatchObject({
    status: 400,
    body: { field },
  })
})

test('who is nobody has no accounts, and who has no role has none that hold anything', async () => {
  for (const path of ['/balances', '/entries', '/statement?month=2026-01'])
    expect(await accountsOf(1n).get(path)).toMatchObject({ status: 404, body: { field: 'id' } })
  const { id } = await server.db
    .selectFrom('members')
    .select('id')
    .where('name', '=', '演示运营')
    .executeTakeFirstOrThrow()
  expect((await accountsOf(id).get('/balances')).body).toEqual({ balances: [] })
  expect((await accountsOf(id).get('/entries')).body).toEqual({ entries: [], next: null })
})
