import { afterAll, beforeAll, expect, test } from 'vitest'
import { askAsOperator } from '../sandbox/operator.ts'
import {
  advanceTo,
  carriedIn,
  closePayoutNetwork,
  goods,
  monthAt,
  openPayoutNetwork,
  type PayoutNetwork,
  payoutsOf,
  receiveOrder,
  runPayout,
} from './payout-network.ts'

let network: PayoutNetwork
let months: string[]
const month = (index: number) => months[index] as string
const first = () => network.trade.first.memberId
const second = () => network.trade.second.memberId
const ask = (path: string, body?: unknown) =>
  askAsOperator(network.server, `/admin/v1/${path}`, body === undefined ? {} : { body })

beforeAll(async () => {
  network = await openPayoutNetwork()
  months = Array.from({ length: 4 }, (_, later) => monthAt(network, later + 1))
  await advanceTo(network, month(0), 1)
  for (const promoter of [network.trade.first, network.trade.second]) {
    await receiveOrder(network, promoter, goods.large)
  }
  await advanceTo(network, month(0), 28)
})
afterAll(() => closePayoutNetwork(network))

const preview = async () => (await ask(`payouts/preview?period=${month(0)}`)).body.members

test('a preview says who would be paid, and who not and why; and changes nothing', async () => {
  const { db } = network.server
  const [one, other] = [first(), second()].map((id) => ({ member_id: String(id), amount: '11.10' }))
  expect(await preview()).toEqual([
    { ...one, carried: null },
    { ...other, carried: null },
  ])
  await db.updateTable('members').set({ standing: 'suspended' }).where('id', '=', first()).execute()
  await db.deleteFrom('payees').where('member_id', '=', second()).execute()
  expect(await preview()).toEqual([
    { ...one, carried: 'suspended' },
    { ...other, carried: 'no_payee' },
  ])
  const page = await ask(`payouts/preview?period=${month(0)}&limit=1`)
  expect(page.body).toMatchObject({ members: [one], next: one?.member_id })
  const rest = await ask(`payouts/preview?period=${month(0)}&limit=1&after=${page.body.next}`)
  expect(rest.body.members).toMatchObject([other])
  expect((await ask(`payouts/runs/${month(0)}`)).status).toBe(404)
  expect((await ask('payouts')).body).toEqual({ payouts: [], next: null })
  expect(await ask(`payouts/preview?period=${month(1)}`)).toMatchObject({
    status: 400,
    body: { field: 'period' },
  })
})

test('a run carries both', async () => {
  await advanceTo(network, month(1), 20)
  expect(await runPayout(network, month(0))).toMatchObject({
    payouts: 0,
    carried: 2,
    carried_amount: '22.20',
    state: 'done',
  })
  expect((await carriedIn(network, month(0))).map((one) => one.carried)).toEqual(['suspended', 'no_payee'])
  expect((await ask(`payouts/runs/${month(0)}`)).body).toMatchObject({ carried: 2, batches: [] })
})

test('in good standing again and with a payee, they are paid by the next run; unless the minimum is higher', async () => {
  const { db } = network.server
  await db.updateTable('members').set({ standing: 'good' }).where('id', '=', first()).execute()
  const payee = { name: '另一位推广者', bank: '某银行', account: '6222-0001-9999' }
  expect(await ask(`members/${second()}/payee`, payee)).toMatchObject({
    status: 200,
    body: { ...payee, member_id: String(second()), account: '****9999' },
  })
  await receiveOrder(network, network.trade.second, goods.small)
  expect((await ask('payouts/minimum', { minimum: '11.50' })).body).toEqual({ minimum: '11.50' })
  await advanceTo(network, month(2), 10)
  await advanceTo(network, month(3), 20)
  expect(await runPayout(network, month(2))).toMatchObject({
    minimum: '11.50',
    payouts: 1,
    amount: '11.55',
    carried: 1,
  })
  expect(await payoutsOf(network, month(2))).toMatchObject([{ member_id: String(second()) }])
  expect((await carriedIn(network, month(2))).map((one) => one.carried)).toEqual(['below_minimum'])
})

test.each([
  [{ name: '=SUM(A1)', bank: '行', account: '62220001' }, 'name'],
  [{ name: '名', bank: '', account: '62220001' }, 'bank'],
  [{ name: '名\n名', bank: '行', account: '62220001' }, 'name'],
  [{ name: '名', bank: '行', account: '6' }, 'account'],
  [{ name: '名', bank: '行', account: '+62220001' }, 'account'],
  [{ name: '名', bank: '行', account: '62220001', iban: 'x' }, 'iban'],
])('the payee %j is refused by the field', async (payee, field) => {
  expect(await ask(`members/${first()}/payee`, payee)).toMatchObject({ status: 400, body: { field } })
  expect((await ask(`members/${first()}/payee`)).body.account).toMatch(/^\*{4}\d{4}$/)
})

test('a merchant has no payee, nor has who is no member', async () => {
  const payee = { name: '名', bank: '行', account: '62220001' }
  const { merchantId } = network.trade
  expect(await ask(`members/${merchantId}/payee`, payee)).toMatchObject({
    status: 400,
    body: { field: 'member_id' },
  })
  for (const id of ['1', 'x', '0']) {
    expect(await ask(`members/${id}/payee`, payee)).toMatchObject({ status: 404, body: { field: 'id' } })
    expect(await ask(`members/${id}/payee`)).toMatchObject({ status: 404, body: { field: 'id' } })
  }
})

test.each([
  { path: 'payouts/runs', body: { period: '2026-13' }, status: 400, field: 'period' },
  { path: 'payouts/runs', body: { month: '2026-10' }, status: 400, field: 'month' },
  { path: 'payouts/minimum', body: { minimum: '0.00' }, status: 400, field: 'minimum' },
  { path: 'payouts/minimum', body: { minimum: '2000000.00' }, status: 400, field: 'minimum' },
  { path: 'payouts?state=new', status: 400, field: 'state' },
  { path: 'payouts/runs/2001-01', status: 404, field: 'period' },
  { path: 'payouts/runs/2001-01/carried', status: 404, field: 'period' },
  { path: 'payouts/runs/2001-01/files/1', status: 404, field: 'no' },
])('$path with $body is refused by the field', async ({ path, body, status, field }) => {
  expect(await ask(path, body)).toMatchObject({ status, body: { field } })
})

test('every door wants the operator’s token', async () => {
  const headers = { authorization: 'Bearer op_nobody' }
  for (const path of [
    'payouts',
    'payouts/runs',
    'payouts/preview',
    'payouts/minimum',
    `members/${first()}/payee`,
  ]) {
    expect((await askAsOperator(network.server, `/admin/v1/${path}`, { headers })).status).toBe(401)
  }
})
