import { encodeItemId } from '../src/domain/goods/index.ts'
import { Keyring } from '../src/keys/keyring.ts'
import { readSandboxKey } from '../src/sandbox-key.ts'
import { demoSecrets } from '../src/seed/demo-secrets.ts'
import { readRealText, seededRandom, writeGoods } from './make-goods.ts'
import type { Served } from './served.ts'
import { type BenchRequest, send, signedRequest } from './signed-request.ts'

/** What the cases ask for: all of it real, made through the doors that they measure. */
export type Network = {
  served: Served
  adzoneId: string
  itemIds: readonly string[]
  longUrls: readonly string[]
  shortPaths: readonly string[]
  shops: readonly Shop[]
  /** None: the real text is absent. */
  queries: readonly string[]
}

/** A shop that reports orders, and clicks on its goods that led there. */
export type Shop = {
  key: string
  secret: string
  clicks: readonly { itemId: string; clickId: string }[]
}

const ITEMS = 2000
const SHOPS = 16
const PAGE = 100
const CLICKS = 320
const AT_ONCE = 16
const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile'

// biome-ignore lint/suspicious/noExplicitAny: an answer off the wire
type Wire = any

export async function prepareNetwork(
  served: Served,
  goods: { count: number; searched: boolean },
): Promise<Network> {
  const adzoneId = served.demo.pid.split('_')[3] as string
  const categories = await served.query<{ id: string }>(
    'select id from categories where parent_id is not null order by id limit 100',
  )
  const categoryIds = categories.map(({ id }) => id)
  const itemIds = await listItems(served, adzoneId, categoryIds)
  const links = await inParallel(itemIds, async (item) => {
    const answer = await call(served, 'taobao.tbk.dg.general.link.convert', {
      adzone_id: adzoneId,
      item_id_list: item,
    })
    const [converted] = answer.tbk_dg_general_link_convert_response.data.item_url_list.item_url_list
    return converted.link_info_dto as { cps_long_url: string; cps_short_url: string }
  })
  const network = {
    served,
    adzoneId,
    itemIds,
    longUrls: links.map((link) => link.cps_long_url),
    shortPaths: links.map((link) => new URL(link.cps_short_url).pathname),
    shops: await openShops(served, adzoneId),
  }
  const text = goods.searched ? readRealText() : undefined
  if (!text) return { ...network, queries: [] }
  const files = await writeGoods(served.dataDir, { count: goods.count, titles: text.titles, categoryIds })
  for (const { kind, file } of files) await served.run(['import', kind, file])
  const random = seededRandom(2)
  const queries = Array.from(text.queries, () => text.queries[random(text.queries.length)] as string)
  return { ...network, queries }
}

async function listItems(
  served: Served,
  adzoneId: string,
  categoryIds: readonly string[],
): Promise<string[]> {
  const found = new Set<string>()
  for (const cat of categoryIds) {
    const answer = await call(served, 'taobao.tbk.dg.material.optional.upgrade', {
      adzone_id: adzoneId,
      cat,
      page_size: String(PAGE),
    })
    const list = answer.tbk_dg_material_optional_upgrade_response?.result_list.map_data ?? []
    for (const item of list) found.add(item.item_id)
    if (found.size >= ITEMS) break
  }
  if (found.size === 0) throw new Error('the demo network has no goods')
  return [...found].slice(0, ITEMS)
}

/** The demo network's first shops, and clicks on their goods: orders of these are the promoter's. */
async function openShops(served: Served, adzoneId: string): Promise<Shop[]> {
  const keys = new Keyring([await readSandboxKey(served.dataDir)])
  const secrets = demoSecrets(keys)
  const publisherId = BigInt(served.demo.pid.split('_')[1] as string)
  const found = await served.query<{ shop_key: string; items: string[] }>(
    `select s.shop_key, (array_agg(i.id::text order by i.id))[1:10] as items
     from shops s join items i on i.shop_id = s.id where i.status = 'on' group by s.id order by s.id limit ${SHOPS}`,
  )
  return Promise.all(
    found.map(async ({ shop_key: key, items }): Promise<Shop> => {
      const ids = items.map((item) => encodeItemId(keys, BigInt(item), publisherId))
      return { key, secret: secrets.shop(key), clicks: await makeClicks(served, adzoneId, ids) }
    }),
  )
}

async function makeClicks(
  served: Served,
  adzoneId: string,
  itemIds: readonly string[],
): Promise<Shop['clicks']> {
  const answer = await call(served, 'taobao.tbk.dg.general.link.convert', {
    adzone_id: adzoneId,
    item_id_list: itemIds.join(','),
  })
  const list = answer.tbk_dg_general_link_convert_response.data.item_url_list.item_url_list as Wire[]
  const paths = list.flatMap(({ link_info_dto: links }) =>
    links ? new URL(links.cps_short_url).pathname : [],
  )
  return inParallel(
    Array.from({ length: CLICKS / SHOPS }, (_, index) => paths[index % paths.length] as string),
    async (path) => {
      const response = await send(served.address, visit(path))
      const landing = new URL(response.headers.get('location') as string)
      return {
        itemId: landing.pathname.split('/').at(-1) as string,
        clickId: landing.searchParams.get('click_id') as string,
      }
    },
  )
}

export function visit(path: string): BenchRequest {
  return { method: 'GET', path, headers: { 'user-agent': PHONE }, body: '' }
}

async function call(served: Served, method: string, params: Record<string, string>): Promise<Wire> {
  const response = await send(served.address, signedRequest(served.demo, method, params))
  return response.json()
}

async function inParallel<In, Out>(inputs: readonly In[], work: (input: In) => Promise<Out>): Promise<Out[]> {
  const outputs: Out[] = []
  let next = 0
  const worker = async () => {
    while (next < inputs.length) {
      const index = next++
      outputs[index] = await work(inputs[index] as In)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return outputs
}
