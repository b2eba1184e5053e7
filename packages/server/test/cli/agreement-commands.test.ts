import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DemoRecord } from '../../src/seed/demo-record.ts'
import { findDemoRecord } from '../../src/seed/index.ts'
import { runCommand } from '../process/server-process.ts'
import { createTestDatabase, TEST_MASTER_KEY, type TestDatabase } from '../setup/database.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'

let database: TestDatabase
let server: TestServer
let record: DemoRecord
let env: Record<string, string>

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startTestServer({ database })
  record = (await findDemoRecord(server.db)) as DemoRecord
  env = { DATABASE_URL: database.url, OPENTBK_MASTER_KEY: TEST_MASTER_KEY.toString('hex') }
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

const run = (...args: string[]) => runCommand(['agreement', ...args], env)
const convert = async () => {
  const answer = await server.call('taobao.tbk.item.share.convert', {
    adzone_id: server.demo.pid.split('_')[3],
    sub_pid: record.secondPid,
    fields: 'click_url',
    num_iids: server.demo.item_ids[0],
  })
  return answer.error_response?.sub_code ?? 'converted'
}

test('ends and makes agreements beside the running server', async () => {
  const parties = `second ${record.publisherId}  third ${record.secondPublisherId}`
  const listed = await run('list', '--state', 'accepted', '--member-id', record.publisherId)
  expect(listed).toMatchObject({ code: 0, stderr: '' })
  const [, id = ''] = /^(\d+) {2}accepted/.exec(listed.stdout) ?? []
  expect(listed.stdout).toContain(`${id}  accepted  ${parties}  share 30.00 %\n`)
  expect(await convert()).toBe('converted')
  const ended = await run('end', id, '--member-id', record.publisherId, '--reason', '合作结束')
  expect(ended).toMatchObject({ code: 0, stdout: `${id}  ended     ${parties}  share 30.00 %\n` })
  await expect.poll(convert).toBe('isv.invalid-parameter:sub_pid')

  const offered = await run(
    ...['offer', '--second-id', record.publisherId, '--third-id', record.secondPublisherId],
    ...['--share-rate', '12.34', '--member-id', record.secondPublisherId],
  )
  const [, next = ''] = /^(\d+) {2}offered/.exec(offered.stdout) ?? []
  const accepted = await run('accept', next, '--member-id', record.publisherId)
  expect(accepted.stdout).toBe(`${next}  accepted  ${parties}  share 12.34 %\n`)
  await expect.poll(convert).toBe('converted')
  const { stdout } = await run('list', '--state', 'ended')
  expect(stdout).toMatch(
    new RegExp(`\\n {4}\\S+ \\S+ {2}end {2}for member ${record.publisherId}, by an operator: 合作结束\\n$`),
  )
})

test.each([
  [['accept', 'x', '--member-id', '1'], 'id: a number expected'],
  [['accept', '1', '--member-id', '1'], 'id: member 1 has no agreement 1'],
  [['end', '1', '--member-id', '1'], '--reason: missing'],
  [['refuse', '1', '--reason', '不'], "required option '--member-id"],
  [
    ['offer', '--second-id', '1', '--third-id', '2', '--share-rate', '100', '--member-id', '1'],
    '--share-rate: ',
  ],
  [['list', '--member-id', 'x'], '--member-id: a number expected'],
  [['list', '--limit', '0'], '--limit: 1 to 200 expected'],
])('%j is refused', async (args, message) => {
  const ended = await run(...args)
  expect(ended).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(message) })
})
