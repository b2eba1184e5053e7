import { formatGmt8 } from '@opentbk/top'
import { expect } from 'vitest'
import type { TestServer, Wire } from '../setup/server.ts'
import { landingOf, sendEvents } from '../setup/shop.ts'

const MINUTE_MS = 60_000
/** An adzone whose id a double cannot hold: 2^53 + 1. */
export const BIG_ADZONE_ID = '9007199254740993'

/** Calls a method through some client and answers what is inside the root. */
export type Execute = (method: string, params: Record<string, unknown>) => Promise<Wire>

export async function addBigAdzone(server: TestServer): Promise<void> {
  const [, memberId, siteId] = server.demo.pid.split('_')
  await server.db
    .insertInto('adzones')
    .values({
      id: BigInt(BIG_ADZONE_ID),
      member_id: BigInt(memberId as string),
      site_id: BigInt(siteId as string),
      name: '大号推广位',
      created_at: new Date(),
    })
    .execute()
}

/**
 * The job a client is for: item to link, link to 淘口令, a shopper clicks and buys, the order is read. The
 * answer is the order as the client's own parser gives it.
 */
export async function runMainJob(server: TestServer, execute: Execute, trade: string): Promise<Wire> {
  const converted = await execute('taobao.tbk.dg.general.link.convert', {
    adzone_id: BIG_ADZONE_ID,
    item_id_list: server.demo.item_ids[0],
  })
  const [item] = converted.data.item_url_list.item_url_list
  expect(item.promotion_info_dto.commission_rate).toBe('12.34')

  const shared = await execute('taobao.tbk.tpwd.create', { url: item.link_info_dto.cps_long_url })
  const parsed = await execute('taobao.tbk.tpwd.parse', {
    password_content: `看看 ${shared.data.model} 复制`,
  })
  expect(parsed.data.origin_url).toBe(item.link_info_dto.cps_long_url)

  const { clickId, itemId } = await landingOf(/http\S+/.exec(shared.data.model)?.[0] as string)
  const event = {
    trade_parent_id: `P-${trade}`,
    trade_id: trade,
    item_id: itemId,
    item_num: 1,
    price: '99.99',
    paid_fee: '99.99',
    click_id: clickId,
    buyer_id: 'buyer-1',
  }
  const at = new Date().toISOString()
  const answers = await sendEvents(server, [
    { ...event, event_id: `${trade}-1`, type: 'created', at },
    { ...event, event_id: `${trade}-2`, type: 'paid', at },
  ])
  expect(answers.map((answer) => answer.status)).toEqual(['accepted', 'accepted'])

  const orders = await execute('taobao.tbk.order.details.get', orderWindow())
  expect(orders.data.results.publisher_order_dto).toHaveLength(1)
  return orders.data.results.publisher_order_dto[0]
}

/** The window that every order of a test falls into. */
export function orderWindow(): Record<string, string> {
  return {
    query_type: '2',
    start_time: formatGmt8(new Date(Date.now() - 10 * MINUTE_MS)),
    end_time: formatGmt8(new Date(Date.now() + MINUTE_MS)),
  }
}

/**
 * The Node clients stamp calls in their host's local time, so their host has to live in China. What it answers
 * undoes it.
 */
export function liveInShanghai(): () => void {
  const before = process.env.TZ
  process.env.TZ = 'Asia/Shanghai'
  if (new Date(2026, 0, 1).getTimezoneOffset() !== -480) throw new Error('the time zone could not be set')
  return () => {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  }
}
