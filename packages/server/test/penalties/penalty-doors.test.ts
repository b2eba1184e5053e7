import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askAsOperator } from '../sandbox/operator.ts'
import type { Wire } from '../setup/server.ts'
import {
  expectSoundBooks,
  freeze,
  type NumberedOrder,
  openNumbered,
  type PenaltyNetwork,
  show,
  startPenaltyNetwork,
  step,
} from './penalty-network.ts'

let network: PenaltyNetwork

beforeAll(async () => {
  network = await startPenaltyNetwork()
})
afterAll(async () => {
  await expectSoundBooks(network)
  await network.server.close()
})

const ask = (path: string, body?: unknown) =>
  askAsOperator(network.server, `/admin/v1/penalties${path}`, body === undefined ? {} : { body })

test('every door wants the operator’s token', async () => {
  const { tradeId } = await openNumbered(network)
  const headers = { authorization: 'Bearer op_nobody' }
  const body = { trade_id: tradeId, violation_type: '订单虚假交易', reason: '刷单' }
  const askStranger = (path: string, given?: unknown) =>
    askAsOperator(network.server, `/admin/v1/penalties${path}`, {
      headers,
      ...(given === undefined ? {} : { body: given }),
    })
  expect((await askStranger('', body)).status).toBe(401)
  for (const path of ['/1/release', '/1/take', '/1/appeal', '/1/decide'])
    expect((await askStranger(path, { reason: '好' })).status).toBe(401)
  for (const path of ['', '/1']) expect((await askStranger(path)).status).toBe(401)
})

describe('what cannot be done is refused by its name and changes nothing', () => {
  const refused = (field: string) => ({
    status: 400,
    body: { field, error: expect.stringMatching(new RegExp(`^${field}: `)) },
  })

  /** Expects steps to be refused with these words, and to have changed nothing. */
  const refuser = (order: NumberedOrder, id: string) => async (steps: string[], words: string) => {
    const before = [await show(network, id), await order.entries()]
    for (const what of steps) {
      const answer = await step(network, id, what)
      expect(answer).toMatchObject(refused('id'))
      expect(answer.body.error).toBe(`id: ${words}`)
    }
    expect([await show(network, id), await order.entries()]).toEqual(before)
  }

  test('the same step again, and steps that do not fit', async () => {
    const order = await openNumbered(network)
    const { id } = (await freeze(network, order.tradeId)).body
    const again = await freeze(network, order.tradeId)
    expect(again).toMatchObject(refused('trade_id'))
    expect(again.body.error).toBe(`trade_id: this order is frozen already, by penalty ${id}`)
    const expectRefused = refuser(order, id)
    await expectRefused(['uphold', 'dismiss'], 'no appeal is open')
    expect((await step(network, id, 'appeal')).status).toBe(200)
    await expectRefused(['appeal', 'release', 'take'], 'an appeal is open: it is to be decided first')
    expect((await step(network, id, 'dismiss')).status).toBe(200)
    expect((await step(network, id, 'take')).status).toBe(200)
    await expectRefused(['take', 'release'], 'it is taken already')
    expect((await freeze(network, order.tradeId)).body.error).toContain(`is taken already, by penalty ${id}`)
    expect((await step(network, id, 'appeal')).status).toBe(200)
    expect((await step(network, id, 'uphold')).status).toBe(200)
    await expectRefused(['release', 'take', 'appeal'], 'it is released already')
    expect(await order.entries()).toHaveLength(4)
    // A released order may be found to break the rules again.
    expect((await freeze(network, order.tradeId, { violation_type: '店铺淘宝客' })).status).toBe(201)
  })

  test('an order that nobody promoted', async () => {
    const { server, trade } = network
    const order = await openNumbered(network)
    await server.db
      .updateTable('orders')
      .set({ member_id: null })
      .where('trade_id', '=', BigInt(order.tradeId))
      .execute()
    const answer = await freeze(network, order.tradeId)
    expect(answer.body.error).toBe('trade_id: nobody promoted this order')
    await server.db
      .updateTable('orders')
      .set({ member_id: trade.first.memberId })
      .where('trade_id', '=', BigInt(order.tradeId))
      .execute()
  })

  test('an appeal of somebody else', async () => {
    const { tradeId } = await openNumbered(network)
    const { id } = (await freeze(network, tradeId)).body
    const member_id = String(network.trade.second.memberId)
    expect(await ask(`/${id}/appeal`, { member_id, reason: '好' })).toMatchObject({
      status: 404,
      body: { field: 'id' },
    })
    expect((await show(network, id)).appealed_at).toBeNull()
  })

  test.each([
    ['', { violation_type: '订单虚假交易', reason: '好' }, 'trade_id'],
    ['', { trade_id: 'x', violation_type: '订单虚假交易', reason: '好' }, 'trade_id'],
    ['', { trade_id: '1', violation_type: '其他', reason: '好' }, 'violation_type'],
    ['', { trade_id: '1', violation_type: '店铺淘宝客' }, 'reason'],
    ['', { trade_id: '1', violation_type: '店铺淘宝客', reason: ' ' }, 'reason'],
    ['', { trade_id: '1', violation_type: '店铺淘宝客', reason: '好', why: '' }, 'why'],
    ['/1/release', {}, 'reason'],
    ['/1/take', { reason: '长'.repeat(501) }, 'reason'],
    ['/1/appeal', { reason: '好' }, 'member_id'],
    ['/1/decide', { reason: '好' }, 'decision'],
    ['/1/decide', { reason: '好', decision: 'maybe' }, 'decision'],
    ['/1/decide', { decision: 'uphold' }, 'reason'],
  ])('%s %j', async (path, body, field) => {
    expect(await ask(path, body)).toMatchObject(refused(field))
  })

  test('what there is not', async () => {
    const body = { trade_id: '1', violation_type: '店铺淘宝客', reason: '好' }
    expect(await ask('', body)).toMatchObject({ status: 404, body: { field: 'trade_id' } })
    for (const id of ['999', '0', 'x', '9999999999999999999']) {
      expect((await ask(`/${id}`)).status).toBe(404)
      expect((await ask(`/${id}/take`, { reason: '好' })).status).toBe(404)
      expect((await ask(`/${id}/decide`, { reason: '好', decision: 'uphold' })).status).toBe(404)
    }
  })
})

describe('the list', () => {
  test('by state, open appeal, order and promoter, in pages', async () => {
    const orders = [await openNumbered(network), await openNumbered(network), await openNumbered(network)]
    const ids: string[] = []
    for (const { tradeId } of orders) ids.push((await freeze(network, tradeId)).body.id)
    const [first, second, third] = ids as [string, string, string]
    await step(network, first, 'release')
    await step(network, second, 'take')
    await step(network, third, 'appeal')
    const found = async (query: string): Promise<string[]> =>
      (await ask(`?limit=200&${query}`)).body.penalties.map((one: Wire) => one.id)
    expect(await found('state=released')).toContain(first)
    expect(await found('state=released')).not.toContain(third)
    expect(await found('state=taken')).toContain(second)
    expect(await found('appealed=true')).toEqual([third])
    expect(await found(`trade_id=${orders[1]?.tradeId}`)).toEqual([second])
    expect(await found(`member_id=${network.trade.second.memberId}`)).toEqual([])
    const all = await found(`member_id=${network.trade.first.memberId}`)
    expect(all).toEqual(expect.arrayContaining(ids))
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const part: Wire = (await ask(`?limit=2&after=${next}`)).body
      seen.push(...part.penalties.map((one: Wire) => one.id))
      next = part.next
    }
    expect(seen).toEqual(all)
  })

  test.each([
    ['?state=new', 'state'],
    ['?appealed=maybe', 'appealed'],
    ['?trade_id=x', 'trade_id'],
    ['?limit=-1', 'limit'],
    ['?status=frozen', 'status'],
  ])('%s is refused by its name', async (query, field) => {
    expect(await ask(query)).toMatchObject({ status: 400, body: { field } })
  })
})
