import { afterAll, beforeAll, expect, test } from 'vitest'
import { encodeItemId } from '../../../src/domain/goods/index.ts'
import type { DemoRecord } from '../../../src/seed/demo-record.ts'
import { findDemoRecord } from '../../../src/seed/index.ts'
import { startTestServer, type TestServer, type Wire } from '../../setup/server.ts'

let server: TestServer
let record: DemoRecord

beforeAll(async () => {
  server = await startTestServer()
  record = (await findDemoRecord(server.db)) as DemoRecord
})
afterAll(() => server.close())

async function ask(ids: readonly string[]): Promise<Wire> {
  const answer = await server.call('qimen.taobao.tbk.item.rule.get', { itemIds: ids.join(',') })
  return answer.qimen_taobao_tbk_item_rule_get_response?.data.object ?? answer.error_response
}

test('how goods are to be shown: 129 with a coupon of 80, and 99.99 without one', async () => {
  const [plain = '', withCoupon = ''] = server.demo.item_ids
  const [first, second] = await ask([withCoupon, plain])
  expect(first).toMatchObject({
    inputItemId: withCoupon,
    isShow: true,
    priceText: '券后价',
    price: '49.00',
    linePrice: '129.00',
    couponText: '满129减80',
    endTime: expect.stringMatching(/^\d{4}-\d\d-\d\d 23:59:59$/),
  })
  expect(first.tags.string).toEqual(['天猫', '包邮'])
  expect(second).toMatchObject({ inputItemId: plain, priceText: '在售价', price: '99.99' })
  expect(second).not.toHaveProperty('couponText')
})

test('a promotion is called what it is, until it ends', async () => {
  const id = BigInt(record.itemIds[2] ?? '')
  const ends = new Date('2999-01-01T00:00:00Z')
  await server.db
    .updateTable('items')
    .set({ promotion_price_fen: 500n, promotion_starts_at: new Date(0), promotion_ends_at: ends })
    .where('id', '=', id)
    .execute()
  const wireId = server.demo.item_ids[2] ?? ''
  await expect
    .poll(async () => (await ask([wireId]))[0])
    .toMatchObject({ priceText: '活动价', price: '5.00', linePrice: '9.99' })
})

test('what may not be shown, and why', async () => {
  const wireId = (id: bigint) => encodeItemId(server.ctx.keys, id, BigInt(record.publisherId))
  const one = async (column: 'status' | 'promoted', value: string | boolean) => {
    const found = server.db
      .selectFrom('items')
      .select('id')
      .where(column, '=', value as never)
      .where('status', '=', column === 'status' ? 'off' : 'on')
    return wireId((await found.executeTakeFirstOrThrow()).id)
  }
  const [off, unpromoted] = [await one('status', 'off'), await one('promoted', false)]
  const answer = await ask([off, unpromoted, wireId(42n)])
  expect(answer.map((each: Wire) => [each.isShow, each.reason])).toEqual([
    [false, 'off_shelf'],
    [false, 'not_promoted'],
    [false, 'off_shelf'],
  ])
  expect(await ask(['42'])).toMatchObject({ code: 15, sub_code: '35' })
})
