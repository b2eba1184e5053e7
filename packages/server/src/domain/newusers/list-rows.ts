import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../store/store.ts'

/** Whose new buyers: always one promoter's, of one activity. */
export type RecordFilter = {
  memberId: bigint
  activityId: bigint
  siteId: bigint | undefined
  adzoneId: bigint | undefined
  /** When they bought first; the end is not included. */
  from?: Date | undefined
  before?: Date | undefined
  /** When they were rewarded; the end is not included. */
  rewarded?: { from: Date; before: Date } | undefined
}

type Page = { offset: number; limit: number }

/** A later order of a new buyer in the same shop, by the same promoter. */
export type Repurchase = {
  tradeId: bigint
  commissionFen: bigint
  paidAt: Date
  receivedAt: Date | undefined
}

/** A promoter's new buyer. */
export type ListedBuyer = {
  tradeParentId: bigint
  siteId: bigint
  adzoneId: bigint
  relationId: bigint | undefined
  boughtAt: Date
  receivedAt: Date | undefined
  repurchases: Repurchase[]
}

const MAX_REPURCHASES = 20
const CLOSED = 13

type RecordRow = {
  trade_parent_id: bigint
  site_id: bigint
  adzone_id: bigint
  relation_id: bigint | null
  bought_at: Date
  received_at: Date | null
  later: { trade_id: string; fen: string; paid_at: string; received_at: string | null }[]
}

/** In the order of their first purchases, each with at most 20 later ones. */
export async function selectNewBuyers(db: Db, filter: RecordFilter, page: Page): Promise<ListedBuyer[]> {
  const { rows } = await sql<RecordRow>`
    select o.trade_parent_id, r.site_id, r.adzone_id, r.relation_id, r.bought_at, r.received_at, again.later
    from (
      select * from newuser_records where ${ofFilter(filter)}
      order by bought_at, id offset ${page.offset} limit ${page.limit}) r
    join orders o on o.id = r.order_id
    cross join lateral (
      select coalesce(json_agg(json_build_object('trade_id', l.trade_id::text,
          'fen', l.estimated_commission_fen::text, 'paid_at', l.tb_paid_at, 'received_at', l.tb_received_at)
        order by l.tb_paid_at, l.id), '[]') as later
      from (
        select * from orders
        where shop_id = r.shop_id and buyer_hash = r.buyer_hash and member_id = ${filter.memberId}
          and tb_paid_at > r.bought_at and trade_parent_id <> o.trade_parent_id
          and status <> ${sql.lit(CLOSED)}
        order by tb_paid_at, id limit ${MAX_REPURCHASES}) l) again
    order by r.bought_at, r.id`.execute(db)
  return rows.map(toListed)
}

function toListed(row: RecordRow): ListedBuyer {
  return {
    tradeParentId: row.trade_parent_id,
    siteId: row.site_id,
    adzoneId: row.adzone_id,
    relationId: row.relation_id ?? undefined,
    boughtAt: row.bought_at,
    receivedAt: row.received_at ?? undefined,
    repurchases: row.later.map((order) => ({
      tradeId: BigInt(order.trade_id),
      commissionFen: BigInt(order.fen),
      paidAt: new Date(order.paid_at),
      receivedAt: order.received_at === null ? undefined : new Date(order.received_at),
    })),
  }
}

/** What one day and channel brought a promoter. */
export type BuyerSum = {
  /** When they bought first, in GMT+8: `20260101`. */
  day: string
  relationId: bigint | undefined
  bought: number
  received: number
  valid: number
  rewardFen: bigint
}

type SumRow = {
  day: string
  relation_id: bigint | null
  bought: number
  received: number
  valid: number
  reward_fen: string
}

/** By day and channel, the oldest day first. */
export async function selectSums(db: Db, filter: RecordFilter, page: Page): Promise<BuyerSum[]> {
  const { rows } = await sql<SumRow>`
    select to_char(bought_at at time zone interval '8 hours', 'YYYYMMDD') as day, relation_id,
      count(*)::int as bought, count(received_at)::int as received,
      (count(*) filter (where state = 'valid'))::int as valid, coalesce(sum(reward_fen), 0)::text as reward_fen
    from newuser_records where ${ofFilter(filter)}
    group by 1, 2 order by 1, 2 nulls first offset ${page.offset} limit ${page.limit}`.execute(db)
  return rows.map((row) => ({
    day: row.day,
    relationId: row.relation_id ?? undefined,
    bought: row.bought,
    received: row.received,
    valid: row.valid,
    rewardFen: BigInt(row.reward_fen),
  }))
}

function ofFilter(filter: RecordFilter): RawBuilder<unknown> {
  const { siteId, adzoneId, from, before, rewarded } = filter
  const conditions = [
    sql`member_id = ${filter.memberId} and activity_id = ${filter.activityId} and state <> 'invalid'`,
    ...(siteId === undefined ? [] : [sql`site_id = ${siteId}`]),
    ...(adzoneId === undefined ? [] : [sql`adzone_id = ${adzoneId}`]),
    ...(from ? [sql`bought_at >= ${from}`] : []),
    ...(before ? [sql`bought_at < ${before}`] : []),
    ...(rewarded ? [sql`rewarded_at >= ${rewarded.from} and rewarded_at < ${rewarded.before}`] : []),
  ]
  return sql.join(conditions, sql` and `)
}
