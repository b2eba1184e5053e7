import { once } from 'node:events'
import { createWriteStream, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cutWords, searchItems } from '../src/domain/goods/index.ts'
import { Random } from '../src/seed/random.ts'
import { makeFolder, removeFolder, runCommand } from '../test/process/server-process.ts'
import { createTestDatabase, TEST_MASTER_KEY, type TestDatabase } from '../test/setup/database.ts'
import { startTestServer, type TestServer } from '../test/setup/server.ts'

const data = new URL('../../../../shared/data/', import.meta.url)
const isAbsent = !existsSync(data)
const isLarge = process.env.OPENTBK_PROOF_MILLION === '1'
const lines = (name: string) => readFileSync(new URL(name, data), 'utf8').split('\n').filter(Boolean)

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

/** A catalogue of real titles: the first ones as they are, then halves of two put together. */
async function writeCatalogue(count: number): Promise<string> {
  const titles = lines('product-titles.txt').map((title) => [...title])
  const random = new Random(7)
  const leaves = await server.db
    .selectFrom('categories')
    .select('id')
    .where('parent_id', 'is not', null)
    .execute()
  const shops = await server.db.selectFrom('shops').select('shop_key').where('hosted', '=', true).execute()
  const file = join(folder, `items-${count}.csv`)
  const out = createWriteStream(file)
  out.write('shop,outer_id,category_id,title,price,pict_url,stock,volume,provcity\n')
  for (let index = 0; index < count; index++) {
    const [head, tail] = [titles[index] ?? random.pick(titles), random.pick(titles)]
    const title =
      index < titles.length ? head : [...head.slice(0, head.length / 2), ...tail.slice(tail.length / 2)]
    const row = [
      random.pick(shops).shop_key,
      `proof-${index}`,
      random.pick(leaves).id,
      `"${title.join('').replaceAll('"', '""')}"`,
      (random.between(100, 50_000) / 100).toFixed(2),
      `https://img.example.com/${index}.jpg`,
      random.between(0, 900),
      random.between(0, 9000),
      '浙江 杭州',
    ]
    if (!out.write(`${row.join(',')}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
  return file
}

async function importInSeconds(file: string, expected: string): Promise<number> {
  const startedAt = performance.now()
  const ended = await runCommand(['import', 'items', file], env)
  expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining(expected) })
  return (performance.now() - startedAt) / 1000
}

/** The times of searches for these words through the domain, in ms, sorted. */
async function timeSearches(queries: readonly string[]): Promise<number[]> {
  const memberId = BigInt(server.demo.pid.split('_')[1] as string)
  const ctx = {
    ...server.ctx,
    promoterId: memberId,
    app: { id: 1n, key: '1', ownerId: memberId },
    ip: '127.0.0.1',
  }
  const times: number[] = []
  for (const q of queries) {
    const startedAt = performance.now()
    const sort = { key: 'match', descending: true } as const
    await searchItems(ctx, { filter: { q }, sort, pageNo: 1, pageSize: 20 })
    times.push(performance.now() - startedAt)
  }
  return times.sort((a, b) => a - b)
}

const at = (times: readonly number[], share: number) =>
  times[Math.floor((times.length - 1) * share)] as number

function report(what: string, times: readonly number[]): void {
  const figures = [0.5, 0.99, 1].map((share) => `${at(times, share).toFixed(1)} ms`)
  process.stdout.write(`${what}: p50 ${figures[0]}, p99 ${figures[1]}, longest ${figures[2]}\n`)
}

/** The words that most titles hold, which find the most. */
function broadWords(): string[] {
  const counts = new Map<string, number>()
  for (const title of lines('product-titles.txt')) {
    for (const word of cutWords(title)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 200)
    .map(([word]) => word)
}

describe.skipIf(isAbsent)(`goods at scale${isAbsent ? ' (../shared/data is absent)' : ''}`, () => {
  test('100,000 items in under 30 s; again, unchanged, no slower; searches stay fast', async () => {
    const file = await writeCatalogue(100_000)
    const seconds = await importInSeconds(file, '100000 added, 0 changed, 0 unchanged, 0 refused')
    process.stdout.write(`100,000 items: ${seconds.toFixed(1)} s\n`)
    expect(seconds).toBeLessThan(30)
    expect(await importInSeconds(file, '0 added, 0 changed, 100000 unchanged, 0 refused')).toBeLessThan(30)
    const queries = lines('search-queries.txt').filter((_, index) => index % 10 === 0)
    await timeSearches(queries.slice(0, 100))
    const real = await timeSearches(queries)
    report('real queries over 100,000', real)
    expect(at(real, 0.99)).toBeLessThan(30)
    const broad = await timeSearches(broadWords())
    report('the 200 commonest words over 100,000', broad)
    expect(at(broad, 1)).toBeLessThan(500)
  })

  test.skipIf(!isLarge)(
    '1,000,000 items in under 5 minutes; no search takes seconds (OPENTBK_PROOF_MILLION=1)',
    async () => {
      const seconds = await importInSeconds(await writeCatalogue(1_000_000), ' 0 refused')
      process.stdout.write(`1,000,000 items: ${seconds.toFixed(1)} s\n`)
      expect(seconds).toBeLessThan(300)
      const real = await timeSearches(lines('search-queries.txt').filter((_, index) => index % 10 === 0))
      report('real queries over 1,000,000', real)
      const broad = await timeSearches(broadWords())
      report('the 200 commonest words over 1,000,000', broad)
      expect(
        at(
          [...real, ...broad].sort((a, b) => a - b),
          1,
        ),
      ).toBeLessThan(2000)
    },
  )
})
