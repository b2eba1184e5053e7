import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askAsOperator } from '../sandbox/operator.ts'
import type { Wire } from '../setup/server.ts'
import {
  advanceTo,
  balanceOf,
  carriedIn,
  closePayoutNetwork,
  gmt8,
  goods,
  monthAt,
  openPayoutNetwork,
  type PayoutNetwork,
  payoutsOf,
  receiveOrder,
  runPayout,
} from './payout-network.ts'

// One network through six months, a test each; every test begins on the first of a month.

let network: PayoutNetwork
let months: string[]
const month = (index: number) => months[index] as string
const first = () => network.trade.first
const second = () => network.trade.second

beforeAll(async () => {
  network = await openPayoutNetwork()
  months = Array.from({ length: 10 }, (_, later) => monthAt(network, later + 1))
  await advanceTo(network, month(0), 1)
})
afterAll(() => closePayoutNetwork(network))

test('what was settled in a month is paid on the 20th of the next; what is below the minimum is carried', async () => {
  await receiveOrder(network, first(), goods.large)
  await receiveOrder(network, second(), goods.small)
  await advanceTo(network, month(0), 18)
  // Settled in the next month: not yet.
  await receiveOrder(network, first(), goods.large)
  await advanceTo(network, month(1), 19)
  expect(await balanceOf(network, 'publisher_available', first().memberId)).toBe(2220n)

  const early = await askAsOperator(network.server, '/admin/v1/payouts/runs', { body: { period: month(0) } })
  expect(early).toMatchObject({
    status: 400,
    body: { field: 'period', error: expect.stringContaining(gmt8(month(1), 20).toISOString()) },
  })
  await advanceTo(network, month(1), 20)
  expect(await runPayout(network, month(0))).toMatchObject({
    period: month(0),
    cut_off: gmt8(month(1), 1).toISOString(),
    minimum: '10.00',
    state: 'done',
    payouts: 1,
    amount: '11.10',
    carried: 1,
    carried_amount: '0.45',
  })
  expect(await payoutsOf(network, month(0))).toMatchObject([
    {
      member_id: String(first().memberId),
      amount: '11.10',
      attempt: 1,
      reference: `P${month(0).replace('-', '')}-${first().memberId}-1`,
      state: 'sent',
      paid_at: null,
    },
  ])
  expect(await carriedIn(network, month(0))).toEqual([
    { member_id: String(second().memberId), amount: '0.45', carried: 'below_minimum' },
  ])
  expect(await balanceOf(network, 'publisher_available', first().memberId)).toBe(1110n)
  expect(await balanceOf(network, 'publisher_available', second().memberId)).toBe(45n)
  expect(await balanceOf(network, 'bank')).toBe(1110n)
})

test('the bank’s file has what was paid, for its owner alone', async () => {
  const { payoutDir } = network.server.ctx
  expect((await readdir(payoutDir)).sort()).toEqual([`${month(0)}-1.csv`])
  const path = join(payoutDir, `${month(0)}-1.csv`)
  const account = `6200${String(first().memberId).padStart(12, '0')}`
  const [{ reference }] = (await payoutsOf(network, month(0))) as [Wire]
  const text = await readFile(path, 'utf8')
  expect(text).toBe(
    `reference,payee_name,bank,account,amount\r\n${reference},演示推广者,演示银行,${account},11.10\r\n`,
  )
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect((await stat(payoutDir)).mode & 0o777).toBe(0o700)
  const sealed = await network.server.db.selectFrom('payees').select('details_sealed').execute()
  for (const row of sealed) expect(row.details_sealed.toString('latin1')).not.toContain('6200')
})

test('run again it changes nothing, also after the payee has changed', async () => {
  const { server } = network
  const path = join(server.ctx.payoutDir, `${month(0)}-1.csv`)
  const before = { payouts: await payoutsOf(network, month(0)), text: await readFile(path, 'utf8') }
  const changed = await askAsOperator(server, `/admin/v1/members/${first().memberId}/payee`, {
    body: { name: '新户名', bank: '另一家银行', account: '6200 9999 8888' },
  })
  expect(changed).toMatchObject({ status: 200, body: { name: '新户名', account: '****8888' } })
  const run = await runPayout(network, month(0))
  expect(run).toMatchObject({ state: 'done', payouts: 1, amount: '11.10', carried: 1 })
  expect(await payoutsOf(network, month(0))).toEqual(before.payouts)
  expect(await readFile(path, 'utf8')).toBe(before.text)
  const headers = { authorization: `Bearer ${server.demo.operator.token}` }
  const file = await fetch(`${server.url}/admin/v1/payouts/runs/${month(0)}/files/1`, { headers })
  expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(await file.text()).toBe(before.text)
  expect(await balanceOf(network, 'bank')).toBe(1110n)
})

test('a negative balance is carried until later months have made up for it', async () => {
  const order = await receiveOrder(network, second(), goods.large)
  await advanceTo(network, month(2), 20)
  // The month before: 11.10 of the first order that came too late. This publisher's is settled now.
  expect(await runPayout(network, month(1))).toMatchObject({ payouts: 1, amount: '11.10', carried: 1 })
  await advanceTo(network, month(3), 20)
  expect(await runPayout(network, month(2))).toMatchObject({ payouts: 1, amount: '11.55', carried: 0 })
  await order.send('refunded', { refund_id: 'r', refund_fee: '99.99' })
  expect(await balanceOf(network, 'publisher_available', second().memberId)).toBe(-1110n)
  await receiveOrder(network, second(), goods.large)
  await advanceTo(network, month(4), 20)
  expect(await runPayout(network, month(3))).toMatchObject({
    payouts: 0,
    carried: 1,
    carried_amount: '-11.10',
  })
  expect(await carriedIn(network, month(3))).toEqual([
    { member_id: String(second().memberId), amount: '-11.10', carried: 'negative' },
  ])
  await receiveOrder(network, second(), goods.large)
  await advanceTo(network, month(5), 20)
  // -11.10 and 11.10 are nothing: neither paid nor carried.
  expect(await runPayout(network, month(4))).toMatchObject({ payouts: 0, carried: 0 })
  await advanceTo(network, month(6), 20)
  expect(await runPayout(network, month(5))).toMatchObject({ payouts: 1, amount: '11.10', carried: 0 })
  expect(await balanceOf(network, 'publisher_available', second().memberId)).toBe(0n)
})
