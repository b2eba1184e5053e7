import { afterAll, beforeAll, expect, test } from 'vitest'
import { ACTIVITIES, openActivity, readBuyers, readSums } from '../newusers/activities.ts'
import { askAsOperator } from '../sandbox/operator.ts'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'
import { openTrade, type Trade } from '../setup/trade.ts'

const DAY_MS = 86_400_000

let server: TestServer
let trade: Trade

beforeAll(async () => {
  server = await startTestServer()
  trade = await openTrade(server)
})
afterAll(() => server.close())

const get = async (query = ''): Promise<Wire> => (await askAsOperator(server, `${ACTIVITIES}${query}`)).body
const post = (body: unknown, path = '') => askAsOperator(server, `${ACTIVITIES}${path}`, { body })
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString()
const wanted = (more: Record<string, unknown> = {}) => ({
  shop_id: String(trade.shopId),
  name: '双月拉新',
  reward: '5.00',
  ends_at: inDays(9),
  ...more,
})

test('the doors want the operator’s token', async () => {
  const headers = { authorization: 'Bearer op_nobody' }
  expect((await askAsOperator(server, ACTIVITIES, { headers })).status).toBe(401)
  for (const path of ['', '/1/end'])
    expect((await askAsOperator(server, `${ACTIVITIES}${path}`, { body: {}, headers })).status).toBe(401)
})

test('the demo network has one, in a shop that demo.json does not name, and calls of it answer', async () => {
  const { activities } = await get()
  expect(activities).toMatchObject([
    { activity_id: '100001_1', reward: '5.00', state: 'open', ended_at: null },
  ])
  expect(activities[0].shop_id).not.toBe(String(trade.shopId))
  const nothing = { has_next: false, results: [] }
  expect(await readBuyers(server, { activity_id: '100001_1' })).toMatchObject(nothing)
  expect(await readSums(server, { activity_id: '100001_1' })).toMatchObject(nothing)
})

test('opened, ended, opened again: the shop has one at a time', async () => {
  const first = await openActivity(server, trade.shopId)
  const beside = `starts_at: the shop has activity ${first.activityId} then`
  expect(await post(wanted())).toMatchObject({ status: 400, body: { error: beside } })
  const later = await post(wanted({ starts_at: inDays(31), ends_at: inDays(40) }))
  expect(later).toMatchObject({ status: 201, body: { name: '双月拉新', reward: '5.00' } })
  const [series] = first.activityId.split('_')
  expect(later.body.activity_id).toBe(`${series}_2`)

  await first.end()
  const over = { status: 400, body: { field: 'id', error: 'id: the activity is over already' } }
  expect(await post({}, `/${first.id}/end`)).toMatchObject(over)
  expect((await post(wanted())).body.activity_id).toBe(`${series}_3`)
  expect(await post({}, `/${later.body.id}/end`)).toMatchObject({
    status: 200,
    body: { ended_at: expect.stringMatching(/^\d{4}-/) },
  })

  const of = `?shop_id=${trade.shopId}`
  const statesOf = async (query: string) =>
    (await get(query)).activities.map((one: Wire) => [one.activity_id, one.state])
  const all = [
    [`${series}_1`, 'ended'],
    [`${series}_2`, 'ended'],
    [`${series}_3`, 'open'],
  ]
  expect(await statesOf(of)).toEqual(all)
  expect(await statesOf(`${of}&state=open`)).toEqual(all.slice(2))
  expect(await statesOf(`${of}&state=ended`)).toEqual(all.slice(0, 2))
  expect(await statesOf(`${of}&state=planned`)).toEqual([])
  const page = await get(`${of}&limit=2`)
  expect(page.activities).toHaveLength(2)
  expect(await statesOf(`${of}&after=${page.next}`)).toEqual(all.slice(2))
})

test('two at once for one shop: one is opened', async () => {
  const { id } = await server.db
    .selectFrom('shops')
    .select('id')
    .where('id', '<>', trade.shopId)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const answers = await Promise.all([1, 2, 3].map(() => post(wanted({ shop_id: String(id) }))))
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 400, 400])
})

test.each([
  [{ shop_id: '1' }, 'shop_id'],
  [{ shop_id: undefined }, 'shop_id'],
  [{ name: '' }, 'name'],
  [{ reward: '0' }, 'reward'],
  [{ reward: 5 }, 'reward'],
  [{ reward: '5.001' }, 'reward'],
  [{ starts_at: '2020-01-01T00:00:00Z' }, 'starts_at'],
  [{ ends_at: '2020-01-01T00:00:00Z' }, 'ends_at'],
  [{ ends_at: '2020-01-01' }, 'ends_at'],
  [{ rewards: '5' }, 'rewards'],
])('%j is refused by its name', async (fields, field) => {
  expect(await post(wanted(fields))).toMatchObject({ status: 400, body: { field } })
})

test.each(['/0/end', '/x/end', '/999999/end'])('%s is not there', async (path) => {
  expect(await post({}, path)).toMatchObject({ status: 404, body: { field: 'id' } })
})
