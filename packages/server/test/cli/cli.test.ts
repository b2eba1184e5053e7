import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFolder, removeFolder, runCommand } from '../process/server-process.ts'
import { createTestDatabase, TEST_MASTER_KEY, type TestDatabase } from '../setup/database.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { landingOf, sendEvents } from '../setup/shop.ts'

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

describe('operator create', () => {
  test('prints a token of which only the keyed hash is kept', async () => {
    const { code, stdout } = await runCommand(['operator', 'create', 'li'], env)
    expect(code).toBe(0)
    const token = /^token {4}(op_[0-9a-f]{48})$/m.exec(stdout)?.[1] as string
    const row = await server.db
      .selectFrom('operators')
      .selectAll()
      .where('name', '=', 'li')
      .executeTakeFirstOrThrow()
    expect(row.token_hash).toEqual(server.ctx.keys.mac('operator-token', token))
  })

  test.each([
    ['a name that is taken', 'demo', 'an operator "demo" exists already'],
    ['an empty name', ' ', 'name: 1 to 64 printable characters'],
    ['a name over 64 characters', 'x'.repeat(65), 'name: 1 to 64 printable characters'],
  ])('refuses %s', async (_what, name, message) => {
    const before = await server.db.selectFrom('operators').select('id').execute()
    expect(await runCommand(['operator', 'create', name], env)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining(message),
    })
    expect(await server.db.selectFrom('operators').select('id').execute()).toHaveLength(before.length)
  })
})

describe('ledger check', () => {
  test('prints the figures of a ledger in order', async () => {
    const converted = await server.call('taobao.tbk.dg.general.link.convert', {
      adzone_id: server.demo.pid.split('_')[3],
      item_id_list: server.demo.item_ids[0],
    })
    const item = converted.tbk_dg_general_link_convert_response.data.item_url_list.item_url_list[0]
    const { clickId, itemId } = await landingOf(item.link_info_dto.cps_short_url)
    const at = new Date().toISOString()
    const order = { trade_parent_id: 'P', trade_id: 'T', item_id: itemId, item_num: 1, click_id: clickId, at }
    const types = ['created', 'paid', 'received']
    const sent = types.map((type) => ({ ...order, event_id: type, type, price: '99.99', paid_fee: '99.99' }))
    await sendEvents(server, sent)
    const { code, stdout } = await runCommand(['ledger', 'check'], env)
    expect(stdout.split('\n')).toEqual([
      '1 entries, 3 lines, 1 orders',
      'merchant             -12.33',
      'platform_fee         1.23',
      'publisher_pending    11.10',
      'sum                  0.00',
      'booked for orders    12.33',
      'paid out             0.00',
      'ledger: in order / 账本无误',
      '',
    ])
    expect(code).toBe(0)
  })

  test('names the order whose columns differ, and ends with status 1', async () => {
    const { rows } = await sql<{ id: bigint }>`
      update orders set booked_fee_fen = booked_fee_fen + 1 returning id`.execute(server.db)
    const { code, stdout } = await runCommand(['ledger', 'check'], env)
    expect(code).toBe(1)
    expect(stdout).toContain(`FAULT order ${rows[0]?.id}: booked fee: order 124, by its shares 123 fen`)
    await sql`update orders set booked_fee_fen = booked_fee_fen - 1`.execute(server.db)
  })

  test('names the accounts that hold something else than the order says', async () => {
    await sql`update orders set penalty = 'frozen'`.execute(server.db)
    const { code, stdout } = await runCommand(['ledger', 'check'], env)
    expect(code).toBe(1)
    expect(stdout).toMatch(
      /FAULT order \d+: publisher_frozen \d+: order 1110, ledger 0 fen; publisher_pending \d+: order 0, ledger 1110 fen/,
    )
    await sql`update orders set penalty = null`.execute(server.db)
  })

  test('names an entry that does not balance', async () => {
    await sql`alter table ledger_lines disable trigger user`.execute(server.db)
    await sql`update ledger_lines set amount_fen = amount_fen + 5 where account = 'platform_fee'`.execute(
      server.db,
    )
    const { code, stdout } = await runCommand(['ledger', 'check'], env)
    expect(code).toBe(1)
    expect(stdout).toContain('FAULT the ledger does not add up to zero')
    expect(stdout).toMatch(/FAULT entry \d+ adds up to 5 fen/)
    expect(stdout).toContain('ledger: NOT in order')
  })
})

describe('data that cannot be used', () => {
  test('a folder without data stays untouched', async () => {
    const nowhere = join(folder, 'nowhere')
    const ended = await runCommand(['--data', nowhere, 'ledger', 'check'])
    expect(ended).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`--data: ${nowhere} holds no data`),
    })
    expect(existsSync(nowhere)).toBe(false)
  })

  test('an empty database, and variables that are wrong', async () => {
    const empty = await createTestDatabase({ empty: true })
    const ended = await runCommand(['ledger', 'check'], { ...env, DATABASE_URL: empty.url })
    expect(ended).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^this database holds no data of OpenTBK/),
    })
    await empty.drop()
    const wrong = await runCommand(['ledger', 'check'], { DATABASE_URL: 'x', OPENTBK_MASTER_KEY: 'y' })
    expect(wrong.stderr).toMatch(/DATABASE_URL: [^\n]*\n {2}OPENTBK_MASTER_KEY: /)
  })

  test('a sandbox whose key is missing is not given another one', async () => {
    const ended = await runCommand(['--data', folder, 'operator', 'create', 'x'], {
      DATABASE_URL: database.url,
    })
    expect(ended).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^the master key of this sandbox cannot/),
    })
    expect(existsSync(join(folder, 'key'))).toBe(false)
  })

  test('production data asks for its key', async () => {
    await sql`update settings set value = '"production"' where key = 'mode'`.execute(server.db)
    const ended = await runCommand(['operator', 'create', 'x'], { DATABASE_URL: database.url })
    await sql`update settings set value = '"sandbox"' where key = 'mode'`.execute(server.db)
    expect(ended).toMatchObject({ code: 1, stderr: expect.stringMatching(/^OPENTBK_MASTER_KEY: needed/) })
  })

  test('an unknown command is answered with the usage', async () => {
    const ended = await runCommand(['opertor'], env)
    expect(ended).toMatchObject({ code: 1, stderr: expect.stringContaining('Usage: opentbk') })
  })
})
