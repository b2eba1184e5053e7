import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'

let server: TestServer
let leaf: string

beforeAll(async () => {
  server = await startTestServer()
  const category = await server.db
    .selectFrom('categories')
    .select('id')
    .where('parent_id', 'is not', null)
    .executeTakeFirstOrThrow()
  leaf = String(category.id)
})
afterAll(() => server.close())

async function post(
  body: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Wire }> {
  const { shop } = server.demo
  const timestamp = String(Date.now())
  const signature = createHmac('sha256', shop.secret).update(`${timestamp}.`).update(body).digest('hex')
  const response = await fetch(`${server.url}/ingest/v1/items`, {
    method: 'POST',
    headers: { 'x-shop-key': shop.key, 'x-timestamp': timestamp, 'x-signature': signature, ...headers },
    body,
  })
  return { status: response.status, body: await response.json() }
}

async function send(...items: unknown[]): Promise<Wire[]> {
  const { status, body } = await post(JSON.stringify({ items }))
  expect(status).toBe(200)
  return body.results
}

const item = (fields: Record<string, unknown> = {}) => ({
  outer_id: 'new-1',
  category_id: leaf,
  title: '手工竹编提篮 大号',
  price: '35.50',
  pict_url: 'https://img.example.com/1.jpg',
  stock: 3,
  ...fields,
})

const stored = (outerId: string) =>
  server.db.selectFrom('items').selectAll().where('outer_id', '=', outerId).execute()

describe('POST /ingest/v1/items', () => {
  test('adds an item of the shop that signed, which a search finds at once', async () => {
    expect(await send(item())).toEqual([{ outer_id: 'new-1', status: 'accepted' }])
    const [row] = await stored('new-1')
    expect(row).toMatchObject({ price_fen: 3550n, reserve_price_fen: 3550n, stock: 3, free_shipment: false })
    const shop = await server.db
      .selectFrom('shops')
      .select('shop_key')
      .where('id', '=', row?.shop_id as bigint)
      .executeTakeFirstOrThrow()
    expect(shop.shop_key).toBe(server.demo.shop.key)
    const answer = await server.call('taobao.tbk.dg.material.optional.upgrade', {
      adzone_id: server.demo.pid.split('_')[3],
      q: '竹编提篮',
    })
    const found: Wire[] = answer.tbk_dg_material_optional_upgrade_response.result_list.map_data
    expect(found.map((one) => one.item_basic_info.title)).toEqual(['手工竹编提篮 大号'])
  })

  test('the same again is unchanged and left untouched; another price is taken', async () => {
    await send(item({ outer_id: 'same' }))
    const [before] = await stored('same')
    expect(await send(item({ outer_id: 'same' }))).toEqual([{ outer_id: 'same', status: 'unchanged' }])
    expect(await stored('same')).toEqual([before])
    expect(await send(item({ outer_id: 'same', price: '30.00' }))).toEqual([
      { outer_id: 'same', status: 'accepted' },
    ])
    const [after] = await stored('same')
    expect(after).toMatchObject({ id: before?.id, price_fen: 3000n, created_at: before?.created_at })
  })

  test('what names another shop stays the own', async () => {
    const other = await server.db
      .selectFrom('shops')
      .select(['id', 'shop_key'])
      .where('shop_key', '<>', server.demo.shop.key)
      .executeTakeFirstOrThrow()
    await send(item({ outer_id: 'whose', shop: other.shop_key, shop_id: String(other.id) }))
    const rows = await stored('whose')
    expect(rows).toHaveLength(1)
    expect(rows[0]?.shop_id).not.toBe(other.id)
  })

  test('each is answered in its place, and one that is refused holds up no other', async () => {
    const bad = (fields: Record<string, unknown>) => item({ outer_id: 'bad', ...fields })
    const results = await send(
      bad({ price: 35.5 }),
      bad({ price: '0' }),
      bad({ price: '1.234' }),
      bad({ title: '' }),
      bad({ title: 'x'.repeat(201) }),
      bad({ title: '\u0000' }),
      bad({ title: '\ud800' }),
      bad({ category_id: '999999999999' }),
      bad({ outer_id: '' }),
      bad({ pict_url: 'javascript:alert(1)' }),
      bad({ detail_url: 'https://evil.example.org/1' }),
      bad({ stock: -1 }),
      bad({ status: 'gone' }),
      bad({ free_shipment: 'maybe' }),
      bad({ npx_level: 4 }),
      bad({ promotion_starts_at: '2026-01-02 00:00:00' }),
      bad({ promotion_starts_at: '2026-02-30T00:00:00Z' }),
      bad({ promotion_starts_at: '2026-01-02T00:00:00Z', promotion_ends_at: '2026-01-01T00:00:00Z' }),
      bad({ small_images: 'not an address' }),
      'no object',
      item({ outer_id: 'good' }),
    )
    const fields = results.slice(0, -1).map((one) => one.reason?.split(':')[0])
    expect(fields).toEqual([
      'price',
      'price',
      'price',
      'title',
      'title',
      'title',
      'title',
      'category_id',
      'outer_id',
      'pict_url',
      'detail_url',
      'stock',
      'status',
      'free_shipment',
      'npx_level',
      'promotion_starts_at',
      'promotion_starts_at',
      'promotion_ends_at',
      'small_images',
      'outer_id',
    ])
    expect(results.slice(0, -1).every((one) => one.status === 'refused')).toBe(true)
    expect(results.at(-1)).toEqual({ outer_id: 'good', status: 'accepted' })
    expect(await stored('bad')).toEqual([])
  })

  test('of two rows about one item the last counts', async () => {
    const results = await send(
      item({ outer_id: 'twice', price: '1.00' }),
      item({ outer_id: 'twice', price: '2.00' }),
    )
    expect(results.map((one) => one.status)).toEqual(['accepted', 'accepted'])
    expect((await stored('twice')).map((row) => row.price_fen)).toEqual([200n])
  })

  test('what is signed wrongly or is no list changes nothing', async () => {
    const body = JSON.stringify({ items: [item({ outer_id: 'never' })] })
    expect((await post(body, { 'x-signature': '0'.repeat(64) })).status).toBe(401)
    expect((await post(body, { 'x-timestamp': String(Date.now() - 700_000) })).status).toBe(401)
    expect((await post(body, { 'x-shop-key': 'nobody' })).status).toBe(401)
    for (const wrong of [
      '',
      '[]',
      '{}',
      '{"items":[]}',
      '{"items":{}}',
      `{"items":[${'{},'.repeat(500)}{}]}`,
    ]) {
      expect((await post(wrong)).status, wrong.slice(0, 20)).toBe(400)
    }
    expect(await stored('never')).toEqual([])
  })
})
