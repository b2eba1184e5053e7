import { randomUUID } from 'node:crypto'
import { type Network, type Shop, visit } from './network.ts'
import { type BenchRequest, signedEvents, signedRequest } from './signed-request.ts'

/** One thing that is measured. */
export type Case = {
  name: string
  what: string
  /** Requests to be sent in turn, signed just now; or a maker of one that was never sent before. */
  requests(network: Network): BenchRequest[] | (() => BenchRequest)
  isRight(body: string): boolean
  /** Where one request carries several things. */
  unitsARequest?: { count: number; name: string }
  /** The least share of bare, and the longest p99 at half load, that are aimed at. */
  target: { ratio?: number; p99Ms: number }
}

const CONVERT = 'taobao.tbk.dg.general.link.convert'
const SEARCH = 'taobao.tbk.dg.material.optional.upgrade'
const ORDERS_A_REQUEST = 10
/** What a search answers that finds nothing. */
const NOTHING_FOUND = '"sub_code":"50001"'

const isAnswer = (body: string) => !body.startsWith('{"error_response"')

export const cases: readonly Case[] = [
  {
    name: 'time',
    what: 'taobao.time.get',
    requests: ({ served }) => [signedRequest(served.demo, 'taobao.time.get', {})],
    isRight: isAnswer,
    target: { ratio: 0.6, p99Ms: 10 },
  },
  {
    name: 'item',
    what: 'item.info.upgrade.get, one item',
    requests: ({ served, itemIds }) =>
      itemIds.map((id) => signedRequest(served.demo, 'taobao.tbk.item.info.upgrade.get', { item_id: id })),
    isRight: isAnswer,
    target: { ratio: 0.4, p99Ms: 10 },
  },
  {
    name: 'search',
    what: 'material.optional.upgrade, real queries',
    requests: ({ served, adzoneId, queries }) =>
      queries.slice(0, 2560).map((q) => signedRequest(served.demo, SEARCH, { adzone_id: adzoneId, q })),
    isRight: (body) => isAnswer(body) || body.includes(NOTHING_FOUND),
    target: { p99Ms: 30 },
  },
  {
    name: 'convert',
    what: 'dg.general.link.convert, one item, all links',
    requests: ({ served, adzoneId, itemIds }) =>
      itemIds.map((id) => signedRequest(served.demo, CONVERT, { adzone_id: adzoneId, item_id_list: id })),
    isRight: isAnswer,
    target: { ratio: 0.12, p99Ms: 10 },
  },
  {
    name: 'tpwd',
    what: 'tpwd.create',
    requests: ({ served, longUrls }) =>
      longUrls.map((url) => signedRequest(served.demo, 'taobao.tbk.tpwd.create', { url })),
    isRight: isAnswer,
    target: { p99Ms: 10 },
  },
  {
    name: 'redirect',
    what: 'a short link followed, its click stored',
    requests: ({ shortPaths }) => shortPaths.map(visit),
    isRight: (body) => body === '',
    target: { ratio: 0.4, p99Ms: 10 },
  },
  {
    name: 'ingest',
    what: 'ten orders placed and paid, a request of one of 16 shops',
    requests:
      ({ served, shops }) =>
      () => {
        const shop = pick(shops)
        return signedEvents({ ...shop, ingest: served.demo.shop.ingest }, newOrders(shop))
      },
    isRight: (body) => !body.includes('"status":"refused"') && !body.startsWith('{"error"'),
    unitsARequest: { count: ORDERS_A_REQUEST * 2, name: 'events' },
    target: { p99Ms: 10 },
  },
]

function pick<T>(list: readonly T[]): T {
  return list[Math.floor(Math.random() * list.length)] as T
}

function newOrders({ clicks }: Shop): object[] {
  return Array.from({ length: ORDERS_A_REQUEST }, () => {
    const id = randomUUID()
    const { itemId, clickId } = pick(clicks)
    const order = {
      trade_parent_id: id,
      trade_id: id,
      item_id: itemId,
      item_num: 1,
      price: '99.99',
      paid_fee: '99.99',
      click_id: clickId,
      buyer_id: id,
      at: new Date().toISOString(),
    }
    return ['created', 'paid'].map((type) => ({ ...order, event_id: `${id}-${type}`, type }))
  }).flat()
}
