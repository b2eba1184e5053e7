import { Refusal } from '@opentbk/top'

/** A place in a list of orders: the time it is sorted by, the order's id, and which of the rows that have that id. */
export type Place = { at: Date; id: bigint; rank?: number }

/** The first and the last row of a page: where the pages before and after it begin. */
export type Position = { first: Place; last: Place }

const PLACE = /^(\d{13})_(\d{1,18})(?:_(\d))?$/

export function formatPosition({ first, last }: Position): string {
  return `${formatPlace(first)}|${formatPlace(last)}`
}

/** What the caller returned as it was given; anything else is refused. */
export function parsePosition(text: string): Position {
  const [first, last, ...more] = text.split('|').map(parsePlace)
  if (!first || !last || more.length > 0) throw new Refusal('order.bad-position')
  return { first, last }
}

function parsePlace(text: string): Place | undefined {
  const parts = PLACE.exec(text)
  if (!parts) return undefined
  return { at: new Date(Number(parts[1])), id: BigInt(parts[2] as string), rank: Number(parts[3] ?? 0) }
}

function formatPlace({ at, id, rank }: Place): string {
  return `${at.getTime()}_${id}${rank ? `_${rank}` : ''}`
}
