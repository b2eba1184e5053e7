import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoShopRoutes } from '../../src/demo-shop/routes.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { demoItem, findForm, Shopper, stateOf } from './shopper.ts'

type Trouble = 'none' | 'cut before' | 'cut after' | 'refuse' | 'error' | 'nonsense' | 'other event'

let server: TestServer
let shop: FastifyInstance
let shopUrl: string
let trouble: Trouble
const line = createServer((request, response) => void carry(request, response))

/** Stands between a shop and the network's ingest, and does to a report what lines and servers do. */
async function carry(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = Buffer.concat(await request.toArray())
  const [event] = JSON.parse(body.toString()).events
  if (trouble === 'cut before') return void request.socket.destroy()
  if (trouble === 'error') return void response.writeHead(503).end('busy')
  if (trouble === 'nonsense') return void response.writeHead(200).end('<html>')
  if (trouble === 'other event') {
    return void response.end(JSON.stringify({ results: [{ event_id: 'D1-1-created', status: 'accepted' }] }))
  }
  if (trouble === 'refuse') {
    const result = { event_id: event.event_id, status: 'refused', reason: 'item_id: <unknown>' }
    return void response.end(JSON.stringify({ results: [result] }))
  }
  const headers = Object.entries(request.headers).filter(([name]) => name.startsWith('x-'))
  const answer = await fetch(server.demo.shop.ingest, {
    method: 'POST',
    headers: headers.map(([name, value]) => [name, String(value)] as [string, string]),
    body,
  })
  const text = await answer.text()
  if (trouble === 'cut after') return void request.socket.destroy()
  response.writeHead(answer.status).end(text)
}

beforeAll(async () => {
  server = await startTestServer()
  line.listen(0, '127.0.0.1')
  await once(line, 'listening')
  const publicUrl = `http://127.0.0.1:${(line.address() as AddressInfo).port}`
  shop = Fastify()
  await shop.register(demoShopRoutes, { ...server.ctx, publicUrl })
  shopUrl = await shop.listen({ host: '127.0.0.1', port: 0 })
})

afterAll(async () => {
  await shop.close()
  line.close()
  await server.close()
})

async function eventsOf(path: string) {
  const key = path.split('/').at(-1) ?? ''
  const order = await server.db
    .selectFrom('demo_orders')
    .selectAll()
    .where('access_key', '=', key)
    .executeTakeFirstOrThrow()
  return server.db
    .selectFrom('order_events')
    .innerJoin('orders', 'orders.id', 'order_events.order_id')
    .select(['order_events.event_id', 'order_events.type'])
    .where('orders.shop_id', '=', order.shop_id)
    .where('orders.outer_id', '=', `D${order.id}`)
    .orderBy('order_events.at')
    .execute()
}

const buy = async (shopper: Shopper) =>
  shopper.submit(await shopper.get(`/shop/items/${demoItem(server, 0)}`), '/shop/orders')

describe('when the network does not answer', () => {
  it.each<Trouble>(['cut before', 'cut after', 'error', 'nonsense', 'other event'])(
    'a step stays open and is sent again, once: %s',
    async (kind) => {
      const shopper = new Shopper(shopUrl)
      trouble = kind
      let page = await buy(shopper)
      expect(stateOf(page)).toBe('已下单，尚未上报')
      expect(page.text).toContain('This step has not reached the network')
      expect(findForm(page.text, '/close')).toBeUndefined()
      expect((await shopper.post(`${page.path}/close`, {})).status).toBe(409)

      trouble = 'none'
      page = await shopper.submit(page, '/send')
      expect(stateOf(page)).toBe('待付款')
      expect(page.text).toContain(kind === 'cut after' ? 'duplicate' : 'accepted')

      trouble = kind
      page = await shopper.submit(page, '/pay')
      expect(stateOf(page)).toBe('待付款')
      trouble = 'none'
      // The same button again, as on a page that was open before.
      page = await shopper.post(`${page.path}/pay`, {})
      expect(stateOf(page)).toBe('已付款')
      expect((await eventsOf(page.path)).map(({ type }) => type)).toEqual(['created', 'paid'])
    },
  )
})

describe('when the network refuses', () => {
  it('says why, and lets the step be repeated or another one be taken', async () => {
    const shopper = new Shopper(shopUrl)
    trouble = 'none'
    let page = await buy(shopper)
    trouble = 'refuse'
    page = await shopper.submit(page, '/pay')
    expect(stateOf(page)).toBe('待付款')
    expect(page.text).toContain('item_id: &lt;unknown&gt;')
    page = await shopper.submit(page, '/send')
    expect(stateOf(page)).toBe('待付款')
    trouble = 'none'
    page = await shopper.submit(page, '/close')
    expect(stateOf(page)).toBe('已关闭')
    const events = await eventsOf(page.path)
    expect(events.map(({ type }) => type)).toEqual(['created', 'closed'])
    expect(events[1]?.event_id).toMatch(/^D\d+-3-closed$/)
  })

  it('asks for another refund when the amount was changed after a refusal', async () => {
    const shopper = new Shopper(shopUrl)
    trouble = 'none'
    let page = await shopper.submit(await buy(shopper), '/pay')
    trouble = 'refuse'
    page = await shopper.submit(page, '/refund', { amount: '10' })
    trouble = 'none'
    page = await shopper.submit(page, '/refund', { amount: '20' })
    page = await shopper.submit(page, '/refund-approve')
    expect(page.text).toContain('¥20.00')
    expect((await eventsOf(page.path)).map(({ type }) => type)).toEqual([
      'created',
      'paid',
      'refund_requested',
      'refunded',
    ])
  })
})
