import { Refusal } from '@opentbk/top'

/** A place in a list of orders: the time it is sorted by and the order's id. */
export type Place = { at: Date; id: bigint }

/** The first and the last row of a page: where the pages before and after it begin. */
export type Position = { first: Place; last: Place }

const POSITION = /^(\d{13})_(\d{1,18})\|(\d{13})_(\d{1,18})$/

export function formatPosition({ first, last }: Position): string {
  return `${formatPlace(first)}|${formatPlace(last)}`
}

/** What the caller returned as it was given; anything else is refused. */
export function parsePosition(text: string): Position {
  const parts = POSITION.exec(text)
  if (!parts) throw new Refusal('order.bad-position')
  const place = (at: string, id: string): Place => ({ at: new Date(Number(at)), id: BigInt(id) })
  return {
    first: place(parts[1] as string, parts[2] as string),
    last: place(parts[3] as string, parts[4] as string),
  }
}

function formatPlace({ at, id }: Place): string {
  return `${at.getTime()}_${id}`
}
