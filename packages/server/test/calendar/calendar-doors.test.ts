import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillCalendar } from '../../src/domain/calendar/index.ts'
import { listDecisions } from '../../src/domain/decisions/index.ts'
import { askAsOperator } from '../sandbox/operator.ts'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const ask = (path = '', how?: Parameters<typeof askAsOperator>[2]) =>
  askAsOperator(server, `/admin/v1/calendar${path}`, how)
const set = (day: string, given: unknown) => ask(`/${day}`, { method: 'PUT', body: given })
const remove = (path: string, reason = 'reason=%E6%94%B6%E5%9B%9E') =>
  ask(`/${path}?${reason}`, { method: 'DELETE' })
const know = (year: number) => ask(`/years/${year}`, { method: 'PUT', body: { reason: '已全部录入' } })
const find = async (day: string): Promise<Wire> =>
  (await ask(`?year=${day.slice(0, 4)}`)).body.days.find((one: Wire) => one.day === day)
const holiday = { working: false, name: '休息', reason: '本网络放假' }

describe('what the library knows', () => {
  test('is there on new data, without the job', async () => {
    const { body } = await ask('?year=2025')
    expect(body).toMatchObject({ year: 2025, known_by: 'library' })
    const days: Wire[] = body.days
    expect(days.filter(({ working }) => working).map(({ day }) => day)).toEqual([
      '2025-01-26',
      '2025-02-08',
      '2025-04-27',
      '2025-09-28',
      '2025-10-11',
    ])
    expect(days.filter(({ working }) => !working)).toHaveLength(28)
    expect(days.find(({ day }) => day === '2025-10-01')).toEqual({
      day: '2025-10-01',
      working: false,
      name: '国庆节 / National Day',
      source: 'library',
      operator_id: null,
    })
    expect((await ask('?year=2150')).body).toEqual({ year: 2150, known_by: null, days: [] })
  })

  test('is entered by the day’s job, once', async () => {
    const { status, body } = await askAsOperator(server, '/admin/v1/jobs/fill%20calendar/run', { body: {} })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      cadence: 'day',
      last_run: { state: 'done', did: { written: 0, removed: 0, years: 0 } },
    })
    const fills = await listDecisions(server.ctx, { kind: 'calendar.fill', limit: 10 })
    expect(fills).toHaveLength(1)
    expect(fills[0]).toMatchObject({ by: { kind: 'rule' }, figures: { removed: 0 } })
    expect(fills[0]?.figures.years).toContain(2026)
  })

  test('is brought to what a newer library says', async () => {
    const { db, ctx } = server
    const before = (await ask('?year=2026')).body
    await db.deleteFrom('calendar_years').where('year', '=', 2026).execute()
    await db.deleteFrom('calendar_days').where('day', '>=', '2026-10-01').execute()
    await db.updateTable('calendar_days').set({ is_working: true }).where('day', '=', '2025-05-01').execute()
    const wrong = { day: '2025-03-03', is_working: false, name: '误', source: 'library' }
    await db.insertInto('calendar_days').values(wrong).execute()
    expect(await fillCalendar(ctx)).toEqual({ written: 9, removed: 1, years: [2026] })
    expect((await ask('?year=2026')).body).toEqual(before)
    expect(await find('2025-05-01')).toMatchObject({ working: false })
    expect(await find('2025-03-03')).toBeUndefined()
    expect(await fillCalendar(ctx)).toEqual({ written: 0, removed: 0, years: [] })
  })
})

describe('what an operator says', () => {
  test('stays when the library is entered again, and gives way when it is taken back', async () => {
    const said = { day: '2026-10-10', working: false, name: '休息', source: 'operator' }
    expect(await set('2026-10-10', holiday)).toMatchObject({ status: 200, body: said })
    await fillCalendar(server.ctx)
    expect(await find('2026-10-10')).toMatchObject({ ...said, operator_id: expect.any(String) })
    expect((await remove('2026-10-10')).status).toBe(204)
    expect(await find('2026-10-10')).toMatchObject({ working: true, source: 'library', operator_id: null })
    expect(await remove('2026-10-10')).toMatchObject({ status: 404, body: { field: 'day' } })
    const [back, first] = await listDecisions(server.ctx, { kind: 'calendar.', limit: 2 })
    const library = { is_working: true, name: '国庆节 / National Day', source: 'library' }
    const operator = { is_working: false, name: '休息', source: 'operator' }
    const figures = { day: '2026-10-10' }
    expect(first).toMatchObject({
      kind: 'calendar.set_day',
      reason: '本网络放假',
      figures: { ...figures, before: library, after: operator },
    })
    expect(back).toMatchObject({
      kind: 'calendar.remove_day',
      reason: '收回',
      figures: { ...figures, before: operator, after: library },
    })
  })

  test('of a day that is nothing else gives way to its weekday', async () => {
    await set('2026-07-15', holiday)
    expect((await remove('2026-07-15')).status).toBe(204)
    expect(await find('2026-07-15')).toBeUndefined()
  })

  test('of a year keeps the library out of it', async () => {
    const { db, ctx } = server
    expect(await know(2026)).toMatchObject({ status: 400, body: { field: 'year' } })
    // As on data whose library did not know the year yet.
    await db.deleteFrom('calendar_years').where('year', '=', 2026).execute()
    await db.deleteFrom('calendar_days').where('day', '>=', '2026-01-01').execute()
    await db.insertInto('calendar_years').values({ year: 2026, source: 'operator' }).execute()
    await set('2026-10-01', { ...holiday, name: '国庆节' })
    expect(await fillCalendar(ctx)).toEqual({ written: 0, removed: 0, years: [] })
    expect((await ask('?year=2026')).body).toMatchObject({
      known_by: 'operator',
      days: [{ day: '2026-10-01' }],
    })
    expect((await remove('years/2026')).status).toBe(204)
    const { known_by, days } = (await ask('?year=2026')).body
    expect(known_by).toBe('library')
    expect(days).toHaveLength(39)
    expect(await find('2026-10-01')).toMatchObject({ name: '国庆节', source: 'operator' })
    expect(await remove('years/2026')).toMatchObject({ status: 404, body: { field: 'year' } })
  })

  test('of a year is said once', async () => {
    expect((await know(2151)).body).toEqual({ year: 2151, known_by: 'operator', days: [] })
    const again = await know(2151)
    expect(again).toMatchObject({
      status: 400,
      body: { error: 'year: it is known already, by the operator' },
    })
    const [said] = await listDecisions(server.ctx, { kind: 'calendar.know_year', limit: 10 })
    expect(said).toMatchObject({ reason: '已全部录入', figures: { year: 2151 } })
  })
})

test.each([
  ['2026-02-30', holiday, 'day'],
  ['2026-2-3', holiday, 'day'],
  ['1999-12-31', holiday, 'day'],
  ['2200-01-01', holiday, 'day'],
  ['2026-03-03', { ...holiday, working: 'maybe' }, 'working'],
  ['2026-03-03', { name: '休息', reason: '好' }, 'working'],
  ['2026-03-03', { ...holiday, name: ' ' }, 'name'],
  ['2026-03-03', { ...holiday, name: '长'.repeat(101) }, 'name'],
  ['2026-03-03', { working: false, name: '休息' }, 'reason'],
  ['2026-03-03', { ...holiday, source: 'library' }, 'source'],
])('%s %j is refused', async (day, given, field) => {
  expect(await set(day, given)).toMatchObject({ status: 400, body: { field } })
  expect(await find('2026-03-03')).toBeUndefined()
})

test('so are other years, and taking back without a reason', async () => {
  expect(await ask('?year=1999')).toMatchObject({ status: 400, body: { field: 'year' } })
  expect(await ask('?month=1')).toMatchObject({ status: 400, body: { field: 'month' } })
  expect(await know(20266)).toMatchObject({ status: 400, body: { field: 'year' } })
  expect(await remove('2026-10-01', '')).toMatchObject({ status: 400, body: { field: 'reason' } })
  expect(await remove('years/2151', '')).toMatchObject({ status: 400, body: { field: 'reason' } })
  expect((await ask('?year=2151')).body.known_by).toBe('operator')
})

test('every door wants the operator’s token', async () => {
  const headers = { authorization: 'Bearer op_nobody' }
  const put = { method: 'PUT', body: holiday, headers }
  expect((await ask('', { headers })).status).toBe(401)
  for (const path of ['/2026-03-03', '/years/2152']) {
    expect((await ask(path, put)).status).toBe(401)
    expect((await ask(`${path}?reason=ok`, { method: 'DELETE', headers })).status).toBe(401)
  }
})
