import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountAccess, leaderAccess, writeDemoAccess } from '../../src/seed/index.ts'
import { makeFolder, removeFolder, runCommand } from '../process/server-process.ts'
import { createTestDatabase, TEST_MASTER_KEY, type TestDatabase } from '../setup/database.ts'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'

const folder = makeFolder()
const data = join(folder, 'data')
let database: TestDatabase
let server: TestServer

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startTestServer({ database })
  await mkdir(data)
  await writeDemoAccess(data, server.demo)
})
afterAll(async () => {
  await server.close()
  await database.drop()
  await removeFolder(folder, [])
})

const run = (...args: string[]) => runCommand(['--data', data, ...args])
const onDatabase = (...args: string[]) =>
  runCommand(['--data', data, ...args], {
    DATABASE_URL: database.url,
    OPENTBK_MASTER_KEY: TEST_MASTER_KEY.toString('hex'),
  })

describe('call', () => {
  test('asks the sandbox as the demo app and prints the answer', async () => {
    const { code, stdout } = await run('call', 'taobao.tbk.tbkinfo.get', `pid=${server.demo.pid}`)
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toHaveProperty('tbk_tbkinfo_get_response.request_id')
    expect(stdout).toContain('\n  "tbk_tbkinfo_get_response": {\n')
  })

  test('sends the demo session where a method needs one', async () => {
    const [, , site] = server.demo.pid.split('_')
    const made = ['taobao.tbk.sc.adzone.create', `site_id=${site}`, 'adzone_name=a=b 名']
    expect((await run('call', ...made)).code).toBe(0)
    const row = server.db.selectFrom('adzones').select('name').where('name', '=', 'a=b 名')
    expect(await row.execute()).toHaveLength(1)
  })

  test('ends with status 1 on an error, which it prints', async () => {
    const json = await run('call', 'taobao.no.such.method')
    expect([json.code, JSON.parse(json.stdout).error_response.code]).toEqual([1, 22])
    const xml = await run('call', 'taobao.no.such.method', '--format', 'xml')
    expect(xml).toMatchObject({ code: 1, stdout: expect.stringContaining('<code>22</code>') })
    const wrong = ['--gateway', server.demo.gateway, '--key', server.demo.app.key, '--secret', 'wrong']
    const refused = await runCommand(['call', 'taobao.time.get', ...wrong])
    expect([refused.code, JSON.parse(refused.stdout).error_response.code]).toEqual([1, 25])
  })

  test.each(['md5', 'hmac', 'hmac-sha256'])('signs by %s, with what the flags give alone', async (how) => {
    const { app, gateway } = server.demo
    const flags = ['--gateway', gateway, '--key', app.key, '--secret', app.secret, '--sign-method', how]
    const nowhere = ['--data', join(folder, 'nowhere')]
    expect((await runCommand([...nowhere, 'call', 'taobao.time.get', ...flags])).code).toBe(0)
  })

  test('an own value of a common parameter is sent', async () => {
    const { code, stdout } = await run('call', 'taobao.time.get', 'timestamp=2020-01-01 00:00:00')
    expect([code, JSON.parse(stdout).error_response.code]).toEqual([1, 31])
  })

  test.each([
    ['a parameter without a value', ['x'], 'parameters are written name=value'],
    ['a parameter twice', ['x=1', 'x=2'], 'x: given twice'],
    ['a key without a secret', ['--key', '1'], '--key and --secret go together'],
    ['an address that is none', ['--gateway', 'nowhere'], '--gateway: an http(s) address'],
  ])('refuses %s', async (_what, args, message) => {
    const ended = await run('call', 'taobao.time.get', ...args)
    expect(ended).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(message) })
  })

  test('says which file it misses, and which gateway is not there', async () => {
    const nowhere = await runCommand(['--data', join(folder, 'nowhere'), 'call', 'taobao.time.get'])
    expect(nowhere).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/nowhere\/demo\.json cannot be read/),
    })
    const dead = await run('call', 'taobao.time.get', '--gateway', 'http://127.0.0.1:1/router/rest')
    expect(dead).toMatchObject({ code: 1, stderr: expect.stringContaining('127.0.0.1:1/router/rest cannot') })
  })

  describe('another gateway', () => {
    let other: Server
    let answer: { status: number; text: string }
    beforeAll(async () => {
      other = createServer((_request, response) => {
        response.writeHead(answer.status).end(answer.text)
      })
      await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    })
    afterAll(() => new Promise((resolve) => other.close(resolve)))
    const ask = (...flags: string[]) =>
      run(
        'call',
        'any.method',
        '--gateway',
        `http://127.0.0.1:${(other.address() as AddressInfo).port}/`,
        ...flags,
      )

    test('long numbers keep their digits', async () => {
      answer = { status: 200, text: '{"a_response":{"id":9223372036854775807,"rate":1.50}}' }
      const { code, stdout } = await ask()
      expect([code, stdout]).toEqual([
        0,
        '{\n  "a_response": {\n    "id": 9223372036854775807,\n    "rate": 1.50\n  }\n}\n',
      ])
      expect((await ask('--raw')).stdout).toBe(`${answer.text}\n`)
    })

    test('what is no answer is told', async () => {
      answer = { status: 502, text: 'bad gateway' }
      expect(await ask()).toMatchObject({ code: 1, stderr: expect.stringContaining('HTTP 502: bad gateway') })
      answer = { status: 200, text: '<html>' }
      expect(await ask()).toMatchObject({ code: 1, stderr: expect.stringContaining('no JSON: <html>') })
    })
  })
})

test('sign prints the base string and the signature, by the published example', async () => {
  const args = 'method=taobao.item.seller.get app_key=12345678 session=test timestamp=2016-01-01+12:00:00'
  const more = 'format=json v=2.0 sign_method=md5 fields=num_iid,title,nick,price,num num_iid=11223344'
  const params = `${args} ${more}`.split(' ').map((pair) => pair.replace('+', ' '))
  const { code, stdout } = await runCommand(['sign', ...params, '--secret', 'helloworld'])
  expect(code).toBe(0)
  expect(stdout).toBe(
    'base app_key12345678fieldsnum_iid,title,nick,price,numformatjsonmethodtaobao.item.seller.getnum_iid11223344' +
      'sessiontestsign_methodmd5timestamp2016-01-01 12:00:00v2.0\n' +
      'sign 66987CB115214E59E6EC978214934FB8\n',
  )
  const own = ['sign', `app_key=${server.demo.provider_app.key}`, 'a=1', '--sign-method', 'hmac-sha256']
  const byDemo = await run(...own)
  const bySecret = await runCommand([...own, '--secret', server.demo.provider_app.secret])
  expect(byDemo.stdout).toBe(bySecret.stdout)
  expect(byDemo.stdout).not.toContain(server.demo.provider_app.secret)
})

test('keys prints what demo.json holds', async () => {
  const { stdout } = await run('keys')
  expect(stdout).toMatch(new RegExp(`^app\\.secret +${server.demo.app.secret}$`, 'm'))
  expect(stdout).toMatch(new RegExp(`^operator\\.token +${server.demo.operator.token}$`, 'm'))
  expect(stdout).not.toContain('leader_app')
  const withKey = await onDatabase('keys')
  expect(withKey.stdout).toContain(stdout)
  const { leader_app } = leaderAccess(server.ctx.keys)
  expect(withKey.stdout).toMatch(new RegExp(`^leader_app\\.secret +${leader_app.secret}$`, 'm'))
  const { publisher } = accountAccess(server.ctx.keys).accounts
  expect(withKey.stdout).toMatch(new RegExp(`^accounts\\.publisher\\.password +${publisher.password}$`, 'm'))
  expect(JSON.parse((await run('keys', '--json')).stdout)).toEqual(server.demo)
  const nowhere = await runCommand(['--data', join(folder, 'nowhere'), 'keys'])
  expect(nowhere).toMatchObject({ code: 1, stdout: '' })
})

test('a reader that has seen enough is no failure', async () => {
  const program = new URL('../../bin/opentbk.cjs', import.meta.url).pathname
  const child = spawn(process.execPath, [program, '--data', data, 'keys'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.destroy()
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
  })
  const [code] = await once(child, 'close')
  expect([code, stderr]).toEqual([0, ''])
})

describe('clock', () => {
  test('tells both, and moves business time of a server that runs', async () => {
    const before = await onDatabase('clock')
    expect(before).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^wall {6}\S+Z\nbusiness {2}\S+Z/),
    })
    const moved = await onDatabase('clock', '+15d')
    expect(moved).toMatchObject({ code: 0, stderr: '' })
    const [wall, business] = [...moved.stdout.matchAll(/\d{4}-\S+Z/g)].map(([time]) => Date.parse(time))
    expect((business as number) - (wall as number)).toBe(15 * 86_400_000)
    await expect.poll(() => server.ctx.clock.aheadMs).toBe(15 * 86_400_000)
    const time: Wire = await server.call('taobao.time.get')
    expect(Date.parse(`${time.time_get_response.time}+08:00`)).toBeGreaterThanOrEqual(
      Math.floor((business as number) / 1000) * 1000,
    )
  })

  test('refuses what is no way forward', async () => {
    const ended = await onDatabase('clock', '15')
    expect(ended).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('advance: ') })
  })
})

describe('doctor', () => {
  const port = () => new URL(server.url).port

  test('finds nothing wrong with a server that runs', async () => {
    const { code, stdout } = await onDatabase('doctor', '--port', port())
    expect(stdout).not.toContain('PROBLEM')
    for (const words of [
      'Node 24',
      'can be written',
      'the data is sandbox',
      'at this version',
      'clocks of',
    ]) {
      expect(stdout).toContain(words)
    }
    expect(stdout).toContain('The ledger is in order')
    expect(stdout).toContain(`A gateway answers on 127.0.0.1:${port()}`)
    expect(code).toBe(0)
  })

  test('nor with a folder that is still to be made', async () => {
    const fresh = join(folder, 'not', 'yet')
    const { code, stdout } = await runCommand(['--data', fresh, 'doctor', '--port', '0'])
    expect(stdout).toContain(`${fresh} is not there yet`)
    expect(stdout).toContain('There is no database yet')
    expect([code, stdout.includes('PROBLEM')]).toEqual([0, false])
  })

  test('says each problem, and ends with status 1', async () => {
    const bad = join(folder, 'bad')
    await mkdir(bad)
    await writeFile(join(bad, 'key'), 'x')
    await chmod(join(bad, 'key'), 0o644)
    const other = createServer((_request, response) => response.end('hello'))
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const taken = String((other.address() as AddressInfo).port)
    const env = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }
    const { code, stdout } = await runCommand(['--data', bad, 'doctor', '--port', taken], env)
    await new Promise((resolve) => other.close(resolve))
    const problems = stdout.split('\n').filter((line) => line.startsWith('PROBLEM'))
    expect(problems).toEqual([
      expect.stringContaining(`${join(bad, 'key')} can be read by others`),
      expect.stringContaining('cannot use the PostgreSQL at postgres://nobody@127.0.0.1:1/none'),
      expect.stringContaining(`Port 127.0.0.1:${taken} is taken by another program`),
    ])
    expect(stdout).toContain('3 to mend.')
    expect(code).toBe(1)
  })

  test('a ledger that is not in order is a problem', async () => {
    // An entry without lines moves nothing: it must not be there.
    await server.db
      .insertInto('ledger_entries')
      .values({ idempotency_key: 'empty', cause: 'a test', order_id: null, posted_at: new Date() })
      .execute()
    const { code, stdout } = await onDatabase('doctor', '--port', port())
    expect(stdout).toContain('PROBLEM The ledger is not in order')
    expect(code).toBe(1)
  })
})
