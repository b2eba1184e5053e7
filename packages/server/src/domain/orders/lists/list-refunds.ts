import type { CallContext } from '../../../context.ts'
import type { Db } from '../../../store/store.ts'
import { type Refund, tellRefund } from '../tell-refund.ts'
import type { Place } from './position.ts'
import { checkPageQuery, type PageQuery, type PageStart, readPage } from './read-page.ts'
import { countRefunds, type RefundFilter, selectRefundPlaces, selectRefunds } from './refund-list-rows.ts'
import { checkStart, checkWindow, endOfWindow, readWindow, type TimeWindow } from './window.ts'

const DAY_MS = 86_400_000
/** Totals are exact up to here. */
const MOST_COUNTED = 10_000

type Wanted = Pick<RefundFilter, 'roles' | 'by' | 'scene'>

export type RefundQuery = Wanted & TimeWindow & PageQuery

export type RefundPage = {
  refunds: Refund[]
  hasPrevious: boolean
  hasNext: boolean
  position: string | undefined
}

/**
 * A page of the caller's refund cases. By `asked`, `finished` and `modified` a window in the past is final;
 * by a time of the order it gains the cases that such an order gets later.
 */
export async function listRefunds(ctx: CallContext, query: RefundQuery): Promise<RefundPage> {
  checkWindow(ctx, query)
  checkPageQuery(query)
  const filter = toFilter(ctx, query, query)
  const list = {
    select: (db: Db, from: PageStart) => selectRefundPlaces(db, filter, from),
    placeOf: (place: Place) => place,
  }
  return readWindow(ctx, query, async (db) => {
    const { rows, ...page } = await readPage(db, list, query)
    return { refunds: await loadRefunds(db, rows, ctx.promoterId), ...page }
  })
}

export type RefundDay = Wanted & { start: Date; pageNo: number; pageSize: number }

/** A numbered page of the caller's refund cases of the 24 hours from `start` on, and how many there are. */
export async function listRefundDay(
  ctx: CallContext,
  query: RefundDay,
): Promise<{ refunds: Refund[]; total: number }> {
  const { start, pageNo, pageSize } = query
  checkStart(ctx, start)
  const window = { start, end: new Date(start.getTime() + DAY_MS - 1000) }
  const filter = toFilter(ctx, query, window)
  return readWindow(ctx, window, async (db) => {
    const places = await selectRefundPlaces(db, filter, { limit: pageSize, skip: (pageNo - 1) * pageSize })
    const refunds = await loadRefunds(db, places, ctx.promoterId)
    return { refunds, total: await countRefunds(db, filter, MOST_COUNTED) }
  })
}

function toFilter(ctx: CallContext, { roles, by, scene }: Wanted, window: TimeWindow): RefundFilter {
  return { memberId: ctx.promoterId, roles, by, scene, from: window.start, to: endOfWindow(window) }
}

async function loadRefunds(db: Db, places: readonly Place[], memberId: bigint): Promise<Refund[]> {
  const rows = await selectRefunds(db, { suitIds: places.map((place) => place.id), memberId })
  const byId = new Map(rows.map((row) => [row.refund_suit_id, row]))
  return places.flatMap((place) => {
    const row = byId.get(place.id)
    return row ? [tellRefund(row, memberId)] : []
  })
}
