import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dueOn } from '../../src/domain/calendar/index.ts'
import { askAsOperator } from '../sandbox/operator.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const change = (method: 'PUT' | 'DELETE', path: string, body?: unknown) =>
  askAsOperator(server, `/admin/v1/calendar${path}`, { method, ...(body === undefined ? {} : { body }) })
const due = (day: string, workingDays: number) =>
  dueOn(server.ctx, server.db, { from: new Date(`${day}T09:30:00+08:00`), workingDays })
const final = (day: string) => ({ day, isProvisional: false })

// Worked out by hand from the State Council's announcements (国办发明电〔2024〕12号 and its notice of 2025-11-04).
describe('on data that is new', () => {
  test('National Day 2025: 1 to 8 October off, Sunday 28 September and Saturday 11 October worked', async () => {
    const friday = '2025-09-26'
    expect(await due(friday, 1)).toEqual(final('2025-09-28'))
    expect(await due(friday, 3)).toEqual(final('2025-09-30'))
    expect(await due(friday, 4)).toEqual(final('2025-10-09'))
    expect(await due(friday, 6)).toEqual(final('2025-10-11'))
    expect(await due(friday, 7)).toEqual(final('2025-10-13'))
    expect(await due(friday, 15)).toEqual(final('2025-10-23'))
  })

  test.each([
    // Spring Festival 2025: 28 January to 4 February off, Sunday 26 January and Saturday 8 February worked.
    ['2025-01-24', 1, '2025-01-26'],
    ['2025-01-24', 2, '2025-01-27'],
    ['2025-01-24', 3, '2025-02-05'],
    ['2025-01-24', 6, '2025-02-08'],
    ['2025-01-24', 15, '2025-02-20'],
    // Spring Festival 2026: 15 to 23 February off, Saturdays 14 and 28 February worked.
    ['2026-02-12', 2, '2026-02-14'],
    ['2026-02-12', 3, '2026-02-24'],
    ['2026-02-12', 7, '2026-02-28'],
    ['2026-02-12', 8, '2026-03-02'],
    ['2026-02-12', 15, '2026-03-11'],
    // 25 to 27 September and 1 to 7 October 2026 off, Sunday 20 September and Saturday 10 October worked.
    ['2026-09-18', 1, '2026-09-20'],
    ['2026-09-18', 6, '2026-09-28'],
    ['2026-09-18', 9, '2026-10-08'],
    ['2026-09-18', 11, '2026-10-10'],
    ['2026-09-18', 15, '2026-10-15'],
    // The New Year 2026: 1 to 3 January off, Sunday 4 January worked.
    ['2025-12-30', 2, '2026-01-04'],
    // From a holiday, and over a plain weekend.
    ['2025-10-01', 1, '2025-10-09'],
    ['2026-07-13', 5, '2026-07-20'],
  ])('from %s, working day %i is %s', async (from, count, day) => {
    expect(await due(from, count)).toEqual(final(day))
  })
})

test('the day that counts is the one in GMT+8', async () => {
  const from = (text: string) => dueOn(server.ctx, server.db, { from: new Date(text), workingDays: 1 })
  // 23:59:59 on Tuesday 30 September, and midnight a second later: both before eight days off.
  expect(await from('2025-09-29T15:59:59Z')).toEqual(final('2025-09-30'))
  expect(await from('2025-09-29T16:00:00Z')).toEqual(final('2025-10-09'))
})

describe('a year that is not known', () => {
  const provisional = (day: string) => ({ day, isProvisional: true })

  test('is reckoned by its weekends, and says so', async () => {
    // Monday 29 December 2098.
    expect(await due('2098-12-29', 2)).toEqual(provisional('2098-12-31'))
    expect(await due('2098-12-29', 4)).toEqual(provisional('2099-01-02'))
    expect(await due('2098-12-29', 5)).toEqual(provisional('2099-01-05'))
  })

  test('is known once an operator has entered it, and only that year', async () => {
    const day = { working: false, name: '元旦', reason: '已公布' }
    expect((await change('PUT', '/2099-01-01', day)).status).toBe(200)
    expect(await due('2098-12-29', 3)).toEqual(provisional('2099-01-02'))
    expect((await change('PUT', '/years/2098', { reason: '已公布' })).status).toBe(200)
    expect(await due('2098-12-29', 2)).toEqual(final('2098-12-31'))
    expect(await due('2098-12-29', 3)).toEqual(provisional('2099-01-02'))
    expect((await change('PUT', '/years/2099', { reason: '已公布' })).status).toBe(200)
    expect(await due('2098-12-29', 3)).toEqual(final('2099-01-02'))
    expect((await change('DELETE', '/years/2098?reason=%E8%AF%AF')).status).toBe(204)
    expect(await due('2098-12-29', 3)).toEqual(provisional('2099-01-02'))
  })
})

test('an operator’s day wins over the library and the weekday, until it is taken back', async () => {
  // Saturday 9 May 2026 is worked for Labour Day; 13 May is a Wednesday.
  expect(await due('2026-05-08', 3)).toEqual(final('2026-05-12'))
  await change('PUT', '/2026-05-09', { working: false, name: '休息', reason: '本网络放假' })
  expect(await due('2026-05-08', 3)).toEqual(final('2026-05-13'))
  await change('PUT', '/2026-05-13', { working: false, name: '休息', reason: '本网络放假' })
  expect(await due('2026-05-08', 3)).toEqual(final('2026-05-14'))
  for (const day of ['2026-05-09', '2026-05-13']) await change('DELETE', `/${day}?reason=ok`)
  expect(await due('2026-05-08', 3)).toEqual(final('2026-05-12'))
})
