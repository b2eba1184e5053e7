import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { backUp, checkCopy, move, restore } from '../../../src/store/backup/backup.ts'
import { withCopySession } from '../../../src/store/backup/copy-session.ts'
import { createTestDatabase, type TestDatabase } from '../../setup/database.ts'
import { startTestServer } from '../../setup/server.ts'
import { sendEvents } from '../../setup/shop.ts'
import { readOrderPage } from '../../setup/trade.ts'
import { countRelations, makeTradedNetwork, Shelf, sumsOf, type Traded } from './copy-network.ts'

const ORDERS = 12
const PAID = 4
const COMMISSION_FEN = 1233

const shelf = new Shelf()
const targets: TestDatabase[] = []
let traded: Traded
let file: string

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase({ empty: true })
  targets.push(database)
  return database
}

beforeAll(async () => {
  traded = await makeTradedNetwork(ORDERS)
  file = shelf.path('network.backup')
  await backUp(traded.database.url, file)
}, 60_000)
afterEach(async () => {
  for (const target of targets.splice(0)) await target.drop()
})
afterAll(async () => {
  await traded.database.drop()
  shelf.remove()
})

describe('a restored network', () => {
  test('has every row and every sum, and its server answers as the old one did', async () => {
    const target = await emptyDatabase()
    const { sums } = await restore(file, target.url)
    const wanted = await sumsOf(traded.database.url)
    expect(sums).toEqual(wanted)
    expect(await sumsOf(target.url)).toEqual(wanted)
    expect(wanted.tables.orders?.rows).toBe(String(ORDERS))
    expect(wanted.tables.clicks?.rows).toBe(String(ORDERS))
    expect(wanted.ledger.merchant).toBe(String(-COMMISSION_FEN * (ORDERS - PAID)))

    const answers: string[] = []
    for (const database of [traded.database, target]) {
      const server = await startTestServer({ database })
      const page = await readOrderPage(server, traded.first, { page_size: 100 })
      expect(page.results).toHaveLength(ORDERS)
      answers.push(JSON.stringify(page.results).replaceAll(server.url, ''))
      await server.close()
    }
    expect(answers[1]).toEqual(answers[0])
  })

  test('goes on: new rows get new numbers, and its triggers work', async () => {
    const target = await emptyDatabase()
    await restore(file, target.url)
    const server = await startTestServer({ database: target })
    const before = await server.db.selectFrom('orders').select('id').execute()
    const event = {
      event_id: 'new',
      type: 'created',
      trade_parent_id: 'new',
      trade_id: 'new',
      item_id: (
        await server.db.selectFrom('orders').select('item_id').executeTakeFirstOrThrow()
      ).item_id.toString(),
      item_num: 1,
      price: '99.99',
      paid_fee: '99.99',
      at: new Date().toISOString(),
    }
    expect(await sendEvents(server, [event])).toMatchObject([{ status: 'accepted' }])
    expect(await server.db.selectFrom('orders').select('id').execute()).toHaveLength(before.length + 1)
    await expect(server.db.deleteFrom('ledger_lines').execute()).rejects.toThrow('append-only')
    const disabled = await server.ctx.store.pool.query(
      "select tgname from pg_trigger where not tgisinternal and tgenabled <> 'O'",
    )
    expect(disabled.rows).toEqual([])
    await server.close()
  })

  test('a backup taken while a server works is one moment’s', async () => {
    const server = await startTestServer({ database: traded.database })
    const taken = await backUp(traded.database.url, shelf.path('served.backup'))
    await server.close()
    const { orders, order_events } = taken.trailer.sums.tables
    expect([orders?.rows, order_events?.rows]).toEqual([String(ORDERS), String(ORDERS * 3 - PAID)])
    const target = await emptyDatabase()
    expect((await restore(shelf.path('served.backup'), target.url)).sums).toEqual(taken.trailer.sums)
  })
})

describe('the file', () => {
  test('is for its owner alone, and never overwritten', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600)
    await expect(backUp(traded.database.url, file)).rejects.toThrow('is there already')
    expect((await checkCopy(file)).header.mode).toBe('sandbox')
  })

  test('with one byte of a row changed is refused by the digest, before anything is made', async () => {
    const target = await emptyDatabase()
    const spoilt = shelf.spoil(file, 'byte.backup', (bytes) => {
      const at = bytes.indexOf('merchant\t') + 1
      expect(at).toBeGreaterThan(0)
      bytes[at] = (bytes[at] as number) ^ 1
      return bytes
    })
    await expect(restore(spoilt, target.url)).rejects.toThrow(
      /damaged: the digest of table (accounts|ledger_lines|ledger_balances) differs/,
    )
    expect(await countRelations(target.url)).toBe(0)
  })

  test('cut short, with a broken byte on disk, or of another kind is refused', async () => {
    const target = await emptyDatabase()
    const whole = readFileSync(file)
    const cut = shelf.path('cut.backup')
    writeFileSync(cut, whole)
    truncateSync(cut, Math.floor(whole.length / 2))
    const rotten = shelf.path('rotten.backup')
    const bytes = Buffer.from(whole)
    const middle = Math.floor(bytes.length / 2)
    bytes[middle] = (bytes[middle] as number) ^ 0xff
    writeFileSync(rotten, bytes)
    const other = shelf.path('other.backup')
    writeFileSync(other, 'no backup')
    const short = shelf.spoil(file, 'short.backup', (all) => all.subarray(0, -10))
    for (const path of [cut, rotten, other, short]) {
      await expect(restore(path, target.url), path).rejects.toThrow('damaged')
    }
    await expect(restore(shelf.path('none'), target.url)).rejects.toThrow('ENOENT')
    expect(await countRelations(target.url)).toBe(0)
  })

  test('of a newer version is refused', async () => {
    const target = await emptyDatabase()
    const format = shelf.reword(file, 'format.backup', (header) => ({ ...header, format: 2 }))
    await expect(restore(format, target.url)).rejects.toThrow('made by a newer OpenTBK')
    const migration = { number: 9999, name: '9999-later.sql', digest: 'x' }
    const data = shelf.reword(file, 'data.backup', (header) => ({
      ...header,
      migrations: [...header.migrations, migration],
    }))
    await expect(restore(data, target.url)).rejects.toThrow('newer than this code')
    expect(await countRelations(target.url)).toBe(0)
  })

  test('whose sums do not hold after loading leaves nothing behind', async () => {
    const target = await emptyDatabase()
    const spoilt = shelf.spoil(file, 'sums.backup', (bytes) => {
      const at = bytes.lastIndexOf('"ledger":{')
      const digit = bytes.indexOf('"merchant":"-', at) + '"merchant":"-'.length
      bytes.write(bytes[digit] === 0x31 ? '2' : '1', digit)
      return bytes
    })
    await expect(restore(spoilt, target.url)).rejects.toThrow("the ledger's merchant differs after loading")
    expect(await countRelations(target.url)).toBe(0)
  })
})

describe('the target', () => {
  test('must be empty, also of what is not ours', async () => {
    const target = await emptyDatabase()
    await withCopySession(target.url, (client) => client.query('create table notes (text text)'))
    await expect(restore(file, target.url)).rejects.toThrow('holds a table "notes" already')
    await expect(restore(file, traded.database.url)).rejects.toThrow('holds data of OpenTBK already')
  })

  test('is refused while a server runs on it, and so is a move of served data', async () => {
    const target = await emptyDatabase()
    const server = await startTestServer({ database: traded.database })
    await expect(restore(file, traded.database.url)).rejects.toThrow('server is running on the database')
    await expect(move(traded.database.url, target.url)).rejects.toThrow('server is running on this data')
    await server.close()
    expect(await countRelations(target.url)).toBe(0)
  })

  test('stays empty when the connection is killed in the middle', async () => {
    const target = await emptyDatabase()
    const restoring = restore(file, target.url)
    const killed = withCopySession(traded.database.url, async (client) => {
      for (;;) {
        const { rowCount } = await client.query(
          `select pg_terminate_backend(a.pid) from pg_stat_activity a join pg_locks l on l.pid = a.pid
           where a.datname = $1 and a.state <> 'idle' and l.mode = 'RowExclusiveLock' limit 1`,
          [new URL(target.url.replace('@/', '@localhost/')).pathname.slice(1)],
        )
        if (rowCount) return
      }
    })
    await expect(restoring).rejects.toThrow('the database could not be filled: ')
    await killed
    expect(await countRelations(target.url)).toBe(0)
    await restore(file, target.url)
  })
})

test('an empty database is nothing to copy', async () => {
  const empty = await emptyDatabase()
  const path = shelf.path('nothing.backup')
  await expect(backUp(empty.url, path)).rejects.toThrow('nothing to copy')
  expect(existsSync(path) || existsSync(`${path}.part`)).toBe(false)
})

test('a move copies everything into another database', async () => {
  const target = await emptyDatabase()
  const { sums } = await move(traded.database.url, target.url)
  expect(sums).toEqual(await sumsOf(traded.database.url))
})
