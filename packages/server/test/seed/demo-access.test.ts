import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findApp, findSession, hasAuthorised, parsePid } from '../../src/domain/publishers/index.ts'
import { demoAccess, writeDemoAccess } from '../../src/seed/index.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'

let server: TestServer
let folder: string
beforeAll(async () => {
  server = await startTestServer()
  folder = await mkdtemp(join(tmpdir(), 'opentbk-demo-'))
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

it('writes demo.json for its owner alone, over an older one', async () => {
  const path = join(folder, 'demo.json')
  await writeFile(path, 'older', { mode: 0o644 })
  await writeDemoAccess(folder, server.demo)
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(server.demo)
  expect(await readdir(folder)).toEqual(['demo.json'])
})

it('leaves no half-written file where it cannot write', async () => {
  const dataDir = join(folder, 'taken')
  // The place of demo.json is a folder with something in it, which no file can take.
  await mkdir(join(dataDir, 'demo.json', 'inside'), { recursive: true })
  await expect(writeDemoAccess(dataDir, server.demo)).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST/)
  expect(await readdir(dataDir)).toEqual(['demo.json'])
})

it('has exactly the documented keys', () => {
  const text = expect.any(String)
  expect(server.demo).toStrictEqual({
    gateway: `${server.url}/router/rest`,
    batch: `${server.url}/router/batch`,
    console: `${server.url}/`,
    app: { key: expect.stringMatching(/^\d{8}$/), secret: expect.stringMatching(/^[0-9a-f]{32}$/) },
    provider_app: {
      key: expect.stringMatching(/^\d{8}$/),
      secret: expect.stringMatching(/^[0-9a-f]{32}$/),
      session: expect.stringMatching(/^6200[0-9a-f]{52}$/),
    },
    pid: expect.stringMatching(/^mm_\d+_\d+_\d+$/),
    item_ids: Array.from({ length: 10 }, () => text),
    shop: {
      key: text,
      secret: expect.stringMatching(/^[0-9a-f]{32}$/),
      ingest: `${server.url}/ingest/v1/orders`,
    },
    operator: { token: text },
  })
})

it('says the same at every start, and what it says opens what is stored', async () => {
  const { ctx, demo } = server
  expect(await demoAccess(ctx)).toEqual(demo)
  const app = await findApp(ctx, demo.app.key)
  const provider = await findApp(ctx, demo.provider_app.key)
  const session = await findSession(ctx, demo.provider_app.session)
  expect(app?.secrets.map((secret) => secret.text)).toEqual([demo.app.secret])
  expect(provider?.secrets.map((secret) => secret.text)).toEqual([demo.provider_app.secret])
  const owner = parsePid(demo.pid)?.memberId
  expect(app?.ownerId).toBe(owner)
  expect(session).toMatchObject({ appId: provider?.id, memberId: owner, withdrawn: false })
  expect(await hasAuthorised(ctx, provider?.id ?? 0n, owner ?? 0n)).toBe(true)
  const shop = await server.db
    .selectFrom('shops')
    .select('secret_sealed')
    .where('shop_key', '=', demo.shop.key)
    .executeTakeFirstOrThrow()
  expect(ctx.keys.open('shop-secret', shop.secret_sealed)?.toString()).toBe(demo.shop.secret)
  const operator = await server.db.selectFrom('operators').select('token_hash').executeTakeFirstOrThrow()
  expect(operator.token_hash).toEqual(ctx.keys.mac('operator-token', demo.operator.token))
})
