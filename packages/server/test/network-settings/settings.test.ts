import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listDecisions } from '../../src/domain/decisions/index.ts'
import { getNetworkSettings } from '../../src/domain/network-settings/index.ts'
import { askAsOperator } from '../sandbox/operator.ts'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const ask = (path = '', how?: Parameters<typeof askAsOperator>[2]) =>
  askAsOperator(server, `/admin/v1/settings${path}`, how)
const set = (name: string, value: unknown, reason: unknown = '试运行') =>
  ask(`/${name}`, { method: 'PUT', body: { value, reason } })
const changesOf = async (name: string): Promise<Wire[]> => (await ask(`/changes?name=${name}`)).body.changes
const inForce = () => getNetworkSettings(server.db)
const find = async (name: string): Promise<Wire> =>
  (await ask()).body.settings.find((one: Wire) => one.name === name)

/** As the rules of 2017-08-01 have them; what they leave open is this network's. */
const asTheRulesSay = {
  basicPointsLimit: 18,
  linkDailyClicks: 50_000,
  linkDailyPaidFen: 10_000_000n,
  linkDownloads: 1_000_000,
  linkDailyUsers: 300_000,
  shareDailyUsers: 500_000,
  averageDays: 30,
  idleDays: 30,
  warnDays: [7, 1],
  graceDays: 7,
  pointsLastDays: 365,
  reportLastDays: 90,
  componentLastDays: 30,
  answerWorkingDays: 15,
  openApplications: false,
  caseClicksTimes: 10,
  caseClicksLeast: 1000,
  caseShopperClicks: 200,
  caseRefundShareBp: 5000,
  caseRefundLeastOrders: 20,
}

test('new data goes by the rules’ own figures, and each is listed with what it means', async () => {
  expect(await inForce()).toEqual(asTheRulesSay)
  const { settings } = (await ask()).body
  expect(settings).toHaveLength(Object.keys(asTheRulesSay).length)
  for (const setting of settings) {
    expect(setting).toMatchObject({ value: setting.default, is_default: true })
    expect(setting.description.zh).toMatch(/\p{Script=Han}/u)
    expect(setting.description.en).toMatch(/^[\p{ASCII}]+$/u)
  }
  expect(await find('link_daily_paid_fen')).toMatchObject({
    value: 10_000_000,
    unit: 'fen',
    least: 0,
    rule: '二（二）1（1）',
  })
  expect(await find('open_applications')).toMatchObject({ value: false, unit: 'flag', least: null })
})

test('a change holds at once, and is kept with its reason, who made it and when', async () => {
  await askAsOperator(server, '/sandbox/clock', { body: { advance: '1h' } })
  expect(await set('basic_points_limit', 12)).toMatchObject({
    status: 200,
    body: { name: 'basic_points_limit', value: 12, default: 18, is_default: false },
  })
  expect(await inForce()).toEqual({ ...asTheRulesSay, basicPointsLimit: 12 })
  expect((await set('basic_points_limit', null, '恢复')).body).toMatchObject({ value: 18, is_default: true })
  expect(await inForce()).toEqual(asTheRulesSay)
  const [back, first] = await changesOf('basic_points_limit')
  expect(first).toMatchObject({ before: null, after: 12, reason: '试运行', operator_id: expect.any(String) })
  expect(back).toMatchObject({ before: 12, after: null, reason: '恢复' })
  expect(Date.parse(first.at) - Date.now()).toBeGreaterThan(3_500_000)
  const decisions = await listDecisions(server.ctx, { kind: 'setting.change', limit: 10 })
  expect(decisions.map(({ by, reason, figures }) => ({ by, reason, figures }))).toEqual([
    {
      by: { kind: 'operator', operatorId: BigInt(first.operator_id) },
      reason: '恢复',
      figures: { name: 'basic_points_limit', before: 12, after: 18 },
    },
    {
      by: { kind: 'operator', operatorId: BigInt(first.operator_id) },
      reason: '试运行',
      figures: { name: 'basic_points_limit', before: 18, after: 12 },
    },
  ])
})

test('every kind of value reaches the rules as what it is', async () => {
  for (const [name, value] of [
    ['link_daily_paid_fen', 12_345_678],
    ['warn_days', [1, 14, 3]],
    ['open_applications', true],
    ['case_refund_share_bp', 1],
    ['points_last_days', 0],
  ] as const)
    expect((await set(name, value)).status).toBe(200)
  expect(await inForce()).toEqual({
    ...asTheRulesSay,
    linkDailyPaidFen: 12_345_678n,
    warnDays: [14, 3, 1],
    openApplications: true,
    caseRefundShareBp: 1,
    pointsLastDays: 0,
  })
  expect((await set('warn_days', [3, 1, 14], '再来一次')).body.value).toEqual([14, 3, 1])
  expect(await changesOf('warn_days')).toHaveLength(1)
})

test.each([
  ['no_such', 1, 'name'],
  ['mode', 'production', 'name'],
  ['basic_points_limit', 0, 'value'],
  ['basic_points_limit', 1.5, 'value'],
  ['basic_points_limit', '18x', 'value'],
  ['basic_points_limit', true, 'value'],
  ['basic_points_limit', '', 'value'],
  ['idle_days', 366, 'value'],
  ['component_last_days', 91, 'value'],
  ['link_daily_paid_fen', -1, 'value'],
  ['link_daily_paid_fen', '100000.00', 'value'],
  ['case_refund_share_bp', 10_001, 'value'],
  ['open_applications', 1, 'value'],
  ['warn_days', 7, 'value'],
  ['warn_days', [], 'value'],
  ['warn_days', [7, 7], 'value'],
  ['warn_days', [0], 'value'],
])('%s = %j is refused', async (name, value, field) => {
  const before = await inForce()
  expect(await set(name, value)).toMatchObject({ status: 400, body: { field } })
  expect(await inForce()).toEqual(before)
})

test.each([
  [{ reason: '好' }, 'value'],
  [{ value: 3 }, 'reason'],
  [{ value: 3, reason: ' ' }, 'reason'],
  [{ value: 3, reason: '长'.repeat(501) }, 'reason'],
  [{ value: 3, reason: '好', why: '' }, 'why'],
])('%j is refused', async (body, field) => {
  expect(await ask('/grace_days', { method: 'PUT', body })).toMatchObject({ status: 400, body: { field } })
  expect(await changesOf('grace_days')).toEqual([])
})

test('changes at the same time follow one another', async () => {
  const values = [1, 2, 3, 4, 5, 6]
  await Promise.all(values.map((value) => set('case_clicks_times', value)))
  const changes = (await changesOf('case_clicks_times')).reverse()
  expect(changes.map(({ after }) => after).sort()).toEqual(values)
  expect(changes.map(({ before }) => before)).toEqual([
    null,
    ...changes.slice(0, -1).map(({ after }) => after),
  ])
  expect((await inForce()).caseClicksTimes).toBe(changes.at(-1)?.after)
})

describe('the changes', () => {
  test('are read in pages, the newest first', async () => {
    const all: Wire[] = (await ask('/changes?limit=200')).body.changes
    expect(all.length).toBeGreaterThan(6)
    const seen: Wire[] = []
    for (let next = ''; next !== null; ) {
      const { changes, next: more } = (await ask(`/changes?limit=2&before=${next}`)).body
      seen.push(...changes)
      next = more
    }
    expect(seen).toEqual(all)
    expect(all.map(({ id }) => Number(id))).toEqual(all.map(({ id }) => Number(id)).sort((a, b) => b - a))
  })

  test('can be neither changed nor taken out', async () => {
    const { db } = server
    await expect(db.deleteFrom('setting_changes').execute()).rejects.toThrow()
    await expect(db.updateTable('setting_changes').set({ reason: '' }).execute()).rejects.toThrow()
  })
})

test('every door wants the operator’s token', async () => {
  const headers = { authorization: 'Bearer op_nobody' }
  const body = { value: 1, reason: '好' }
  expect((await ask('', { headers })).status).toBe(401)
  expect((await ask('/changes', { headers })).status).toBe(401)
  expect((await ask('/idle_days', { method: 'PUT', body, headers })).status).toBe(401)
})
