import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signedIn } from '../links-tool/use-tool.ts'
import { askAsOperator } from '../sandbox/operator.ts'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'

let server: TestServer
let publisherId: string

beforeAll(async () => {
  server = await startTestServer()
  publisherId = server.demo.pid.split('_')[1] as string
})
afterAll(() => server.close())

const ask = async (path: string, body?: unknown): Promise<Wire> => askAsOperator(server, path, { body })
const setStanding = (standing: unknown, id = publisherId, reason: unknown = '虚假流量') =>
  ask(`/admin/v1/members/${id}/standing`, { standing, reason })

describe('a member’s standing', () => {
  test('is changed once at a time, with a reason that is kept and told', async () => {
    const member = { id: publisherId, name: '演示推广者', roles: ['publisher'] }
    const suspended = await setStanding('suspended')
    expect(suspended).toMatchObject({ status: 200, body: { ...member, standing: 'suspended' } })
    expect(await setStanding('suspended')).toMatchObject({ status: 400, body: { field: 'standing' } })
    expect((await ask('/admin/v1/members?standing=suspended')).body.members).toEqual([suspended.body])
    const { body } = await (await signedIn(server)).get('/account/v1/notices')
    expect(body.notices[0]).toMatchObject({
      kind: 'standing',
      title: { zh: '您的账号已被暂停合作', en: 'Your membership was suspended' },
      body: { zh: expect.stringMatching(/理由：虚假流量$/), en: expect.stringMatching(/虚假流量$/) },
    })
    const mails = (await ask('/sandbox/outbox')).body.mails
    expect(mails[0]).toMatchObject({ to: 'publisher@demo.example' })
    expect((await setStanding('good', publisherId, '申诉成立')).body.standing).toBe('good')
    const story = (await ask(`/admin/v1/members/${publisherId}`)).body
    expect(story).toMatchObject({ ...member, standing: 'good' })
    expect(story.decisions).toMatchObject([
      { kind: 'member.reinstate', made_by: 'operator', reason: '申诉成立' },
      { kind: 'member.suspend', made_by: 'operator', reason: '虚假流量' },
    ])
    expect(story.decisions[0].operator_id).toMatch(/^\d+$/)
  })

  test('of two who decide at once, one does', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => setStanding('suspended')))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400])
    expect((await setStanding('good')).status).toBe(200)
  })

  test.each([
    [['good', '999999'], 404, 'id'],
    [['good', 'x'], 404, 'id'],
    [['bad'], 400, 'standing'],
    [['good', undefined, ' '], 400, 'reason'],
  ] as const)('not with %j', async ([standing, id, reason], status, field) => {
    expect(await setStanding(standing, id, reason)).toMatchObject({ status, body: { field } })
  })
})

test('members are listed a page at a time, by role', async () => {
  const merchants = (await ask('/admin/v1/members?role=merchant')).body.members
  expect(merchants.length).toBeGreaterThan(4)
  const { body } = await ask('/admin/v1/members?role=merchant&limit=2')
  expect(body).toEqual({ members: merchants.slice(0, 2), next: merchants[1].id })
  const rest = (await ask(`/admin/v1/members?role=merchant&after=${body.next}`)).body
  expect(rest).toEqual({ members: merchants.slice(2), next: null })
  expect((await ask('/admin/v1/members/999999')).status).toBe(404)
})
