import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { arrayLiteral } from '../store/array-literal.ts'
import { ensurePartitions } from '../store/partitions.ts'
import { CallLines } from './call-lines.ts'

const FLUSH_MS = 250
/** Written at once: more rows in one go would hold up the answers of that moment. */
const FLUSH_ROWS = 500
const MAX_WAITING = 50_000

/** One answered call. No parameter is kept: parameters may hold secrets and people's data. */
export type CallRecord = {
  at: Date
  requestId: string
  appKey: string
  method: string
  code: number
  subCode: string | undefined
  durationUs: number
  bytesIn: number
  bytesOut: number
}

/**
 * A line and a row for every call. Rows are written in groups behind the answer; when the database
 * cannot keep up the oldest waiting rows give way, and the gap is said in the log.
 */
export class CallLog {
  readonly #ctx: Context
  readonly #lines: CallLines
  #waiting: CallRecord[] = []
  #dropped = 0
  #timer: NodeJS.Timeout
  #writing: Promise<void> | undefined

  constructor(ctx: Context) {
    this.#ctx = ctx
    this.#lines = new CallLines(ctx.log)
    this.#timer = setInterval(() => this.#flushSoon(), FLUSH_MS)
    this.#timer.unref()
    ctx.store.beforeClose(async () => {
      clearInterval(this.#timer)
      await this.#writing
      this.#flushSoon()
      await this.#writing
    })
  }

  add(record: CallRecord): void {
    this.#lines.write(record)
    if (this.#waiting.length >= MAX_WAITING) {
      this.#waiting.shift()
      this.#dropped++
    }
    this.#waiting.push(record)
    if (this.#waiting.length >= FLUSH_ROWS) this.#flushSoon()
  }

  /** One write at a time, and what comes meanwhile waits here, where it is bounded. */
  #flushSoon(): void {
    if (this.#waiting.length === 0 || this.#writing) return
    const rows = this.#waiting
    this.#waiting = []
    if (this.#dropped > 0) this.#ctx.log.warn({ rows: this.#dropped }, 'call log rows were dropped')
    this.#dropped = 0
    this.#writing = insertCalls(this.#ctx, rows)
      .catch((error: unknown) =>
        this.#ctx.log.error({ err: error, rows: rows.length }, 'call log was not written'),
      )
      .finally(() => {
        this.#writing = undefined
      })
  }
}

async function insertCalls(ctx: Context, rows: CallRecord[]): Promise<void> {
  await ensurePartitions(
    ctx,
    'call_log',
    rows.map((row) => row.at),
  )
  const column = (read: (row: CallRecord) => string | number | undefined) => arrayLiteral(rows, read)
  await sql`
    insert into call_log (at, request_id, app_key, method, code, sub_code, duration_us, bytes_in, bytes_out)
    select to_timestamp(at_ms / 1000.0), request_id, app_key, method, code, sub_code, duration_us, bytes_in, bytes_out
    from unnest(
      ${column((row) => row.at.getTime())}::bigint[], ${column((row) => row.requestId)}::text[],
      ${column((row) => row.appKey)}::text[], ${column((row) => row.method)}::text[],
      ${column((row) => row.code)}::int[], ${column((row) => row.subCode)}::text[],
      ${column((row) => row.durationUs)}::int[], ${column((row) => row.bytesIn)}::int[],
      ${column((row) => row.bytesOut)}::int[]
    ) as c(at_ms, request_id, app_key, method, code, sub_code, duration_us, bytes_in, bytes_out)`.execute(
    ctx.store.read,
  )
}
