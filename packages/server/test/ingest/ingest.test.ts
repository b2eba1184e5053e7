import { createHmac } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { postEvents, sendEvents } from '../setup/shop.ts'
import { openShopEvents } from './shop-events.ts'

const { server, trade, event, storedEvents } = await openShopEvents()

afterAll(() => server.close())

describe('who may report', () => {
  const body = () => JSON.stringify({ events: [event()] })
  const signed = (text: string, timestamp: string, secret: string) =>
    createHmac('sha256', secret).update(`${timestamp}.${text}`).digest('hex')

  test.each([
    ['x-shop-key', '', 'x-shop-key: missing'],
    ['x-timestamp', '', 'x-timestamp: missing'],
    ['x-signature', '', 'x-signature: missing'],
    ['x-shop-key', 'nobody', 'x-shop-key: unknown'],
    ['x-timestamp', 'yesterday', 'x-timestamp: milliseconds since 1970 expected'],
    ['x-timestamp', '1790000000', 'x-timestamp: milliseconds since 1970 expected'],
    ['x-signature', '00', 'x-signature: does not match the body'],
    ['x-signature', 'f'.repeat(64), 'x-signature: does not match the body'],
  ])('%s "%s" is 401', async (name, value, error) => {
    const text = body()
    expect(await postEvents(server, text, { [name]: value })).toEqual({ status: 401, body: { error } })
    expect(await storedEvents()).not.toContain(JSON.parse(text).events[0].event_id)
  })

  test.each([
    [-601_000, 401],
    [601_000, 401],
    [-590_000, 200],
    [590_000, 200],
  ])('a time stamp %i ms off is %i', async (off, status) => {
    const text = body()
    const timestamp = String(Date.now() + off)
    const signature = signed(text, timestamp, server.demo.shop.secret)
    const answer = await postEvents(server, text, { 'x-timestamp': timestamp, 'x-signature': signature })
    expect(answer.status).toBe(status)
    if (status === 401) expect(answer.body.error).toMatch(/^x-timestamp: more than 10 minutes/)
  })

  test('a signature over another body, another time, with another secret or in capitals is 401', async () => {
    const text = body()
    const timestamp = String(Date.now())
    const { secret } = server.demo.shop
    const wrong = [
      signed(`${text} `, timestamp, secret),
      signed(text, String(Number(timestamp) + 1), secret),
      signed(text, timestamp, `${secret}0`),
      signed(text, timestamp, secret).toUpperCase(),
    ]
    for (const signature of wrong) {
      const answer = await postEvents(server, text, { 'x-timestamp': timestamp, 'x-signature': signature })
      expect(answer).toEqual({ status: 401, body: { error: 'x-signature: does not match the body' } })
    }
  })

  test('the content type does not matter, the signed bytes do', async () => {
    const answer = await postEvents(server, body(), { 'content-type': 'text/plain' })
    expect(answer.body.results[0].status).toBe('accepted')
  })
})

describe('bodies that are no list of events', () => {
  test.each([
    ['not JSON', '{events', 'body: JSON in UTF-8 expected'],
    ['nothing', '', 'body: JSON in UTF-8 expected'],
    ['null', 'null', 'events: a list expected'],
    ['a list', '[]', 'events: a list expected'],
    ['no events', '{}', 'events: a list expected'],
    ['events of another kind', '{"events":{"0":{}}}', 'events: a list expected'],
    ['an empty list', '{"events":[]}', 'events: 1 to 500 expected'],
  ])('%s', async (_, text, error) => {
    expect(await postEvents(server, text)).toEqual({ status: 400, body: { error } })
  })

  test('bytes that are not UTF-8', async () => {
    const bytes = Buffer.from(JSON.stringify({ events: [event({ buyer_id: 'ü' })] }), 'latin1')
    const timestamp = String(Date.now())
    const { key, secret, ingest } = server.demo.shop
    const signature = createHmac('sha256', secret).update(`${timestamp}.`).update(bytes).digest('hex')
    const headers = { 'x-shop-key': key, 'x-timestamp': timestamp, 'x-signature': signature }
    const response = await fetch(ingest, { method: 'POST', headers, body: bytes })
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ error: 'body: JSON in UTF-8 expected' })
  })

  test('501 events are none, 500 are taken', async () => {
    const events = Array.from({ length: 501 }, () => event())
    const over = await postEvents(server, JSON.stringify({ events }))
    expect(over).toEqual({ status: 400, body: { error: 'events: 1 to 500 expected' } })
    const results = await sendEvents(server, events.slice(0, 500))
    expect(results).toHaveLength(500)
    expect(results.every((result) => result.status === 'accepted')).toBe(true)
  })

  test('a body over 1 MiB is 413', async () => {
    const answer = await postEvents(
      server,
      JSON.stringify({ events: [event({ note: 'x'.repeat(1 << 20) })] }),
    )
    expect(answer.status).toBe(413)
  })
})

describe('events that cannot be taken are refused by the name of the field', () => {
  const cases: [string, Record<string, unknown>, RegExp][] = [
    ['no event_id', { event_id: undefined }, /^event_id: missing/],
    ['an empty event_id', { event_id: '' }, /^event_id: missing/],
    ['an event_id of 65 characters', { event_id: 'x'.repeat(65) }, /^event_id: at most 64/],
    ['NUL in event_id', { event_id: 'a\u0000b' }, /^event_id: .*cannot be stored/],
    ['half a character in event_id', { event_id: 'a\ud800' }, /^event_id: .*cannot be stored/],
    ['an unknown type', { type: 'shipped' }, /^type: one of created, paid/],
    ['no type', { type: undefined }, /^type:/],
    ['no trade_id', { trade_id: null }, /^trade_id: missing/],
    ['a number as trade_id', { trade_id: 123456789 }, /^trade_id: a string/],
    ['a trade_id that is too long', { trade_id: 'x'.repeat(65) }, /^trade_id: at most 64/],
    ['no trade_parent_id', { trade_parent_id: undefined }, /^trade_parent_id: missing/],
    ['NUL in trade_parent_id', { trade_parent_id: '\u0000' }, /^trade_parent_id: /],
    ['neither item', { item_id: undefined }, /^item_id: this or outer_id/],
    ['an unknown item', { item_id: '1' }, /^item_id: not an item of this shop/],
    ['an item_id that is no id', { item_id: 'abc' }, /^item_id: not an item of this shop/],
    [
      'an unknown outer_id',
      { item_id: undefined, outer_id: 'nothing' },
      /^outer_id: not an item of this shop/,
    ],
    ['NUL in outer_id', { item_id: undefined, outer_id: 'a\u0000' }, /^outer_id: /],
    ['a price as a JSON number', { price: 99.99 }, /^price: yuan as a string/],
    ['no price', { price: undefined }, /^price: missing/],
    ['a negative price', { price: '-1.00' }, /^price: yuan/],
    ['three decimals', { paid_fee: '99.990' }, /^paid_fee: yuan/],
    ['an exponent', { paid_fee: '1e3' }, /^paid_fee: yuan/],
    ['blanks round money', { paid_fee: ' 1.00' }, /^paid_fee: yuan/],
    ['no paid_fee', { paid_fee: undefined }, /^paid_fee: missing/],
    ['paid_fee as a JSON number', { paid_fee: 100 }, /^paid_fee: yuan as a string/],
    ['money that is too much', { paid_fee: '9999999999999999' }, /^paid_fee: yuan/],
    ['no item_num', { item_num: undefined }, /^item_num: a whole number/],
    ['item_num 0', { item_num: 0 }, /^item_num: a whole number/],
    ['item_num 1.5', { item_num: 1.5 }, /^item_num: a whole number/],
    ['item_num as text', { item_num: '1' }, /^item_num: a whole number/],
    ['no at', { at: undefined }, /^at: ISO 8601/],
    ['at without a zone', { at: '2026-01-01T12:00:00' }, /^at: ISO 8601/],
    ['at without a time', { at: '2026-01-01' }, /^at: ISO 8601/],
    ['at as a number', { at: 1_790_000_000_000 }, /^at: ISO 8601/],
    ['a day that does not exist', { at: '2026-02-30T12:00:00Z' }, /^at: ISO 8601/],
    ['a zone that does not exist', { at: '2026-01-01T12:00:00+99:00' }, /^at: ISO 8601/],
    ['the year 0', { at: '0000-01-01T00:00:00Z' }, /^at: a time from 2000/],
    ['the year 9999', { at: '9999-12-31T23:59:59-12:00' }, /^at: a time from 2000/],
    ['a refund without its id', { type: 'refunded', refund_fee: '1.00' }, /^refund_id: missing/],
    ['a refund without its fee', { type: 'refunded', refund_id: 'r' }, /^refund_fee: missing/],
    [
      'a refund of nothing',
      { type: 'refunded', refund_id: 'r', refund_fee: '0.00' },
      /^refund_fee: must be more/,
    ],
    [
      'a refund fee as a number',
      { type: 'refund_requested', refund_id: 'r', refund_fee: 1 },
      /^refund_fee: yuan/,
    ],
    ['a click_id that is too long', { click_id: 'x'.repeat(65) }, /^click_id: at most 64/],
    ['NUL in buyer_id', { buyer_id: 'x\u0000' }, /^buyer_id: /],
    ['a list as buyer_id', { buyer_id: ['x'] }, /^buyer_id: a string/],
  ]

  test.each(cases)('%s', async (_, fields, reason) => {
    const bad = event(fields)
    const [first, second, third] = [event(), bad, event()]
    const results = await sendEvents(server, [first, second, third])
    expect(results[0]).toEqual({ event_id: first.event_id, status: 'accepted' })
    expect(results[1]).toEqual({
      event_id: typeof bad.event_id === 'string' ? bad.event_id : '',
      status: 'refused',
      reason: expect.stringMatching(reason),
    })
    expect(results[2]).toEqual({ event_id: third.event_id, status: 'accepted' })
  })

  test('things that are no objects', async () => {
    const good = event()
    const { body } = await postEvents(server, JSON.stringify({ events: [null, 1, 'x', [], good] }))
    const refused = { event_id: '', status: 'refused', reason: 'event: an object expected' }
    expect(body.results).toEqual([
      refused,
      refused,
      refused,
      refused,
      { event_id: good.event_id, status: 'accepted' },
    ])
  })

  test('the item of another shop', async () => {
    const foreign = await server.db
      .selectFrom('items')
      .select(['id', 'outer_id'])
      .where('shop_id', '<>', trade.shopId)
      .executeTakeFirstOrThrow()
    const results = await sendEvents(server, [
      event({ item_id: String(foreign.id) }),
      event({ item_id: undefined, outer_id: foreign.outer_id }),
    ])
    expect(results.map((result) => result.reason)).toEqual([
      'item_id: not an item of this shop',
      'outer_id: not an item of this shop',
    ])
  })

  test('what was refused can be sent again, put right, under the same event_id', async () => {
    const [refused] = await sendEvents(server, [event({ event_id: 'again', price: 1 })])
    expect(refused.status).toBe('refused')
    const [taken] = await sendEvents(server, [event({ event_id: 'again' })])
    expect(taken).toEqual({ event_id: 'again', status: 'accepted' })
  })
})
