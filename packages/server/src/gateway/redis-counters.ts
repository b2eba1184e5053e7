import { Refusal } from '@opentbk/top'
import type { Logger } from 'pino'
import type { SharedRedis } from '../store/redis.ts'
import type { CountBook } from './count-book.ts'
import type { Exceeded, Moment, QuotaCounters, Rule } from './quota-counters.ts'

const SECOND_LIFE_SECONDS = 5
const TAKEN = 0
const EXCEEDED = 1
const EMPTY = 2
/** Says that the day's counts of the database are in; the counters' own names all have a colon. */
const FILLED = 'filled'

// Check and count in one step: all counters or none. The day's hash is filled from the database first, so a
// Redis that lost its memory in between does not hand out the day's limits anew.
const TAKE = `
local day, second, left, life = KEYS[1], KEYS[2], ARGV[1], ARGV[2]
if redis.call('hexists', day, '${FILLED}') == 0 then return {${EMPTY}} end
for at = 3, #ARGV, 3 do
  local counter, perSecond, perDay = ARGV[at], tonumber(ARGV[at + 1]), tonumber(ARGV[at + 2])
  if perDay and tonumber(redis.call('hget', day, counter) or 0) >= perDay then
    return {${EXCEEDED}, (at - 3) / 3, 'day'}
  end
  if perSecond and tonumber(redis.call('hget', second, counter) or 0) >= perSecond then
    return {${EXCEEDED}, (at - 3) / 3, 'second'}
  end
end
local answer = {${TAKEN}}
for at = 3, #ARGV, 3 do
  local counter = ARGV[at]
  if ARGV[at + 1] ~= '' then redis.call('hincrby', second, counter, 1) end
  local used = 0
  if ARGV[at + 2] ~= '' then used = redis.call('hincrby', day, counter, 1) end
  answer[#answer + 1] = used
end
redis.call('expire', second, life)
redis.call('expire', day, left)
return answer`

// Of two processes that fill at once neither takes back what the other has counted since.
const FILL = `
for at = 2, #ARGV, 2 do
  local used = tonumber(redis.call('hget', KEYS[1], ARGV[at]) or 0)
  if used < tonumber(ARGV[at + 1]) then redis.call('hset', KEYS[1], ARGV[at], ARGV[at + 1]) end
end
redis.call('hset', KEYS[1], '${FILLED}', 1)
redis.call('expire', KEYS[1], ARGV[1])`

type Answer = [state: number, ...rest: (number | string)[]]

/**
 * Counters in the Redis of all processes, exact across them. While Redis is away a call that has a limit is
 * refused as busy, since nobody could say whether it is still within it.
 */
export class RedisCounters implements QuotaCounters {
  readonly #shared: SharedRedis
  readonly #book: CountBook
  readonly #log: Logger

  constructor(shared: SharedRedis, { book, log }: { book: CountBook; log: Logger }) {
    this.#shared = shared
    this.#book = book
    this.#log = log
  }

  start(moment: Moment): Promise<void> {
    return this.#fill(moment)
  }

  async take(rules: readonly Rule[], moment: Moment): Promise<Exceeded | undefined> {
    if (rules.length === 0) return undefined
    const [state, ...rest] = await this.#takeFilled(rules, moment)
    if (state === EXCEEDED) {
      const [at, limit] = rest as [number, Exceeded['limit']]
      return { rule: rules[at] as Rule, limit }
    }
    for (const [at, rule] of rules.entries()) {
      if (rule.perDay !== null) this.#book.note(moment.day, rule.counter, rest[at] as number)
    }
    return undefined
  }

  async #takeFilled(rules: readonly Rule[], moment: Moment): Promise<Answer> {
    try {
      const answer = await this.#run(rules, moment)
      if (answer[0] !== EMPTY) return answer
      await this.#fill(moment)
      const again = await this.#run(rules, moment)
      if (again[0] !== EMPTY) return again
    } catch (error) {
      this.#log.debug({ err: error }, 'a call could not be counted')
    }
    throw new Refusal('server.busy')
  }

  async #run(rules: readonly Rule[], moment: Moment): Promise<Answer> {
    const { redis } = this.#shared
    const counters = rules.flatMap(({ counter, perSecond, perDay }) => [
      counter,
      perSecond ?? '',
      perDay ?? '',
    ])
    const keys = [this.#dayKey(moment), this.#secondKey(moment)]
    return (await redis.eval(
      TAKE,
      2,
      ...keys,
      moment.secondsLeft,
      SECOND_LIFE_SECONDS,
      ...counters,
    )) as Answer
  }

  async #fill(moment: Moment): Promise<void> {
    const counts = [...(await this.#book.read(moment.day))].flat()
    await this.#shared.redis.eval(FILL, 1, this.#dayKey(moment), moment.secondsLeft, ...counts)
  }

  #dayKey({ day }: Moment): string {
    return `${this.#shared.prefix}:day:${day}`
  }

  #secondKey({ second }: Moment): string {
    return `${this.#shared.prefix}:second:${second}`
  }
}
