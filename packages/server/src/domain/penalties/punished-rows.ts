import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../store/store.ts'
import type { PunishedOrder } from './list-punished-orders.ts'
import type { PenaltyState, ViolationType } from './penalty.ts'

export type PunishedFilter = {
  /** Whose orders: always somebody's own. */
  memberId: bigint
  /** When they became this party's; undefined is whenever, for a single order. */
  window: { from: Date; before: Date } | undefined
  tradeId: bigint | undefined
  relationId: bigint | undefined
  /** Of the party's own PID. */
  siteId: bigint | undefined
  adzoneId: bigint | undefined
}

export async function countPunished(db: Db, filter: PunishedFilter): Promise<number> {
  const { rows } = await sql<{ n: bigint }>`select count(*) as n from (${punished(filter)}) mine`.execute(db)
  return Number(rows[0]?.n ?? 0n)
}

type PunishedRow = {
  trade_id: bigint
  member_id: bigint
  site_id: bigint
  adzone_id: bigint
  relation_id: bigint | null
  violation_type: ViolationType
  state: PenaltyState
  tk_created_at: Date
  tk_earned_at: Date | null
}

/** The oldest order first. */
export async function selectPunished(
  db: Db,
  filter: PunishedFilter,
  page: { offset: number; limit: number },
): Promise<PunishedOrder[]> {
  const { rows } = await sql<PunishedRow>`
    select mine.*, penalties.violation_type, penalties.state
    from (${punished(filter)} order by tk_created_at, id offset ${page.offset} limit ${page.limit}) mine
    join penalties on penalties.id = mine.penalty_id
    order by mine.tk_created_at, mine.id`.execute(db)
  return rows.map((row) => ({
    tradeId: row.trade_id,
    memberId: row.member_id,
    siteId: row.site_id,
    adzoneId: row.adzone_id,
    relationId: row.relation_id ?? undefined,
    violationType: row.violation_type,
    state: row.state,
    createdAt: row.tk_created_at,
    earnedAt: row.tk_earned_at ?? undefined,
  }))
}

/** One index a role; nobody shares with themselves, so no order comes twice. */
function punished(filter: PunishedFilter): RawBuilder<unknown> {
  const ofBoth = sql`id, trade_id, penalty_id, tk_created_at, tk_earned_at`
  return sql`
    select ${ofBoth}, member_id, site_id, adzone_id, relation_id from orders
    where ${conditions(filter, '')}
    union all
    select ${ofBoth}, third_member_id, third_site_id, third_adzone_id, null from orders
    where ${conditions(filter, 'third_')}`
}

function conditions(filter: PunishedFilter, role: '' | 'third_'): RawBuilder<unknown> {
  const { window, tradeId, relationId, siteId, adzoneId } = filter
  const column = (name: string) => sql.ref(`${role}${name}`)
  const all = [sql`penalty_id is not null`, sql`${column('member_id')} = ${filter.memberId}`]
  if (window) all.push(sql`tk_created_at >= ${window.from}`, sql`tk_created_at < ${window.before}`)
  if (tradeId !== undefined) all.push(sql`trade_id = ${tradeId}`)
  if (siteId !== undefined) all.push(sql`${column('site_id')} = ${siteId}`)
  if (adzoneId !== undefined) all.push(sql`${column('adzone_id')} = ${adzoneId}`)
  // A channel is the promoter's own: the third party of an order has none in it.
  if (relationId !== undefined) all.push(role === '' ? sql`relation_id = ${relationId}` : sql`false`)
  return sql.join(all, sql` and `)
}
