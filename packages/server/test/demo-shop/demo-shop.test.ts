import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLongLink } from '../../src/domain/links/index.ts'
import { parsePid } from '../../src/domain/publishers/index.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { type Answer, demoItem, findForm, Shopper, stateOf } from './shopper.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})

afterAll(() => server.close())

const itemOf = (id: bigint) =>
  server.db.selectFrom('items').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

const couponOf = (itemId: bigint) =>
  server.db
    .selectFrom('coupons')
    .selectAll()
    .where('item_id', '=', itemId)
    .orderBy('id')
    .executeTakeFirstOrThrow()

async function demoOrder(page: Answer) {
  const key = page.path.split('/').at(-1) ?? ''
  return server.db
    .selectFrom('demo_orders')
    .selectAll()
    .where('access_key', '=', key)
    .executeTakeFirstOrThrow()
}

async function networkOrder(page: Answer) {
  const { id, shop_id } = await demoOrder(page)
  const order = await server.db
    .selectFrom('orders')
    .selectAll()
    .where('shop_id', '=', shop_id)
    .where('outer_id', '=', `D${id}`)
    .executeTakeFirstOrThrow()
  const events = await server.db
    .selectFrom('order_events')
    .selectAll()
    .where('order_id', '=', order.id)
    .orderBy('at')
    .execute()
  return { order, events }
}

async function buy(shopper: Shopper, path: string, changes: Record<string, string> = {}): Promise<Answer> {
  return shopper.submit(await shopper.get(path), '/shop/orders', changes)
}

describe('the item page', () => {
  it('shows the item and a form to buy it', async () => {
    const id = demoItem(server, 0)
    const page = await new Shopper(server.url).get(`/shop/items/${id}`)
    const item = await itemOf(id)
    expect(page.status).toBe(200)
    expect(page.text).toContain(`<h1>${item.title}</h1>`)
    expect(page.text).toContain('¥99.99')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page.text).not.toMatch(/<script|style="/)
    const form = findForm(page.text, '/shop/orders')
    expect(form?.fields).toMatchObject({ item_id: id.toString(), quantity: '1' })
    expect(form?.fields).not.toHaveProperty('coupon')
    expect(form?.fields.buyer_id).toMatch(/^buyer-/)
  })

  it('shows what the coupon saves, and says why one cannot be used', async () => {
    const id = demoItem(server, 1)
    const coupon = await couponOf(id)
    const shopper = new Shopper(server.url)
    const page = await shopper.get(`/shop/items/${id}?coupon=${coupon.activity_id}`)
    expect(page.text).toContain('满129减80')
    expect(page.text).toContain('¥49.00')
    expect(findForm(page.text, '/shop/orders')?.fields.coupon).toBe(coupon.activity_id)
    const other = await shopper.get(`/shop/items/${demoItem(server, 0)}?coupon=${coupon.activity_id}`)
    expect(other.text).toContain('The coupon is not for this item')
    expect(findForm(other.text, '/shop/orders')?.fields).not.toHaveProperty('coupon')
    expect((await shopper.get(`/shop/items/${id}?coupon=nosuch`)).text).toContain('There is no such coupon')
  })

  it('prints titles as text, never as markup', async () => {
    const id = demoItem(server, 8)
    const title = `<b>"A&B"</b>'`
    await server.db.updateTable('items').set({ title }).where('id', '=', id).execute()
    await expect
      .poll(async () => (await new Shopper(server.url).get(`/shop/items/${id}`)).text)
      .toContain('<h1>&lt;b&gt;&quot;A&amp;B&quot;&lt;/b&gt;&#39;</h1>')
    const picture = await new Shopper(server.url).get(`/shop/pictures/${id}.svg`)
    expect(picture.text).toContain('<text x="300" y="285">&lt;b</text>')
  })

  it('answers 404 for what is not there', async () => {
    const shopper = new Shopper(server.url)
    const paths = [
      'items/1',
      'items/abc',
      'items/99999999999999999999',
      'shops/1',
      'venues/1',
      'orders/nosuchkey',
    ]
    for (const path of [...paths, 'pictures/1.svg', 'pictures/abc.png']) {
      expect((await shopper.get(`/shop/${path}`)).status, path).toBe(404)
    }
    expect((await shopper.post('/shop/orders/nosuchkey/pay', {})).status).toBe(404)
  })

  it('offers nothing to buy when the item is off the shelf', async () => {
    const off = await server.db
      .selectFrom('items')
      .select('id')
      .where('status', '=', 'off')
      .executeTakeFirstOrThrow()
    const shopper = new Shopper(server.url)
    const page = await shopper.get(`/shop/items/${off.id}`)
    expect(page.text).toContain('Off the shelf or sold out')
    expect(findForm(page.text, '/shop/orders')).toBeUndefined()
    expect((await shopper.post('/shop/orders', { item_id: off.id.toString() })).status).toBe(409)
  })

  it('sells a chosen variant at its price', async () => {
    const sku = await server.db
      .selectFrom('skus')
      .innerJoin('items', 'items.id', 'skus.item_id')
      .select(['skus.id', 'skus.item_id', 'skus.name', 'skus.price_fen', 'skus.stock'])
      .where('items.status', '=', 'on')
      .where('items.promotion_price_fen', 'is', null)
      .where('skus.stock', '>', 1)
      .whereRef('skus.price_fen', '>', 'items.price_fen')
      .executeTakeFirstOrThrow()
    const shopper = new Shopper(server.url)
    const page = await shopper.get(`/shop/items/${sku.item_id}?skuId=${sku.id}`)
    expect(page.text).toContain(`<option value="${sku.id}" selected>`)
    const order = await shopper.submit(page, '/shop/orders', { sku_id: sku.id.toString() })
    expect(order.text).toContain(sku.name)
    expect(await demoOrder(order)).toMatchObject({ sku_id: sku.id, price_fen: sku.price_fen })
    const left = await server.db
      .selectFrom('skus')
      .select('stock')
      .where('id', '=', sku.id)
      .executeTakeFirstOrThrow()
    expect(left.stock).toBe(sku.stock - 1)
    const foreign = await shopper.submit(page, '/shop/orders', { sku_id: '1' })
    expect(foreign.status).toBe(400)
    expect(foreign.text).toContain('<code>sku_id</code>')
  })
})

describe('an order', () => {
  it('is reported at every step, to the fen', async () => {
    const id = demoItem(server, 0)
    const before = await itemOf(id)
    const shopper = new Shopper(server.url)
    let page = await buy(shopper, `/shop/items/${id}`, { quantity: '2', buyer_id: '小明 & co' })
    expect(stateOf(page)).toBe('待付款')
    expect((await itemOf(id)).stock).toBe(before.stock - 2)

    page = await shopper.submit(page, '/pay')
    expect(stateOf(page)).toBe('已付款')
    page = await shopper.submit(page, '/receive')
    expect(stateOf(page)).toBe('已收货')
    expect(findForm(page.text, '/refund')?.fields.amount).toBe('199.98')
    page = await shopper.submit(page, '/refund', { amount: '33.33' })
    expect(page.text).toContain('¥33.33')
    page = await shopper.submit(page, '/refund-reject')
    page = await shopper.submit(page, '/refund', { amount: '33.33' })
    page = await shopper.submit(page, '/refund-approve')
    expect(findForm(page.text, '/refund')?.fields.amount).toBe('166.65')
    page = await shopper.submit(page, '/refund')
    page = await shopper.submit(page, '/refund-approve')
    expect(stateOf(page)).toBe('已收货')
    expect(findForm(page.text, '/refund')).toBeUndefined()

    const { order, events } = await networkOrder(page)
    expect(order).toMatchObject({
      item_num: 2,
      item_price_fen: 9999n,
      paid_fen: 19_998n,
      refunded_fen: 19_998n,
    })
    expect(events.map(({ type }) => type)).toEqual([
      'created',
      'paid',
      'received',
      'refund_requested',
      'refund_rejected',
      'refund_requested',
      'refunded',
      'refund_requested',
      'refunded',
    ])
    expect(events.filter(({ type }) => type === 'refunded').map((event) => event.refund_fen)).toEqual([
      3333n,
      16_665n,
    ])
    expect(page.text.match(/accepted/g)?.length).toBe(9)
    expect(await demoOrder(page)).toMatchObject({
      buyer_id: '小明 & co',
      refunded_fen: 19_998n,
      state: 'received',
    })
  })

  it('is paid once, however often the button is pressed', async () => {
    const shopper = new Shopper(server.url)
    const page = await buy(shopper, `/shop/items/${demoItem(server, 0)}`)
    const pages = await Promise.all([1, 2, 3, 4].map(() => shopper.submit(page, '/pay')))
    for (const each of pages) expect(each.status).toBe(200)
    const again = await shopper.submit(page, '/pay')
    expect(stateOf(again)).toBe('已付款')
    const { events } = await networkOrder(again)
    expect(events.map(({ type }) => type)).toEqual(['created', 'paid'])
    expect((await demoOrder(again)).events).toBe(2)
  })

  it('closes when everything is refunded before receipt', async () => {
    const shopper = new Shopper(server.url)
    let page = await buy(shopper, `/shop/items/${demoItem(server, 2)}`)
    page = await shopper.submit(page, '/pay')
    page = await shopper.submit(page, '/refund', { amount: '' })
    page = await shopper.submit(page, '/refund-approve')
    expect(stateOf(page)).toBe('已关闭')
    expect((await networkOrder(page)).order).toMatchObject({ status: 13, refunded_fen: 999n })
  })

  it('refuses steps that do not fit', async () => {
    const shopper = new Shopper(server.url)
    const page = await buy(shopper, `/shop/items/${demoItem(server, 0)}`)
    for (const step of ['receive', 'refund', 'refund-approve', 'refund-reject']) {
      expect((await shopper.post(`${page.path}/${step}`, {})).status, step).toBe(409)
    }
    expect((await demoOrder(page)).events).toBe(1)
  })
})

describe('coupons and stock', () => {
  it('takes a coupon and gives it back with the goods when the order is cancelled', async () => {
    const id = demoItem(server, 1)
    const coupon = await couponOf(id)
    const { stock } = await itemOf(id)
    const shopper = new Shopper(server.url)
    let page = await buy(shopper, `/shop/items/${id}?coupon=${coupon.activity_id}`)
    expect(await demoOrder(page)).toMatchObject({ price_fen: 12_900n, paid_fen: 4900n, coupon_id: coupon.id })
    expect((await couponOf(id)).remain_count).toBe(coupon.remain_count - 1)
    page = await shopper.submit(page, '/close')
    expect(stateOf(page)).toBe('已关闭')
    expect((await couponOf(id)).remain_count).toBe(coupon.remain_count)
    expect((await itemOf(id)).stock).toBe(stock)
    expect((await networkOrder(page)).order.status).toBe(13)
    // A second cancel gives nothing back twice.
    expect((await shopper.post(`${page.path}/close`, {})).status).toBe(200)
    expect((await itemOf(id)).stock).toBe(stock)
  })

  it('gives back once when the order is cancelled many times at once', async () => {
    const id = demoItem(server, 1)
    const coupon = await couponOf(id)
    const { stock } = await itemOf(id)
    const shopper = new Shopper(server.url)
    const page = await buy(shopper, `/shop/items/${id}?coupon=${coupon.activity_id}`, { quantity: '2' })
    await Promise.all(Array.from({ length: 8 }, () => shopper.post(`${page.path}/close`, {})))
    expect(stateOf(await shopper.get(page.path))).toBe('已关闭')
    expect((await itemOf(id)).stock).toBe(stock)
    expect((await couponOf(id)).remain_count).toBe(coupon.remain_count)
  })

  it('gives the last coupon of a shop to one buyer, whatever the goods', async () => {
    const ids = [4, 5, 6, 7, 9].map((number) => demoItem(server, number))
    const { shop_id } = await itemOf(ids[0] as bigint)
    const day = 86_400_000
    await server.db
      .insertInto('coupons')
      .values({
        activity_id: 'lastofshop',
        shop_id,
        item_id: null,
        face_fen: 1n,
        threshold_fen: 1n,
        total_count: 1,
        remain_count: 1,
        starts_at: new Date(Date.now() - day),
        ends_at: new Date(Date.now() + day),
      })
      .execute()
    const shopper = new Shopper(server.url)
    const before = await Promise.all(ids.map(itemOf))
    const answers = await Promise.all(
      ids.map((id) => shopper.post('/shop/orders', { item_id: id.toString(), coupon: 'lastofshop' })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
    const after = await Promise.all(ids.map(itemOf))
    const taken = before.map(({ stock }, index) => stock - (after[index]?.stock ?? 0))
    expect(taken).toEqual(answers.map(({ status }) => (status === 200 ? 1 : 0)))
  })

  it('sells the last piece and the last coupon to one buyer only', async () => {
    const id = demoItem(server, 3)
    const coupon = await couponOf(id)
    await server.db.updateTable('items').set({ stock: 3 }).where('id', '=', id).execute()
    await server.db.updateTable('coupons').set({ remain_count: 1 }).where('id', '=', coupon.id).execute()
    const shopper = new Shopper(server.url)
    const form = { item_id: id.toString(), coupon: coupon.activity_id }
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => shopper.post('/shop/orders', form)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
    expect((await itemOf(id)).stock).toBe(2)
    expect((await couponOf(id)).remain_count).toBe(0)
    const plain = await Promise.all(
      [1, 2, 3, 4].map(() => shopper.post('/shop/orders', { item_id: id.toString() })),
    )
    expect(plain.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409])
    expect((await itemOf(id)).stock).toBe(0)
  })
})

describe('the click that brought a visitor', () => {
  it('earns its promoter the order', async () => {
    const itemId = demoItem(server, 0)
    const { shop_id } = await itemOf(itemId)
    const pid = parsePid(server.demo.pid)
    if (!pid) throw new Error('the demo pid does not parse')
    const app = { id: 0n, key: server.demo.app.key, ownerId: pid.memberId }
    const caller = { ...server.ctx, app, promoterId: pid.memberId, ip: '127.0.0.1' }
    const adzone = { id: pid.adzoneId, siteId: pid.siteId }
    const link = createLongLink(caller, { adzone, target: { kind: 'item', itemId, shopId: shop_id } })
    const followed = await fetch(link, {
      redirect: 'manual',
      headers: { 'user-agent': 'Mozilla/5.0 (iPhone)' },
    })
    const landing = new URL(followed.headers.get('location') ?? 'about:blank')
    const shopper = new Shopper(server.url)
    const page = await shopper.submit(await buy(shopper, landing.pathname + landing.search), '/pay')
    expect((await networkOrder(page)).order).toMatchObject({
      member_id: pid.memberId,
      adzone_id: pid.adzoneId,
      status: 12,
      rate_bp: 1234,
      estimated_commission_fen: 1233n,
    })
  })

  it('is carried by the form, and by later purchases in the same shop', async () => {
    const first = demoItem(server, 0)
    const { shop_id } = await itemOf(first)
    const shopper = new Shopper(server.url)
    const page = await shopper.get(`/shop/items/${first}?click_id=0190abcd`)
    expect(findForm(page.text, '/shop/orders')?.fields.click_id).toBe('0190abcd')
    const order = await buy(shopper, `/shop/items/${demoItem(server, 4)}`, { quantity: '3' })
    expect(await demoOrder(order)).toMatchObject({ click_id: '0190abcd', item_num: 3 })
    expect((await networkOrder(order)).events[0]?.click_id).toBe('0190abcd')
    const other = await server.db
      .selectFrom('items')
      .select('id')
      .where('shop_id', '!=', shop_id)
      .where('status', '=', 'on')
      .where('stock', '>', 0)
      .executeTakeFirstOrThrow()
    const form = findForm((await shopper.get(`/shop/items/${other.id}`)).text, '/shop/orders')
    expect(form?.fields).not.toHaveProperty('click_id')
  })

  it('is carried through a list of the shop', async () => {
    const { shop_id } = await itemOf(demoItem(server, 0))
    const shopper = new Shopper(server.url)
    const list = await shopper.get(`/shop/shops/${shop_id}?click_id=abc-1`)
    const link = /href="(\/shop\/items\/\d+\?click_id=abc-1)"/.exec(list.text)?.[1]
    const page = await shopper.get(link ?? 'no link')
    expect(findForm(page.text, '/shop/orders')?.fields.click_id).toBe('abc-1')
  })
})

describe('bad input', () => {
  const bad: [field: string, form: Record<string, string>][] = [
    ['item_id', { item_id: '' }],
    ['item_id', { item_id: '1 or 1=1' }],
    ['sku_id', { sku_id: '-5' }],
    ['quantity', { quantity: '0' }],
    ['quantity', { quantity: '100' }],
    ['quantity', { quantity: '1.5' }],
    ['buyer_id', { buyer_id: 'x'.repeat(41) }],
    ['buyer_id', { buyer_id: 'a\u0000b' }],
    ['coupon', { coupon: '<b>' }],
    ['click_id', { click_id: 'a b' }],
  ]

  it.each(bad)('is refused with the name of the field: %s %j', async (field, form) => {
    const id = demoItem(server, 5)
    const before = await itemOf(id)
    const answer = await new Shopper(server.url).post('/shop/orders', { item_id: id.toString(), ...form })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain(`<code>${field}</code>`)
    expect((await itemOf(id)).stock).toBe(before.stock)
  })

  it.each(['0', '-1', '1e1', '1.234', '100', '¥1', '99.991'])('refuses a refund of %s', async (amount) => {
    const shopper = new Shopper(server.url)
    let page = await buy(shopper, `/shop/items/${demoItem(server, 0)}`)
    page = await shopper.submit(page, '/pay')
    const answer = await shopper.submit(page, '/refund', { amount })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('<code>amount</code>')
    expect((await demoOrder(page)).events).toBe(2)
  })

  it('of other kinds gets a plain page too', async () => {
    const shopper = new Shopper(server.url)
    expect((await shopper.get('/shop?page=0')).status).toBe(400)
    expect((await shopper.get(`/shop/items/${demoItem(server, 0)}?click_id=${'x'.repeat(65)}`)).status).toBe(
      400,
    )
    const json = await fetch(`${server.url}/shop/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    expect(json.status).toBe(415)
    const large = await shopper.post('/shop/orders', { item_id: '1', note: 'x'.repeat(20_000) })
    expect(large.status).toBe(413)
    expect(large.headers.get('content-type')).toContain('text/html')
  })
})

describe('forms of other sites', () => {
  const foreign: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ]

  it.each(foreign)('are refused: %j', async (headers) => {
    const id = demoItem(server, 6)
    const shopper = new Shopper(server.url)
    const before = await itemOf(id)
    expect((await shopper.post('/shop/orders', { item_id: id.toString() }, headers)).status).toBe(403)
    expect((await itemOf(id)).stock).toBe(before.stock)
    const page = await shopper.post('/shop/orders', { item_id: id.toString() })
    expect((await shopper.post(`${page.path}/pay`, {}, headers)).status).toBe(403)
    expect(stateOf(await shopper.get(page.path))).toBe('待付款')
  })

  it('are not the forms of this one', async () => {
    const headers = { 'sec-fetch-site': 'same-origin', origin: server.url }
    const form = { item_id: demoItem(server, 6).toString() }
    expect((await new Shopper(server.url).post('/shop/orders', form, headers)).status).toBe(200)
  })
})

describe('lists and pictures', () => {
  it('pages through a shop without repeating or missing an item', async () => {
    const { shop_id } = await itemOf(demoItem(server, 0))
    const shopper = new Shopper(server.url)
    const seen: string[] = []
    let path: string | undefined = `/shop/shops/${shop_id}`
    while (path) {
      const page: Answer = await shopper.get(path)
      seen.push(...[...page.text.matchAll(/href="\/shop\/items\/(\d+)"/g)].map((match) => match[1] as string))
      path = /href="([^"]*)" rel="next"/.exec(page.text)?.[1]
    }
    const rows = await server.db
      .selectFrom('items')
      .select('id')
      .where('shop_id', '=', shop_id)
      .where('status', '=', 'on')
      .orderBy('id')
      .execute()
    expect(seen).toEqual(rows.map(({ id }) => id.toString()))
  })

  it('shows at most 60 on the front page, and the goods of a venue in their order', async () => {
    const shopper = new Shopper(server.url)
    const front = await shopper.get('/shop')
    expect(front.text.match(/<li>/g)?.length).toBe(60)
    const venue = await server.db
      .selectFrom('venues')
      .innerJoin('shops', 'shops.id', 'venues.shop_id')
      .select(['venues.id', 'venues.title'])
      .where('shops.hosted', '=', true)
      .where('shops.status', '=', 'open')
      .executeTakeFirstOrThrow()
    const page = await shopper.get(`/shop/venues/${venue.id}`)
    expect(page.text).toContain(venue.title)
    expect(page.text).toMatch(/<li>/)
  })

  it('draws a picture of every item, for browsers to keep', async () => {
    const picture = await new Shopper(server.url).get(`/shop/pictures/${demoItem(server, 0)}.svg`)
    expect(picture.status).toBe(200)
    expect(picture.headers.get('content-type')).toContain('image/svg+xml')
    expect(picture.headers.get('cache-control')).toContain('max-age=86400')
    expect(picture.text).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/)
  })
})
