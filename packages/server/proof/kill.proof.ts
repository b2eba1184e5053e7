import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { parseClickId } from '../src/domain/clicks/click-id.ts'
import {
  makeFolder,
  postmasterPid,
  privateUrl,
  removeFolder,
  runCommand,
  ServerProcess,
} from '../test/process/server-process.ts'
import { type Converted, callMethod, type Event, Load, sendEvents } from './load.ts'

const ROUNDS_OF_EACH = 10
const EVENTS_A_ROUND = 100
const EVENTS_A_CALL = 500
const LINKS_AT_ONCE = 20
const COMMISSION_FEN = 1233n

const folder = makeFolder()
const dataDir = join(folder, 'data')
const started: ServerProcess[] = []
afterAll(() => removeFolder(folder, started))

async function start(): Promise<ServerProcess> {
  const server = new ServerProcess(dataDir)
  started.push(server)
  await server.ready()
  return server
}

/** Who is killed in a round, and in what order. */
const rounds: { name: string; kill(server: ServerProcess, database: number): void }[] = [
  { name: 'the server', kill: ({ child }) => child.kill('SIGKILL') },
  {
    name: 'the server, and then its PostgreSQL',
    kill({ child }, database) {
      child.kill('SIGKILL')
      process.kill(database, 'SIGKILL')
    },
  },
  {
    name: 'its PostgreSQL, and then the server',
    kill({ child }, database) {
      process.kill(database, 'SIGKILL')
      child.kill('SIGKILL')
    },
  },
]

test('whatever was acknowledged before a SIGKILL is there afterwards, and no order is there twice', async () => {
  let server = await start()
  const load = new Load(server.demo())
  for (const round of Array.from({ length: ROUNDS_OF_EACH }, () => rounds).flat()) {
    const linksBefore = load.converted.length
    const { reached, over } = load.run(EVENTS_A_ROUND)
    await Promise.race([reached, over])
    expect(load.problems).toEqual([])
    const database = (await postmasterPid(dataDir)) as number
    round.kill(server, database)
    await server.ended
    await over
    // A killed PostgreSQL answers its last callers with errors; none of that was acknowledged.
    load.problems.length = 0
    server = await start()
    load.moveTo(server.demo())
    const { converted, clicks, accepted, unanswered } = load
    process.stdout.write(
      `killed ${round.name}: ${converted.length} conversions, ${clicks.length} clicks, ` +
        `${accepted.length} events acknowledged so far, ${unanswered.length} without an answer\n`,
    )
    await checkLinks(server, load.converted.slice(linksBefore))
    await checkClicks(load)
    await checkOrders(server, load)
  }
  await checkLinks(server, load.converted)
  expect((await server.stop()).code).toBe(0)
})

async function checkLinks(server: ServerProcess, converted: readonly Converted[]): Promise<void> {
  const demo = server.demo()
  for (let from = 0; from < converted.length; from += LINKS_AT_ONCE) {
    const some = converted.slice(from, from + LINKS_AT_ONCE)
    const answer = await callMethod(demo, 'taobao.tbk.dg.general.link.parse', {
      adzone_id: demo.pid.split('_')[3],
      material_dto: some.flatMap(({ shortUrl }) => [{ material_url: shortUrl }]),
    })
    const passwords = await callMethod(demo, 'taobao.tbk.dg.general.link.parse', {
      adzone_id: demo.pid.split('_')[3],
      material_dto: some.flatMap(({ tpwd }) => [{ material_url: tpwd }]),
    })
    for (const { tbk_dg_general_link_parse_response: parsed } of [answer, passwords]) {
      const list = parsed.data.material_url_list.material_url_list as {
        link_info_dto?: { material_type: number }
      }[]
      expect(list.map((element) => element.link_info_dto?.material_type)).toEqual(some.map(() => 1))
    }
  }
}

async function checkClicks({ clicks }: Load): Promise<void> {
  const ids = clicks.map((click) => parseClickId(click)?.id as string)
  const lost = await query(
    'select id from unnest($1::uuid[]) as id where id not in (select id from clicks)',
    [ids],
  )
  expect(lost).toEqual([])
}

/** Sends again what was acknowledged (nothing may be new) and what was not, and adds everything up. */
async function checkOrders(server: ServerProcess, load: Load): Promise<void> {
  expect(new Set(await statusesOf(server, load.accepted))).toEqual(new Set(['duplicate']))
  const again = load.unanswered.splice(0)
  for (const status of await statusesOf(server, again)) expect(['accepted', 'duplicate']).toContain(status)
  load.accepted.push(...again)

  const received = load.accepted.filter((event) => event.type === 'received').length
  const [sums] = await query(
    `select count(*)::int as orders, count(distinct outer_id)::int as names,
       count(*) filter (where status = 14)::int as received,
       sum(booked_commission_fen)::text as booked from orders`,
  )
  const orders = new Set(load.accepted.map((event) => event.trade_id)).size
  expect(sums).toEqual({
    orders,
    names: orders,
    received,
    booked: String(COMMISSION_FEN * BigInt(received)),
  })
  const checked = await runCommand(['--data', dataDir, 'ledger', 'check'])
  expect(checked).toMatchObject({ code: 0, stdout: expect.stringContaining('ledger: in order') })
}

async function statusesOf(server: ServerProcess, events: readonly Event[]): Promise<string[]> {
  const statuses: string[] = []
  for (let from = 0; from < events.length; from += EVENTS_A_CALL) {
    const results = await sendEvents(server.demo(), events.slice(from, from + EVENTS_A_CALL))
    statuses.push(...results.map((result) => result.status))
  }
  return statuses
}

async function query(text: string, values: unknown[] = []): Promise<unknown[]> {
  const client = new pg.Client(await privateUrl(dataDir))
  await client.connect()
  try {
    return (await client.query(text, values)).rows
  } finally {
    await client.end()
  }
}
