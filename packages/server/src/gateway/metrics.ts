import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

const BUCKETS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5]

/** What /metrics tells. A registry of its own, so that two servers in a process do not share counts. */
export class Metrics {
  readonly registry = new Registry()
  // Counted here and told when asked for: the library looks labels up by their text at every count.
  readonly #calls = new Map<string, Map<number, number>>()
  readonly #durations = new Durations({
    name: 'opentbk_call_seconds',
    help: 'Time from a read call to its encoded answer',
    buckets: BUCKETS,
    registers: [this.registry],
  })

  constructor() {
    collectDefaultMetrics({ register: this.registry })
    const calls = this.#calls
    new Counter({
      name: 'opentbk_calls_total',
      help: 'Gateway calls by method and error code (0: answered)',
      labelNames: ['method', 'code'],
      registers: [this.registry],
      collect() {
        this.reset()
        for (const [method, codes] of calls) {
          for (const [code, count] of codes) this.inc({ method, code: String(code) }, count)
        }
      },
    })
  }

  countCall(call: { method: string; code: number; durationUs: number }): void {
    let codes = this.#calls.get(call.method)
    if (!codes) {
      codes = new Map()
      this.#calls.set(call.method, codes)
    }
    codes.set(call.code, (codes.get(call.code) ?? 0) + 1)
    this.#durations.count(call.durationUs / 1e6)
  }
}

class Durations extends Histogram {
  readonly #within = new Array<number>(BUCKETS.length + 1).fill(0)
  #sum = 0

  count(seconds: number): void {
    let bucket = 0
    while (bucket < BUCKETS.length && seconds > (BUCKETS[bucket] as number)) bucket++
    this.#within[bucket] = (this.#within[bucket] as number) + 1
    this.#sum += seconds
  }

  override async get() {
    const told = await super.get()
    let total = 0
    const buckets = this.#within.map((count, index) => {
      total += count
      return {
        metricName: 'opentbk_call_seconds_bucket',
        labels: { le: BUCKETS[index] ?? '+Inf' },
        value: total,
      }
    })
    const sum = { metricName: 'opentbk_call_seconds_sum', labels: {}, value: this.#sum }
    const count = { metricName: 'opentbk_call_seconds_count', labels: {}, value: total }
    return { ...told, values: [...buckets, sum, count] }
  }
}
