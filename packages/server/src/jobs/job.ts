import type { Context } from '../context.ts'

/**
 * How often a job has a turn, by business time in GMT+8: when a minute, an hour or a day begins, or when a day
 * of the month (1 to 28) does.
 */
export type Cadence = 'minute' | 'hour' | 'day' | { dayOfMonth: number }

/** The turn that a job is given: for which period, and when. */
export type Turn = {
  /** In GMT+8: `2026-11-21 08:05`, `2026-11-21 08`, `2026-11-21` or `2026-11`. */
  period: string
  /** When the period's turn came due, by business time. */
  dueAt: Date
  /** Business time now, which is later where the turn was missed. */
  now: Date
}

/** What a turn did, in numbers for people, such as `{ settled: 12, paid_fen: 1230n }`. */
export type Counts = Readonly<Record<string, number | bigint>>

/**
 * Something the server does by itself. A turn that is done is never given again; one that failed or was cut
 * off is, so `run` works in steps that can be done again, and goes on where the one before stopped.
 */
export type Job = {
  readonly name: string
  readonly cadence: Cadence
  /** Of several periods that were missed only the last has its turn, or, with 'each', one after the other. */
  readonly catchUp?: 'each'
  run(ctx: Context, turn: Turn): Promise<Counts>
}
