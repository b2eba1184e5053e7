import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Wire } from '../setup/server.ts'
import {
  advance,
  approve,
  decisions,
  fileOne,
  type SiteNetwork,
  show,
  startSiteNetwork,
  told,
} from './site-network.ts'

let network: SiteNetwork
let app: Wire

beforeAll(async () => {
  network = await startSiteNetwork()
  app = await fileOne(network, { kind: 'app', address: 'com.example.saving2', name: '省一点' })
  await approve(network, app)
})
afterAll(() => network.server.close())

const report = (fields: Wire) =>
  network.owner.post(`/account/v1/sites/${app.id}/reports`, { note: '应用市场后台截图', ...fields })
const decide = (id: string, decision: string) =>
  network.operate(`/site-reports/${id}/decide`, { decision, reason: '已核对应用市场' })
const known = async () => {
  const { downloads, daily_users } = await show(network, app)
  return { downloads, daily_users }
}

async function confirmed(fields: Wire): Promise<Wire> {
  const { body } = await report(fields)
  expect((await decide(body.id, 'confirm')).body.state).toBe('confirmed')
  return body
}

test('a figure counts once it is confirmed', async () => {
  const { status, body } = await report({ kind: 'downloads', value: 1_000_000 })
  expect([status, body]).toEqual([
    201,
    expect.objectContaining({ state: 'waiting', value: 1_000_000, decided_at: null }),
  ])
  expect((await network.operate('/site-reports?state=waiting')).body.reports).toEqual([body])
  expect(await known()).toEqual({ downloads: null, daily_users: null })
  await decide(body.id, 'confirm')
  expect(await known()).toEqual({ downloads: 1_000_000, daily_users: null })
  expect((await told(network))[0]).toMatchObject({
    kind: 'site.report.confirm',
    zh: expect.stringContaining('下载量 1000000已确认'),
  })
  expect((await network.operate('/site-reports?state=waiting')).body.reports).toEqual([])
})

test('one that is refused leaves the one before', async () => {
  const { body } = await report({ kind: 'downloads', value: '9000000' })
  expect((await decide(body.id, 'refuse')).body).toMatchObject({ state: 'refused', reason: '已核对应用市场' })
  expect(await known()).toMatchObject({ downloads: 1_000_000 })
  await confirmed({ kind: 'downloads', value: 700_000 })
  expect(await known()).toMatchObject({ downloads: 700_000 })
})

test('is decided once, also by two at the same time', async () => {
  const { body } = await report({ kind: 'daily_users', value: 400_000 })
  const answers = await Promise.all([decide(body.id, 'confirm'), decide(body.id, 'refuse')])
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 400])
  const state = answers.find((answer) => answer.status === 200)?.body.state
  expect(await decide(body.id, 'refuse')).toMatchObject({
    status: 400,
    body: { error: `id: it is ${state} already` },
  })
  for (const id of ['999', 'x']) expect((await decide(id, 'confirm')).status).toBe(404)
})

test('waits alone of its kind, with whoever said it in the audit log', async () => {
  const first = await report({ kind: 'daily_users', value: 500_000 })
  expect(await report({ kind: 'daily_users', value: 600_000 })).toMatchObject({
    status: 400,
    body: { error: `kind: report ${first.body.id} of this kind waits already` },
  })
  await decide(first.body.id, 'confirm')
  const lines = (await decisions(network, app)).filter((line) => line.subject_id === BigInt(first.body.id))
  expect(lines.map((line) => [line.kind, line.made_by, line.figures.value])).toEqual([
    ['site.report', 'member', '500000'],
    ['site.report.confirm', 'operator', '500000'],
  ])
  const { reports } = (await network.owner.get(`/account/v1/sites/${app.id}/reports`)).body
  expect(reports.map((one: Wire) => one.value)).toEqual([1_000_000, 9_000_000, 700_000, 400_000, 500_000])
})

test('counts for ninety days from its confirmation', async () => {
  await advance(network, '60d')
  await confirmed({ kind: 'downloads', value: 800_000 })
  await advance(network, '29d')
  expect(await known()).toEqual({ downloads: 800_000, daily_users: 500_000 })
  await advance(network, '2d')
  expect(await known()).toEqual({ downloads: 800_000, daily_users: null })
  await advance(network, '60d')
  expect(await known()).toEqual({ downloads: null, daily_users: null })
})

test.each([
  [{ kind: 'users', value: 1 }, 'kind'],
  [{ kind: 'downloads' }, 'value'],
  [{ kind: 'downloads', value: -1 }, 'value'],
  [{ kind: 'downloads', value: 1.5 }, 'value'],
  [{ kind: 'downloads', value: 1, note: ' ' }, 'note'],
])('%j is refused by its name', async (fields, field) => {
  expect(await report(fields)).toMatchObject({ status: 400, body: { field } })
})

test('nothing is reported of a site that is out', async () => {
  await network.owner.post(`/account/v1/sites/${app.id}/close`, {})
  expect(await report({ kind: 'downloads', value: 1 })).toMatchObject({
    status: 400,
    body: { error: 'id: it is withdrawn' },
  })
})
