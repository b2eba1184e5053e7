import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signedIn } from '../links-tool/use-tool.ts'
import { runCommand } from '../process/server-process.ts'
import { createTestDatabase, TEST_MASTER_KEY, type TestDatabase } from '../setup/database.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'

let database: TestDatabase
let server: TestServer
let env: Record<string, string>
let publisherId: string

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startTestServer({ database })
  publisherId = server.demo.pid.split('_')[1] as string
  env = { DATABASE_URL: database.url, OPENTBK_MASTER_KEY: TEST_MASTER_KEY.toString('hex') }
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

const run = (...args: string[]) => runCommand(args, env)

test('suspends and reinstates a member, and tells its story', async () => {
  const line = (standing: string) => `${publisherId}  ${standing.padEnd(9)}  publisher  演示推广者\n`
  const suspended = await run('member', 'suspend', publisherId, '--reason', '刷量')
  expect(suspended).toEqual({ code: 0, stdout: line('suspended'), stderr: '' })
  expect((await run('member', 'list', '--standing', 'suspended')).stdout).toBe(line('suspended'))
  expect((await run('member', 'reinstate', publisherId, '--reason', '申诉成立')).stdout).toBe(line('good'))
  const [first, ...story] = (await run('member', 'show', publisherId)).stdout.trimEnd().split('\n')
  expect(`${first}\n`).toBe(line('good'))
  expect(story.map((told) => told.slice(25))).toEqual(['member.reinstate: 申诉成立', 'member.suspend: 刷量'])
})

test.each([
  [['suspend', '999999', '--reason', 'x'], 'id: there is no member 999999'],
  [['reinstate', 'x', '--reason', 'x'], 'id: a number expected'],
  [['show', '999999'], 'id: there is no member 999999'],
  [['list', '--role', 'king'], "option '--role"],
])('member %j is refused', async (args, message) => {
  const ended = await run('member', ...args)
  expect(ended).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(message) })
})

describe('an operator who is a member', () => {
  test('gets the role and signs in at the operators’ doors', async () => {
    const second = await signedIn(server, 'second')
    expect((await second.get('/admin/v1/members')).status).toBe(403)
    const { member_id } = (await second.get('/account/v1/me')).body
    const made = await run('operator', 'create', 'li', '--member', member_id)
    expect(made).toMatchObject({ code: 0, stdout: expect.stringMatching(/^operator li\ntoken {4}op_/) })
    await expect.poll(async () => (await second.get('/admin/v1/members')).status).toBe(200)
    const { body } = await second.get(`/admin/v1/members/${member_id}`)
    expect(body).toMatchObject({ roles: ['publisher', 'operator'] })
    expect(body.decisions).toMatchObject([{ kind: 'member.operator', reason: 'operator li' }])
    const again = await run('operator', 'create', 'wang', '--member', member_id)
    expect(again.stderr).toContain('--member: the member is an operator already')
  })

  test.each([
    ['999999', '--member: there is no such member'],
    ['x', '--member: a number expected'],
  ])('not for member %s: nothing is made', async (member, message) => {
    const ended = await run('operator', 'create', 'zhao', '--member', member)
    expect(ended).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(message) })
    const found = await server.db.selectFrom('operators').select('id').where('name', '=', 'zhao').execute()
    expect(found).toEqual([])
  })

  test('a name that is taken gives no role', async () => {
    const ended = await run('operator', 'create', 'demo', '--member', publisherId)
    expect(ended.stderr).toContain('name: an operator "demo" exists already')
    expect((await run('member', 'show', publisherId)).stdout).toMatch(/ {2}publisher {2}/)
  })
})
