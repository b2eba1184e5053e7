import { setTimeout } from 'node:timers/promises'
import { Bare } from './bare.ts'
import { type Case, cases } from './cases.ts'
import { CONNECTIONS, type Measurement, measure, percentiles } from './measure.ts'
import { type Network, prepareNetwork } from './network.ts'
import type { Options } from './options.ts'
import { runPaced } from './paced-load.ts'
import { type RecordedAnswer, recordAnswer } from './recorded-answer.ts'
import { Served } from './served.ts'
import type { BenchRequest } from './signed-request.ts'
import { type Minute, soak } from './soak.ts'

const WARM_UP_SECONDS = 2
const SAMPLES = 31
const HALF_LOAD_RUNS = 3
const MOST_SETTLING_SECONDS = 30

export type Round = { bare: Measurement; server: Measurement }

/** One case on one database. */
export type CaseResult = {
  case: Case
  rounds: Round[]
  halfLoad: { perSecond: number; p50Ms: number; p99Ms: number }
}

export type StoreResult = { store: 'private' | 'external'; cases: CaseResult[]; soak: Minute[] }

/** Everything on one database: rounds in which bare and server take turns, then each case at half its load. */
export async function runCases(
  options: Options,
  databaseUrl: string | undefined,
  say: (line: string) => void,
): Promise<StoreResult> {
  const profiling = options.profile ? ['--cpu-prof', `--cpu-prof-dir=${options.profile}`] : []
  const served = await Served.start(databaseUrl, profiling)
  const bare = await Bare.start()
  try {
    const wanted = cases.filter(({ name }) => options.only.length === 0 || options.only.includes(name))
    const searched = wanted.some(({ name }) => name === 'search')
    const network = await prepareNetwork(served, { count: options.items, searched })
    // A database that has run for a while uses its WAL segments again; in a new one commits wait for each to be made.
    if (served.postmaster !== undefined) await served.query('checkpoint')
    if (searched && network.queries.length === 0)
      say('search: skipped, the real titles and queries are absent')
    const results = wanted
      .filter(({ name }) => name !== 'search' || network.queries.length > 0)
      .map((one): CaseResult => ({ case: one, rounds: [], halfLoad: { perSecond: 0, p50Ms: 0, p99Ms: 0 } }))
    for (const { case: one } of results) {
      const load = { of: one, network, seconds: WARM_UP_SECONDS }
      await bare.answerWith(await typicalAnswer(served, one, network))
      await measure(bare, load)
      await measure(served, load)
    }
    for (let round = 1; round <= options.rounds; round++) {
      for (const result of results) {
        const done = await runRound({ bare, served, network }, result.case, options.seconds)
        result.rounds.push(done)
        say(describeRound(round, result.case, done))
      }
    }
    for (const result of results) {
      await settleDown(served)
      result.halfLoad = await atHalfLoad(network, result, options.halfLoadSeconds)
    }
    const minutes =
      options.soakMinutes === 0 ? [] : await soak(network, { results, minutes: options.soakMinutes, say })
    return { store: databaseUrl === undefined ? 'private' : 'external', cases: results, soak: minutes }
  } finally {
    await bare.stop()
    await served.stop()
  }
}

async function runRound(
  on: { bare: Bare; served: Served; network: Network },
  one: Case,
  seconds: number,
): Promise<Round> {
  const { bare, served, network } = on
  await bare.answerWith(await typicalAnswer(served, one, network))
  const load = { of: one, network, seconds }
  return { bare: await measure(bare, load), server: await measure(served, load) }
}

/** Of a few answers the middle one by size: those of a search differ much. */
async function typicalAnswer(served: Served, one: Case, network: Network): Promise<RecordedAnswer> {
  const requests = one.requests(network)
  const some = typeof requests === 'function' ? [requests()] : requests.slice(0, SAMPLES)
  const answers: RecordedAnswer[] = []
  for (const request of some) answers.push(await recordAnswer(served.address, request))
  answers.sort((a, b) => a.body.length - b.body.length)
  return answers[answers.length >> 1] as RecordedAnswer
}

/** What the cases before left to do (pages to write, tables to vacuum) is not the next one's. */
async function settleDown(served: Served): Promise<void> {
  if (served.postmaster === undefined) return
  await served.query('checkpoint')
  for (let second = 0; second < MOST_SETTLING_SECONDS; second++) {
    const busy = await served.query(
      `select 1 from pg_stat_activity where backend_type = 'autovacuum worker' limit 1`,
    )
    if (busy.length === 0) return
    await setTimeout(1000)
  }
}

/** The middle one of three runs: a machine that others share stands still now and then. */
async function atHalfLoad(network: Network, { case: one, rounds }: CaseResult, seconds: number) {
  const perSecond = median(rounds.map(({ server }) => server.perSecond)) / 2
  const requests = one.requests(network)
  let sent = 0
  const next = () =>
    typeof requests === 'function' ? requests() : (requests[sent++ % requests.length] as BenchRequest)
  const runs: { p50Ms: number; p99Ms: number }[] = []
  for (let run = 0; run < HALF_LOAD_RUNS; run++) {
    const load = { perSecond, seconds, connections: CONNECTIONS, next }
    runs.push(percentiles(await runPaced(network.served.address, load)))
  }
  return {
    perSecond,
    p50Ms: median(runs.map(({ p50Ms }) => p50Ms)),
    p99Ms: median(runs.map(({ p99Ms }) => p99Ms)),
  }
}

function describeRound(round: number, one: Case, { bare, server }: Round): string {
  const figures = [
    `bare ${Math.round(bare.perSecond)}/s`,
    `server ${Math.round(server.perSecond)}/s`,
    `ratio ${(server.perSecond / bare.perSecond).toFixed(2)}`,
    `p50 ${server.p50Ms.toFixed(1)} ms`,
    `p99 ${server.p99Ms.toFixed(1)} ms`,
    `CPU ${cores(server.cpuCores)} + database ${cores(server.databaseCores)} + load ${cores(server.loadCores)}`,
    `${microseconds(server)} µs a request (bare ${microseconds(bare)})`,
    `${server.rssMib ?? '?'} MiB`,
  ]
  return `round ${round}  ${one.name.padEnd(9)} ${figures.join('  ')}`
}

function cores(value: number | undefined): string {
  return value === undefined ? '?' : value.toFixed(2)
}

// Of the server's own CPU: what a busy machine cannot take away.
function microseconds({ cpuCores, perSecond }: Measurement): string {
  return cpuCores === undefined ? '?' : ((cpuCores / perSecond) * 1e6).toFixed(1)
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}
