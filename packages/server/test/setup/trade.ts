import { formatGmt8 } from '@opentbk/top'
import { expect } from 'vitest'
import { encodeItemId } from '../../src/domain/goods/index.ts'
import { demoSecrets } from '../../src/seed/demo-secrets.ts'
import { findDemoRecord } from '../../src/seed/index.ts'
import type { TestServer, Wire } from './server.ts'

/** A publisher who promotes: whose orders, by which app, into which adzone. */
export type Promoter = { memberId: bigint; app: { key: string; secret: string }; pid: string }

/** What tests of clicks and orders trade with. */
export type Trade = {
  first: Promoter
  second: Promoter
  shopId: bigint
  merchantId: bigint
  /** Numbers of the demo items: 99.99 at 12.34 %, 129.00, 9.99 at 5 %, 59.90 … */
  items: bigint[]
  relationId: string
  specialId: string
}

export async function openTrade(server: TestServer): Promise<Trade> {
  const record = await findDemoRecord(server.db)
  if (!record) throw new Error('the test database has a demo network')
  const secrets = demoSecrets(server.ctx.keys)
  const shop = await server.db
    .selectFrom('shops')
    .select(['id', 'member_id'])
    .where('id', '=', BigInt(record.shopId))
    .executeTakeFirstOrThrow()
  return {
    first: { memberId: BigInt(record.publisherId), app: server.demo.app, pid: record.pid },
    second: {
      memberId: BigInt(record.secondPublisherId),
      app: { key: record.secondAppKey, secret: secrets.secondApp },
      pid: record.secondPid,
    },
    shopId: shop.id,
    merchantId: shop.member_id,
    items: record.itemIds.map(BigInt),
    relationId: record.relationId,
    specialId: record.specialId,
  }
}

export type Links = { long: string; short: string; inTpwd: string }

/** A promoter's links to an item, made by a signed call. */
export async function convertItem(
  server: TestServer,
  promoter: Promoter,
  wanted: { itemId: bigint; params?: Record<string, string> },
): Promise<Links> {
  const answer = await server.call(
    'taobao.tbk.dg.general.link.convert',
    {
      adzone_id: promoter.pid.split('_')[3],
      item_id_list: encodeItemId(server.ctx.keys, wanted.itemId, promoter.memberId),
      ...wanted.params,
    },
    { app: promoter.app },
  )
  expect(answer.error_response).toBeUndefined()
  const list = answer.tbk_dg_general_link_convert_response.data.item_url_list.item_url_list
  const links = list[0].link_info_dto
  return {
    long: links.cps_long_url,
    short: links.cps_short_url,
    inTpwd: /http\S+/.exec(links.cps_full_tpwd)?.[0] as string,
  }
}

/** A page of a promoter's orders; the window reaches from some minutes ago to a minute ahead. */
export async function readOrderPage(
  server: TestServer,
  promoter: Promoter,
  params: Record<string, unknown> = {},
): Promise<Wire> {
  const now = server.ctx.clock.now().getTime()
  const answer = await server.call(
    'taobao.tbk.order.details.get',
    {
      start_time: formatGmt8(new Date(now - 600_000)),
      end_time: formatGmt8(new Date(now + 60_000)),
      ...params,
    },
    { app: promoter.app },
  )
  if (answer.error_response) return answer
  const { data } = answer.tbk_order_details_get_response
  return { ...data, results: data.results.publisher_order_dto ?? [] }
}
