import autocannon from 'autocannon'
import type { Case } from './cases.ts'
import type { Network } from './network.ts'
import { databaseCpuSeconds, usageOf } from './process-usage.ts'
import type { BenchRequest } from './signed-request.ts'

export const CONNECTIONS = 64

/** What one measurement tells. CPU in cores, averaged over it. */
export type Measurement = {
  perSecond: number
  p50Ms: number
  p99Ms: number
  cpuCores: number | undefined
  databaseCores: number | undefined
  loadCores: number
  rssMib: number | undefined
}

export type Target = { address: string; pid: number; postmaster?: number | undefined }

/** As many requests as 64 connections get answered, each sending its next one when it has its answer. */
export async function measure(
  target: Target,
  load: { of: Case; network: Network; seconds: number },
): Promise<Measurement> {
  const before = { at: performance.now(), ...usage(target) }
  const latencies: number[] = []
  const result = await cannon(target.address, load, (ms) => latencies.push(ms))
  const after = { at: performance.now(), ...usage(target) }
  const { errors, mismatches } = result
  const failed = errors + mismatches + (result['4xx'] ?? 0) + (result['5xx'] ?? 0)
  if (failed > 0) throw new Error(`${load.of.name}: ${failed} of ${latencies.length} requests failed`)
  const seconds = (after.at - before.at) / 1000
  const cores = (from: number | undefined, to: number | undefined) =>
    from === undefined || to === undefined ? undefined : (to - from) / seconds
  return {
    perSecond: latencies.length / seconds,
    ...percentiles(latencies),
    cpuCores: cores(before.server?.cpuSeconds, after.server?.cpuSeconds),
    databaseCores: cores(before.database, after.database),
    loadCores: (after.own - before.own) / seconds,
    rssMib: after.server?.rssMib,
  }
}

export function percentiles(latencies: readonly number[]): { p50Ms: number; p99Ms: number } {
  const sorted = Float64Array.from(latencies).sort()
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50Ms: at(0.5), p99Ms: at(0.99) }
}

function usage(target: Target) {
  const { user, system } = process.cpuUsage()
  return {
    server: usageOf(target.pid),
    database: target.postmaster === undefined ? undefined : databaseCpuSeconds(target.postmaster),
    own: (user + system) / 1e6,
  }
}

function cannon(
  address: string,
  { of, network, seconds }: { of: Case; network: Network; seconds: number },
  onLatency: (ms: number) => void,
): Promise<autocannon.Result> {
  const requests = of.requests(network)
  let connection = 0
  return new Promise((resolve, reject) => {
    const instance = autocannon(
      {
        url: address,
        connections: CONNECTIONS,
        duration: seconds,
        verifyBody: (body) => of.isRight(String(body ?? '')),
        setupClient: (client) => client.setRequests(shareOf(requests, connection++)),
      },
      (error, result) => (error ? reject(error) : resolve(result)),
    )
    instance.on('response', (...told) => onLatency(told[3]))
  })
}

// Every connection has its own part of the requests, so that no two send the same one at once.
function shareOf(requests: BenchRequest[] | (() => BenchRequest), connection: number): autocannon.Request[] {
  if (typeof requests === 'function') {
    return [{ setupRequest: (request) => ({ ...request, ...requests() }) }]
  }
  const share = requests.filter((_, index) => index % CONNECTIONS === connection % CONNECTIONS)
  return (share.length > 0 ? share : requests).map((request) => ({ ...request }))
}
