import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { admin, createTestDatabase, TEST_MASTER_KEY, type TestDatabase } from '../setup/database.ts'
import { startOldPostgres } from './old-postgres.ts'
import {
  type Ended,
  makeFolder,
  removeFolder,
  runCommand,
  runServer,
  ServerProcess,
} from './server-process.ts'

const folder = makeFolder()
const dataDir = join(folder, 'data')
const started: ServerProcess[] = []
const key = { OPENTBK_MASTER_KEY: TEST_MASTER_KEY.toString('hex') }
const anyPort = ['--port', '0']
let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => {
  await removeFolder(folder, started)
  await database.drop()
})

/** What a refused start says: a message for a person, no stack, status 1. */
function refusal({ code, stderr }: Ended): string {
  expect(code).toBe(1)
  expect(stderr).not.toMatch(/^\s+at .*:\d+/m)
  return stderr
}

describe('flags and variables', () => {
  test('an unknown flag is answered with the usage', async () => {
    const said = refusal(await runServer(dataDir, ['--prot', '80']))
    expect(said).toContain("'--prot'")
    expect(said).toContain('usage: npm start -- [--port 8080]')
  })

  test('everything that is wrong is said at once, each by its name', async () => {
    const said = refusal(
      await runServer(dataDir, ['--mode', 'play', '--port', '70000'], {
        DATABASE_URL: 'mysql://x',
        OPENTBK_MASTER_KEY: 'short',
        PUBLIC_URL: 'ftp://x',
        LOG_LEVEL: 'loud',
        REDIS_URL: 'http://127.0.0.1',
      }),
    )
    const names = [
      '--mode',
      '--port',
      'DATABASE_URL',
      'OPENTBK_MASTER_KEY',
      'PUBLIC_URL',
      'LOG_LEVEL',
      'REDIS_URL',
    ]
    for (const name of names) expect(said).toContain(`\n  ${name}: `)
  })

  test('production asks for its master key and an https address, both at once', async () => {
    const bare = refusal(await runServer(dataDir, ['--mode', 'production']))
    expect(bare).toContain('OPENTBK_MASTER_KEY: needed in production')
    expect(bare).toContain('PUBLIC_URL: needed in production')
    const plain = await runServer(dataDir, [], {
      ...key,
      OPENTBK_MODE: 'production',
      PUBLIC_URL: 'http://x.test',
    })
    expect(refusal(plain)).toContain('PUBLIC_URL: must be https in production')
    expect(existsSync(dataDir)).toBe(false)
  })
})

describe('the database', () => {
  test('one that cannot be reached is named, without its password', async () => {
    const said = refusal(
      await runServer(dataDir, anyPort, { DATABASE_URL: 'postgres://me:hidden@127.0.0.1:1/x' }),
    )
    expect(said).toMatch(/^cannot use the PostgreSQL at postgres:\/\/me@127\.0\.0\.1:1\/x: .*ECONNREFUSED/)
    expect(said).not.toContain('hidden')
  })

  test('one that is too old is refused', async () => {
    const old = await startOldPostgres()
    const ended = await runServer(dataDir, anyPort, { DATABASE_URL: old.url })
    await old.stop()
    expect(refusal(ended)).toBe('PostgreSQL 14.12 is too old: OpenTBK needs 15 or newer\n')
  })

  test('data newer than the code, and a migration changed after it was applied', async () => {
    const newer = await createTestDatabase()
    await admin(newer.url, "insert into schema_migrations values (9999, '9999-later.sql', 'x')")
    const ahead = await runServer(dataDir, anyPort, { ...key, DATABASE_URL: newer.url })
    expect(refusal(ahead)).toMatch(/^the data is newer than this code: it has migration 9999-later\.sql/)
    await admin(newer.url, 'delete from schema_migrations where number = 9999')
    await admin(newer.url, "update schema_migrations set digest = 'other' where number = 1")
    const changed = await runServer(dataDir, anyPort, { ...key, DATABASE_URL: newer.url })
    expect(refusal(changed)).toMatch(/^migration 0001-\S+ was changed after it was applied to this database/)
    await newer.drop()
  })

  test('one in which a table of ours cannot be made', async () => {
    const taken = await createTestDatabase({ empty: true })
    await admin(taken.url, 'create table members (id int)')
    const ended = await runServer(dataDir, anyPort, { ...key, DATABASE_URL: taken.url })
    expect(refusal(ended)).toMatch(/^migration 0001-\S+ cannot be applied: relation "members" already exists/)
    await taken.drop()
  })

  test('data of the other mode', async () => {
    const env = { ...key, DATABASE_URL: database.url, PUBLIC_URL: 'https://tbk.example' }
    const said = refusal(await runServer(dataDir, [...anyPort, '--mode', 'production'], env))
    expect(said).toBe('this data was made in sandbox mode and cannot be served in production mode\n')
  })
})

test('data made under another master key, until the right one is named among the old ones', async () => {
  const own = await createTestDatabase()
  const place = join(folder, 'keys')
  const other = { DATABASE_URL: own.url, OPENTBK_MASTER_KEY: 'ab'.repeat(32) }
  const said = refusal(await runServer(place, anyPort, other))
  expect(said).toMatch(/^the master key \(OPENTBK_MASTER_KEY, .* is not the one of this data/)
  const command = await runCommand(['operator', 'create', 'x'], other)
  expect(command).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('it is not the master key of this data'),
  })

  const rotated = { ...other, OPENTBK_OLD_MASTER_KEYS: key.OPENTBK_MASTER_KEY }
  const server = new ServerProcess(place, anyPort, { env: rotated })
  started.push(server)
  await server.ready()
  await server.stop()
  const back = refusal(await runServer(place, anyPort, { ...key, DATABASE_URL: own.url }))
  expect(back).toContain('is not the one of this data')
  await own.drop()
})

describe('on a database of the operator’s', () => {
  test('one server at a time, and no two on a port', async () => {
    const env = { ...key, DATABASE_URL: database.url }
    const first = new ServerProcess(dataDir, anyPort, { env })
    started.push(first)
    const address = await first.ready()
    const second = refusal(await runServer(join(folder, 'other'), anyPort, env))
    expect(second).toMatch(/^another OpenTBK server is running on this data/)

    const other = await createTestDatabase()
    const port = new URL(address).port
    const taken = await runServer(join(folder, 'other'), ['--port', port], {
      ...key,
      DATABASE_URL: other.url,
    })
    expect(refusal(taken)).toMatch(new RegExp(`^cannot listen on 127.0.0.1:${port}: .*EADDRINUSE.*--port`))
    await other.drop()

    expect(await first.call('taobao.time.get')).toHaveProperty('time_get_response.time')
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false)
    expect(await first.stop()).toMatchObject({ code: 0, stderr: '' })
  })

  test('production: no demo network, no shop, no keys on the start page', async () => {
    const empty = await createTestDatabase({ empty: true })
    const env = { ...key, DATABASE_URL: empty.url, PUBLIC_URL: 'https://tbk.example' }
    const place = join(folder, 'production')
    const args = ['--port', '0', '--mode', 'production', '--host', '127.0.0.1']
    const server = new ServerProcess(place, args, { env })
    started.push(server)
    const address = await server.ready()
    expect(existsSync(join(place, 'demo.json'))).toBe(false)
    expect(existsSync(join(place, 'key'))).toBe(false)
    const page = await (await fetch(address)).text()
    expect(page).toContain('https://tbk.example/router/rest')
    expect(page).not.toMatch(/secret|app_key|demo\.json|\/shop/)
    for (const path of ['/shop', '/shop/items/600000000001', '/sandbox']) {
      expect([path, (await fetch(address + path)).status]).toEqual([path, 404])
    }
    const answer = await fetch(`${address}/router/rest?method=taobao.time.get&app_key=1&format=json`)
    expect(await answer.json()).toMatchObject({ error_response: { code: 29, msg: 'Invalid app Key' } })
    expect(await server.stop()).toMatchObject({ code: 0, stderr: '' })
    await empty.drop()
  })
})

test('an empty database of the operator’s gets the demo network, and the folder only its keys', async () => {
  const empty = await createTestDatabase({ empty: true })
  const place = join(folder, 'sandbox')
  const server = new ServerProcess(place, anyPort, { env: { DATABASE_URL: empty.url } })
  started.push(server)
  await server.ready()
  const found = await server.call('taobao.tbk.item.info.upgrade.get', { item_id: server.demo().item_ids[0] })
  expect(found).toHaveProperty('tbk_item_info_upgrade_get_response')
  expect(existsSync(join(place, 'postgres'))).toBe(false)
  expect(await server.stop()).toMatchObject({ code: 0, stderr: '' })
  await empty.drop()
}, 60_000)
