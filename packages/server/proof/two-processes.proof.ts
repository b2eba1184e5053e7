import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Keyring } from '../src/keys/keyring.ts'
import type { DemoAccess } from '../src/seed/demo-access.ts'
import {
  makeFolder,
  removeFolder,
  runCommand,
  runServer,
  ServerProcess,
} from '../test/process/server-process.ts'
import { createTestDatabase, TEST_MASTER_KEY, type TestDatabase } from '../test/setup/database.ts'
import { forgetKeys, missingRedis, TEST_REDIS_URL } from '../test/setup/redis.ts'
import { signedParams, type Wire } from '../test/setup/server.ts'
import { callMethod, type Event, sendEvents } from './load.ts'

// Two server processes on one PostgreSQL and one Redis, started at the same moment on an empty database.

const PER_DAY = 500
const CALLS = 1500
const AT_ONCE = 40
const ORDERS = 250
const EVENTS_A_CALL = 5
const COMMISSION_FEN = 1233n
const KNOWN_WITHIN_MS = 1000
const MINUTE_MS = 60_000
const HOURLY = ['maintain partitions', 'purge expired links']

const missing = await missingRedis()
const folder = makeFolder()
const started: ServerProcess[] = []
let database: TestDatabase
let client: pg.Client
let env: Record<string, string>
let demos: DemoAccess[] = []
let startedAt = 0

const query = async (text: string, values: unknown[] = []): Promise<Wire[]> =>
  (await client.query(text, values)).rows

/** Does the works of a list, some of them at a time. */
async function work<T>(list: readonly T[], each: (one: T, index: number) => Promise<void>): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < list.length) {
      const index = next++
      await each(list[index] as T, index)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

describe.skipIf(missing)(`two processes${missing ? `: ${missing}` : ''}`, () => {
  beforeAll(async () => {
    database = await createTestDatabase({ empty: true })
    client = new pg.Client(database.url)
    await client.connect()
    const key = TEST_MASTER_KEY.toString('hex')
    env = {
      DATABASE_URL: database.url,
      OPENTBK_MASTER_KEY: key,
      REDIS_URL: TEST_REDIS_URL,
      LOG_LEVEL: 'debug',
    }
    startedAt = Date.now()
    for (const name of ['a', 'b']) {
      started.push(new ServerProcess(join(folder, name), ['--port', '0'], { env }))
    }
    for (const server of started) await server.ready()
    demos = started.map((server) => server.demo())
  })
  afterAll(async () => {
    const [network] = await query(`select value #>> '{}' as id from settings where key = 'network_id'`)
    await forgetKeys(`{opentbk:${network?.id}*}`)
    await client.end()
    await removeFolder(folder, started)
    await database.drop()
  })

  test('made one network together, and let nobody in who does not share', async () => {
    expect(demos[0]?.app).toEqual(demos[1]?.app)
    expect(demos[0]?.gateway).not.toBe(demos[1]?.gateway)
    expect(await query('select count(*)::int as items from items')).toEqual([{ items: 12_000 }])
    const { REDIS_URL: _, ...alone } = env
    const refused = await runServer(join(folder, 'c'), ['--port', '0'], alone)
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('the same REDIS_URL') })
  })

  test(`a daily limit of ${PER_DAY} lets exactly ${PER_DAY} of ${CALLS} calls at both through`, async () => {
    await query(
      `insert into quota_limits (app_id, scope, per_day) select id, 'app', $2 from apps where app_key = $1`,
      [demos[0]?.app.key, PER_DAY],
    )
    const codes = new Map<number, number>()
    await work(Array.from({ length: CALLS }), async (_, call) => {
      const answer = await callMethod(demos[call % 2] as DemoAccess, 'taobao.time.get', {})
      const code: number = answer.error_response?.code ?? 0
      codes.set(code, (codes.get(code) ?? 0) + 1)
    })
    expect(Object.fromEntries(codes)).toEqual({ 0: PER_DAY, 7: CALLS - PER_DAY })
    await query('delete from quota_limits')
    for (const demo of demos) await expect.poll(() => passes(demo)).toBe(true)
  })

  async function passes(demo: DemoAccess, secret = demo.app.secret): Promise<boolean> {
    const app = { key: demo.app.key, secret }
    const body = signedParams(demo, { method: 'taobao.time.get', params: {}, call: { app } })
    const answer = (await (await fetch(demo.gateway, { method: 'POST', body })).json()) as Wire
    return answer.error_response === undefined
  }

  test('a secret that changes is known to both within a second, and so is its end', async () => {
    const secret = 'a'.repeat(32)
    const keys = new Keyring([TEST_MASTER_KEY])
    for (const demo of demos) expect(await passes(demo, secret)).toBe(false)
    let changedAt = Date.now()
    const [added] = await query(
      `insert into app_secrets (app_id, secret_sealed, created_at)
       select id, $2, now() from apps where app_key = $1 returning id`,
      [demos[0]?.app.key, keys.seal('app-secret', Buffer.from(secret))],
    )
    const took: number[] = []
    const untilBoth = async (wanted: boolean) => {
      for (const demo of demos) {
        await expect.poll(() => passes(demo, secret), { interval: 5, timeout: 5000 }).toBe(wanted)
      }
      took.push(Date.now() - changedAt)
    }
    await untilBoth(true)
    changedAt = Date.now()
    await query('delete from app_secrets where id = $1', [added.id])
    await untilBoth(false)
    process.stdout.write(`secret known to both after ${took[0]} ms, forgotten after ${took[1]} ms\n`)
    for (const ms of took) expect(ms).toBeLessThan(KNOWN_WITHIN_MS)
  })

  test(`${ORDERS * 4} order events, each at one process, some again at the other, end exactly once`, async () => {
    const events = await makeOrders()
    expect(events).toHaveLength(ORDERS * 4)
    const groups: Event[][] = []
    for (let at = 0; at < events.length; at += EVENTS_A_CALL)
      groups.push(events.slice(at, at + EVENTS_A_CALL))
    const statuses = new Map<string, string[]>()
    const send = async (demo: DemoAccess, group: readonly Event[]) => {
      for (const { event_id, status } of await sendEvents(demo, group)) {
        statuses.set(event_id, [...(statuses.get(event_id) ?? []), status])
      }
    }
    await work(groups, async (group, index) => {
      const [one, other] = index % 2 === 0 ? demos : demos.toReversed()
      const sends = [send(one as DemoAccess, group)]
      if (index % 3 === 0) sends.push(send(other as DemoAccess, group))
      await Promise.all(sends)
    })
    expect(statuses.size).toBe(events.length)
    for (const [id, told] of statuses) {
      expect(
        told.filter((status) => status === 'accepted'),
        id,
      ).toHaveLength(1)
      expect(
        told.filter((status) => status !== 'accepted' && status !== 'duplicate'),
        id,
      ).toEqual([])
    }
    const [sums] = await query(
      `select count(*)::int as orders, count(member_id)::int as attributed,
         count(*) filter (where status = 14)::int as received, sum(booked_commission_fen)::text as booked,
         (select count(*)::int from order_events) as events,
         (select count(distinct change_no)::int from orders) as changes from orders`,
    )
    // Every other order was refunded in full after its receipt.
    const kept = ORDERS / 2
    expect(sums).toMatchObject({
      orders: ORDERS,
      attributed: ORDERS,
      booked: String(COMMISSION_FEN * BigInt(kept)),
      events: events.length,
      changes: ORDERS,
    })
    const checked = await runCommand(['ledger', 'check'], env)
    expect(checked).toMatchObject({ code: 0, stdout: expect.stringContaining('ledger: in order') })
  })

  /** Orders with a click each, their events shuffled: created, paid, received, and refunded or asked for and refused. */
  async function makeOrders(): Promise<Event[]> {
    const [demo] = demos as [DemoAccess]
    const answer = await callMethod(demo, 'taobao.tbk.dg.general.link.convert', {
      adzone_id: demo.pid.split('_')[3],
      item_id_list: demo.item_ids[0],
    })
    const [element] = answer.tbk_dg_general_link_convert_response.data.item_url_list.item_url_list
    const { pathname } = new URL(element.link_info_dto.cps_short_url)
    const events: Event[] = []
    await work(Array.from({ length: ORDERS }), async (_, number) => {
      const link = new URL(pathname, demos[number % 2]?.console)
      const response = await fetch(link, {
        redirect: 'manual',
        headers: { 'user-agent': 'Mozilla/5.0 (iPhone)' },
      })
      const landing = new URL(response.headers.get('location') as string)
      events.push(...eventsOf(number, landing))
    })
    return events.sort((a, b) => scatter(a) - scatter(b))
  }

  test('no job was done twice', async () => {
    const seconds = (Date.now() - startedAt) / 1000
    let said = ''
    for (const server of started) {
      const { code, stderr } = await server.stop()
      expect(code).toBe(0)
      said += stderr
    }
    const done = (name: string) => said.split('\n').filter((line) => line.includes(`"job":"${name}"`)).length
    for (const name of HOURLY) expect(done(name), name).toBe(1)
    const turns = done('refresh offers')
    process.stdout.write(`refresh offers: ${turns} turns of two processes in ${Math.round(seconds)} s\n`)
    expect(turns).toBeGreaterThan(0)
    expect(turns).toBeLessThanOrEqual(1 + Math.floor((seconds * 1000) / (MINUTE_MS * 0.9)))
  })
})

function eventsOf(number: number, landing: URL): Event[] {
  const at = Date.now()
  const last = number % 2 === 0 ? 'refunded' : 'refund_rejected'
  return ['created', 'paid', 'received', last].map((type, step) => ({
    event_id: `${number}-${type}`,
    type,
    trade_parent_id: `P${number}`,
    trade_id: `T${number}`,
    item_id: landing.pathname.split('/').at(-1),
    item_num: 1,
    price: '99.99',
    paid_fee: '99.99',
    ...(step === 3 ? { refund_id: `R${number}`, refund_fee: '99.99' } : {}),
    click_id: landing.searchParams.get('click_id'),
    buyer_id: `buyer-${number}`,
    at: new Date(at + step).toISOString(),
  }))
}

/** A shuffle that is the same in every run. */
function scatter({ event_id }: Event): number {
  let hash = 7
  for (const letter of event_id) hash = (hash * 31 + letter.charCodeAt(0)) % 100_003
  return (hash * 7919) % 100_003
}
