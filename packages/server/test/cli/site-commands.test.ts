import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../process/server-process.ts'
import { createTestDatabase, TEST_MASTER_KEY, type TestDatabase } from '../setup/database.ts'
import type { Wire } from '../setup/server.ts'
import { openTrade } from '../setup/trade.ts'
import { decisions, fileOne, type SiteNetwork, startSiteNetwork } from '../sites/site-network.ts'

let database: TestDatabase
let network: SiteNetwork
let site: Wire
let line: (status: string, category: string) => string
let env: Record<string, string>

beforeAll(async () => {
  database = await createTestDatabase()
  network = await startSiteNetwork({ database })
  env = { DATABASE_URL: database.url, OPENTBK_MASTER_KEY: TEST_MASTER_KEY.toString('hex') }
  site = await fileOne(network, { name: '省钱日记', address: 'https://cli.example/' })
  const { first } = await openTrade(network.server)
  line = (status, category) =>
    `${site.id}  ${status.padEnd(9)}  website  ${category}  member ${first.memberId}  省钱日记  https://cli.example/\n`
})
afterAll(async () => {
  await network.server.close()
  await database.drop()
})

const run = (...args: string[]) => runCommand(['site', ...args], env)
const because = ['--reason', '核对']

test('reviews a site and changes what is on file of it', async () => {
  expect((await run('list', '--status', 'filed')).stdout).toBe(line('filed', '导购'))
  const refused = await run('approve', site.id, ...because)
  expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^--owner-attested: /) })
  const approve = ['approve', site.id, ...because, '--owner-attested', '--category', '比价']
  expect(await run(...approve)).toMatchObject({ code: 0, stdout: line('approved', '比价'), stderr: '' })
  expect(await run(...approve)).toMatchObject({ code: 1, stderr: 'id: it is approved already\n' })
  const traits = ['--is-platform', 'true', '--component-attested', 'true', '--category', '返利']
  expect((await run('traits', site.id, ...because, ...traits)).stdout).toBe(line('approved', '返利'))
  const shown = (await network.operate(`/sites/${site.id}`)).body
  expect(shown).toMatchObject({ is_platform: true, category: '返利', status: 'approved' })
  expect(shown.component_attested_at).not.toBeNull()
})

test('gives points, decides about a report, and tells all of it', async () => {
  expect((await run('points', site.id, '--points', '6', ...because)).stdout).toBe(
    `site ${site.id}  6 points, 6 in force / 当前有效扣分 6\n`,
  )
  expect((await run('points', site.id, '--points', '-2', ...because)).stdout).toContain(
    '-2 points, 4 in force',
  )
  const path = `/account/v1/sites/${site.id}/reports`
  const { body } = await network.owner.post(path, { kind: 'daily_users', value: 300_000, note: '后台截图' })
  const about = new RegExp(`^report ${body.id}  waiting    site ${site.id}  daily_users 300000, reported `)
  expect((await run('reports')).stdout).toMatch(about)
  expect((await run('confirm-report', body.id, ...because)).stdout).toContain(`${body.id}  confirmed`)
  expect((await run('reports')).stdout).toBe('')
  const shown = (await run('show', site.id)).stdout
  expect(shown).toContain(line('approved', '返利'))
  expect(shown).toContain('    points in force  4\n')
  expect(shown).toMatch(/ {4}points {2}\S+ \S+ {2}-2: 核对\n/)
  expect(shown).toContain(`    report ${body.id}  confirmed  site ${site.id}  daily_users 300000`)
  expect(shown).toContain('    component seen on its own host  never\n')
})

test('takes it out; the audit log says that an operator did it whom nobody knows', async () => {
  expect((await run('withdraw', site.id, ...because)).stdout).toBe(line('withdrawn', '返利'))
  const lines = (await decisions(network, site)).filter((one) => one.made_by === 'operator')
  expect(lines.map((one) => [one.kind, one.operator_id])).toEqual([
    ['site.approve', null],
    ['site.traits', null],
    ['site.points', null],
    ['site.points', null],
    ['site.report.confirm', null],
    ['site.withdraw', null],
  ])
})

test.each([
  [['show', '999'], 'id: there is no such site 999'],
  [['withdraw', 'x', ...because], 'id: a number expected'],
  [['refuse', '999', '--reason', ' '], '--reason: missing'],
  [['traits', '999', ...because], '--category: this, is_platform or component_attested expected'],
  [['points', '999', '--points', '0', ...because], '--points: a whole number from -100 to 100'],
  [['refuse-report', '999', ...because], 'id: there is no such report 999'],
  [['list', '--member-id', 'x'], '--member-id: a number expected'],
  [['list', '--limit', '0'], '--limit: 1 to 200 expected'],
])('%j is refused', async (args, message) => {
  const ended = await run(...args)
  expect(ended).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(message) })
})
