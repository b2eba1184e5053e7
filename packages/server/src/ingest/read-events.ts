import { parseYuan } from '@opentbk/top'
import { EVENT_TYPES, type EventType, type OrderEvent } from '../domain/orders/index.ts'

const MAX_EVENTS = 500
const MAX_ID_CHARS = 64
// ISO 8601 with a zone: a time without one would mean another moment on another server.
const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/
const EARLIEST_MS = Date.UTC(2000, 0)
const LATEST_MS = Date.UTC(2200, 0)

/** An event that was read, or why it was not; either way it is answered in its place. */
export type ReadEvent = { eventId: string; event: OrderEvent } | { eventId: string; problem: string }

/** The body as events; a problem when it is no list of events at all. */
export function readEvents(body: Buffer): { events: ReadEvent[] } | { problem: string } {
  let parsed: unknown
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return { problem: 'body: JSON in UTF-8 expected' }
  }
  const events = isObject(parsed) ? parsed.events : undefined
  if (!Array.isArray(events)) return { problem: 'events: a list expected' }
  if (events.length < 1 || events.length > MAX_EVENTS)
    return { problem: `events: 1 to ${MAX_EVENTS} expected` }
  return { events: events.map(readEvent) }
}

/** One event, of a body or of a back-fill's line. */
export function readEvent(raw: unknown): ReadEvent {
  if (!isObject(raw)) return { eventId: '', problem: 'event: an object expected' }
  const eventId = typeof raw.event_id === 'string' ? raw.event_id : ''
  try {
    return { eventId, event: parseEvent(new Reader(raw)) }
  } catch (error) {
    if (error instanceof BadField) return { eventId, problem: error.message }
    throw error
  }
}

function parseEvent(from: Reader): OrderEvent {
  const type = from.type()
  const itemId = from.optionalText('item_id')
  const outerId = from.optionalText('outer_id')
  if (itemId === undefined && outerId === undefined) throw new BadField('item_id: this or outer_id is needed')
  const isRefund = type.startsWith('refund')
  const event: OrderEvent = {
    eventId: from.text('event_id'),
    type,
    outerParentId: from.text('trade_parent_id'),
    outerTradeId: from.text('trade_id'),
    item: itemId === undefined ? { outerId: outerId as string } : { itemId },
    itemNum: from.count('item_num'),
    priceFen: from.money('price'),
    paidFen: from.money('paid_fee'),
    refundId: isRefund ? from.text('refund_id') : from.optionalText('refund_id'),
    refundFen: isRefund ? from.money('refund_fee') : from.optionalMoney('refund_fee'),
    clickId: from.optionalText('click_id'),
    buyerId: from.optionalText('buyer_id'),
    at: from.time('at'),
  }
  if (isRefund && event.refundFen === 0n) throw new BadField('refund_fee: must be more than 0')
  return event
}

class BadField extends Error {}

/** Fields of one event, each with a message that names it. */
class Reader {
  readonly #raw: Record<string, unknown>

  constructor(raw: Record<string, unknown>) {
    this.#raw = raw
  }

  type(): EventType {
    const type = EVENT_TYPES.find((known) => known === this.#raw.type)
    if (!type) throw new BadField(`type: one of ${EVENT_TYPES.join(', ')} expected`)
    return type
  }

  text(name: string): string {
    const value = this.optionalText(name)
    if (value === undefined) throw new BadField(`${name}: missing`)
    return value
  }

  optionalText(name: string): string | undefined {
    const value = this.#raw[name]
    if (value === undefined || value === null || value === '') return undefined
    if (typeof value !== 'string') throw new BadField(`${name}: a string expected`)
    if (value.length > MAX_ID_CHARS) throw new BadField(`${name}: at most ${MAX_ID_CHARS} characters`)
    if (value.includes('\0') || !value.isWellFormed())
      throw new BadField(`${name}: holds a character that cannot be stored`)
    return value
  }

  money(name: string): bigint {
    const value = this.optionalMoney(name)
    if (value === undefined) throw new BadField(`${name}: missing`)
    return value
  }

  optionalMoney(name: string): bigint | undefined {
    const value = this.#raw[name]
    if (value === undefined || value === null) return undefined
    const fen = typeof value === 'string' ? parseYuan(value) : undefined
    if (fen === undefined)
      throw new BadField(`${name}: yuan as a string with at most two decimals expected, like "99.99"`)
    return fen
  }

  count(name: string): number {
    const value = this.#raw[name]
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > 1_000_000) {
      throw new BadField(`${name}: a whole number from 1 to 1000000 expected`)
    }
    return value
  }

  time(name: string): Date {
    const value = this.#raw[name]
    const time = typeof value === 'string' && ISO_TIME.test(value) ? new Date(value) : undefined
    if (!time || Number.isNaN(time.getTime()) || !isDay(String(value).slice(0, 10))) {
      throw new BadField(`${name}: ISO 8601 with a zone expected, like "2026-01-01T12:00:00+08:00"`)
    }
    if (time.getTime() < EARLIEST_MS || time.getTime() >= LATEST_MS) {
      throw new BadField(`${name}: a time from 2000 to 2199 expected`)
    }
    return time
  }
}

// Date takes the 30th of February for the 2nd of March.
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
