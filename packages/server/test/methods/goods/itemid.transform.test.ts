import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeItemId } from '../../../src/domain/goods/index.ts'
import { Keyring } from '../../../src/keys/keyring.ts'
import { itemidIneffectiveTransform } from '../../../src/methods/goods/itemid.ineffective.transform.ts'
import type { DemoRecord } from '../../../src/seed/demo-record.ts'
import { findDemoRecord } from '../../../src/seed/index.ts'
import { TEST_MASTER_KEY } from '../../setup/database.ts'
import { startTestServer, type TestServer, type Wire } from '../../setup/server.ts'

const TRANSFORM = 'taobao.tbk.itemid.transform'
const PRIVATE = 'taobao.tbk.itemid.private.transform'
const INEFFECTIVE = 'taobao.tbk.itemid.ineffective.transform'

let server: TestServer
let record: DemoRecord
let id: bigint
let own: string
let foreign: string

beforeAll(async () => {
  server = await startTestServer()
  record = (await findDemoRecord(server.db)) as DemoRecord
  id = BigInt(record.itemIds[0] ?? '')
  own = server.demo.item_ids[0] ?? ''
  foreign = encodeItemId(server.ctx.keys, id, BigInt(record.secondPublisherId))
})
afterAll(() => server.close())

async function transform(method: string, texts: readonly string[]): Promise<Record<string, string>> {
  const answer: Wire = await server.call(method, { item_ids: texts.join(',') })
  if (answer.error_response) return answer.error_response
  const [root] = Object.values(answer) as [Wire]
  const pairs: Wire[] = root.results.item_id_transform_d_t_o
  return Object.fromEntries(pairs.map((pair) => [pair.original_item_id, pair.item_id]))
}

describe.each([TRANSFORM, PRIVATE])('%s', (method) => {
  test('numbers and accepted ids become the caller’s own', async () => {
    const second = record.itemIds[1] ?? ''
    expect(await transform(method, [String(id), own, second])).toEqual({
      [String(id)]: own,
      [own]: own,
      [second]: server.demo.item_ids[1],
    })
  })

  test('what names nothing is left out, and refused alone', async () => {
    const nothing = ['42', 'abc', `${own.slice(0, -1)}!`, foreign, '0', '9999999999999999999']
    expect(await transform(method, [...nothing, own])).toEqual({ [own]: own })
    for (const text of nothing) {
      expect(await transform(method, [text])).toMatchObject({ code: 15, sub_code: '35' })
    }
  })
})

describe(INEFFECTIVE, () => {
  test('ids of publishers who let this app do nothing', async () => {
    expect(await transform(INEFFECTIVE, [foreign, own])).toEqual({ [foreign]: own, [own]: own })
  })

  test('numbers and made-up ids are none', async () => {
    for (const text of [String(id), 'abc', `${own.slice(0, -1)}!`, own.replace('-', '')]) {
      expect(await transform(INEFFECTIVE, [text])).toMatchObject({ code: 15, sub_code: '35' })
    }
  })

  test('ids made with the master key before become those of the key now', async () => {
    const keys = new Keyring([Buffer.alloc(32, 9), TEST_MASTER_KEY])
    const app = { id: 1n, key: 'app', ownerId: BigInt(record.publisherId) }
    const ctx = { ...server.ctx, keys, app, promoterId: app.ownerId, ip: '127.0.0.1' }
    const current = encodeItemId(keys, id, app.ownerId)
    expect(current).not.toBe(own)
    const { results } = await itemidIneffectiveTransform.handle(ctx, { item_ids: [own, current] })
    expect(results).toEqual([
      { original_item_id: own, item_id: current },
      { original_item_id: current, item_id: current },
    ])
  })

  test('another network’s ids are none', async () => {
    const keys = new Keyring([Buffer.alloc(32, 9)])
    const theirs = encodeItemId(keys, id, BigInt(record.publisherId))
    expect(await transform(INEFFECTIVE, [theirs])).toMatchObject({ code: 15, sub_code: '35' })
  })
})
