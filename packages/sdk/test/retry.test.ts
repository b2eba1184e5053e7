import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { checkedParams, clientOf, errorAnswer, fakeGateway, socketError } from './gateway.ts'

const ok = '{"request_id":"r2"}'
const ban = (seconds: number) =>
  errorAnswer(
    7,
    'accesscontrol.limited-by-app-access-count',
    `This ban will last for ${seconds} more seconds`,
  )
const busy = errorAnswer(15, 'isp.system-busy')
const manyAddresses = new TypeError('fetch failed', {
  cause: new AggregateError([
    Object.assign(new Error('a'), { code: 'ECONNREFUSED' }),
    Object.assign(new Error('b'), { code: 'ENETUNREACH' }),
  ]),
})

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

type Client = ReturnType<typeof clientOf>
const reading = (client: Client) => client.tbk.tbkinfoGet({ pid: 'mm_1_2_3' })
const creating = (client: Client) => client.tbk.tpwdCreate({ url: 'http://a.test/' })

/** Runs a call while the clock is moved; what came of it, how many calls went out, how long it waited. */
async function outcome(call: Promise<unknown>, calls: unknown[]) {
  let waitedMs = 0
  let isDone = false
  const settled = call
    .then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    )
    .finally(() => {
      isDone = true
    })
  for (; waitedMs < 60_000 && !isDone; waitedMs += 50) await vi.advanceTimersByTimeAsync(50)
  return { ...(await settled), sent: calls.length, waitedMs }
}

async function run(act: (client: Client) => Promise<unknown>, ...answers: Parameters<typeof fakeGateway>) {
  const { fetch, calls } = fakeGateway(...answers)
  return outcome(act(clientOf(fetch)), calls)
}

describe('what is repeated whatever the method, since nothing was done', () => {
  test('a call over a limit, after the time that the gateway names', async () => {
    const done = await run(creating, ban(2), ok)
    expect(done).toMatchObject({ value: { request_id: 'r2' }, sent: 2 })
    expect(done.waitedMs).toBeGreaterThanOrEqual(2000)
    expect(done.waitedMs).toBeLessThan(2200)
  })

  test('a limit without a time is waited for a second', async () => {
    const done = await run(creating, errorAnswer(8), ok)
    expect(done).toMatchObject({ sent: 2 })
    expect(done.waitedMs).toBeGreaterThanOrEqual(1000)
  })

  test.each([
    ['refused', socketError('ECONNREFUSED')],
    ['refused at every address', manyAddresses],
    ['not even connecting', socketError('UND_ERR_CONNECT_TIMEOUT')],
  ])('a connection %s', async (_how, error) => {
    expect(await run(creating, error, error, ok)).toMatchObject({ value: { request_id: 'r2' }, sent: 3 })
  })

  test('a limit that lasts for hours is the caller’s', async () => {
    const done = await run(reading, ban(3600))
    expect(done).toMatchObject({ error: { code: 7, retryAfterMs: 3_600_000 }, sent: 1 })
  })
})

describe('what is repeated only where the method reads', () => {
  test.each([
    ['isp.*', busy, { code: 15, subCode: 'isp.system-busy', retryable: true }],
    ['a passing platform error', errorAnswer(10), { code: 10 }],
    ['a lost connection', socketError('ECONNRESET'), { problem: 'network' }],
    ['HTTP 503', { status: 503, text: 'busy' }, { problem: 'status', status: 503 }],
    ['HTTP 429', { status: 429, text: 'busy' }, { problem: 'status', status: 429 }],
    ['no answer in time', 'never' as const, { problem: 'timeout' }],
  ])('%s', async (_what, failure, error) => {
    expect(await run(reading, failure, failure, ok)).toMatchObject({ value: { request_id: 'r2' }, sent: 3 })
    expect(await run(creating, failure)).toMatchObject({ error, sent: 1 })
    const unknown = (client: Client) => client.call('taobao.some.thing')
    expect(await run(unknown, failure)).toMatchObject({ error, sent: 1 })
    const known = (client: Client) => client.call('taobao.some.thing', {}, { repeatable: true })
    expect(await run(known, failure, ok)).toMatchObject({ value: { request_id: 'r2' }, sent: 2 })
  })
})

describe('what is never repeated', () => {
  test.each([
    ['a refusal', errorAnswer(15, 'isv.item-not-exist'), { retryable: false }],
    ['a wrong signature', errorAnswer(25), { code: 25 }],
    ['an isp.* that blames the input', errorAnswer(15, 'isp.top-mapping-parse-error'), { retryable: false }],
    ['HTTP 404', { status: 404, text: 'no' }, { problem: 'status', status: 404 }],
    ['a redirect', { status: 302, text: '' }, { problem: 'status', status: 302 }],
    ['a text that is no answer', 'hello', { problem: 'answer' }],
  ])('%s', async (_what, failure, error) => {
    expect(await run(reading, failure)).toMatchObject({ error, sent: 1 })
  })
})

test('retries end, and the last error is the one that is thrown', async () => {
  expect(await run(reading, busy, busy, errorAnswer(10))).toMatchObject({ error: { code: 10 }, sent: 3 })
  const { fetch, calls } = fakeGateway(busy, busy)
  expect(await outcome(reading(clientOf(fetch, { retries: 1 })), calls)).toMatchObject({ sent: 2 })
  const none = fakeGateway(ban(1))
  const call = clientOf(none.fetch).tbk.tbkinfoGet({ pid: 'x' }, { retries: 0 })
  expect(await outcome(call, none.calls)).toMatchObject({ error: { code: 7 }, sent: 1 })
})

test('every attempt is stamped and signed anew', async () => {
  const { fetch, calls } = fakeGateway(ban(2), ok)
  vi.useFakeTimers()
  await outcome(creating(clientOf(fetch)), calls)
  expect(checkedParams(calls[1])).toMatchObject({ url: 'http://a.test/' })
  expect(calls[0]?.get('timestamp')).not.toBe(calls[1]?.get('timestamp'))
  expect(calls[0]?.get('sign')).not.toBe(calls[1]?.get('sign'))
})

describe('a caller that gives up', () => {
  const gone = new Error('gone')

  test('before the call: nothing is sent', async () => {
    const { fetch, calls } = fakeGateway()
    const signal = AbortSignal.abort(gone)
    await expect(clientOf(fetch).time.get({}, { signal })).rejects.toBe(gone)
    expect(calls).toEqual([])
  })

  test.each([
    ['while the answer is awaited', 'never' as const],
    ['while a ban is waited for', ban(4)],
  ])('%s', async (_when, answer) => {
    const { fetch, calls } = fakeGateway(answer)
    const stop = new AbortController()
    const call = outcome(clientOf(fetch).time.get({}, { signal: stop.signal }), calls)
    await vi.advanceTimersByTimeAsync(100)
    stop.abort(gone)
    expect(await call).toMatchObject({ error: gone, sent: 1 })
  })
})
