import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findDemoRecord } from '../../src/seed/index.ts'
import { askAsOperator } from '../sandbox/operator.ts'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'

const DOOR = '/admin/v1/community/plans'

let server: TestServer
let record: NonNullable<Awaited<ReturnType<typeof findDemoRecord>>>

beforeAll(async () => {
  server = await startTestServer()
  record = (await findDemoRecord(server.db)) as typeof record
})
afterAll(() => server.close())

const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
const plan = (over: Record<string, unknown> = {}) => ({
  member_id: record.publisherId,
  groups: ['R:1'],
  name: '周末专场',
  messages: [{ send_time: soon(10), content: '好价来了' }],
  ...over,
})
const create = (over: Record<string, unknown> = {}) => askAsOperator(server, DOOR, { body: plan(over) })

test('wants the operator’s token', async () => {
  const headers = { authorization: 'Bearer op_nobody' }
  expect((await askAsOperator(server, DOOR, { headers })).status).toBe(401)
  expect((await askAsOperator(server, DOOR, { headers, body: plan() })).status).toBe(401)
})

test('makes a plan for each group, the messages in the order of their times', async () => {
  const groups = ['R:10', 'R:11']
  const messages = [
    { send_time: soon(30), content: '第二条' },
    { send_time: soon(20), content: '第一条' },
    { send_time: soon(30), content: '第三条' },
  ]
  const { status, body } = await create({ groups, messages, scd_id: '125452' })
  expect(status).toBe(201)
  expect(body.plans.map((one: Wire) => one.group_id)).toEqual(groups)
  const listed = await askAsOperator(server, `${DOOR}?group_id=R:11`)
  expect(listed.body).toMatchObject({
    plans: [
      {
        id: body.plans[1].id,
        group_id: 'R:11',
        scd_id: '125452',
        name: '周末专场',
        member_id: record.publisherId,
        group_status: null,
      },
    ],
    next: null,
  })
  const [{ messages: kept }] = listed.body.plans
  expect(kept.map((message: Wire) => message.content)).toEqual(['第一条', '第二条', '第三条'])
  for (const { msg_id, offset_code, result } of kept) {
    expect(msg_id).toMatch(/^[0-9A-Z]{8}$/)
    expect(offset_code).toMatch(/^[0-9A-Za-z]{17}$/)
    expect(offset_code.endsWith(msg_id)).toBe(true)
    expect(result).toBeNull()
  }
})

test('all or none: a group of another member', async () => {
  expect((await create({ groups: ['R:20'], member_id: record.secondPublisherId })).status).toBe(201)
  expect(await create({ groups: ['R:21', 'R:20'] })).toMatchObject({
    status: 400,
    body: { field: 'groups[1]', error: 'groups[1]: belongs to another member' },
  })
  const left = await server.db
    .selectFrom('community_groups')
    .select('group_id')
    .where('group_id', '=', 'R:21')
    .execute()
  expect(left).toEqual([])
})

test('two members at once: a group is one’s', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      create({
        groups: index % 2 ? ['R:30', 'R:31'] : ['R:31', 'R:30'],
        member_id: index % 2 ? record.publisherId : record.secondPublisherId,
      }),
    ),
  )
  const made = answers.filter(({ status }) => status === 201)
  expect(made).toHaveLength(5)
  const owners = await server.db
    .selectFrom('community_groups')
    .select('member_id')
    .distinct()
    .where('group_id', 'in', ['R:30', 'R:31'])
    .execute()
  expect(owners).toHaveLength(1)
})

describe('bad input', () => {
  test.each([
    [{ member_id: undefined }, 'member_id'],
    [{ member_id: '1' }, 'member_id'],
    [{ groups: [] }, 'groups'],
    [{ groups: 'R:1' }, 'groups'],
    [{ groups: ['R:1', 'R 2'] }, 'groups[1]'],
    [{ groups: ['R:1', 'R:1'] }, 'groups[1]'],
    [{ groups: ['社群'] }, 'groups[0]'],
    [{ name: '' }, 'name'],
    [{ scd_id: '-1' }, 'scd_id'],
    [{ messages: [] }, 'messages'],
    [{ messages: ['好价'] }, 'messages[0]'],
    [{ messages: [{ send_time: '2099-01-01 10:00:00', content: '好' }] }, 'messages[0].send_time'],
    [{ messages: [{ send_time: '2099-01-01T10:00:00Z', content: '' }] }, 'messages[0].content'],
    [{ messages: [{ send_time: '2099-01-01T10:00:00Z', text: '好' }] }, 'messages[0].text'],
    [{ messages: [{ send_time: '2024-01-01T10:00:00Z', content: '好' }] }, 'messages'],
    [{ title: '好' }, 'title'],
  ])('%j is refused by its name', async (over, field) => {
    const { status, body } = await create(over)
    expect({ status, field: body.field }).toEqual({ status: 400, field })
    expect(body.error.startsWith(`${field}: `)).toBe(true)
  })

  test('of the list', async () => {
    expect(await askAsOperator(server, `${DOOR}?group=R:1`)).toMatchObject({
      status: 400,
      body: { field: 'group' },
    })
  })
})

test('the list comes in pages, each plan once', async () => {
  const seen: string[] = []
  let next: string | null = ''
  while (next !== null) {
    const part: Wire = (await askAsOperator(server, `${DOOR}?limit=2&after=${next}`)).body
    expect(part.plans.length).toBeLessThanOrEqual(2)
    seen.push(...part.plans.map((one: Wire) => one.id))
    next = part.next
  }
  const rows = await server.db.selectFrom('community_plans').select('id').orderBy('id').execute()
  expect(seen).toEqual(rows.map((row) => String(row.id)))
})

test('plans and messages stay as they were made', async () => {
  await expect(server.db.updateTable('community_messages').set({ content: 'x' }).execute()).rejects.toThrow(
    'append-only',
  )
  await expect(server.db.deleteFrom('community_plans').execute()).rejects.toThrow('append-only')
})
