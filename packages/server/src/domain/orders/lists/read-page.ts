import { Refusal } from '@opentbk/top'
import type { Db } from '../../../store/store.ts'
import { formatPosition, type Place, type Position, parsePosition } from './position.ts'

/** Which page is asked for: the one after (1) or before (-1) the page whose position was returned. */
export type PageQuery = { pageNo: number; pageSize: number; position: string | undefined; jump: number }

/** The rows after a place, or the last ones before it. */
export type PageStart = { after?: Place | undefined; before?: Place | undefined; limit: number }

/** A list in ascending order, whatever the direction in which it is read. */
export type PagedList<Row> = {
  select: (db: Db, from: PageStart) => Promise<Row[]>
  placeOf: (row: Row) => Place
}

export type Page<Row> = {
  rows: Row[]
  hasPrevious: boolean
  hasNext: boolean
  position: string | undefined
}

export function checkPageQuery({ pageNo, position, jump }: PageQuery): void {
  if (jump !== 1 && jump !== -1) throw new Refusal('order.bad-jump')
  if (position === undefined && (pageNo > 1 || jump === -1)) {
    throw new Refusal('order.bad-position', '除第一页外都需要传递上一次返回的position_index')
  }
}

/** A page of a list that may grow at its end while it is read: pages skip nothing and repeat nothing. */
export async function readPage<Row>(db: Db, list: PagedList<Row>, query: PageQuery): Promise<Page<Row>> {
  const position = query.position === undefined ? undefined : parsePosition(query.position)
  const backwards = query.jump === -1
  // One row more than the page tells whether the list goes on.
  const found = await list.select(db, {
    after: backwards ? undefined : position?.last,
    before: backwards ? position?.first : undefined,
    limit: query.pageSize + 1,
  })
  const goesOn = found.length > query.pageSize
  const rows = backwards ? found.slice(-query.pageSize) : found.slice(0, query.pageSize)
  const here = boundsOf(rows.map(list.placeOf)) ?? (position && endOf(position, backwards))
  if (!here) return { rows, hasPrevious: false, hasNext: false, position: undefined }
  const hasRow = async (from: { after: Place } | { before: Place }) =>
    (await list.select(db, { ...from, limit: 1 })).length > 0
  return {
    rows,
    hasPrevious: backwards ? goesOn : position !== undefined && (await hasRow({ before: here.first })),
    hasNext: backwards ? await hasRow({ after: here.last }) : goesOn,
    position: formatPosition(here),
  }
}

function boundsOf(places: readonly Place[]): Position | undefined {
  const [first, last] = [places[0], places.at(-1)]
  return first && last && { first, last }
}

/** An empty page beyond an end of the list: turning round there leads back to the page one came from. */
function endOf({ first, last }: Position, backwards: boolean): Position {
  return backwards
    ? { first, last: { at: first.at, id: first.id - 1n } }
    : { first: { at: last.at, id: last.id + 1n }, last }
}
