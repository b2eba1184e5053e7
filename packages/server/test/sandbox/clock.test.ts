import { formatGmt8, parseGmt8 } from '@opentbk/top'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startProductionServer } from '../gateway/production-server.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { landingOf, sendEvents } from '../setup/shop.ts'
import { convertItem, openTrade, readOrderPage } from '../setup/trade.ts'
import { askAsOperator } from './operator.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const advance = (text: unknown) => askAsOperator(server, '/sandbox/clock', { body: { advance: text } })

async function timeOnWire(): Promise<number> {
  const answer = await server.call('taobao.time.get')
  return (parseGmt8(answer.time_get_response.time) as Date).getTime()
}

describe('before it is moved', () => {
  test('the two clocks agree', async () => {
    const { status, body } = await askAsOperator(server, '/sandbox/clock')
    expect(status).toBe(200)
    expect(body).toMatchObject({ now: body.wall, ahead_ms: 0 })
    expect(body.now_gmt8).toBe(formatGmt8(new Date(body.wall)))
    expect(Math.abs(Date.parse(body.wall) - Date.now())).toBeLessThan(5000)
  })

  test.each(['', '15', '-1d', '1.5d', '0s', '401d', '9999999999d', 'd', '1w', 15, null])(
    'advance %j is refused, and nothing moves',
    async (text) => {
      const { status, body } = await advance(text)
      expect(status).toBe(400)
      expect(body.error).toMatch(/^advance: /)
      expect((await askAsOperator(server, '/sandbox/clock')).body.ahead_ms).toBe(0)
    },
  )

  test('so is a body that is no JSON, another content type, another site, a stranger', async () => {
    const ask = (body: unknown, headers: Record<string, string>) =>
      askAsOperator(server, '/sandbox/clock', { body, headers })
    const good = { advance: '1d' }
    expect((await ask('{', {})).status).toBe(400)
    expect((await ask('advance=1d', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(
      415,
    )
    expect((await ask(good, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await ask(good, { authorization: 'Bearer op_of_nobody' })).status).toBe(401)
    expect((await ask(good, { authorization: '' })).status).toBe(401)
    const reading = await askAsOperator(server, '/sandbox/clock', { headers: { authorization: '' } })
    expect(reading.status).toBe(401)
    expect(server.ctx.clock.aheadMs).toBe(0)
  })
})

test('it moves forward, at once and for good, and calls are fresh by either clock', async () => {
  const moved = await advance('+36h')
  expect(moved.status).toBe(200)
  expect(moved.body.ahead_ms).toBe(36 * HOUR_MS)
  expect(Date.parse(moved.body.now) - Date.parse(moved.body.wall)).toBe(36 * HOUR_MS)
  expect(moved.body.jobs.length).toBeGreaterThan(0)
  expect(moved.body.jobs.every((job: { ok: boolean }) => job.ok)).toBe(true)
  expect(Math.abs((await timeOnWire()) - Date.now() - 36 * HOUR_MS)).toBeLessThan(5000)
  const timestamp = formatGmt8(server.ctx.clock.now())
  const byBusinessTime = await server.call('taobao.time.get', {}, { override: { timestamp } })
  expect(byBusinessTime.error_response).toBeUndefined()
  const kept = await server.db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', 'clock_ahead_ms')
    .executeTakeFirst()
  expect(kept?.value).toBe(36 * HOUR_MS)
})

test('of advances at the same time none is lost', async () => {
  const before = server.ctx.clock.aheadMs
  const answers = await Promise.all(Array.from({ length: 8 }, () => advance('1m')))
  expect(answers.map((answer) => answer.status)).toEqual(Array(8).fill(200))
  expect(server.ctx.clock.aheadMs - before).toBe(8 * 60_000)
})

test('what waits for time happens: a 淘口令 ends after 30 days and its row is deleted', async () => {
  const { first, items } = await openTrade(server)
  const links = await convertItem(server, first, { itemId: items[0] as bigint })
  const made = await server.call('taobao.tbk.tpwd.create', { url: links.long })
  const password = made.tbk_tpwd_create_response.data.password_simple
  const parse = () => server.call('taobao.tbk.tpwd.parse', { password_content: password })
  expect((await parse()).error_response).toBeUndefined()
  await advance('29d')
  expect((await parse()).error_response).toBeUndefined()
  await advance('1d')
  expect((await parse()).error_response.code).toBe(15)
  const rows = await server.db
    .selectFrom('tpwds')
    .select('code')
    .where('code', '=', password.replaceAll('¥', ''))
    .execute()
  expect(rows).toEqual([])
})

test('orders that come after it bear the new time, and windows before it stay as they were', async () => {
  const { first, items } = await openTrade(server)
  const before = server.ctx.clock.now().getTime()
  await advance('15d')
  const { clickId, itemId } = await landingOf(
    (await convertItem(server, first, { itemId: items[0] as bigint })).short,
  )
  const sent = { trade_parent_id: 'P', trade_id: 'T', item_id: itemId, item_num: 1, click_id: clickId }
  const at = server.ctx.clock.now().toISOString()
  const event = { ...sent, event_id: 'E', type: 'paid', price: '99.99', paid_fee: '99.99', at }
  expect((await sendEvents(server, [event]))[0]?.status).toBe('accepted')
  const [order] = (await readOrderPage(server, first)).results
  const acceptedAt = (parseGmt8(order.tk_create_time) as Date).getTime()
  expect(acceptedAt - before).toBeGreaterThanOrEqual(15 * DAY_MS - 1000)
  const past = await readOrderPage(server, first, {
    start_time: formatGmt8(new Date(before - HOUR_MS)),
    end_time: formatGmt8(new Date(before + HOUR_MS)),
  })
  expect(past.results).toEqual([])
})

test('a process that has not heard of the leap stamps no order change before it', async () => {
  const { first, items } = await openTrade(server)
  const { clickId, itemId } = await landingOf(
    (await convertItem(server, first, { itemId: items[0] as bigint })).short,
  )
  const leapt = server.ctx.clock.now().getTime() + 2 * DAY_MS
  const at = server.ctx.clock.now().toISOString()
  await advance('2d')
  const behind = Object.create(server.ctx.clock, { aheadMs: { value: 0 } })
  const { ingestOrders } = await import('../../src/domain/orders/index.ts')
  const { readEvents } = await import('../../src/ingest/read-events.ts')
  const event = {
    ...{ event_id: 'late', type: 'created', trade_parent_id: 'P2', trade_id: 'T2', item_num: 1, at },
    ...{ item_id: itemId, click_id: clickId, price: '99.99', paid_fee: '99.99' },
  }
  const read = readEvents(Buffer.from(JSON.stringify({ events: [event] })))
  if (!('events' in read)) throw new Error(read.problem)
  const { shopId } = await openTrade(server)
  await ingestOrders({ ...server.ctx, clock: behind }, { shopId, events: read.events })
  const row = await server.db
    .selectFrom('orders')
    .select('modified_at')
    .where('outer_id', '=', 'T2')
    .executeTakeFirstOrThrow()
  expect(row.modified_at.getTime()).toBeGreaterThanOrEqual(leapt)
})

test('ten years ahead is the end', async () => {
  let last = await advance('400d')
  for (let i = 0; i < 10 && last.status === 200; i++) last = await advance('400d')
  expect(last).toMatchObject({ status: 400 })
  expect(last.body.error).toContain('3650 days')
  expect(server.ctx.clock.aheadMs).toBeLessThanOrEqual(3650 * DAY_MS)
})

test('production has no such door', async () => {
  const production = await startProductionServer()
  try {
    for (const path of ['/sandbox/clock', '/sandbox/failures']) {
      expect((await fetch(`${production.url}${path}`)).status).toBe(404)
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
      expect((await fetch(`${production.url}${path}`, init)).status).toBe(404)
    }
  } finally {
    await production.close()
  }
})
