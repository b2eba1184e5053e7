import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askAsOperator } from '../sandbox/operator.ts'
import type { Wire } from '../setup/server.ts'
import {
  ask,
  getBasic,
  openSite,
  type PermissionNetwork,
  startPermissionNetwork,
} from './permission-network.ts'

let network: PermissionNetwork
let site: string
let grant: Wire

beforeAll(async () => {
  network = await startPermissionNetwork()
  site = await openSite(network)
  grant = await getBasic(network, site)
})
afterAll(() => network.server.close())

const adminPaths = [
  ['GET', '/applications'],
  ['GET', '/applications/1'],
  ['POST', '/applications/1/decide'],
  ['GET', '/invitations'],
  ['POST', '/invitations'],
  ['POST', '/invitations/withdraw'],
  ['GET', '/grants'],
  ['GET', '/grants/1'],
  ['POST', '/grants'],
  ['POST', '/grants/1/withdraw'],
  ['POST', '/sites/1/lift-violation'],
  ['GET', '/appeals'],
  ['POST', '/appeals/1/decide'],
  ['GET', '/decisions'],
] as const

test.each(adminPaths)('%s %s wants an operator', async (method, path) => {
  const headers = { authorization: 'Bearer op_nobody' }
  const body = method === 'POST' ? { body: {} } : {}
  const answer = await askAsOperator(network.server, `/admin/v1${path}`, { method, headers, ...body })
  expect(answer.status).toBe(401)
})

test.each([
  ['/applications/999999/decide', { decision: 'grant', reason: '好' }],
  ['/grants/999999/withdraw', { reason: '好' }],
  ['/appeals/999999/decide', { decision: 'uphold', reason: '好' }],
  ['/sites/999999/lift-violation', { reason: '好' }],
  ['/grants/x/withdraw', { reason: '好' }],
])('there is no %s', async (path, body) => {
  expect(await network.operate(path, body)).toMatchObject({ status: 404, body: { field: 'id' } })
})

describe('a member sees nothing of others', () => {
  test.each(['/account/v1/grants', '/account/v1/applications', '/account/v1/appeals'])('%s', async (path) => {
    const [own, others] = await Promise.all([
      network.owner.get(`${path}?limit=100`),
      network.other.get(`${path}?limit=100`),
    ])
    const name = path.split('/').at(-1) as string
    const ids = new Set(own.body[name].map((row: Wire) => row.id))
    expect(others.body[name].filter((row: Wire) => ids.has(row.id))).toEqual([])
    for (const row of own.body[name]) expect(row.member_id).toBe(grant.member_id)
  })

  test('also not by naming them', async () => {
    const { app_key } = grant
    const ofSite = await network.other.get(`/account/v1/grants?app_key=${app_key}&site_id=${site}`)
    expect(ofSite.body.grants).toEqual([])
    const asked = { app_key, package: 'basic', site_id: site }
    expect(await network.other.post('/account/v1/applications', asked)).toMatchObject({
      ...{ status: 400, body: { field: 'app_key' } },
    })
  })

  test('and decisions about oneself alone, without who of the operators made them', async () => {
    await network.operate(`/grants/${grant.id}/withdraw`, { reason: '抽查' })
    const own = (await network.owner.get('/account/v1/decisions')).body.decisions
    expect(own[0]).toMatchObject({ kind: 'permission.withdraw', made_by: 'operator', reason: '抽查' })
    expect(own[0]).not.toHaveProperty('operator_id')
    const shown = (await network.operate(`/decisions?member_id=${grant.member_id}&limit=1`)).body.decisions
    expect(shown[0]).toMatchObject({ id: own[0].id, operator_id: expect.stringMatching(/^\d+$/) })
    expect((await network.other.get('/account/v1/decisions')).body.decisions).toEqual([])
  })
})

test('the log cannot be changed', async () => {
  const { db } = network.server
  await expect(db.updateTable('decisions').set({ reason: '' }).execute()).rejects.toThrow()
  await expect(db.deleteFrom('decisions').execute()).rejects.toThrow()
})

test('lists come in pages, by what is asked of them', async () => {
  const ids: string[] = []
  for (let next: string | null = ''; next !== null; ) {
    const { body }: Wire = await network.operate(`/grants?limit=7&after=${next}`)
    ids.push(...body.grants.map((row: Wire) => row.id))
    next = body.next
  }
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toContain(grant.id)
  const only = (await network.operate(`/grants?site_id=${site}&package=basic&status=withdrawn`)).body.grants
  expect(only.map((row: Wire) => row.id)).toEqual([grant.id])
})

test.each([
  ['/grants?package=none', 'package'],
  ['/grants?site_id=x', 'site_id'],
  ['/applications?state=open', 'state'],
  ['/appeals?state=open', 'state'],
  ['/decisions?before=x', 'before'],
  ['/decisions?since=1', 'since'],
])('%s is refused by its name', async (path, field) => {
  expect(await network.operate(path)).toMatchObject({ status: 400, body: { field } })
})

test('at most 50 applications a day', async () => {
  const poor = await openSite(network, { traits: { component_attested: false } })
  let answer = await ask(network, 'basic', poor)
  for (let n = 0; n < 50 && answer.status === 201; n++) answer = await ask(network, 'basic', poor)
  expect(answer).toMatchObject({
    status: 400,
    body: { field: 'package', error: expect.stringContaining('at most 50 applications a day') },
  })
})
