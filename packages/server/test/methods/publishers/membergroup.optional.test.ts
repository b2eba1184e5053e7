import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { askAsOperator } from '../../sandbox/operator.ts'
import { startTestServer, type TestServer } from '../../setup/server.ts'
import { openTrade, type Trade } from '../../setup/trade.ts'
import { openProvider } from './provider.ts'

let server: TestServer
let trade: Trade
let provider: Awaited<ReturnType<typeof openProvider>>

beforeAll(async () => {
  server = await startTestServer()
  trade = await openTrade(server)
  provider = await openProvider(server)
})
afterAll(() => server.close())
beforeEach(() => provider.authorise(provider.second))

const TIME = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/

test('a group is made, read and changed', async () => {
  const { first, second, group } = provider
  const both = `${first},${second}`
  const made = await group({ tb_num_ids: `${second},${first},${second}` })
  expect(made).toMatchObject({ tb_num_ids: both, create_time: expect.stringMatching(TIME) })
  expect(made.update_time).toBe(made.create_time)
  expect(await group({ member_group_id: made.member_group_id })).toEqual(made)

  await askAsOperator(server, '/sandbox/clock', { body: { advance: '1m' } })
  const same = await group({ member_group_id: made.member_group_id, tb_num_ids: both })
  expect(same).toEqual(made)
  const changed = await group({ member_group_id: made.member_group_id, tb_num_ids: String(second) })
  expect(changed).toMatchObject({
    member_group_id: made.member_group_id,
    tb_num_ids: String(second),
    create_time: made.create_time,
  })
  expect(changed.update_time > made.update_time).toBe(true)
  expect(await group({ member_group_id: made.member_group_id })).toEqual(changed)
})

test('each call without member_group_id makes another, and changes at once leave whole ones', async () => {
  const { first, second, group } = provider
  const made = await Promise.all(Array.from({ length: 4 }, () => group({ tb_num_ids: String(first) })))
  expect(new Set(made.map((one) => one.member_group_id)).size).toBe(4)
  const { member_group_id } = made[0]
  const sets = [`${first}`, `${second}`, `${first},${second}`]
  await Promise.all([...sets, ...sets].map((tb_num_ids) => group({ member_group_id, tb_num_ids })))
  expect(sets).toContain((await group({ member_group_id })).tb_num_ids)
})

test('who has not authorised the provider is refused by name, and nothing is kept', async () => {
  const { first, second, record, group, withdraw } = provider
  await withdraw(second)
  await provider.authorise(second, { forMs: -1000 })
  const groups = () =>
    server.db
      .selectFrom('member_groups')
      .select((eb) => eb.fn.countAll<bigint>().as('n'))
      .executeTakeFirstOrThrow()
  const before = await groups()
  const refused = await group({ tb_num_ids: `${first},${second},${record.providerId},404` })
  expect(refused).toMatchObject({
    code: 15,
    sub_code: 'isv.invalid-parameter:tb_num_ids',
    sub_msg: `tb_num_ids中有未授权给此服务商的推广者：${second}、${record.providerId}、404`,
  })
  expect(await groups()).toEqual(before)
})

test('whose authorisation ended stays listed, and cannot be named again', async () => {
  const { first, second, group, withdraw } = provider
  const tb_num_ids = `${first},${second}`
  const { member_group_id } = await group({ tb_num_ids })
  await withdraw(second)
  expect(await group({ member_group_id })).toMatchObject({ tb_num_ids })
  expect(await group({ member_group_id, tb_num_ids })).toMatchObject({
    code: 15,
    sub_msg: expect.stringContaining(String(second)),
  })
  expect(await group({ member_group_id })).toMatchObject({ tb_num_ids })
})

test('an authorisation to any app of the provider counts', async () => {
  const { second, record, group, withdraw, authorise } = provider
  const { id: appId } = await server.db
    .insertInto('apps')
    .values({
      app_key: '777',
      member_id: BigInt(record.providerId),
      name: '第二个应用',
      created_at: new Date(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await withdraw(second)
  await authorise(second, { appId })
  expect(await group({ tb_num_ids: String(second) })).toMatchObject({ tb_num_ids: String(second) })
})

test('a foreign group and an unknown one are refused alike, read or changed', async () => {
  const { first, group } = provider
  const { member_group_id } = await group({ tb_num_ids: String(first) })
  const unknown = {
    code: 15,
    sub_code: 'isv.invalid-parameter:member_group_id',
    sub_msg: 'member_group_id不正确，该组不存在，或不属于此应用的服务商',
  }
  const foreign = { app: trade.second.app }
  expect(await group({ member_group_id }, foreign)).toMatchObject(unknown)
  expect(await group({ member_group_id, tb_num_ids: String(first) }, foreign)).toMatchObject(unknown)
  expect(await group({ member_group_id: 404 })).toMatchObject(unknown)
  expect(await group({ member_group_id: 404, tb_num_ids: String(first) })).toMatchObject(unknown)
})

test.each([
  ['member_group_id', {}, 40],
  ['member_group_id', { member_group_id: 'x' }, 41],
  ['tb_num_ids', { tb_num_ids: Array.from({ length: 101 }, (_, index) => index + 1).join(',') }, 41],
  ['tb_num_ids[1]', { tb_num_ids: '1,x' }, 41],
])('%s names itself: %j', async (name, params, code) => {
  const refused = await provider.group(params)
  expect(refused.code).toBe(code)
  expect(refused.msg.endsWith(`:${name}`)).toBe(true)
})
