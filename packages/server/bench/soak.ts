import { percentiles } from './measure.ts'
import type { Network } from './network.ts'
import { runPaced } from './paced-load.ts'
import { usageOf } from './process-usage.ts'
import type { CaseResult } from './run-cases.ts'
import type { BenchRequest } from './signed-request.ts'

const CONNECTIONS_A_CASE = 32
/** Of what each case reached alone: together they take about half of the machine. */
const SHARE = 0.06

/** One minute in which every case ran. */
export type Minute = {
  rssMib: number | undefined
  p99Ms: Record<string, number>
  p50Ms: Record<string, number>
}

/** Every case at once at a steady pace, minute by minute: whether anything gets slower or grows. */
export async function soak(
  network: Network,
  how: { results: readonly CaseResult[]; minutes: number; say(line: string): void },
): Promise<Minute[]> {
  const minutes: Minute[] = []
  for (let number = 1; number <= how.minutes; number++) {
    const told = await Promise.all(
      how.results.map(
        async (result) => [result.case.name, percentiles(await runOne(network, result))] as const,
      ),
    )
    const minute: Minute = {
      rssMib: usageOf(network.served.pid)?.rssMib,
      p50Ms: Object.fromEntries(told.map(([name, { p50Ms }]) => [name, p50Ms])),
      p99Ms: Object.fromEntries(told.map(([name, { p99Ms }]) => [name, p99Ms])),
    }
    minutes.push(minute)
    const figures = told.map(([name, { p50Ms, p99Ms }]) => `${name} ${p50Ms.toFixed(1)}/${p99Ms.toFixed(1)}`)
    how.say(`minute ${number}  p50/p99 ms: ${figures.join('  ')}  ${minute.rssMib ?? '?'} MiB`)
  }
  return minutes
}

// Signed anew every minute: a time stamp is good for ten.
function runOne(network: Network, { case: one, halfLoad }: CaseResult): Promise<number[]> {
  const requests = one.requests(network)
  let sent = 0
  return runPaced(network.served.address, {
    perSecond: halfLoad.perSecond * 2 * SHARE,
    seconds: 60,
    connections: CONNECTIONS_A_CASE,
    next: () =>
      typeof requests === 'function' ? requests() : (requests[sent++ % requests.length] as BenchRequest),
  })
}
