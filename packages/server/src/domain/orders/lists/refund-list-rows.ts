import { sql } from 'kysely'
import type { Db } from '../../../store/store.ts'
import type { Place } from './position.ts'
import type { PageStart } from './read-page.ts'

/** The times by which refund cases are searched. */
const timeColumns = {
  asked: 'asked_at',
  finished: 'finished_at',
  created: 'order_created_at',
  earned: 'order_earned_at',
  modified: 'modified_at',
} as const

const roleColumns = { second: 'member_id', third: 'third_member_id' } as const

/** What a member is to an order: its promoter, or the third party of its link. */
export type Role = keyof typeof roleColumns

export type RefundFilter = {
  memberId: bigint
  roles: readonly Role[]
  by: keyof typeof timeColumns
  from: Date
  /** Not included. */
  to: Date
  /** Cases of orders of the promoter's channels or members only. */
  scene: 'all' | 'relation' | 'special'
}

/** A member's cases of a window, from a place on, in the direction asked. */
export async function selectRefundPlaces(
  db: Db,
  filter: RefundFilter,
  page: PageStart & { skip?: number },
): Promise<Place[]> {
  const { skip = 0, limit } = page
  const direction = sql.raw(page.before ? 'desc' : 'asc')
  const found = eachRole(filter, page, skip + limit)
  const { rows } = await sql<Place>`
    select at, id from (${found}) as found
    order by at ${direction}, id ${direction} limit ${limit} offset ${skip}`.execute(db)
  return page.before ? rows.reverse() : rows
}

/** How many cases a window has, counted up to `most`. */
export async function countRefunds(db: Db, filter: RefundFilter, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from (${eachRole(filter, {}, most)}) as found limit ${most}
    ) as counted`.execute(db)
  return rows[0]?.count ?? 0
}

// A branch a role, each along an index of its own: a condition with "or" has none that is in order.
function eachRole(filter: RefundFilter, start: Omit<PageStart, 'limit'>, limit: number) {
  const at = sql.ref(timeColumns[filter.by])
  const direction = sql.raw(start.before ? 'desc' : 'asc')
  const conditions = [sql`${at} >= ${filter.from} and ${at} < ${filter.to}`]
  if (filter.scene === 'relation') conditions.push(sql`relation_id is not null`)
  if (filter.scene === 'special') conditions.push(sql`special_id is not null`)
  const { after, before } = start
  if (after) conditions.push(sql`(${at}, refund_suit_id) > (${after.at}, ${after.id}::bigint)`)
  if (before) conditions.push(sql`(${at}, refund_suit_id) < (${before.at}, ${before.id}::bigint)`)
  const branches = filter.roles.map(
    (role) => sql`(
      select ${at} as at, refund_suit_id as id from order_refunds
      where ${sql.ref(roleColumns[role])} = ${filter.memberId} and ${sql.join(conditions, sql` and `)}
      order by at ${direction}, id ${direction} limit ${limit})`,
  )
  return sql.join(branches, sql` union all `)
}

/** Cases by number, if they are this member's; in no order. */
export async function selectRefunds(db: Db, of: { suitIds: readonly bigint[]; memberId: bigint }) {
  if (of.suitIds.length === 0) return []
  return db
    .selectFrom('order_refunds as r')
    .innerJoin('orders as o', 'o.id', 'r.order_id')
    .selectAll('r')
    .select(['o.trade_id', 'o.trade_parent_id', 'o.item_id', 'o.tb_created_at', 'o.tb_received_at'])
    .select(['o.paid_fen', 'o.estimated_commission_fen', 'o.fee_bp', 'o.share_bp', 'o.penalty'])
    .select((eb) =>
      eb
        .selectFrom('order_refunds as s')
        .select((count) => count.fn.countAll<bigint>().as('open'))
        .whereRef('s.order_id', '=', 'r.order_id')
        .where('s.state', '=', 'asked')
        .as('open_count'),
    )
    .where('r.refund_suit_id', 'in', of.suitIds)
    .where((eb) => eb.or([eb('r.member_id', '=', of.memberId), eb('r.third_member_id', '=', of.memberId)]))
    .execute()
}

export type RefundRow = Awaited<ReturnType<typeof selectRefunds>>[number]
