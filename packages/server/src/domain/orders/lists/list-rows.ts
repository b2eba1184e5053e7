import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../store/store.ts'
import type { OrderRow } from '../order-row.ts'
import type { Place } from './position.ts'
import type { PageStart } from './read-page.ts'
import type { Role } from './refund-list-rows.ts'

/** The times that order.details.get can search by. */
const timeColumns = {
  created: 'tk_created_at',
  paid: 'tk_paid_at',
  earned: 'tk_earned_at',
  modified: 'modified_at',
} as const

const holderColumns = { second: 'member_id', third: 'third_member_id', leader: 'leader_id' } as const

export type OrderRole = Role | 'leader'

export type OrderFilter<R extends OrderRole = OrderRole> = {
  /** Whose orders: always named. */
  memberIds: readonly bigint[]
  roles: readonly R[]
  by: keyof typeof timeColumns
  from: Date
  /** Not included. */
  to: Date
  status: number | undefined
  scene: 'all' | 'relation' | 'special'
}

// Not the decision, which may be long.
const listedColumns = [
  ...(['id', 'trade_id', 'trade_parent_id', 'item_id', 'item_num', 'item_price_fen', 'status'] as const),
  ...(['member_id', 'site_id', 'adzone_id', 'relation_id', 'special_id', 'clicked_at', 'terminal'] as const),
  ...(['third_member_id', 'third_site_id', 'third_adzone_id', 'share_bp', 'rate_bp', 'fee_bp'] as const),
  ...(['paid_fen', 'refunded_fen', 'estimated_commission_fen', 'booked_commission_fen'] as const),
  ...(['campaign_id', 'service_rate_bp', 'estimated_service_fen', 'booked_service_fen'] as const),
  ...(['had_refund', 'penalty', 'tb_paid_at', 'tb_received_at'] as const),
  ...Object.values(timeColumns),
] as const
const listed = sql.join(listedColumns.map((name) => sql.ref(`orders.${name}`)))

/** An order as one of those who earn by it has it. */
export type ListedOrder<R extends OrderRole = OrderRole> = Pick<OrderRow, (typeof listedColumns)[number]> & {
  role: R
}

/** Where two of the members earn by the same order, the promoter's row comes first. */
const rankOf = (role: OrderRole) => (role === 'third' ? 1 : 0)

export function placeOf(order: ListedOrder, by: OrderFilter['by']): Place {
  return { at: order[timeColumns[by]] as Date, id: order.id, rank: rankOf(order.role) }
}

/** The members' orders of a window, from a place on, in the direction asked: one row for each who has it. */
export async function selectOrderPage<R extends OrderRole>(
  db: Db,
  filter: OrderFilter<R>,
  page: PageStart,
): Promise<ListedOrder<R>[]> {
  // A channel is the promoter's own: the third party of an order has none in it.
  const roles = filter.roles.filter((role) => filter.scene === 'all' || role === 'second')
  if (roles.length === 0 || filter.memberIds.length === 0) return []
  const direction = sql.raw(page.before ? 'desc' : 'asc')
  const branches = roles.map((role) => branchOf(role, filter, page))
  // Narrow rows are gathered and sorted; the orders themselves are fetched for the page alone.
  const { rows } = await sql<ListedOrder<R>>`
    select ${listed}, place.role from (
      select * from (${sql.join(branches, sql` union all `)}) as found
      order by at ${direction}, id ${direction}, rank ${direction} limit ${page.limit}
    ) as place
    join orders on orders.id = place.id
    order by place.at, place.id, place.rank`.execute(db)
  return rows
}

/** The first places of each member in one role, each along an index: a condition with "or" has none that is in order. */
function branchOf(role: OrderRole, filter: OrderFilter, page: PageStart): RawBuilder<unknown> {
  const at = sql.ref(timeColumns[filter.by])
  const direction = sql.raw(page.before ? 'desc' : 'asc')
  const conditions = [
    sql`${sql.ref(holderColumns[role])} = member.id`,
    sql`${at} >= ${filter.from} and ${at} < ${filter.to}`,
    ...beyond(at, rankOf(role), page),
  ]
  if (filter.status !== undefined) conditions.push(sql`status = ${filter.status}`)
  if (filter.scene === 'relation') conditions.push(sql`relation_id is not null`)
  if (filter.scene === 'special') conditions.push(sql`special_id is not null`)
  return sql`
    select mine.* from unnest(${filter.memberIds.map(String)}::bigint[]) as member(id)
    cross join lateral (
      select ${at} as at, orders.id, ${sql.lit(rankOf(role))} as rank, ${sql.lit(role)} as role from orders
      where ${sql.join(conditions, sql` and `)}
      order by ${at} ${direction}, orders.id ${direction} limit ${page.limit}
    ) as mine`
}

function beyond(at: RawBuilder<unknown>, rank: number, { after, before }: PageStart): RawBuilder<unknown>[] {
  const place = after ?? before
  if (!place) return []
  const from = place.rank ?? 0
  // Of the place's own order the other party's row may still lie beyond it.
  const hasOwn = after ? rank > from : rank < from
  const operator = sql.raw(`${after ? '>' : '<'}${hasOwn ? '=' : ''}`)
  return [sql`(${at}, orders.id) ${operator} (${place.at}, ${place.id}::bigint)`]
}
