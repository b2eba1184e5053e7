import { afterAll, beforeAll, expect, test } from 'vitest'
import { askAsOperator } from '../sandbox/operator.ts'
import type { Wire } from '../setup/server.ts'
import {
  advanceTo,
  balanceOf,
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
  askAsOperator(network.server, `/admin/v1/payouts${path}`, body === undefined ? {} : { body })
const available = (memberId: bigint) => balanceOf(network, 'publisher_available', memberId)
const payoutTo = async (memberId: bigint, period: string): Promise<Wire> =>
  (await payoutsOf(network, period)).findLast((payout) => payout.member_id === String(memberId))

beforeAll(async () => {
  network = await openPayoutNetwork()
  months = Array.from({ length: 4 }, (_, later) => monthAt(network, later + 1))
  await advanceTo(network, month(0), 1)
  for (const promoter of [network.trade.first, network.trade.second]) {
    await receiveOrder(network, promoter, goods.large)
  }
  await advanceTo(network, month(0), 28)
  await advanceTo(network, month(1), 20)
  expect(await runPayout(network, month(0))).toMatchObject({ payouts: 2, amount: '22.20' })
})
afterAll(() => closePayoutNetwork(network))

test('the bank has paid one: its reference is kept, a second time changes nothing, another is refused', async () => {
  const { id } = await payoutTo(first(), month(0))
  const confirm = (reference: string) => ask(`/${id}/confirm`, { bank_reference: reference })
  const confirmed = await confirm('B-1')
  expect(confirmed).toMatchObject({ status: 200, body: { state: 'paid', bank_reference: 'B-1' } })
  expect((await confirm('B-1')).body).toEqual(confirmed.body)
  expect(await confirm('B-2')).toMatchObject({ status: 400, body: { field: 'id' } })
  const story = (await ask(`/${id}`)).body
  expect(story.events.map((one: Wire) => [one.event, one.by_operator, one.note])).toEqual([
    ['booked', false, null],
    ['sent', false, 'file'],
    ['paid', true, 'B-1'],
  ])
  expect(story.payee).toEqual({
    name: '演示推广者',
    bank: '演示银行',
    account: expect.stringMatching(/^\*{4}\d{4}$/),
  })
})

test('what came back is the member’s again, once; tried again it goes to the payee now in force', async () => {
  const { id, reference } = await payoutTo(second(), month(0))
  const body = { reason: '账号不存在' }
  expect(await ask(`/${id}/retry`, {})).toMatchObject({ status: 400, body: { field: 'id' } })
  expect(await ask(`/${id}/return`, body)).toMatchObject({
    status: 200,
    body: { state: 'returned', failure: '账号不存在' },
  })
  expect(await available(second())).toBe(1110n)
  expect((await ask(`/${id}/return`, body)).body.state).toBe('returned')
  expect(await available(second())).toBe(1110n)
  expect(await ask(`/${id}/confirm`, { bank_reference: 'B' })).toMatchObject({ status: 400 })

  // Earned since, and so not part of that month's money.
  await receiveOrder(network, network.trade.second, goods.large)
  await advanceTo(network, month(2), 10)
  expect(await available(second())).toBe(2220n)
  const payee = { name: '新户名', bank: '新银行', account: '62229999' }
  await askAsOperator(network.server, `/admin/v1/members/${second()}/payee`, { body: payee })
  const retried = await ask(`/${id}/retry`, {})
  expect(retried).toMatchObject({
    status: 201,
    body: { attempt: 2, amount: '11.10', state: 'sent', batch: 2, reference: reference.replace(/-1$/, '-2') },
  })
  expect(await ask(`/${id}/retry`, {})).toMatchObject({ status: 400, body: { field: 'id' } })
  expect(await available(second())).toBe(1110n)
  const headers = { authorization: `Bearer ${network.server.demo.operator.token}` }
  const path = `${network.server.url}/admin/v1/payouts/runs/${month(0)}/files/2`
  expect(await (await fetch(path, { headers })).text()).toContain(',新户名,新银行,62229999,11.10\r\n')
  expect((await ask(`/runs/${month(0)}`)).body).toMatchObject({
    state: 'done',
    payouts: 2,
    batches: [
      { no: 1, payouts: 2, provider: 'file' },
      { no: 2, payouts: 1, provider: 'file' },
    ],
  })
})

test('what came back late is paid by the next run, and cannot be tried again then', async () => {
  const { id } = await payoutTo(second(), month(0))
  await ask(`/${id}/confirm`, { bank_reference: 'B-3' })
  // A bank may send back what it had paid.
  expect((await ask(`/${id}/return`, { reason: '退票' })).body).toMatchObject({
    state: 'returned',
    bank_reference: 'B-3',
  })
  await advanceTo(network, month(2), 20)
  expect(await runPayout(network, month(1))).toMatchObject({ payouts: 1, amount: '11.10' })
  expect(await available(second())).toBe(1110n)
  expect(await ask(`/${id}/retry`, {})).toMatchObject({
    status: 400,
    body: { field: 'id', error: expect.stringContaining('a later run') },
  })
})

test('results of the bank, as JSON or as its CSV file; again they change nothing', async () => {
  const { reference } = await payoutTo(second(), month(1))
  const csv = `\uFEFFreference,state,bank_reference,reason\r\n${reference},paid,B-9,\r\nP0-0-0,paid,B-8,\r\n${reference},lost,,\r\n`
  expect((await ask('/results', { csv })).body.results).toEqual([
    { reference, status: 'recorded' },
    { reference: 'P0-0-0', status: 'refused', field: 'reference', reason: 'there is no such payout' },
    { reference, status: 'refused', field: 'state', reason: expect.stringContaining('paid, returned') },
  ])
  expect((await payoutTo(second(), month(1))).state).toBe('paid')
  const rows = [
    { reference, state: 'paid', bank_reference: 'B-9' },
    { reference, state: 'paid', bank_reference: 'B-10' },
    { reference, state: 'returned' },
  ]
  const again = await ask('/results', { results: rows })
  expect(again.body.results).toEqual([
    { reference, status: 'known' },
    { reference, status: 'refused', field: 'reference', reason: expect.stringContaining('B-9') },
    { reference, status: 'refused', field: 'reason', reason: 'missing' },
  ])
})

test.each([
  { path: '/results', body: { results: [] }, status: 400, field: 'results' },
  { path: '/results', body: { rows: [] }, status: 400, field: 'rows' },
  { path: '/1/confirm', body: { bank_reference: 'B' }, status: 404, field: 'id' },
  { path: '/x/return', body: { reason: 'r' }, status: 404, field: 'id' },
  { path: '/1/retry', body: {}, status: 404, field: 'id' },
  { path: '/1/confirm', body: {}, status: 400, field: 'bank_reference' },
  { path: '/1/return', body: { reason: ' ' }, status: 400, field: 'reason' },
])('$path with $body is refused by the field', async ({ path, body, status, field }) => {
  expect(await ask(path, body)).toMatchObject({ status, body: { field } })
})

test('a file that is no CSV is refused', async () => {
  const csv = 'reference,state\n"unclosed'
  expect(await ask('/results', { csv })).toMatchObject({ status: 400, body: { field: 'csv' } })
})

test('events and entries only grow', async () => {
  const { db } = network.server
  await expect(db.updateTable('payout_events').set({ note: 'x' }).execute()).rejects.toThrow('append-only')
  await expect(db.deleteFrom('payout_events').execute()).rejects.toThrow('append-only')
})
