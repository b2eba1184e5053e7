import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFolder, removeFolder, runCommand } from '../process/server-process.ts'
import { createTestDatabase, TEST_MASTER_KEY, type TestDatabase } from '../setup/database.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'

const folder = makeFolder()
const command = new URL('../../src/cli/main.ts', import.meta.url).pathname
let database: TestDatabase
let server: TestServer
let env: Record<string, string>
let leaf: string

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startTestServer({ database })
  env = { DATABASE_URL: database.url, OPENTBK_MASTER_KEY: TEST_MASTER_KEY.toString('hex') }
  const category = await server.db
    .selectFrom('categories')
    .select('id')
    .where('parent_id', 'is not', null)
    .executeTakeFirstOrThrow()
  leaf = String(category.id)
})
afterAll(async () => {
  await server.close()
  await database.drop()
  await removeFolder(folder, [])
})

function write(name: string, text: string): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

const run = (kind: string, file: string, ...more: string[]) =>
  runCommand(['import', kind, file, ...more], env)
const tally = (counts: string) => expect.stringContaining(`lines: ${counts}`)
const itemsOf = (prefix: string) =>
  server.db.selectFrom('items').selectAll().where('outer_id', 'like', `${prefix}%`).orderBy('id').execute()

describe('import items', () => {
  const header = 'shop,outer_id,category_id,title,price,pict_url,detail_url,stock'
  const line = (outer: string, fields: { title?: string; price?: string } = {}) =>
    `${server.demo.shop.key},${outer},${leaf},${fields.title ?? '景泰蓝书签'},${fields.price ?? '9.90'},https://img.example.com/1.jpg,,5`

  test('a CSV file: what can be read is taken, what cannot is reported by line, field and reason', async () => {
    const file = write(
      'items.csv',
      `\uFEFF${header}\r\n${[
        line('csv-1', { title: '"带引号的, ""标题"""' }),
        line('csv-2', { price: '9.999' }),
        `nobody,csv-3,${leaf},x,1.00,https://img.example.com/1.jpg,,5`,
        line('csv-4', { title: '"第一行\n第二行"' }),
        line('csv-5', { title: '' }),
        line('csv-6'),
      ].join('\r\n')}\r\n`,
    )
    const ended = await run('items', file)
    expect(ended).toMatchObject({ code: 1, stdout: tally('3 added, 0 changed, 0 unchanged, 3 refused') })
    expect(ended.stderr).toMatch(/100 % {2}6 lines/)
    const rows = await itemsOf('csv-')
    expect(rows.map((row) => [row.outer_id, row.title])).toEqual([
      ['csv-1', '带引号的, "标题"'],
      ['csv-4', '第一行\n第二行'],
      ['csv-6', '景泰蓝书签'],
    ])
    expect(readFileSync(`${file}.refused.csv`, 'utf8').split('\n')).toEqual([
      'line,field,reason',
      '3,price,"yuan as a text with at most two decimals expected, like ""99.99"""',
      '4,shop,unknown: neither the key nor the number of a shop',
      '7,title,missing',
      '',
    ])
  })

  test('the same again finds all unchanged and touches no row; a changed line is taken', async () => {
    const lines = Array.from({ length: 2500 }, (_, index) => line(`again-${index}`))
    const first = write('again.csv', [header, ...lines].join('\n'))
    expect(await run('items', first)).toMatchObject({ code: 0, stdout: tally('2500 added, 0 changed') })
    expect(existsSync(`${first}.refused.csv`)).toBe(false)
    const before = await itemsOf('again-')
    expect(await run('items', first)).toMatchObject({
      code: 0,
      stdout: tally('0 added, 0 changed, 2500 unchanged'),
    })
    expect(await itemsOf('again-')).toEqual(before)
    lines[1700] = line('again-1700', { price: '1.00' })
    const second = write('again-2.csv', [header, ...lines].join('\n'))
    expect(await run('items', second)).toMatchObject({ stdout: tally('0 added, 1 changed, 2499 unchanged') })
    const after = await itemsOf('again-')
    expect(after.map((row) => row.id)).toEqual(before.map((row) => row.id))
    expect(after.filter((row, index) => row.price_fen !== before[index]?.price_fen)).toHaveLength(1)
  }, 60_000)

  test('killed on its way it goes on, and ends with each item once', async () => {
    const lines = Array.from({ length: 12_000 }, (_, index) =>
      index % 1000 === 7 ? line(`kill-${index}`, { price: 'none' }) : line(`kill-${index}`),
    )
    const file = write('kill.csv', [header, ...lines].join('\n'))
    const child = spawn(process.execPath, [command, 'import', 'items', file], {
      env: { ...process.env, ...env },
    })
    const closed = once(child, 'close')
    let told = ''
    for await (const chunk of child.stderr) {
      told += chunk
      if (/^ *(1[5-9]|[2-8]\d) %/m.test(told)) child.kill('SIGKILL')
    }
    expect((await closed)[1]).toBe('SIGKILL')
    const kept = (await itemsOf('kill-')).length
    expect(kept).toBeGreaterThan(0)
    expect(kept).toBeLessThan(11_988)
    const ended = await run('items', file)
    expect(ended.stdout).toMatch(/goes on after \d+000 lines/)
    expect(ended).toMatchObject({ code: 1, stdout: tally('11988 added, 0 changed, 0 unchanged, 12 refused') })
    expect(new Set((await itemsOf('kill-')).map((row) => row.outer_id)).size).toBe(11_988)
    const report = readFileSync(`${file}.refused.csv`, 'utf8').trim().split('\n')
    expect(report.slice(1).map((row) => Number(row.split(',')[0]))).toEqual(
      Array.from({ length: 12 }, (_, index) => index * 1000 + 9),
    )
  }, 60_000)

  test('JSONL, with lists and without an object', async () => {
    const fields = {
      shop: server.demo.shop.key,
      category_id: leaf,
      price: '5.00',
      pict_url: 'https://img.example.com/1.jpg',
    }
    const file = write(
      'items.jsonl',
      [
        JSON.stringify({
          ...fields,
          outer_id: 'json-1',
          title: '一',
          small_images: ['https://img.example.com/2.jpg'],
          stock: 7,
        }),
        '{"broken',
        '',
        '[]',
        JSON.stringify({ ...fields, outer_id: 'json-2', title: '二', price: 5 }),
      ].join('\n'),
    )
    const report = join(folder, 'elsewhere.csv')
    expect(await run('items', file, '--report', report)).toMatchObject({
      code: 1,
      stdout: tally('1 added, 0 changed, 0 unchanged, 3 refused'),
    })
    expect(
      readFileSync(report, 'utf8')
        .split('\n')
        .map((row) => row.split(',').slice(0, 2)),
    ).toEqual([['line', 'field'], ['2', ''], ['4', ''], ['5', 'price'], ['']])
    expect((await itemsOf('json-'))[0]).toMatchObject({
      stock: 7,
      small_images: ['https://img.example.com/2.jpg'],
    })
  })

  test.each([
    ['cats', 'x.csv', 'kind: one of shops, items'],
    ['items', 'absent.csv', 'cannot be read'],
    ['items', 'headless.csv', 'line 1: a header of field names expected'],
  ])('%s from %s is refused', async (kind, name, message) => {
    write('headless.csv', '1,2,3\n4,5,6\n')
    expect(await run(kind, join(folder, name))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(message),
    })
  })
})

test('a report that would overwrite the file is refused', async () => {
  const file = write('own.csv', 'shop,outer_id\n')
  expect(await run('items', file, '--report', `${folder}/./own.csv`)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('--report: must not be the file'),
  })
  expect(readFileSync(file, 'utf8')).toBe('shop,outer_id\n')
})

describe('the other kinds', () => {
  const from = '2026-01-01T00:00:00+08:00'

  test('shops, their items, coupons and plans; each again is unchanged', async () => {
    const shops = write(
      'shops.csv',
      'shop_key,title,is_tmall,domains,dsr\nlamps,灯具店,true,lamps.example.com|www.lamps.example.com,48000\n9bad,坏,,,\n',
    )
    expect(await run('shops', shops)).toMatchObject({
      code: 1,
      stdout: tally('1 added, 0 changed, 0 unchanged, 1 refused'),
    })
    const secrets = `${shops}.secrets.csv`
    expect(statSync(secrets).mode & 0o777).toBe(0o600)
    const [key, secret] = readFileSync(secrets, 'utf8').trim().split(',') as [string, string]
    const shop = await server.db
      .selectFrom('shops')
      .selectAll()
      .where('shop_key', '=', 'lamps')
      .executeTakeFirstOrThrow()
    expect(key).toBe('lamps')
    expect(server.ctx.keys.open('shop-secret', shop.secret_sealed)?.toString()).toBe(secret)
    expect(shop.domains).toEqual(['lamps.example.com', 'www.lamps.example.com'])

    const item = `lamps,L1,${leaf},黄铜落地灯,200.00,https://img.example.com/1.jpg`
    const items = write(
      'lamps.csv',
      `shop,outer_id,category_id,title,price,pict_url,detail_url\n${item},https://lamps.example.com/1\n${item.replace('L1', 'L2')},https://elsewhere.example.org/1\n`,
    )
    expect(await run('items', items)).toMatchObject({
      stdout: tally('1 added, 0 changed, 0 unchanged, 1 refused'),
    })

    const coupons = write(
      'coupons.csv',
      `activity_id,shop,outer_id,face,threshold,total_count,starts_at,ends_at\nc-item,lamps,L1,20,100,50,${from},2099-01-01T00:00:00+08:00\nc-shop,lamps,,5,,10,${from},2099-01-01T00:00:00+08:00\nc-bad,lamps,L9,5,,10,${from},2099-01-01T00:00:00+08:00\n`,
    )
    expect(await run('coupons', coupons)).toMatchObject({
      stdout: tally('2 added, 0 changed, 0 unchanged, 1 refused'),
    })
    // What the network has counted since is not undone by the file.
    await server.db
      .updateTable('coupons')
      .set({ remain_count: 3 })
      .where('activity_id', '=', 'c-item')
      .execute()

    const plans = (rate: string, end: string) =>
      `shop,kind,outer_id,category_id,member_id,name,rate,starts_at,ends_at\nlamps,general,,,,通用,${rate},${from},${end}\nlamps,marketing,L1,,,营销,12.34,${from},\nlamps,marketing,,,,营销,12.34,${from},\nlamps,exclusive,L1,,${server.demo.pid.split('_')[1]},专享,30,${from},\n`
    expect(await run('plans', write('plans.csv', plans('3.5', '')))).toMatchObject({
      stdout: tally('3 added, 0 changed, 0 unchanged, 1 refused'),
    })

    const answer = await server.call('taobao.tbk.dg.material.optional.upgrade', {
      adzone_id: server.demo.pid.split('_')[3],
      q: '黄铜落地灯',
    })
    const found = answer.tbk_dg_material_optional_upgrade_response.result_list.map_data
    expect(found).toHaveLength(1)
    expect(found[0].publish_info).toMatchObject({ commission_type: 'ZX', income_rate: '30.00' })
    expect(found[0].price_promotion_info.final_promotion_price).toBe('180.00')

    expect(await run('shops', shops)).toMatchObject({
      stdout: tally('0 added, 0 changed, 1 unchanged, 1 refused'),
    })
    expect(await run('coupons', coupons)).toMatchObject({
      stdout: tally('0 added, 0 changed, 2 unchanged, 1 refused'),
    })
    expect(await run('plans', join(folder, 'plans.csv'))).toMatchObject({
      stdout: tally('0 added, 0 changed, 3 unchanged, 1 refused'),
    })
    expect(await run('plans', write('ended.csv', plans('3.5', '2098-01-01T00:00:00Z')))).toMatchObject({
      stdout: tally('0 added, 1 changed, 2 unchanged, 1 refused'),
    })
    const other = write('other-rate.csv', plans('4', ''))
    expect(await run('plans', other)).toMatchObject({
      stdout: tally('0 added, 0 changed, 2 unchanged, 2 refused'),
    })
    expect(readFileSync(`${other}.refused.csv`, 'utf8')).toContain('2,rate,a plan never changes its rate')
  }, 60_000)

  test('orders go the way of reported ones, and only once', async () => {
    const event = (id: string, type: string, price: string) =>
      `${server.demo.shop.key},${id},${type},bp-1,bt-1,${itemNumber},1,${price},${price},2026-01-02T00:00:00Z`
    const itemNumber = String(
      (
        await server.db
          .selectFrom('items')
          .innerJoin('shops', 'shops.id', 'items.shop_id')
          .select('items.id')
          .where('shop_key', '=', server.demo.shop.key)
          .executeTakeFirstOrThrow()
      ).id,
    )
    const file = write(
      'orders.csv',
      `shop,event_id,type,trade_parent_id,trade_id,item_id,item_num,price,paid_fee,at\n${event('b1', 'created', '99.99')}\n${event('b2', 'paid', '99.99')}\n${event('b3', 'paid', 'x')}\nnobody,b4,paid,p,t,1,1,1.00,1.00,2026-01-02T00:00:00Z\n`,
    )
    expect(await run('orders', file)).toMatchObject({
      code: 1,
      stdout: tally('2 added, 0 changed, 0 unchanged, 2 refused'),
    })
    const report = readFileSync(`${file}.refused.csv`, 'utf8')
    expect(report).toMatch(/^4,price,/m)
    expect(report).toMatch(/^5,shop,/m)
    const order = await server.db
      .selectFrom('orders')
      .selectAll()
      .where('outer_id', '=', 'bt-1')
      .executeTakeFirstOrThrow()
    expect(order).toMatchObject({ item_num: 1, paid_fen: 9999n })
    expect(await run('orders', file)).toMatchObject({
      stdout: tally('0 added, 0 changed, 2 unchanged, 2 refused'),
    })
  })
})
