import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DemoRecord } from '../../src/seed/demo-record.ts'
import { findDemoRecord } from '../../src/seed/index.ts'
import { askAsOperator } from '../sandbox/operator.ts'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'

const PATH = '/admin/v1/agreements'

let server: TestServer
let record: DemoRecord

beforeAll(async () => {
  server = await startTestServer()
  record = (await findDemoRecord(server.db)) as DemoRecord
})
afterAll(() => server.close())

const list = async (query = ''): Promise<Wire> => (await askAsOperator(server, `${PATH}${query}`)).body
const post = (path: string, body: unknown) => askAsOperator(server, `${PATH}${path}`, { body })
// From the other publisher to the demo one, so that the seeded agreement stays out of the way.
const offer = (more: Record<string, unknown> = {}) =>
  post('', {
    second_id: record.secondPublisherId,
    third_id: record.publisherId,
    share_rate: '25.5',
    member_id: record.secondPublisherId,
    ...more,
  })
const operatorId = async () =>
  String((await server.db.selectFrom('operators').select('id').executeTakeFirstOrThrow()).id)

test('the doors want the operator’s token', async () => {
  const headers = { authorization: 'Bearer op_nobody' }
  expect((await askAsOperator(server, PATH, { headers })).status).toBe(401)
  for (const path of ['', '/9100001/accept', '/9100001/refuse', '/9100001/end'])
    expect((await askAsOperator(server, `${PATH}${path}`, { body: {}, headers })).status).toBe(401)
})

test('the demo network has one in force', async () => {
  const { agreements, next } = await list(`?member_id=${record.publisherId}`)
  expect(next).toBeNull()
  expect(agreements).toMatchObject([
    {
      second_id: record.publisherId,
      third_id: record.secondPublisherId,
      share_rate: '30.00',
      state: 'accepted',
      steps: [
        { step: 'offer', member_id: record.publisherId, by_operator: false },
        { step: 'accept', member_id: record.secondPublisherId, by_operator: false },
      ],
    },
  ])
})

test('offered, accepted by the other side alone, replaced by the next, ended: every step is kept', async () => {
  const first = await offer({ reason: '内容合作' })
  expect(first).toMatchObject({
    status: 201,
    body: { state: 'offered', share_rate: '25.50', offered_by: record.secondPublisherId, decided_at: null },
  })
  const { id } = first.body
  expect(await offer()).toMatchObject({ status: 400, body: { field: 'third_id' } })
  const own = await post(`/${id}/accept`, { member_id: record.secondPublisherId })
  expect(own).toMatchObject({ status: 400, body: { field: 'member_id' } })
  const accepted = await post(`/${id}/accept`, { member_id: record.publisherId })
  expect(accepted).toMatchObject({ status: 200, body: { id, state: 'accepted' } })
  const again = await post(`/${id}/accept`, { member_id: record.publisherId })
  expect(again).toMatchObject({ status: 400, body: { field: 'id' } })

  const second = (await offer({ share_rate: '40', member_id: record.publisherId })).body.id
  // Until it is accepted the one before stays in force.
  expect((await list(`?state=accepted`)).agreements.map((one: Wire) => one.id)).toContain(id)
  await post(`/${second}/accept`, { member_id: record.secondPublisherId })
  const ended = await post(`/${second}/end`, { member_id: record.publisherId, reason: '合作结束' })
  expect(ended.body).toMatchObject({ id: second, state: 'ended', ended_at: expect.any(String) })

  const operator_id = await operatorId()
  const step = (name: string, member_id: string, reason: string | null) => ({
    step: name,
    member_id,
    by_operator: true,
    operator_id,
    reason,
    at: expect.any(String),
  })
  const { agreements } = await list(`?state=ended&member_id=${record.publisherId}`)
  expect(agreements.map((one: Wire) => one.steps)).toEqual([
    [
      step('offer', record.secondPublisherId, '内容合作'),
      step('accept', record.publisherId, null),
      step('end', record.secondPublisherId, `replaced by agreement ${second}`),
    ],
    [
      step('offer', record.publisherId, null),
      step('accept', record.secondPublisherId, null),
      step('end', record.publisherId, '合作结束'),
    ],
  ])
  const change = server.db.updateTable('share_agreement_steps').set({ reason: 'other' }).execute()
  await expect(change).rejects.toThrow('append-only')
})

test('an offer is refused by the other side, or taken back by its own', async () => {
  const refused = (await offer()).body.id
  const byOfferer = await post(`/${refused}/refuse`, { member_id: record.secondPublisherId, reason: '不' })
  expect(byOfferer).toMatchObject({ status: 400, body: { field: 'member_id' } })
  const unsaid = await post(`/${refused}/refuse`, { member_id: record.publisherId, reason: ' ' })
  expect(unsaid).toMatchObject({ status: 400, body: { field: 'reason' } })
  const body = { member_id: record.publisherId, reason: '比例太低' }
  expect((await post(`/${refused}/refuse`, body)).body).toMatchObject({ state: 'refused', ended_at: null })
  const takenBack = (await offer()).body.id
  expect(await post(`/${takenBack}/end`, body)).toMatchObject({ status: 400, body: { field: 'member_id' } })
  const own = { member_id: record.secondPublisherId, reason: '写错了' }
  expect((await post(`/${takenBack}/end`, own)).body).toMatchObject({ state: 'ended', decided_at: null })
})

test('of two acceptances at once one is done, and one agreement is in force', async () => {
  const { id } = (await offer()).body
  const accept = () => post(`/${id}/accept`, { member_id: record.publisherId })
  const answers = await Promise.all([accept(), accept(), accept(), accept()])
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 400, 400, 400])
  const { agreements } = await list(`?state=accepted&member_id=${record.publisherId}`)
  expect(agreements.map((one: Wire) => one.second_id).sort()).toEqual(
    [record.publisherId, record.secondPublisherId].sort(),
  )
})

describe('bad input is refused by its name', () => {
  test.each([
    [{ share_rate: '0' }, 'share_rate'],
    [{ share_rate: '100' }, 'share_rate'],
    [{ share_rate: '12.345' }, 'share_rate'],
    [{ share_rate: 30 }, 'share_rate'],
    [{ second_id: '1' }, 'second_id'],
    [{ third_id: 'x' }, 'third_id'],
    [{ third_id: undefined }, 'third_id'],
    [{ member_id: '5' }, 'member_id'],
    [{ reason: '长'.repeat(501) }, 'reason'],
    [{ rate: '30' }, 'rate'],
  ])('%j', async (more, field) => {
    expect(await offer(more)).toMatchObject({
      status: 400,
      body: { field, error: expect.stringMatching(new RegExp(`^${field}: `)) },
    })
  })

  test('one party twice, and a member who is no publisher', async () => {
    const twice = await offer({ third_id: record.secondPublisherId })
    expect(twice).toMatchObject({ status: 400, body: { field: 'third_id' } })
    const provider = await offer({ third_id: record.providerId })
    expect(provider).toMatchObject({ status: 400, body: { field: 'third_id' } })
  })

  test('agreements that are not this member’s', async () => {
    const [{ id }] = (await list()).agreements
    for (const path of ['/1/end', '/x/end', `/${id}/end`]) {
      const answer = await post(path, { member_id: record.providerId, reason: '无' })
      expect(answer).toMatchObject({ status: 404, body: { field: 'id' } })
    }
  })

  test.each(['?state=new', '?member_id=x', '?limit=-1', '?status=ended'])('%s', async (query) => {
    expect((await askAsOperator(server, `${PATH}${query}`)).status).toBe(400)
  })
})
