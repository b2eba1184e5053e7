import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { listTables } from '../../../src/store/backup/catalog.ts'
import type { CopyHeader, CopySums } from '../../../src/store/backup/copy-format.ts'
import { sumTables, withCopySession } from '../../../src/store/backup/copy-session.ts'
import { createTestDatabase, type TestDatabase } from '../../setup/database.ts'
import { startTestServer, type TestServer } from '../../setup/server.ts'
import { landingOf, sendEvents } from '../../setup/shop.ts'
import { convertItem, openTrade, type Promoter } from '../../setup/trade.ts'

export type Traded = { database: TestDatabase; first: Promoter }

/** The demo network with clicks, orders in several states, and a ledger; no server runs on it any more. */
export async function makeTradedNetwork(orders: number): Promise<Traded> {
  const database = await createTestDatabase()
  const server = await startTestServer({ database })
  const trade = await openTrade(server)
  const links = await convertItem(server, trade.first, { itemId: trade.items[0] as bigint })
  for (let number = 1; number <= orders; number++) await placeOrder(server, links.short, number)
  await server.close()
  return { database, first: trade.first }
}

async function placeOrder(server: TestServer, link: string, number: number): Promise<void> {
  const { clickId, itemId } = await landingOf(link)
  const types = number % 3 === 0 ? ['created', 'paid'] : ['created', 'paid', 'received']
  const events = types.map((type) => ({
    event_id: `${number}-${type}`,
    type,
    trade_parent_id: `P${number}`,
    trade_id: `T${number}`,
    item_id: itemId,
    item_num: 1,
    price: '99.99',
    paid_fee: '99.99',
    click_id: clickId,
    buyer_id: `buyer-${number}`,
    at: new Date().toISOString(),
  }))
  for (const result of await sendEvents(server, events)) {
    if (result.status !== 'accepted') throw new Error(JSON.stringify(result))
  }
}

/** Every table of a database: rows, a hash of them, and what the ledger holds. */
export function sumsOf(url: string): Promise<CopySums> {
  return withCopySession(url, async (client) => sumTables(client, await listTables(client)))
}

export async function countRelations(url: string): Promise<number> {
  return withCopySession(url, async (client) => {
    const { rows } = await client.query<{ count: number }>(
      "select count(*)::int as count from pg_class where relnamespace = 'public'::regnamespace",
    )
    return rows[0]?.count ?? -1
  })
}

/** A folder for backups, and ways to spoil them. */
export class Shelf {
  readonly folder = mkdtempSync(join(tmpdir(), 'opentbk-backup-'))

  path(name: string): string {
    return join(this.folder, name)
  }

  /** Another file whose unpacked bytes were changed, packed again as if nothing had happened. */
  spoil(from: string, name: string, change: (bytes: Buffer) => Buffer): string {
    const path = this.path(name)
    writeFileSync(path, gzipSync(change(gunzipSync(readFileSync(from)))))
    return path
  }

  /** Another file whose header says something else. */
  reword(from: string, name: string, change: (header: CopyHeader) => CopyHeader): string {
    return this.spoil(from, name, (bytes) => {
      const length = bytes.readUInt32BE(1)
      const header = JSON.parse(bytes.subarray(5, 5 + length).toString()) as CopyHeader
      const text = Buffer.from(JSON.stringify(change(header)))
      const head = Buffer.from(bytes.subarray(0, 5))
      head.writeUInt32BE(text.length, 1)
      return Buffer.concat([head, text, bytes.subarray(5 + length)])
    })
  }

  remove(): void {
    rmSync(this.folder, { recursive: true })
  }
}
