import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** What /metrics tells. A registry of its own, so that two servers in a process do not share counts. */
export class Metrics {
  readonly registry = new Registry()
  readonly #calls = new Counter({
    name: 'opentbk_calls_total',
    help: 'Gateway calls by method and error code (0: answered)',
    labelNames: ['method', 'code'],
    registers: [this.registry],
  })
  readonly #durations = new Histogram({
    name: 'opentbk_call_seconds',
    help: 'Time from a read call to its encoded answer',
    buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5],
    registers: [this.registry],
  })

  constructor() {
    collectDefaultMetrics({ register: this.registry })
  }

  countCall(call: { method: string; code: number; durationUs: number }): void {
    this.#calls.inc({ method: call.method, code: String(call.code) })
    this.#durations.observe(call.durationUs / 1e6)
  }
}
