import { afterAll, beforeAll, expect, test } from 'vitest'
import { jobs } from '../../src/jobs/index.ts'
import { askAsOperator } from '../sandbox/operator.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const ask = (path = '', how?: Parameters<typeof askAsOperator>[2]) =>
  askAsOperator(server, `/admin/v1/jobs${path}`, how)

test('every job is listed; on new data each waits for its first turn', async () => {
  const { status, body } = await ask()
  expect(status).toBe(200)
  expect(body.jobs.map((job: { name: string }) => job.name)).toEqual(jobs.map((job) => job.name))
  for (const job of body.jobs) {
    expect(job).toMatchObject({ last_run: null, due: [expect.any(String)] })
    expect(Date.parse(job.next_due_at)).toBeLessThanOrEqual(Date.now())
  }
  expect((await ask('/purge%20expired%20links/runs')).body).toEqual({ runs: [] })
})

test('run takes the turn that waits, once a period, and says what it did', async () => {
  const run = () => ask('/purge%20expired%20links/run', { body: {} })
  const { status, body } = await run()
  expect(status).toBe(200)
  expect(body).toMatchObject({
    name: 'purge expired links',
    cadence: 'hour',
    catch_up: 'last',
    last_run: { state: 'done', attempts: 1, did: { deleted: 0 }, error: null },
    due: [],
  })
  expect(Date.parse(body.next_due_at)).toBeGreaterThan(Date.now())
  expect(await run()).toEqual({
    status: 409,
    body: { error: 'name: its turn is done already', field: 'name' },
  })
  const runs = await ask('/purge%20expired%20links/runs?limit=5')
  expect(runs.body.runs).toEqual([body.last_run])
})

test('moving the clock gives the turns that came due by it, and names them', async () => {
  const { body } = await askAsOperator(server, '/sandbox/clock', { body: { advance: '40d' } })
  expect(body.jobs.map((job: { name: string }) => job.name)).toEqual(jobs.map((job) => job.name))
  expect(body.jobs.filter((job: { ok: boolean }) => !job.ok)).toEqual([])
  const listed = (await ask()).body.jobs
  for (const { name, period } of body.jobs) {
    const job = listed.find((one: { name: string }) => one.name === name)
    expect(job.last_run).toMatchObject({ period, state: 'done' })
    expect(Date.parse(job.last_run.business_at) - Date.parse(job.last_run.started_at)).toBeGreaterThan(
      39 * 86_400_000,
    )
  }
})

test.each([
  ['/no%20such/runs', undefined, 404, 'name'],
  ['/no%20such/run', {}, 404, 'name'],
  ['/refresh%20offers/runs?limit=x', undefined, 400, 'limit'],
  ['/refresh%20offers/runs?page=2', undefined, 400, 'page'],
])('%s is refused by its field', async (...[path, body, status, field]) => {
  const answer = await ask(path, body && { body })
  expect(answer).toMatchObject({ status, body: { field } })
  expect(answer.body.error).toMatch(new RegExp(`^${field}: `))
})

test('only operators', async () => {
  const headers = { authorization: '' }
  for (const path of ['', '/refresh%20offers/runs']) expect((await ask(path, { headers })).status).toBe(401)
  expect((await ask('/refresh%20offers/run', { headers, body: {} })).status).toBe(401)
  expect((await ask('/refresh%20offers/run', { method: 'POST' })).status).toBe(415)
})
