import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeItemId } from '../../src/domain/goods/index.ts'
import { askAsOperator } from '../sandbox/operator.ts'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'
import { landingOf, sendEvents } from '../setup/shop.ts'
import { openTrade, type Trade } from '../setup/trade.ts'
import { buy, clickOn, isInOrder, memberDoor } from './merchant.ts'

// 99.99 at 12.34 % costs the merchant 12.33.
let server: TestServer
let trade: Trade
let item: bigint

beforeAll(async () => {
  server = await startTestServer()
  trade = await openTrade(server)
  item = trade.items[0] as bigint
})
afterAll(() => server.close())

const merchant = () => memberDoor(server, 'merchants', trade.merchantId)
const account = async () => (await merchant().get()).body
const setLimit = (credit_limit: string, reason = '试') =>
  merchant().post('/credit-limit', { credit_limit, reason })
const pay = (amount: string, reference: string) => merchant().post('/deposits', { amount, reference })
const wireId = () => encodeItemId(server.ctx.keys, item, trade.first.memberId)

const eventually = (look: () => Promise<unknown>) => expect.poll(look, { timeout: 10_000, interval: 20 })

/** What a conversion of the item is answered: its code, or that it is fine. */
async function conversion(): Promise<unknown> {
  const answer = await server.call(
    'taobao.tbk.dg.general.link.convert',
    { adzone_id: trade.first.pid.split('_')[3], item_id_list: wireId() },
    { app: trade.first.app },
  )
  const [one] = answer.tbk_dg_general_link_convert_response.data.item_url_list.item_url_list
  return one.code ?? 'fine'
}

/** Whether a search for its own title finds the item. */
async function isFound(): Promise<boolean> {
  const { title } = await server.db
    .selectFrom('items')
    .select('title')
    .where('id', '=', item)
    .executeTakeFirstOrThrow()
  const answer = await server.call(
    'taobao.tbk.dg.material.optional.upgrade',
    { adzone_id: trade.first.pid.split('_')[3], q: title, page_size: 100 },
    { app: trade.first.app },
  )
  const list = answer.tbk_dg_material_optional_upgrade_response?.result_list?.map_data ?? []
  return list.some((one: Wire) => one.item_id === wireId())
}

async function explain(name: string): Promise<Wire> {
  const { trade_id } = await server.db
    .selectFrom('orders')
    .select('trade_id')
    .where('outer_id', '=', name)
    .executeTakeFirstOrThrow()
  const answer = await server.call('opentbk.order.explain', { trade_id }, { app: trade.first.app })
  return answer.opentbk_order_explain_response.data
}

test('over the limit the plans pause at once, a deposit brings them back, and clicks earn by what was then', async () => {
  expect(await account()).toMatchObject({
    balance: '0.00',
    credit_limit: '100000000.00',
    has_own_limit: true,
    paused_at: null,
  })
  await setLimit('12.33', '新商家')
  const early = await clickOn(server, trade, item)
  const late = await clickOn(server, trade, item)
  await buy(server, item, { clickId: early.clickId })
  // Exactly the limit is owed: that is allowed.
  expect(await account()).toMatchObject({ balance: '-12.33', paused_at: null })
  const over = await clickOn(server, trade, item)
  await buy(server, item, { clickId: over.clickId })
  expect(await account()).toMatchObject({ balance: '-24.66', paused_at: expect.any(String) })

  // A link made before leads on, and what is bought by it earns nothing.
  const { clickId } = await landingOf(early.long)
  const idle = await buy(server, item, { clickId })
  expect(await explain(idle)).toMatchObject({
    tk_status: 13,
    attribution: { rule: 'same_item', clicks: { seen_click: [{ is_chosen: true, is_attributable: true }] } },
    terms: { commission_rate: '0.00', plan_problem: 'plans_paused' },
    amounts: { booked: { commission_fee: '0.00' } },
  })
  // A click before the pause earns, though the order came during it.
  const earned = await buy(server, item, { clickId: late.clickId })
  expect(await explain(earned)).toMatchObject({
    terms: { commission_rate: '12.34' },
    amounts: { booked: { commission_fee: '12.33' } },
  })
  expect((await explain(earned)).terms.plan_problem).toBeUndefined()
  expect(await account()).toMatchObject({ balance: '-36.99' })

  await eventually(conversion).toBe(10001)
  await eventually(isFound).toBe(false)

  expect((await pay('24.65', 'BANK-1')).body).toMatchObject({ amount: '24.65', balance: '-12.34' })
  expect(await account()).toMatchObject({ paused_at: expect.any(String) })
  expect((await pay('0.01', 'BANK-2')).body).toMatchObject({ balance: '-12.33' })
  expect(await account()).toMatchObject({ paused_at: null })
  await eventually(conversion).toBe('fine')
  await eventually(isFound).toBe(true)

  // The pause is over, and the order of a click within it is decided as before.
  await buy(server, item, { clickId, name: idle, type: 'paid' })
  expect((await explain(idle)).terms).toMatchObject({ commission_rate: '0.00', plan_problem: 'plans_paused' })
  const { events, next } = (await merchant().get('/events')).body
  expect(next).toBeNull()
  expect(events).toMatchObject([
    {
      kind: 'limit',
      credit_limit: '12.33',
      balance: '0.00',
      reason: '新商家',
      operator_id: expect.any(String),
    },
    { kind: 'paused', credit_limit: '12.33', balance: '-24.66', reason: 'order received' },
    { kind: 'resumed', credit_limit: '12.33', balance: '-12.33', reason: 'deposit BANK-2' },
  ])
  expect((await merchant().get(`/events?after=${events[0].id}&limit=1`)).body).toMatchObject({
    events: [{ kind: 'paused' }],
    next: events[1].id,
  })
  expect(await isInOrder(server)).toBe(true)
})

test('a refund that brings the balance back resumes the plans', async () => {
  await setLimit('12.33')
  const { clickId } = await clickOn(server, trade, item)
  const name = await buy(server, item, { clickId })
  expect(await account()).toMatchObject({ balance: '-24.66', paused_at: expect.any(String) })
  await buy(server, item, {
    clickId,
    name,
    type: 'refunded',
    fields: { refund_id: 'r', refund_fee: '99.99' },
  })
  expect(await account()).toMatchObject({ balance: '-12.33', paused_at: null })
  await eventually(conversion).toBe('fine')
})

test('whole shops cannot be converted either while it lasts, and the shop search leaves them out', async () => {
  await setLimit('0.00')
  const search = async () => {
    const { title } = await server.db
      .selectFrom('shops')
      .select('title')
      .where('id', '=', trade.shopId)
      .executeTakeFirstOrThrow()
    const answer = await server.call('taobao.tbk.shop.get', { fields: 'user_id,shop_title', q: title })
    const list = answer.tbk_shop_get_response.results?.n_tbk_shop ?? []
    return list.some(
      (one: Wire) => one.user_id === Number(trade.shopId) || one.user_id === String(trade.shopId),
    )
  }
  const convert = async () => {
    const answer = await server.call(
      'taobao.tbk.dg.general.link.convert',
      {
        adzone_id: trade.first.pid.split('_')[3],
        material_list: `${server.url}/shop/shops/${trade.shopId}`,
      },
      { app: trade.first.app },
    )
    const [one] = answer.tbk_dg_general_link_convert_response.data.material_url_list.material_url_list
    return one.code ?? 'fine'
  }
  await eventually(convert).toBe(10001)
  expect(await search()).toBe(false)
  // A shop that the merchant opens meanwhile is paused from its first moment.
  const { plans_paused } = await server.db
    .insertInto('shops')
    .values({
      member_id: trade.merchantId,
      title: '新店',
      nick: '新店',
      pict_url: null,
      is_tmall: false,
      domains: [],
      shop_key: 'new-shop',
      secret_sealed: Buffer.alloc(1),
      created_at: new Date(),
    })
    .returning('plans_paused')
    .executeTakeFirstOrThrow()
  expect(plans_paused).toBe(true)
  await setLimit('100.00')
  await eventually(convert).toBe('fine')
  expect(await search()).toBe(true)
})

describe('the limit of all', () => {
  const setDefault = (credit_limit: string) =>
    askAsOperator(server, '/admin/v1/merchants/credit-limit', { body: { credit_limit, reason: '年度' } })

  test('is 100,000.00 until it is set, and counts for merchants without their own', async () => {
    expect((await setLimit('default')).body).toMatchObject({
      credit_limit: '100000.00',
      has_own_limit: false,
      paused_at: null,
    })
    expect(await setDefault('12.32')).toMatchObject({ status: 200, body: { credit_limit: '12.32' } })
    expect(await account()).toMatchObject({ credit_limit: '12.32', paused_at: expect.any(String) })
    expect((await setLimit('12.33')).body).toMatchObject({ has_own_limit: true, paused_at: null })
    expect((await setLimit('default')).body.paused_at).toEqual(expect.any(String))
    await setDefault('12.33')
    expect(await account()).toMatchObject({ credit_limit: '12.33', paused_at: null })
    const { events } = (await merchant().get('/events')).body
    expect(events.at(-1)).toMatchObject({ kind: 'resumed', reason: 'credit limit of all: 年度' })
    const ofAll = await askAsOperator(server, '/admin/v1/merchants/credit-limit')
    const change = { kind: 'limit', balance: null, reason: '年度', operator_id: expect.any(String) }
    expect(ofAll.body).toMatchObject({
      credit_limit: '12.33',
      events: [
        { ...change, credit_limit: '12.32' },
        { ...change, credit_limit: '12.33' },
      ],
      next: null,
    })
  })

  test.each([
    [{ credit_limit: 'default', reason: '试' }, 'credit_limit'],
    [{ credit_limit: '-1', reason: '试' }, 'credit_limit'],
    [{ credit_limit: '1.00', reason: ' ' }, 'reason'],
    [{ credit_limit: '1.00' }, 'reason'],
    [{ reason: '试' }, 'credit_limit'],
    [{ credit_limit: '1.00', reason: '试', all: true }, 'all'],
  ])('%j is refused by its name', async (body, field) => {
    const answer = await askAsOperator(server, '/admin/v1/merchants/credit-limit', { body })
    expect(answer).toMatchObject({ status: 400, body: { field } })
  })
})

test('deposits and orders at the same time: every fen is there, and the plans are as the balance says', async () => {
  await setLimit('12.33')
  const before = Number((await account()).balance)
  const clicks = await Promise.all(Array.from({ length: 12 }, () => clickOn(server, trade, item)))
  const orders = clicks.map(({ clickId }) => buy(server, item, { clickId }))
  const deposits = Array.from({ length: 12 }, (_, index) => pay('12.33', `AT-ONCE-${index}`))
  const repeats = Array.from({ length: 6 }, () => pay('0.50', 'ONE'))
  await Promise.all([...orders, ...deposits, ...repeats])
  expect((await Promise.all(repeats)).map((answer) => answer.status).sort()).toEqual([
    ...Array(5).fill(200),
    201,
  ])
  const now = await account()
  expect(now.balance).toBe((before + 0.5).toFixed(2))
  expect(now.paused_at === null).toBe(Number(now.balance) >= -12.33)
  const pauses = await server.db
    .selectFrom('plan_pauses')
    .selectAll()
    .where('member_id', '=', trade.merchantId)
    .orderBy('from_at')
    .execute()
  for (const [index, pause] of pauses.entries()) {
    const next = pauses[index + 1]
    if (next) expect(pause.to_at?.getTime()).toBeLessThan(next.from_at.getTime())
  }
  expect(pauses.at(-1)?.to_at === null).toBe(now.paused_at !== null)
  expect(await isInOrder(server)).toBe(true)
})

test('events that come without a click post nothing, and review nobody', async () => {
  const before = (await merchant().get('/events')).body.events
  const order = { trade_parent_id: 'x', trade_id: 'x', item_id: String(item), item_num: 1 }
  const money = { price: '99.99', paid_fee: '99.99', at: new Date().toISOString() }
  await sendEvents(server, [{ event_id: 'x', type: 'received', ...order, ...money }])
  expect((await merchant().get('/events')).body.events).toEqual(before)
})
