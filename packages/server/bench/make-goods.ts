import { once } from 'node:events'
import { createWriteStream, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'

const SHOPS = 200
const LAST_30_DAYS = 100_000

export type RealText = { titles: readonly string[]; queries: readonly string[] }

/** Real titles and queries: research data that lies beside the checkout and is no part of it. */
export function readRealText(): RealText | undefined {
  const folder =
    process.env.OPENTBK_BENCH_TEXT ?? new URL('../../../../shared/data/', import.meta.url).pathname
  const files = ['product-titles.txt', 'search-queries.txt'].map((name) => join(folder, name))
  if (!files.every((file) => existsSync(file))) return undefined
  const [titles = [], queries = []] = files.map((file) =>
    readFileSync(file, 'utf8').split('\n').filter(Boolean),
  )
  return { titles, queries }
}

/** Numbers below a limit, the same in every run. */
export function seededRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

type Goods = { count: number; titles: readonly string[]; categoryIds: readonly string[] }

/** Files for `opentbk import`: shops, a rate for each, and goods whose titles are two real ones' halves. */
export async function writeGoods(folder: string, goods: Goods): Promise<{ kind: string; file: string }[]> {
  const shops = Array.from({ length: SHOPS }, (_, index) => `bench_${index}`)
  const startsAt = '2020-01-01T00:00:00+08:00'
  return [
    await writeLines(
      folder,
      'shops',
      (function* () {
        for (const shop of shops)
          yield { shop_key: shop, title: `${shop} 店`, hosted: true, is_tmall: true, dsr: 48_000 }
      })(),
    ),
    await writeLines(
      folder,
      'plans',
      (function* () {
        for (const [index, shop] of shops.entries()) {
          yield { shop, kind: 'general', name: '通用', rate: `${1 + (index % 20)}.00`, starts_at: startsAt }
        }
      })(),
    ),
    await writeLines(folder, 'items', items(goods, shops)),
  ]
}

function* items({ count, titles, categoryIds }: Goods, shops: readonly string[]) {
  const random = seededRandom(1)
  const half = () => {
    const title = titles[random(titles.length)] as string
    const middle = title.length >> 1
    return random(2) === 0 ? title.slice(0, middle) : title.slice(middle)
  }
  for (let number = 0; number < count; number++) {
    yield {
      shop: shops[random(shops.length)],
      outer_id: String(number),
      title: `${half()}${half()}`.slice(0, 60),
      category_id: categoryIds[random(categoryIds.length)],
      pict_url: 'https://img.example.com/p.jpg',
      price: `${1 + random(999)}.${10 + random(90)}`,
      volume: random(LAST_30_DAYS),
      stock: 1000,
    }
  }
}

async function writeLines(folder: string, kind: string, rows: Iterable<object>) {
  const file = join(folder, `${kind}.jsonl`)
  const out = createWriteStream(file)
  for (const row of rows) {
    if (!out.write(`${JSON.stringify(row)}\n`)) await once(out, 'drain')
  }
  out.end()
  await finished(out)
  return { kind, file }
}
