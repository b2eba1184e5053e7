/** One limit that a call falls under. */
export type Rule = { counter: string; subCode: string; perSecond: number | null; perDay: number | null }

/** When a call is counted: its business day, how long that lasts, and the wall's second. */
export type Moment = { day: string; secondsLeft: number; second: number }

/** What was used up. */
export type Exceeded = { rule: Rule; limit: 'day' | 'second' }

/** Where calls are counted: in this process, or in the Redis that all processes share. */
export interface QuotaCounters {
  start(moment: Moment): Promise<void>
  /** Takes one from each or, when one of them is used up, from none and answers which. */
  take(rules: readonly Rule[], moment: Moment): Exceeded | undefined | Promise<Exceeded | undefined>
}
