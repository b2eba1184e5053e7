import { once } from 'node:events'
import { statSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DemoAccess } from '../../src/seed/demo-access.ts'
import {
  makeFolder,
  postmasterPid,
  privateUrl,
  removeFolder,
  runCommand,
  runServer,
  ServerProcess,
} from './server-process.ts'

// The life of one data folder, from its first start on: each test takes it where the one before left it.

const folder = makeFolder()
const dataDir = join(folder, 'data')
const started: ServerProcess[] = []
let firstDemo: DemoAccess
let link: string

function start(args?: readonly string[]): ServerProcess {
  const server = new ServerProcess(dataDir, args)
  started.push(server)
  return server
}

let server: ServerProcess
beforeAll(async () => {
  server = start()
  await server.ready()
}, 60_000)
afterAll(() => removeFolder(folder, started))

test('a first start tells what it does, and that it is ready last of all', async () => {
  const { lines } = server
  expect(lines[0]).toMatch(/^creating the database in /)
  expect(
    lines.filter((line) => line.startsWith('creating the demo network: ')).length,
  ).toBeGreaterThanOrEqual(10)
  expect(lines.at(-1)).toMatch(/^ready http:\/\/127\.0\.0\.1:\d+$/)
  const address = await server.ready()
  expect((await fetch(`${address}/readyz`)).status).toBe(200)
  expect(await server.call('taobao.time.get')).toHaveProperty('time_get_response.time')
})

test('demo.json has the promised keys and is for its owner alone', async () => {
  firstDemo = server.demo()
  const address = await server.ready()
  const text = expect.stringMatching(/./)
  expect(firstDemo).toStrictEqual({
    gateway: `${address}/router/rest`,
    batch: `${address}/router/batch`,
    console: `${address}/`,
    app: { key: expect.stringMatching(/^\d+$/), secret: text },
    provider_app: { key: expect.stringMatching(/^\d+$/), secret: text, session: text },
    pid: expect.stringMatching(/^mm_\d+_\d+_\d+$/),
    item_ids: Array.from({ length: 10 }, () => expect.stringMatching(/^\S+-\S+$/)),
    shop: { key: text, secret: text, ingest: `${address}/ingest/v1/orders` },
    operator: { token: text },
  })
  expect(['demo.json', 'key'].map((name) => statSync(join(dataDir, name)).mode & 0o777)).toEqual([
    0o600, 0o600,
  ])
})

test('a second start on the folder is refused, and the first server is none the worse', async () => {
  const pid = await postmasterPid(dataDir)
  const second = await runServer(dataDir, ['--port', '0'])
  expect(second.code).toBe(1)
  expect(second.stderr).toMatch(/^another OpenTBK server is running on this data\..*--data DIR\).*\n$/)
  expect(await postmasterPid(dataDir)).toBe(pid)
  expect(await server.call('taobao.time.get')).toHaveProperty('time_get_response.time')
})

test('the command line works beside the running server', async () => {
  const made = await runCommand(['--data', dataDir, 'operator', 'create', '小王'])
  expect(made).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^operator 小王\ntoken {4}op_[0-9a-f]{48}\n$/),
  })
  const again = await runCommand(['--data', dataDir, 'operator', 'create', '小王'])
  expect(again).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('exists already') })
  expect(await server.call('taobao.time.get')).toHaveProperty('time_get_response.time')
})

test('SIGTERM answers the call in flight, waits for no idle connection, then leaves no process behind', async () => {
  const adzone = firstDemo.pid.split('_')[3]
  const converted = await server.call('taobao.tbk.dg.general.link.convert', {
    adzone_id: adzone,
    item_id_list: firstDemo.item_ids[0],
  })
  const item = converted.tbk_dg_general_link_convert_response.data.item_url_list.item_url_list[0]
  link = item.link_info_dto.cps_short_url

  const client = new pg.Client(await privateUrl(dataDir))
  await client.connect()
  await client.query('begin')
  await client.query('lock table adzones in access exclusive mode')
  const site = firstDemo.pid.split('_')[2]
  const held = server.call('taobao.tbk.adzone.create', { site_id: site, adzone_name: 'in flight' })
  const waiting =
    "select count(*)::int as n from pg_locks where relation = 'adzones'::regclass and not granted"
  await expect.poll(async () => (await client.query(waiting)).rows[0].n).toBe(1)
  const { port } = new URL(server.demo().console)
  const silent = connect(Number(port), '127.0.0.1')
  await once(silent, 'connect')
  server.child.kill('SIGTERM')
  await server.line(/^stopping$/)
  await expect.poll(() => fetch(`${server.demo().console}healthz`).catch(() => 'refused')).toBe('refused')
  await client.query('commit')
  await client.end()

  expect(await held).toHaveProperty('tbk_adzone_create_response.data.model')
  expect(await server.ended).toMatchObject({ code: 0, stderr: '' })
  expect(await postmasterPid(dataDir)).toBeUndefined()
})

test('the command line starts the database of a stopped server, and stops it again', async () => {
  const checked = await runCommand(['ledger', 'check', '--data', dataDir], {})
  expect(checked).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('ledger: in order') })
  expect(await postmasterPid(dataDir)).toBeUndefined()
})

test('a later start keeps the data and the demo secrets, also on another port', async () => {
  server = start()
  await server.ready()
  expect(server.lines.some((line) => line.startsWith('creating'))).toBe(false)
  const demo = server.demo()
  const withoutAddresses = ({ app, provider_app, pid, item_ids, operator }: DemoAccess) => ({
    app,
    provider_app,
    pid,
    item_ids,
    operator,
  })
  expect(withoutAddresses(demo)).toEqual(withoutAddresses(firstDemo))
  expect(demo.gateway).not.toBe(firstDemo.gateway)

  // The link was made under the old port: it is this network's all the same, and opens at the new one.
  const parsed = await server.call('taobao.tbk.dg.general.link.parse', {
    adzone_id: demo.pid.split('_')[3],
    material_dto: [{ material_url: link }],
  })
  const [element] = parsed.tbk_dg_general_link_parse_response.data.material_url_list.material_url_list
  expect(element).toMatchObject({ input_material_url: link, link_info_dto: { material_type: 1 } })
  expect(element.link_info_dto.tpwd_origin_url).toContain(demo.console)
  const moved = `${demo.console.slice(0, -1)}${new URL(link).pathname}`
  expect((await fetch(moved, { redirect: 'manual' })).status).toBe(302)
})

test('after a SIGKILL the next start takes the database over and stops it in the end', async () => {
  const pid = await postmasterPid(dataDir)
  server.child.kill('SIGKILL')
  await server.ended
  expect(await postmasterPid(dataDir)).toBe(pid)
  server = start()
  await server.ready()
  expect(server.lines[0]).toBe(`using the PostgreSQL that already runs on ${dataDir}/postgres (pid ${pid})`)
  expect(await server.call('taobao.time.get')).toHaveProperty('time_get_response.time')
  expect((await server.stop()).code).toBe(0)
  expect(await postmasterPid(dataDir)).toBeUndefined()
})

test('a database that is killed under the server is brought back, with what was in it', async () => {
  server = start()
  await server.ready()
  const pid = (await postmasterPid(dataDir)) as number
  process.kill(pid, 'SIGKILL')
  const item_id = firstDemo.item_ids[0]
  const found = () => server.call('taobao.tbk.item.info.upgrade.get', { item_id })
  await expect
    .poll(async () => (await postmasterPid(dataDir)) !== pid && Object.keys(await found())[0], {
      timeout: 30_000,
    })
    .toBe('tbk_item_info_upgrade_get_response')
  expect(await postmasterPid(dataDir)).not.toBe(pid)
  // The lock went with the old database: it must be held again, or a second server could start.
  await expect
    .poll(async () => (await runServer(dataDir, ['--port', '0'])).stderr, { timeout: 30_000 })
    .toMatch(/^another OpenTBK server/)
  expect((await server.stop()).code).toBe(0)
  expect(await postmasterPid(dataDir)).toBeUndefined()
})

test('SIGTERM in the middle of a start ends it without a rest', async () => {
  server = start()
  server.child.kill('SIGTERM')
  await server.ended
  server = start()
  await server.line(/^./)
  server.child.kill('SIGTERM')
  expect(await server.ended).toMatchObject({ code: 0, stderr: '' })
  expect(await postmasterPid(dataDir)).toBeUndefined()
})
