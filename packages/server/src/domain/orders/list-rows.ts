import type { Db } from '../../store/store.ts'
import type { OrderRow } from './order-row.ts'
import type { Place } from './position.ts'

/** The times that order.details.get can search by. */
export const timeColumns = {
  created: 'tk_created_at',
  paid: 'tk_paid_at',
  earned: 'tk_earned_at',
  modified: 'modified_at',
} as const

/** Whose orders: as promoter, as third party or as recruiting leader. */
export type Holder = { column: 'member_id' | 'third_member_id' | 'leader_id'; memberId: bigint }

export type OrderFilter = {
  holder: Holder
  by: keyof typeof timeColumns
  from: Date
  /** Not included. */
  to: Date
  status: number | undefined
  scene: 'all' | 'relation' | 'special'
}

/** A member's orders of a window, from a place on, in the direction asked; always the member's own. */
export async function selectOrderPage(
  db: Db,
  filter: OrderFilter,
  page: { after?: Place | undefined; before?: Place | undefined; limit: number },
): Promise<OrderRow[]> {
  const column = timeColumns[filter.by]
  const backwards = page.before !== undefined
  let query = db
    .selectFrom('orders')
    .selectAll()
    .where(filter.holder.column, '=', filter.holder.memberId)
    .where(column, '>=', filter.from)
    .where(column, '<', filter.to)
  if (filter.status !== undefined) query = query.where('status', '=', filter.status)
  if (filter.scene === 'relation') query = query.where('relation_id', 'is not', null)
  if (filter.scene === 'special') query = query.where('special_id', 'is not', null)
  const { after, before } = page
  if (after) query = query.where((eb) => eb(eb.refTuple(column, 'id'), '>', eb.tuple(after.at, after.id)))
  if (before) query = query.where((eb) => eb(eb.refTuple(column, 'id'), '<', eb.tuple(before.at, before.id)))
  const rows = await query
    .orderBy(column, backwards ? 'desc' : 'asc')
    .orderBy('id', backwards ? 'desc' : 'asc')
    .limit(page.limit)
    .execute()
  return backwards ? rows.reverse() : rows
}
