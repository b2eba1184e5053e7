import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cutWords, decodeItemId, importItems } from '../../../src/domain/goods/index.ts'
import { startTestServer, type TestServer, type Wire } from '../../setup/server.ts'

const file = new URL('../../../../../../shared/data/product-titles.txt', import.meta.url)
const isAbsent = !existsSync(file)
const COUNT = 500
const SEARCH = 'taobao.tbk.dg.material.optional.upgrade'

let server: TestServer
const titles = isAbsent ? [] : readFileSync(file, 'utf8').split('\n').filter(Boolean)
const picked = titles.filter((_, index) => index % Math.floor(titles.length / COUNT) === 0).slice(0, COUNT)

beforeAll(async () => {
  server = await startTestServer()
  if (isAbsent) return
  const shop = await server.db
    .selectFrom('shops')
    .select(['shop_key'])
    .where('hosted', '=', true)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const leaf = await server.db
    .selectFrom('categories')
    .select('id')
    .where('parent_id', 'is not', null)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  for (let from = 0; from < titles.length; from += 1000) {
    const rows = titles.slice(from, from + 1000).map((title, index) => ({
      shop: shop.shop_key,
      outer_id: `real-${from + index}`,
      category_id: String(leaf.id),
      title,
      price: '10.00',
      pict_url: 'https://img.example.com/1.jpg',
    }))
    const results = await importItems(server.ctx, { rows })
    expect(results.filter((result) => result.status !== 'added')).toEqual([])
  }
})
afterAll(() => server.close())

describe.skipIf(isAbsent)(`real titles (${isAbsent ? '../shared/data is absent' : file.pathname})`, () => {
  test(`each of ${COUNT} is found by its own words`, async () => {
    expect(picked).toHaveLength(COUNT)
    const ids = new Map<bigint, string>()
    const rows = await server.db
      .selectFrom('items')
      .select(['id', 'title'])
      .where('outer_id', 'like', 'real-%')
      .execute()
    for (const row of rows) ids.set(row.id, row.title)
    const missed: string[] = []
    for (const title of picked) {
      const words = cutWords(title)
      // A title may stand in the data more than once: one that reads the same is as good.
      const found = words.length > 0 && (await titlesOf(words.join(' '), ids)).has(title)
      if (!found) missed.push(title)
    }
    expect(missed).toEqual([])
  }, 120_000)

  async function titlesOf(q: string, ids: ReadonlyMap<bigint, string>): Promise<Set<string | undefined>> {
    const answer: Wire = await server.call(SEARCH, {
      adzone_id: server.demo.pid.split('_')[3],
      q,
      page_size: 100,
    })
    const list: Wire[] = answer.tbk_dg_material_optional_upgrade_response?.result_list?.map_data ?? []
    return new Set(list.map((found) => ids.get(decodeItemId(server.ctx.keys, found.item_id)?.itemId ?? 0n)))
  }
})
