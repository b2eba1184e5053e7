import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addLeader, demoLeader, type Leader, openCampaign } from '../methods/orders/campaign-network.ts'
import { askAsOperator } from '../sandbox/operator.ts'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'
import { openTrade, type Trade } from '../setup/trade.ts'

const PATH = '/admin/v1/campaigns'
const DAY_MS = 86_400_000

let server: TestServer
let trade: Trade
let leader: Leader
let other: Leader

beforeAll(async () => {
  server = await startTestServer()
  trade = await openTrade(server)
  leader = await demoLeader(server)
  other = await addLeader(server)
})
afterAll(() => server.close())

const get = async (path = ''): Promise<Wire> => (await askAsOperator(server, `${PATH}${path}`)).body
const post = (path: string, body: unknown) => askAsOperator(server, `${PATH}${path}`, { body })
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString()
const itemAt = (index: number) => String(trade.items[index])
const entry = (index: number, more: Record<string, unknown> = {}) => ({
  item_id: itemAt(index),
  member_id: String(trade.merchantId),
  commission_rate: '15',
  ...more,
})
const plansOf = (campaign: string) =>
  server.db
    .selectFrom('commission_plans')
    .select(['id', 'kind', 'rate_bp', 'leader_id', 'service_rate_bp', 'starts_at', 'ends_at'])
    .where('campaign_id', '=', BigInt(campaign))
    .orderBy('id')
    .execute()

test('the doors want the operator’s token', async () => {
  const headers = { authorization: 'Bearer op_nobody' }
  for (const path of ['', '/7500001/items', '/7500001/steps'])
    expect((await askAsOperator(server, `${PATH}${path}`, { headers })).status).toBe(401)
  for (const path of ['', '/7500001/end', '/7500001/items', '/7500001/items/1/leave'])
    expect((await askAsOperator(server, `${PATH}${path}`, { body: {}, headers })).status).toBe(401)
})

test('the demo network has one, of plans that are the best of their items', async () => {
  const { campaigns } = await get(`?leader_id=${leader.memberId}&state=open`)
  expect(campaigns).toMatchObject([{ name: '演示招商活动', service_rate: '3.00', state: 'open' }])
  const [{ id }] = campaigns
  const { items } = await get(`/${id}/items`)
  expect(items).toHaveLength(4)
  const found = await server.db
    .selectFrom('item_search')
    .select(['item_id', 'rate_bp', 'marketing_bp'])
    .where(
      'item_id',
      'in',
      items.map((item: Wire) => BigInt(item.item_id)),
    )
    .execute()
  for (const { item_id, commission_rate } of items) {
    const rate_bp = Math.round(Number(commission_rate) * 100)
    expect(found).toContainEqual({ item_id: BigInt(item_id), rate_bp, marketing_bp: rate_bp })
  }
  const { steps } = await get(`/${id}/steps`)
  expect(steps.map((step: Wire) => step.step)).toEqual(['create', 'join', 'join', 'join', 'join'])
})

test('opened, joined, left, joined again, ended: plans begin and end with it, every step is kept', async () => {
  const campaign = await openCampaign(server, leader, { reason: '双月主题' })
  const joined = await post(`/${campaign}/items`, entry(4))
  expect(joined).toMatchObject({ status: 201, body: { campaign_id: campaign, commission_rate: '15.00' } })
  expect(await post(`/${campaign}/items`, entry(4))).toMatchObject({
    status: 400,
    body: { field: 'item_id' },
  })
  await post(`/${campaign}/items`, entry(5, { ends_at: inDays(9) }))
  const [own, shorter] = await plansOf(campaign)
  expect(own).toMatchObject({
    kind: 'marketing',
    rate_bp: 1500,
    leader_id: leader.memberId,
    service_rate_bp: 333,
  })
  expect(shorter?.ends_at?.getTime()).toBeLessThan(own?.ends_at?.getTime() as number)

  const body = { member_id: String(trade.merchantId), reason: '缺货' }
  const left = await post(`/${campaign}/items/${itemAt(4)}/leave`, body)
  expect(left).toMatchObject({ status: 200, body: { id: joined.body.id, plan_id: String(own?.id) } })
  const [ended] = await plansOf(campaign)
  expect(ended?.ends_at?.toISOString()).toBe(left.body.ends_at)
  expect((await post(`/${campaign}/items/${itemAt(4)}/leave`, body)).status).toBe(404)
  expect((await post(`/${campaign}/items`, entry(4, { commission_rate: '16' }))).status).toBe(201)
  const kicked = { member_id: String(leader.memberId), reason: '差评' }
  expect((await post(`/${campaign}/items/${itemAt(5)}/leave`, kicked)).status).toBe(200)

  const end = { member_id: String(leader.memberId), reason: '提前结束' }
  const over = await post(`/${campaign}/end`, end)
  expect(over).toMatchObject({ status: 200, body: { id: campaign } })
  const at = new Date(over.body.ends_at)
  for (const plan of await plansOf(campaign))
    expect(plan.ends_at?.getTime()).toBeLessThanOrEqual(at.getTime())
  expect(await post(`/${campaign}/end`, end)).toMatchObject({ status: 400, body: { field: 'id' } })
  expect(await post(`/${campaign}/items`, entry(6))).toMatchObject({ status: 400, body: { field: 'id' } })
  const listed = (await get(`?leader_id=${leader.memberId}&state=ended`)).campaigns
  expect(listed.map((one: Wire) => one.id)).toEqual([campaign])

  const merchant = String(trade.merchantId)
  const { steps } = await get(`/${campaign}/steps`)
  expect(steps.map((one: Wire) => [one.step, one.item_id, one.member_id, one.reason])).toEqual([
    ['create', null, String(leader.memberId), '双月主题'],
    ['join', itemAt(4), merchant, null],
    ['join', itemAt(5), merchant, null],
    ['leave', itemAt(4), merchant, '缺货'],
    ['join', itemAt(4), merchant, null],
    ['leave', itemAt(5), String(leader.memberId), '差评'],
    ['end', null, String(leader.memberId), '提前结束'],
  ])
  for (const step of steps) expect(step).toMatchObject({ by_operator: true, operator_id: expect.any(String) })
  const changed = server.db.updateTable('campaign_steps').set({ reason: 'other' }).execute()
  await expect(changed).rejects.toThrow('append-only')
})

test('one that is to come: an item’s plan begins with it, and never where it is called off', async () => {
  const starts_at = inDays(5)
  const campaign = await openCampaign(server, leader, { starts_at })
  await post(`/${campaign}/items`, entry(7))
  const [plan] = await plansOf(campaign)
  expect(plan?.starts_at.toISOString()).toBe(starts_at)
  expect((await get('?state=planned')).campaigns).toMatchObject([{ id: campaign, state: 'planned' }])
  // Out before it began, an item may come again.
  const body = { member_id: String(trade.merchantId), reason: '改价' }
  expect((await post(`/${campaign}/items/${itemAt(7)}/leave`, body)).status).toBe(200)
  expect((await post(`/${campaign}/items`, entry(7, { commission_rate: '14' }))).status).toBe(201)
  await post(`/${campaign}/end`, { member_id: String(leader.memberId), reason: '取消' })
  for (const never of await plansOf(campaign)) expect(never.ends_at).toEqual(never.starts_at)
  expect((await get('?state=planned')).campaigns).toEqual([])
  const ended = (await get('?state=ended')).campaigns
  expect(ended.map((one: Wire) => one.id)).toContain(campaign)
  expect(await post(`/${campaign}/items`, entry(7))).toMatchObject({ status: 400, body: { field: 'id' } })
})

test('two at once: one joins, and none after the end', async () => {
  const campaign = await openCampaign(server, leader)
  const answers = await Promise.all([8, 8, 8].map((index) => post(`/${campaign}/items`, entry(index))))
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 400, 400])
  const end = { member_id: String(leader.memberId), reason: '结束' }
  await Promise.all([post(`/${campaign}/end`, end), post(`/${campaign}/items`, entry(9))])
  const running = (await plansOf(campaign)).filter((plan) => (plan.ends_at?.getTime() ?? 0) > Date.now())
  expect(running).toEqual([])
})

test('the lists, in pages', async () => {
  const campaign = await openCampaign(server, other)
  for (const index of [1, 2, 3]) await post(`/${campaign}/items`, entry(index))
  const seen: string[] = []
  let next: string | null = ''
  while (next !== null) {
    const part: Wire = await get(`/${campaign}/items?limit=2&after=${next}`)
    seen.push(...part.items.map((one: Wire) => one.item_id))
    next = part.next
  }
  expect(seen).toEqual([1, 2, 3].map(itemAt))
  const { steps, next: further } = await get(`/${campaign}/steps?limit=1`)
  expect([steps.length, further]).toEqual([1, steps[0].id])
  expect(await get(`?leader_id=${other.memberId}`)).toMatchObject({
    campaigns: [{ id: campaign }],
    next: null,
  })
})

describe('refused by its name', () => {
  let campaign: string
  beforeAll(async () => {
    campaign = await openCampaign(server, leader)
  })
  const refused = (field: string) => ({
    status: 400,
    body: { field, error: expect.stringMatching(new RegExp(`^${field}: `)) },
  })

  test.each([
    [{ leader_id: '100000001' }, 'leader_id'],
    [{ leader_id: 'x' }, 'leader_id'],
    [{ name: '' }, 'name'],
    [{ service_rate: '0' }, 'service_rate'],
    [{ service_rate: '90.01' }, 'service_rate'],
    [{ service_rate: 3 }, 'service_rate'],
    [{ starts_at: '2026-01-01T00:00:00+08:00' }, 'starts_at'],
    [{ ends_at: '2026-01-01T00:00:00+08:00' }, 'ends_at'],
    [{ ends_at: '2199-01-01' }, 'ends_at'],
    [{ rate: '3' }, 'rate'],
  ])('a campaign with %j', async (more, field) => {
    const right = { leader_id: String(leader.memberId), name: '团', service_rate: '3', ends_at: inDays(9) }
    expect(await post('', { ...right, ...more })).toMatchObject(refused(field))
  })

  test.each([
    [{ item_id: '1' }, 'item_id'],
    [{ member_id: '100000001' }, 'member_id'],
    [{ commission_rate: '86.68' }, 'commission_rate'],
    [{ commission_rate: '0' }, 'commission_rate'],
    [{ ends_at: '2026-01-01T00:00:00+08:00' }, 'ends_at'],
    [{ ends_at: '2199-01-01T00:00:00+08:00' }, 'ends_at'],
    [{ rate: '3' }, 'rate'],
  ])('an item with %j', async (more, field) => {
    expect(await post(`/${campaign}/items`, entry(4, more))).toMatchObject(refused(field))
    expect(await plansOf(campaign)).toEqual([])
  })

  test('an item that its merchant does not promote', async () => {
    const { id } = await server.db
      .insertInto('members')
      .values({ name: '停推', roles: ['merchant'], created_at: new Date() })
      .returning('id')
      .executeTakeFirstOrThrow()
    const idle = await server.db
      .selectFrom('items')
      .innerJoin('shops', 'shops.id', 'items.shop_id')
      .select(['items.id', 'shops.member_id'])
      .where('items.promoted', '=', false)
      .executeTakeFirstOrThrow()
    const own = { item_id: String(idle.id), member_id: String(idle.member_id) }
    expect(await post(`/${campaign}/items`, entry(4, own))).toMatchObject(refused('item_id'))
    const alien = { item_id: String(idle.id), member_id: String(id) }
    expect(await post(`/${campaign}/items`, entry(4, alien))).toMatchObject(refused('member_id'))
  })

  test('what others would end', async () => {
    await post(`/${campaign}/items`, entry(4))
    const reason = '不是我的'
    const stranger = { member_id: String(other.memberId), reason }
    expect((await post(`/${campaign}/end`, stranger)).status).toBe(404)
    expect(await post(`/${campaign}/items/${itemAt(4)}/leave`, stranger)).toMatchObject(refused('member_id'))
    const silent = { member_id: String(leader.memberId), reason: ' ' }
    expect(await post(`/${campaign}/end`, silent)).toMatchObject(refused('reason'))
    expect(await post(`/${campaign}/items/${itemAt(4)}/leave`, silent)).toMatchObject(refused('reason'))
    const right = { ...silent, reason }
    for (const id of ['0', 'x', '1', '9999999999999999999']) {
      expect((await post(`/${id}/end`, right)).status).toBe(404)
      expect((await post(`/${id}/items`, entry(4))).status).toBe(404)
      expect((await post(`/${id}/items/${itemAt(4)}/leave`, right)).status).toBe(404)
      expect((await post(`/${campaign}/items/${id}/leave`, right)).status).toBe(404)
    }
    expect((await get(`?state=open`)).campaigns.map((one: Wire) => one.id)).toContain(campaign)
  })

  test.each([
    ['?state=over', 'state'],
    ['?leader_id=x', 'leader_id'],
    ['?limit=-1', 'limit'],
    ['?after=x', 'after'],
  ])('a list with %s', async (query, field) => {
    expect(await askAsOperator(server, `${PATH}${query}`)).toMatchObject(refused(field))
  })
})

test('a suspended leader opens none', async () => {
  await server.db
    .updateTable('members')
    .set({ standing: 'suspended' })
    .where('id', '=', other.memberId)
    .execute()
  const body = { leader_id: String(other.memberId), name: '团', service_rate: '3', ends_at: inDays(9) }
  await expect.poll(() => post('', body)).toMatchObject({ status: 400, body: { field: 'leader_id' } })
})
