import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { lastCallDays } from '../../src/domain/figures/index.ts'
import { addApp, type OwnApp } from '../gateway/own-app.ts'
import { sendBatch } from '../gateway/send-batch.ts'
import { askAsOperator } from '../sandbox/operator.ts'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'
import { endDay, moveTo, today } from './days-network.ts'

let database: TestDatabase
let server: TestServer
let app: OwnApp

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startTestServer({ database })
  const memberId = BigInt(server.demo.pid.split('_')[1] as string)
  app = await addApp(server.ctx, { memberId, packages: ['publisher', 'basic'] })
  await moveTo({ server }, '10:00:00')
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

/** Counts are written once a second. */
const soon = (look: () => Promise<void>) => vi.waitFor(look, { timeout: 20_000 })

const tbkinfo = (params: Wire = { pid: server.demo.pid }) =>
  server.call('taobao.tbk.tbkinfo.get', params, { app })

async function days(): Promise<Wire[]> {
  const { body } = await askAsOperator(server, `/admin/v1/apps/${app.key}/days`)
  return body.days
}

test('every call that was let in counts for its package, and no other', async () => {
  const day = today({ server })
  await tbkinfo()
  // Let in, and then refused for what it asks.
  expect((await tbkinfo({})).error_response.code).toBe(40)
  const segment = `method=taobao.tbk.tbkinfo.get&pid=${server.demo.pid}`
  await sendBatch(server, { app, segments: [segment, segment] })
  await server.call('taobao.tbk.item.info.get', { item_id: server.demo.item_ids[0] }, { app })
  // Of no package; of one that the app has not; not signed by the app.
  await server.call('taobao.time.get', {}, { app })
  expect((await server.call('taobao.tbk.order.details.get', {}, { app })).error_response.code).toBe(11)
  const forged = { app: { ...app, secret: 'wrong' } }
  await server.call('taobao.tbk.tbkinfo.get', { pid: server.demo.pid }, forged)
  await soon(async () => {
    expect(await days()).toEqual([
      { day, package: 'basic', calls: 1 },
      { day, package: 'publisher', calls: 4 },
    ])
  })
})

test('over a restart none is lost, and those after it are added', async () => {
  const day = today({ server })
  await tbkinfo()
  await server.close()
  server = await startTestServer({ database })
  expect(await days()).toContainEqual({ day, package: 'publisher', calls: 5 })
  await tbkinfo()
  await soon(async () => {
    expect(await days()).toContainEqual({ day, package: 'publisher', calls: 6 })
  })
})

test('a call counts on its business day, and is written before the day is added up', async () => {
  const before = await endDay({ server })
  const day = today({ server })
  await tbkinfo()
  // The day's end comes within the second in which the call is only in memory.
  await endDay({ server })
  expect(await days()).toEqual([
    { day, package: 'publisher', calls: 1 },
    { day: before, package: 'basic', calls: 1 },
    { day: before, package: 'publisher', calls: 6 },
  ])
  const asked = [
    { appId: app.id, package: 'publisher' },
    { appId: app.id, package: 'share' },
    { appId: app.id, package: 'basic' },
  ] as const
  expect(await lastCallDays(server.db, asked)).toEqual([day, undefined, before])
})

test('what could not be written is written later', async () => {
  const day = today({ server })
  const { pool } = server.ctx.store
  const connect = vi.spyOn(pool, 'connect').mockRejectedValue(new Error('the database is away'))
  const failed = Promise.withResolvers<void>()
  const log = vi.spyOn(server.ctx.log, 'error').mockImplementation((...said) => {
    if (said[1] === 'calls of packages were not written') failed.resolve()
  })
  await tbkinfo().catch(() => {})
  await failed.promise
  connect.mockRestore()
  log.mockRestore()
  await tbkinfo()
  await soon(async () => {
    expect(await days()).toContainEqual({ day, package: 'publisher', calls: 2 })
  })
})
