import { formatGmt8 } from '@opentbk/top'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeItemId, encodeItemId } from '../../../src/domain/goods/index.ts'
import { demoSecrets } from '../../../src/seed/demo-secrets.ts'
import { findDemoRecord } from '../../../src/seed/index.ts'
import { startTestServer, type TestServer, type Wire } from '../../setup/server.ts'

const SIMPLE = 'taobao.tbk.item.info.get'
const UPGRADE = 'taobao.tbk.item.info.upgrade.get'

let server: TestServer
let memberId: bigint
let record: NonNullable<Awaited<ReturnType<typeof findDemoRecord>>>

beforeAll(async () => {
  server = await startTestServer()
  memberId = BigInt(server.demo.pid.split('_')[1] ?? '')
  record = (await findDemoRecord(server.db)) as typeof record
})
afterAll(() => server.close())

const wireId = (id: bigint, member = memberId) => encodeItemId(server.ctx.keys, id, member)
const simple = (answer: Wire): Wire[] => answer.tbk_item_info_get_response.results.n_tbk_item
const upgrade = (answer: Wire): Wire[] => answer.tbk_item_info_upgrade_get_response.results.tbk_item_detail

describe.each([
  {
    method: SIMPLE,
    param: 'num_iids',
    idField: 'num_iid',
    inputField: 'input_num_iid',
    listOf: simple,
    most: 40,
  },
  {
    method: UPGRADE,
    param: 'item_id',
    idField: 'item_id',
    inputField: 'input_item_iid',
    listOf: upgrade,
    most: 20,
  },
])('$method', ({ method, param, idField, inputField, listOf, most }) => {
  test('answers every id in the order asked, with the caller’s own spelling', async () => {
    const ids = [...server.demo.item_ids].reverse()
    const list = listOf(await server.call(method, { [param]: ids.join(',') }))
    expect(list.map((item) => item[inputField])).toEqual(ids)
    expect(list.map((item) => item[idField])).toEqual(ids)
  })

  test(`takes ${most} ids and no more`, async () => {
    const rows = await server.db
      .selectFrom('items')
      .select('id')
      .orderBy('id')
      .limit(most + 1)
      .execute()
    const ids = rows.map((row) => wireId(row.id))
    const allowed = await server.call(method, { [param]: ids.slice(0, most).join(',') })
    expect(listOf(allowed).length).toBeGreaterThan(0)
    const tooMany = await server.call(method, { [param]: ids.join(',') })
    expect(tooMany.error_response).toMatchObject({ code: 41, msg: `Invalid arguments:${param}` })
  })

  test('numbers, other networks’ and foreign publishers’ ids are refused, and left out beside good ones', async () => {
    const [good] = server.demo.item_ids as [string]
    const id = decodeItemId(server.ctx.keys, good)?.itemId as bigint
    const foreign = wireId(id, BigInt(record.secondPublisherId))
    for (const bad of [String(id), foreign, `${good.slice(0, -1)}0`, 'x'.repeat(200)]) {
      const { error_response: error } = await server.call(method, { [param]: bad })
      expect(error).toMatchObject({ code: 15, sub_code: '35' })
      expect(error.sub_msg).toContain(bad.slice(0, 64))
      expect(error.sub_msg.length).toBeLessThan(120)
    }
    const mixed = listOf(await server.call(method, { [param]: [String(id), good, foreign].join(',') }))
    expect(mixed.map((item) => item[inputField])).toEqual([good])
  })

  test('goods off the shelf, not promoted or unknown have no answer', async () => {
    const off = await server.db
      .selectFrom('items')
      .select('id')
      .where('status', '=', 'off')
      .limit(1)
      .execute()
    const kept = await server.db
      .selectFrom('items')
      .select('id')
      .where('promoted', '=', false)
      .limit(1)
      .execute()
    const dead = [off[0]?.id as bigint, kept[0]?.id as bigint, 42n].map((id) => wireId(id))
    const none = await server.call(method, { [param]: dead.join(',') })
    expect(none.error_response).toMatchObject({ code: 15, sub_code: '50001', sub_msg: '无结果' })
    const [good] = server.demo.item_ids as [string]
    const some = listOf(await server.call(method, { [param]: [...dead, good].join(',') }))
    expect(some.map((item) => item[inputField])).toEqual([good])
  })

  test('a shop that closed takes its goods along', async () => {
    const items = await server.db
      .selectFrom('items')
      .select(['id', 'shop_id'])
      .where('status', '=', 'on')
      .where('promoted', '=', true)
      .orderBy('id', method === SIMPLE ? 'desc' : 'asc')
      .offset(60)
      .limit(1)
      .execute()
    const [item] = items as [(typeof items)[number]]
    const ask = () => server.call(method, { [param]: wireId(item.id) })
    expect(listOf(await ask())).toHaveLength(1)
    await server.db.updateTable('shops').set({ status: 'closed' }).where('id', '=', item.shop_id).execute()
    await expect.poll(async () => (await ask()).error_response?.sub_code).toBe('50001')
    await server.db.updateTable('shops').set({ status: 'open' }).where('id', '=', item.shop_id).execute()
    await expect.poll(async () => (await ask()).error_response).toBeUndefined()
  })

  test('missing ids', async () => {
    const { error_response: error } = await server.call(method, { [param]: ' , ' })
    expect(error).toMatchObject({ code: 40, msg: `Missing required arguments:${param}` })
  })
})

describe('whose ids are read', () => {
  test('the app’s owner’s, the promoter’s, and those of publishers who authorised the app', async () => {
    const id = decodeItemId(server.ctx.keys, server.demo.item_ids[0] as string)?.itemId as bigint
    const { provider_app: app } = server.demo
    const call = (member: string) => server.call(SIMPLE, { num_iids: wireId(id, BigInt(member)) }, { app })
    // The demo publisher authorised the provider's app; the provider is no publisher itself.
    const refused = await call(record.providerId)
    expect(refused.error_response).toMatchObject({ code: 15, sub_code: '1' })
    await server.db
      .updateTable('members')
      .set({ roles: ['service_provider', 'publisher'] })
      .where('id', '=', BigInt(record.providerId))
      .execute()
    await expect.poll(async () => (await call(record.providerId)).error_response).toBeUndefined()
    const authorised = await call(record.publisherId)
    expect(simple(authorised)[0]).toMatchObject({
      input_num_iid: wireId(id),
      num_iid: wireId(id, BigInt(record.providerId)),
    })
    expect((await call(record.secondPublisherId)).error_response.sub_code).toBe('35')
    await server.db.updateTable('sessions').set({ withdrawn_at: new Date() }).execute()
    await expect.poll(async () => (await call(record.publisherId)).error_response?.sub_code).toBe('35')
  })

  test('a plan of one publisher’s own is not another’s', async () => {
    const exclusive = await server.db
      .selectFrom('commission_plans as p')
      .innerJoin('items as i', 'i.id', 'p.item_id')
      .select(['p.item_id', 'p.rate_bp'])
      .where('p.kind', '=', 'exclusive')
      .where('p.member_id', '=', memberId)
      .where('i.status', '=', 'on')
      .where('i.promoted', '=', true)
      .where('p.ends_at', '>', server.ctx.clock.now())
      .orderBy('p.rate_bp', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    const second = { key: record.secondAppKey, secret: demoSecrets(server.ctx.keys).secondApp }
    const itemId = exclusive.item_id as bigint
    const mine = upgrade(await server.call(UPGRADE, { item_id: wireId(itemId) }))[0]
    const theirs = upgrade(
      await server.call(
        UPGRADE,
        { item_id: wireId(itemId, BigInt(record.secondPublisherId)) },
        { app: second },
      ),
    )[0]
    expect(mine.publish_info.income_rate).toBe((exclusive.rate_bp / 100).toFixed(2))
    expect(Number(theirs.publish_info.income_rate)).toBeLessThan(exclusive.rate_bp / 100)
  })
})

describe('the worked example', () => {
  test('99.99 at 12.34 % earns 12.33', async () => {
    const [first] = upgrade(await server.call(UPGRADE, { item_id: server.demo.item_ids[0] }))
    expect(first.publish_info).toEqual({
      income_rate: '12.34',
      income_info: { commission_rate: '12.34', commission_amount: '12.33' },
    })
    expect(first.price_promotion_info).toMatchObject({
      zk_final_price: '99.99',
      final_promotion_price: '99.99',
    })
    expect(first.price_promotion_info.final_promotion_path_list).toBeUndefined()
    expect(first.item_basic_info.item_url).toMatch(new RegExp(`^${server.url}/shop/items/6\\d{11}$`))
  })

  test('a running promotion is one step of the path, a coupon the next; a coming one is told', async () => {
    const id = decodeItemId(server.ctx.keys, server.demo.item_ids[0] as string)?.itemId as bigint
    const row = await server.db.selectFrom('items').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const now = server.ctx.clock.now().getTime()
    const [past, soon, later] = [-1, 1, 2].map((hours) => new Date(now + hours * 3_600_000)) as [
      Date,
      Date,
      Date,
    ]
    const set = (values: object) => server.db.updateTable('items').set(values).where('id', '=', id).execute()
    const ask = async () => upgrade(await server.call(UPGRADE, { item_id: server.demo.item_ids[0] }))[0]
    const promotion = { promotion_price_fen: 8000n, promotion_title: '店庆', promotion_ends_at: later }
    await set({ ...promotion, promotion_starts_at: soon })
    await expect
      .poll(async () => (await ask()).price_promotion_info.future_activity_promotion_price)
      .toBe('80.00')
    const coming = await ask()
    expect(coming.publish_info.future_activity_time).toBe(String(soon.getTime()))
    expect(coming.publish_info.future_activity_commission_rate).toBe('1234')
    expect(coming.price_promotion_info.final_promotion_price).toBe('99.99')
    expect(coming.price_promotion_info.future_activity_promotion_path_list.string[0]).toMatchObject({
      promotion_title: '单品直降',
      promotion_fee: '19.99',
      promotion_start_time: String(soon.getTime()),
    })
    await set({ ...promotion, promotion_starts_at: past })
    await server.db
      .insertInto('coupons')
      .values({
        activity_id: 'worked-example',
        shop_id: row.shop_id,
        item_id: id,
        face_fen: 500n,
        threshold_fen: 8000n,
        total_count: 1,
        remain_count: 1,
        starts_at: past,
        ends_at: later,
      })
      .execute()
    await expect.poll(async () => (await ask()).price_promotion_info.final_promotion_price).toBe('75.00')
    const running = await ask()
    expect(running.price_promotion_info.final_promotion_path_list.final_promotion_path_map_data).toEqual([
      {
        promotion_title: '单品直降',
        promotion_desc: '店庆',
        promotion_fee: '19.99',
        promotion_start_time: formatGmt8(past),
        promotion_end_time: formatGmt8(later),
      },
      {
        promotion_title: '商品券',
        promotion_desc: '满80减5',
        promotion_fee: '5.00',
        promotion_start_time: formatGmt8(past),
        promotion_end_time: formatGmt8(later),
        promotion_id: 'worked-example',
      },
    ])
    expect(running.price_promotion_info.activity_tag_list.activity_tag_map_data).toEqual([
      { tag_name: '店庆' },
    ])
    expect(running.publish_info.income_info.commission_amount).toBe('9.25')
    const [plain] = simple(await server.call(SIMPLE, { num_iids: server.demo.item_ids[0] }))
    expect(plain).toMatchObject({ reserve_price: '99.99', zk_final_price: '99.99', sale_price: '80.00' })
  })
})
