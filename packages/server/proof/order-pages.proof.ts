import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { formatGmt8 } from '@opentbk/top'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DemoAccess } from '../src/seed/demo-access.ts'
import { makeFolder, removeFolder, ServerProcess } from '../test/process/server-process.ts'
import { createTestDatabase, TEST_MASTER_KEY, type TestDatabase } from '../test/setup/database.ts'
import { type CallOptions, signedParams, type Wire } from '../test/setup/server.ts'
import { callMethod, type Event, sendEvents } from './load.ts'
import { makeListedOrders, makePromoters } from './make-orders.ts'

// Pages of order.details.get over many orders, by every time, while a shop reports orders of the same promoter.

/** Asked for by name, it is a measurement, on a machine with nothing else to do. */
const isMeasured = process.env.OPENTBK_PROOF_ORDERS !== undefined
const ORDERS = Number(process.env.OPENTBK_PROOF_ORDERS ?? 300_000)
const DAYS = 80
const DAY_S = 86_400
const PROMOTERS = 50
const PER_SECOND = ORDERS / (DAYS * DAY_S)
const SHARED_ONE_IN = 5
const WINDOWS = 40
/** So many orders are the large promoter's in a window, about ten pages. */
const IN_WINDOW = 1000
const WINDOW_S = Math.min(3 * 3600, Math.floor(IN_WINDOW / (0.8 * PER_SECOND)))
const AT_LEAST = (PER_SECOND * WINDOW_S) / 2
const PAGE_SIZE = 100
const WITHIN_MS = 20
const GROUP_WITHIN_MS = 50
const EVENTS_A_CALL = 20
/** A list each so many ms: 100 events a second. */
const CALL_EVERY_MS = 200
const NEW_ORDERS = 1000

const columns = { 1: 'tk_created_at', 2: 'tk_paid_at', 3: 'tk_earned_at', 4: 'modified_at' } as const
type QueryType = keyof typeof columns
type Window = { start: Date; end: Date }
type Row = { trade_id: string; tk_order_role: number; pub_id: string }

const folder = makeFolder()
const started: ServerProcess[] = []
let database: TestDatabase
let pool: pg.Pool
let demo: DemoAccess
let large: string
let ingest: Ingest

beforeAll(async () => {
  database = await createTestDatabase()
  pool = new pg.Pool({ connectionString: database.url, max: 2 })
  const startedAt = performance.now()
  const { rows } = await pool.query(`select app_key from apps where name = '演示服务商应用'`)
  await makePromoters(pool, { count: PROMOTERS, appKey: rows[0].app_key })
  await makeListedOrders(pool, {
    ...{ count: ORDERS, receivedDaysAgo: 20 },
    ...{ perSecond: PER_SECOND, sharedOneIn: SHARED_ONE_IN },
  })
  const tookS = (performance.now() - startedAt) / 1000
  process.stdout.write(`${ORDERS.toLocaleString('en')} orders made in ${tookS.toFixed(0)} s\n`)
  const env = { DATABASE_URL: database.url, OPENTBK_MASTER_KEY: TEST_MASTER_KEY.toString('hex') }
  const server = new ServerProcess(join(folder, 'data'), ['--port', '0'], { env })
  started.push(server)
  await server.ready()
  demo = server.demo()
  large = demo.pid.split('_')[1] as string
  ingest = new Ingest(demo)
  await ingest.start()
}, 3_600_000)

afterAll(async () => {
  await ingest?.stop()
  await pool.end()
  await removeFolder(folder, started)
  await database.drop()
})

/** A shop that reports orders through a link of the large promoter's, each created in one list and paid in the next. */
class Ingest {
  orders = 0
  readonly #demo: DemoAccess
  #isOn = false
  #running: Promise<void> = Promise.resolve()

  constructor(demo: DemoAccess) {
    this.#demo = demo
  }

  async start(): Promise<void> {
    const answer = await callMethod(this.#demo, 'taobao.tbk.dg.general.link.convert', {
      adzone_id: this.#demo.pid.split('_')[3],
      item_id_list: this.#demo.item_ids[0],
    })
    const [element] = answer.tbk_dg_general_link_convert_response.data.item_url_list.item_url_list
    const { pathname } = new URL(element.link_info_dto.cps_short_url)
    const headers = { 'user-agent': 'Mozilla/5.0 (iPhone)' }
    const response = await fetch(new URL(pathname, this.#demo.console), { redirect: 'manual', headers })
    this.#isOn = true
    this.#running = this.#run(new URL(response.headers.get('location') as string)).finally(() => {
      this.#isOn = false
    })
    // Told by stop(), not as an error that nobody awaited.
    this.#running.catch(() => {})
  }

  async #run(landing: URL): Promise<void> {
    let paid: Event[] = []
    for (let due = performance.now(); this.#isOn; due += CALL_EVERY_MS) {
      await setTimeout(Math.max(0, due - performance.now()))
      const created = Array.from({ length: EVENTS_A_CALL / 2 }, () => this.#event(landing))
      const results = await sendEvents(this.#demo, [...created, ...paid])
      if (results.some((result) => result.status !== 'accepted')) throw new Error(JSON.stringify(results))
      paid = created.map((event) => ({ ...event, event_id: `${event.event_id}-paid`, type: 'paid' }))
    }
  }

  #event(landing: URL): Event {
    const name = `new-${this.orders++}`
    return {
      ...{ event_id: name, type: 'created', trade_parent_id: name, trade_id: name, item_num: 1 },
      ...{ item_id: landing.pathname.split('/').at(-1), price: '99.99', paid_fee: '99.99' },
      click_id: landing.searchParams.get('click_id'),
      at: new Date().toISOString(),
    }
  }

  /** Until it is stopped or an event was not taken: stopping tells why. */
  get isOn(): boolean {
    return this.#isOn
  }

  async stop(): Promise<void> {
    this.#isOn = false
    await this.#running
  }
}

/** Calls for pages, and how long each took. */
class Reader {
  readonly times: number[] = []
  readonly #call: CallOptions
  readonly #params: Record<string, unknown>

  constructor(params: Record<string, unknown>, call: CallOptions = {}) {
    this.#params = params
    this.#call = call
  }

  async page(
    window: Window,
    position?: string,
  ): Promise<{ rows: Row[]; hasNext: boolean; position?: string }> {
    const method = `taobao.tbk.${this.#call.session ? 'sc.' : ''}order.details.get`
    const params = {
      ...{ start_time: formatGmt8(window.start), end_time: formatGmt8(window.end), page_size: PAGE_SIZE },
      ...(position === undefined ? {} : { page_no: 2, position_index: position }),
      ...this.#params,
    }
    const body = signedParams(demo, { method, params, call: this.#call })
    const startedAt = performance.now()
    const text = await (await fetch(demo.gateway, { method: 'POST', body })).text()
    this.times.push(performance.now() - startedAt)
    const answer = JSON.parse(text) as Wire
    expect(answer.error_response).toBeUndefined()
    const { results, has_next, position_index } = (Object.values(answer)[0] as Wire).data
    return {
      rows: (results.publisher_order_dto ?? []).map(toRow),
      hasNext: has_next,
      position: position_index,
    }
  }

  async all(window: Window): Promise<Row[]> {
    const rows: Row[] = []
    for (let position: string | undefined; ; ) {
      const page = await this.page(window, position)
      rows.push(...page.rows)
      if (!page.hasNext) return rows
      position = page.position
    }
  }

  /** Tells the median and the 99th percentile. Asserted is the median, and where it is a measurement the latter. */
  judge(what: string, withinMs: number): void {
    const sorted = this.times.toSorted((a, b) => a - b)
    const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] as number
    const [p50, p99] = [at(0.5).toFixed(1), at(0.99).toFixed(1)]
    process.stdout.write(`${what}: ${sorted.length} pages, p50 ${p50} ms, p99 ${p99} ms\n`)
    expect(at(isMeasured ? 0.99 : 0.5)).toBeLessThan(withinMs)
  }
}

const toRow = ({ trade_id, tk_order_role, pub_id }: Wire): Row => {
  return { trade_id, tk_order_role, pub_id: String(pub_id) }
}

/** What a window holds of these members, straight from the rows. */
async function expected(
  type: QueryType,
  { start, end }: Window,
  memberIds: readonly string[],
): Promise<Row[]> {
  const { rows } = await pool.query<Row>(
    `select trade_id, tk_order_role, pub_id from (
       select trade_id::text, 2 as tk_order_role, member_id::text as pub_id, ${columns[type]} as at, id
       from orders where member_id = any($3)
       union all
       select trade_id::text, 3, third_member_id::text, ${columns[type]}, id from orders where third_member_id = any($3)
     ) as held where at >= $1 and at < $2::timestamptz + interval '1 second' order by at, id, tk_order_role`,
    [start, end, memberIds],
  )
  return rows
}

/** Windows of the past, spread over all the days. */
function pastWindows(count: number, seconds: number): Window[] {
  const now = Math.floor(Date.now() / 1000) * 1000
  return Array.from({ length: count }, (_, index) => {
    const start = new Date(now - ((index + 0.5) * DAYS * DAY_S * 1000) / count)
    return { start, end: new Date(start.getTime() + seconds * 1000) }
  })
}

describe(`${ORDERS.toLocaleString('en')} orders`, () => {
  test.each([1, 2, 3, 4] as const)('query_type %i: none skipped, none repeated', async (type) => {
    const reader = new Reader({ query_type: type })
    for (const window of pastWindows(WINDOWS, WINDOW_S)) {
      const rows = await reader.all(window)
      expect(rows.length).toBeGreaterThan(AT_LEAST)
      expect(rows).toEqual(await expected(type, window, [large]))
    }
    reader.judge(`query_type ${type}`, WITHIN_MS)
  })

  test.each([1, 2] as const)('query_type %i of a window that grows: every new order once', async (type) => {
    const start = new Date(Math.floor(Date.now() / 1000) * 1000 - 1000)
    const window = { start, end: new Date(start.getTime() + 3 * 3_600_000) }
    const reader = new Reader({ query_type: type })
    const rows: Row[] = []
    let position: string | undefined
    const read = async () => {
      const page = await reader.page(window, position)
      rows.push(...page.rows)
      position = page.position
      return page.rows.length
    }
    const until = ingest.orders + NEW_ORDERS
    while (ingest.isOn && ingest.orders < until) await read()
    await ingest.stop()
    while ((await read()) > 0);
    const wanted = await expected(type, window, [large])
    await ingest.start()
    expect(rows).toEqual(wanted)
    expect(rows.length).toBeGreaterThan(NEW_ORDERS / 2)
    reader.judge(`query_type ${type}, growing`, WITHIN_MS)
  })

  test(`a provider's group of ${PROMOTERS + 1}, the large promoter among them`, async () => {
    const { rows } = await pool.query<{ id: string }>(`select id from members where name like 'made %'`)
    const memberIds = [large, ...rows.map((row) => row.id)]
    const provider = { app: demo.provider_app }
    const body = signedParams(demo, {
      method: 'taobao.tbk.sc.membergroup.optional',
      params: { tb_num_ids: memberIds.join(',') },
      call: provider,
    })
    const made = (await (await fetch(demo.gateway, { method: 'POST', body })).json()) as Wire
    const { member_group_id } = made.tbk_sc_membergroup_optional_response.data
    const reader = new Reader({ member_group_id }, { session: demo.provider_app.session })
    for (const window of pastWindows(WINDOWS, WINDOW_S)) {
      expect(await reader.all(window)).toEqual(await expected(1, window, memberIds))
    }
    reader.judge(`a group of ${memberIds.length}`, GROUP_WITHIN_MS)
  })
})
