import { formatGmt8 } from '@opentbk/top'
import { expect } from 'vitest'
import { askAsOperator } from '../sandbox/operator.ts'
import type { TestDatabase } from '../setup/database.ts'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'
import { landingOf, sendEvents } from '../setup/shop.ts'
import { convertItem, openTrade, type Promoter, type Trade } from '../setup/trade.ts'

const DAY_MS = 86_400_000

/** A publisher's site and the link on it that shoppers follow. */
export type Medium = { promoter: Promoter; siteId: string; link: string }

/** A network whose days begin when a test says so: shoppers click and buy on two publishers' sites. */
export type DaysNetwork = { server: TestServer; trade: Trade; first: Medium; second: Medium }

export async function startDaysNetwork(options: { database?: TestDatabase } = {}): Promise<DaysNetwork> {
  const server = await startTestServer(options)
  const trade = await openTrade(server)
  const mediumOf = async (promoter: Promoter): Promise<Medium> => {
    const { long } = await convertItem(server, promoter, { itemId: trade.items[0] as bigint })
    return { promoter, siteId: promoter.pid.split('_')[2] as string, link: long }
  }
  const network = {
    server,
    trade,
    first: await mediumOf(trade.first),
    second: await mediumOf(trade.second),
  }
  await moveTo(network, '10:00:00')
  return network
}

export function today({ server }: Pick<DaysNetwork, 'server'>): string {
  return formatGmt8(server.ctx.clock.now()).slice(0, 10)
}

/** Moves business time to a time of the next day, and does what has come due: the answer. */
export async function moveTo(network: Pick<DaysNetwork, 'server'>, time: string): Promise<Wire> {
  const day = today(network)
  const target = new Date(`${day}T${time}+08:00`).getTime() + DAY_MS
  return advance(network, `${Math.ceil((target - network.server.ctx.clock.now().getTime()) / 1000)}s`)
}

export async function advance({ server }: Pick<DaysNetwork, 'server'>, by: string): Promise<Wire> {
  const { status, body } = await askAsOperator(server, '/sandbox/clock', { body: { advance: by } })
  expect(status).toBe(200)
  return body
}

/** Goes on to the next day at ten, with everything done that a day's end brings. Answers the day that ended. */
export async function endDay(network: Pick<DaysNetwork, 'server'>): Promise<string> {
  const ended = today(network)
  const { jobs } = await moveTo(network, '10:00:00')
  expect(jobs).toContainEqual({ name: 'roll up figures', period: today(network), ok: true })
  return ended
}

/** So many clicks on a medium's link: of one shopper where a cookie is given, else of as many shoppers. */
export async function click(
  { link }: Medium,
  times: number,
  headers: Record<string, string> = {},
): Promise<void> {
  for (let made = 0; made < times; made++) await landingOf(link, headers)
}

let serial = 0

export type Purchase = { outerId: string; send(type: string, fields?: Wire): Promise<void> }

/** A click and what is bought by it, up to the given event. */
export async function buy(
  { server, trade }: DaysNetwork,
  { link }: Medium,
  how: { price?: string; events?: readonly string[]; headers?: Record<string, string>; fields?: Wire } = {},
): Promise<Purchase> {
  const { price = '99.99', events = ['created', 'paid'], headers = {}, fields = {} } = how
  const { clickId } = await landingOf(link, headers)
  const outerId = `bought-${serial++}`
  const send = async (type: string, more: Wire = {}) => {
    const [result] = await sendEvents(server, [
      {
        ...{ event_id: `${outerId}-${serial++}`, type, trade_parent_id: outerId, trade_id: outerId },
        ...{ item_id: String(trade.items[0]), item_num: 1, price, paid_fee: price, click_id: clickId },
        at: server.ctx.clock.now().toISOString(),
        ...fields,
        ...more,
      },
    ])
    expect(result).toMatchObject({ status: 'accepted' })
  }
  for (const type of events) await send(type)
  return { outerId, send }
}

/** A site's days as operators read them, the newest first. */
export async function siteDays({ server }: Pick<DaysNetwork, 'server'>, siteId: string): Promise<Wire> {
  const { status, body } = await askAsOperator(server, `/admin/v1/sites/${siteId}/days`)
  expect(status).toBe(200)
  return body
}
