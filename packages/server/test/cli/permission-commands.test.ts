import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  ask,
  getBasic,
  grantOf,
  openSite,
  type PermissionNetwork,
  set,
  startPermissionNetwork,
} from '../permissions/permission-network.ts'
import { runCommand } from '../process/server-process.ts'
import { createTestDatabase, TEST_MASTER_KEY, type TestDatabase } from '../setup/database.ts'

let database: TestDatabase
let network: PermissionNetwork
let env: Record<string, string>

beforeAll(async () => {
  database = await createTestDatabase()
  network = await startPermissionNetwork({ database })
  env = { DATABASE_URL: database.url, OPENTBK_MASTER_KEY: TEST_MASTER_KEY.toString('hex') }
})
afterAll(async () => {
  await network.server.close()
  await database.drop()
})

const run = (...args: string[]) => runCommand(['permission', ...args], env)
const because = ['--reason', '合规']

// Each command is a process of its own, and some tests run several.
describe('beside the running server', { timeout: 60_000 }, () => {
  let site: string
  let basic: string

  test('lists and shows what is held, with each rule', async () => {
    site = await openSite(network)
    basic = (await getBasic(network, site)).id
    const about = `app ${network.app.key}  site ${site}`
    const line = `${basic}  granted    basic      ${about}  by rule  checked\n`
    expect(await run('list', '--site-id', site)).toMatchObject({ code: 0, stderr: '', stdout: line })
    const shown = (await run('show', basic)).stdout.split('\n')
    expect(`${shown[0]}\n`).toBe(line)
    expect(shown.slice(1).filter((text) => text.startsWith('    met '))).toHaveLength(4)
  })

  test('invites, answers the queue, and gives up an invitation', async () => {
    await set(network, { link_daily_clicks: 0, link_daily_paid_fen: 0 })
    expect((await run('invite', site, 'link', ...because)).stdout).toBe(`site ${site}  link  invited\n`)
    const { body } = await ask(network, 'link', site)
    const queued = (await run('queue')).stdout
    expect(queued).toMatch(
      new RegExp(`^${body.id}  waiting    link   app \\d+  site ${site}  due ${body.due_on}`),
    )
    expect((await run('queue', '--overdue')).stdout).toBe('')
    expect((await run('application', body.id)).stdout.split('\n')).toHaveLength(1 + body.rules.length + 1)
    const granted = await run('decide', body.id, '--decision', 'grant', ...because)
    expect(granted).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+ {2}granted {4}link/) })
    expect(await run('decide', body.id, '--decision', 'grant', ...because)).toMatchObject({
      ...{ code: 1, stderr: 'id: it is granted already\n' },
    })
    expect((await run('uninvite', site, 'link', ...because)).stdout).toBe(`site ${site}  link  uninvited\n`)
    expect((await run('uninvite', site, 'link', ...because)).code).toBe(1)
  })

  test('takes a package, decides the appeal, lifts a violation', async () => {
    const taken = await run('withdraw', basic, '--violation', ...because)
    expect(taken.stdout).toMatch(/withdrawn {2}basic .* checked {2}violation\n$/)
    expect((await grantOf(network, 'link', site)).status).toBe('withdrawn')
    const reason = { reason: '误判\n请复核' }
    const appeal = (await network.owner.post(`/account/v1/grants/${basic}/appeal`, reason)).body
    const about = `grant ${basic}  basic  app ${network.app.key}  member ${appeal.member_id}  误判 请复核\n`
    expect((await run('appeals')).stdout).toBe(`${appeal.id}  waiting    ${about}`)
    const upheld = await run('decide-appeal', appeal.id, '--decision', 'uphold', ...because)
    expect(upheld.stdout).toBe(`${appeal.id}  upheld     ${about}`)
    expect((await run('lift-violation', site, ...because)).code).toBe(1)
    await run('withdraw', basic, '--violation', ...because)
    expect((await run('lift-violation', site, ...because)).stdout).toBe(`site ${site}  lifted\n`)
  })

  test('gives packages, and tells every decision', async () => {
    const { key } = network.app
    const given = await run('grant', key, 'order', '--site-id', site, '--checked', ...because)
    expect(given.stdout).toMatch(/granted {4}order .* by operator {2}checked\n$/)
    const twice = await run('grant', key, 'order', '--site-id', site, ...because)
    expect(twice).toMatchObject({ code: 1, stderr: expect.stringContaining('--package: the app holds it') })
    const log = (await run('decisions', '--site-id', site, '--kind', 'permission.grant')).stdout.split('\n')
    expect(log[0]).toMatch(/permission\.grant by operator {2}member \d+ {2}site \d+ {2}order {2}合规$/)
    expect(log[1]).toBe('    {"is_checked":true}')
  })

  test('checks now, once a day', async () => {
    expect((await run('check')).stdout).toMatch(
      /^checked [1-9]\d* {2}warned 0 {2}withdrawn 0 {2}redated 0\n$/,
    )
    expect((await run('check')).stdout).toBe('checked 0  warned 0  withdrawn 0  redated 0\n')
  })

  test('has what rules go by', async () => {
    expect((await run('settings')).stdout).toContain('idle_days  30  (default)')
  })
})

test.each([
  [['show', 'x'], 'id: a number expected'],
  [['show', '999999'], 'id: there is no such grant 999999'],
  [['withdraw', '999999', ...because], 'id: there is no such grant 999999'],
  [['withdraw', '1', '--reason', ' '], '--reason: missing'],
  [['grant', '1', 'basic', ...because], '--app-key: there is no such app'],
  [['grant', '12630101', 'all', ...because], '--package: one of basic'],
  [['invite', '1', 'basic', ...because], '--package: one of link, share'],
  [['decide', '999999', '--decision', 'grant', ...because], 'id: there is no such application 999999'],
  [['decide-appeal', '999999', '--decision', 'uphold', ...because], 'id: there is no such appeal 999999'],
  [['list', '--site-id', 'x'], '--site-id: a number expected'],
  [['list', '--limit', '0'], '--limit: 1 to 200 expected'],
])('%j is refused', async (args, message) => {
  const ended = await run(...args)
  expect(ended).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(message) })
})
