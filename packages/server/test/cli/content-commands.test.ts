import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findDemoRecord } from '../../src/seed/index.ts'
import { callBack, pull } from '../methods/communities/community-network.ts'
import { makeFolder, removeFolder, runCommand } from '../process/server-process.ts'
import { createTestDatabase, TEST_MASTER_KEY, type TestDatabase } from '../setup/database.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'

const folder = makeFolder()
let database: TestDatabase
let server: TestServer
let env: Record<string, string>

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startTestServer({ database })
  env = { DATABASE_URL: database.url, OPENTBK_MASTER_KEY: TEST_MASTER_KEY.toString('hex') }
})
afterAll(async () => {
  await server.close()
  await database.drop()
  await removeFolder(folder, [])
})

const run = (...args: string[]) => runCommand(args, env)

describe('content', () => {
  test('lists what waits, and approves it beside the running server', async () => {
    const listed = await run('content', 'list')
    expect(listed).toMatchObject({ code: 0, stderr: '' })
    const [, id = ''] = /^(\d+) {2}pending .* 98\.99\n {4}限时再减1元\n$/.exec(listed.stdout) ?? []
    const reviewed = await run(
      ...['content', 'review', id, '--decision', 'approve', '--reason', '价格属实'],
      ...['--use-scenes', '3,5', '--scene-ids', '1', '--title', '再减1元', '--content-tags', '好价,囤货'],
    )
    expect(reviewed).toMatchObject({ code: 0, stdout: `${id}  approved\n` })
    const answer = await server.call('taobao.tbk.dg.content.material', {
      adzone_id: server.demo.pid.split('_')[3],
      price_floor: '98.99',
      price_ceiling: '98.99',
    })
    expect(answer.tbk_dg_content_material_response.result_list.map_data).toMatchObject([
      { material_id: id, use_scene: '3,5', title: '再减1元', content_tag: { string: ['好价', '囤货'] } },
    ])
    expect((await run('content', 'list')).stdout).toBe('')
    expect((await run('content', 'list', '--status', 'approved')).stdout).toContain('    approve: 价格属实\n')
  })

  test.each([
    [['review', '1', '--decision', 'reject', '--reason', '不好'], 'id: there is no material 1'],
    [['review', 'x', '--decision', 'reject', '--reason', '不好'], 'id: a number expected'],
    [['review', '1', '--decision', 'approve', '--reason', ' '], '--reason: missing'],
    [
      ['review', '1', '--decision', 'approve', '--reason', '好', '--use-scenes', '9'],
      '--use-scenes: a list of',
    ],
    [['review', '1', '--reason', '好'], "required option '--decision"],
    [['list', '--limit', '0'], '--limit: 1 to 200 expected'],
    [['list', '--after', 'x'], '--after: an id expected'],
  ])('%j is refused', async (args, message) => {
    const ended = await run('content', ...args)
    expect(ended).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(message) })
  })
})

describe('community plan', () => {
  test('makes a plan from a file, and prints what became of it', async () => {
    const record = await findDemoRecord(server.db)
    const file = join(folder, 'plan.json')
    const sendTime = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
    const plan = {
      member_id: record?.publisherId,
      groups: ['R:77'],
      name: '周末专场',
      messages: [
        { send_time: sendTime(10), content: '第一条' },
        { send_time: sendTime(20), content: '第二条' },
      ],
    }
    writeFileSync(file, JSON.stringify(plan))
    const made = await run('community', 'plan', 'create', file)
    expect(made).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^plan \d+ {2}group R:77 {2}周末专场\n$/),
    })
    const [first] = await pull(server, { group_id: 'R:77' })
    await callBack(server, {
      ...first,
      content: undefined,
      group_id: 'R:77',
      res_code: 7,
      time_stamp: Date.now(),
    })
    const { stdout } = await run('community', 'plan', 'list', '--group', 'R:77')
    expect(stdout.split('\n')).toEqual([
      made.stdout.trim(),
      expect.stringMatching(new RegExp(`^    ${first?.msg_id}  [-0-9]{10} [:0-9]{8}  result 7$`)),
      expect.stringMatching(/^ {4}[0-9A-Z]{8} {2}.* {2}no result$/),
      '',
    ])
    writeFileSync(file, JSON.stringify({ ...plan, groups: [] }))
    expect(await run('community', 'plan', 'create', file)).toMatchObject({
      code: 1,
      stderr: `${file}: groups: a list of 1 to 50 expected\n`,
    })
    writeFileSync(file, '{')
    expect((await run('community', 'plan', 'create', file)).stderr).toMatch(/plan\.json: .*JSON/)
    const nowhere = join(folder, 'nowhere.json')
    expect((await run('community', 'plan', 'create', nowhere)).stderr).toContain('cannot be read')
  })
})
