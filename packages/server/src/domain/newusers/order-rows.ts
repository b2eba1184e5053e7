import { sql } from 'kysely'
import type { Db, Tx } from '../../store/store.ts'
import type { PaidOrder, Promoter } from './rules.ts'

/** Of one buyer's orders no more are looked at than the first: a purchase has fewer. */
const MAX_ORDERS = 100

/** The shops in whose orders something changed since they were looked at. */
export async function selectChangedShops(db: Db): Promise<bigint[]> {
  const { rows } = await sql<{ shop_id: bigint }>`
    select shop_id from newuser_shops shop where exists (
      select from orders
      where shop_id = shop.shop_id and buyer_hash is not null and change_no > shop.walked_change_no)
    order by shop_id`.execute(db)
  return rows.map((row) => row.shop_id)
}

/**
 * The next changes of a shop's orders by known buyers. Changes commit in the order of their numbers, so
 * nothing below the last one can still appear.
 */
export async function selectChanges(
  tx: Tx,
  of: { shopId: bigint; after: bigint; limit: number },
): Promise<{ orderId: bigint; changeNo: bigint }[]> {
  const rows = await tx
    .selectFrom('orders')
    .select(['id', 'change_no'])
    .where('shop_id', '=', of.shopId)
    .where('change_no', '>', of.after)
    .where('buyer_hash', 'is not', null)
    .orderBy('change_no')
    .limit(of.limit)
    .execute()
  return rows.map((row) => ({ orderId: row.id, changeNo: row.change_no }))
}

/** The buyers of these orders, and those whose first purchase one of them was held to be. */
export async function selectBuyers(tx: Tx, shopId: bigint, orderIds: readonly bigint[]): Promise<Buffer[]> {
  const { rows } = await sql<{ buyer_hash: Buffer }>`
    select buyer_hash from orders where id = any(${orderIds}::bigint[]) and buyer_hash is not null
    union
    select buyer_hash from newuser_records where order_id = any(${orderIds}::bigint[]) and shop_id = ${shopId}
    order by buyer_hash`.execute(tx)
  return rows.map((row) => row.buyer_hash)
}

type PaidRow = {
  n: number
  id: bigint
  outer_id: string
  trade_parent_id: bigint
  member_id: bigint | null
  site_id: bigint | null
  adzone_id: bigint | null
  relation_id: bigint | null
  status: number
  penalty: string | null
  is_refunding: boolean
  paid_fen: bigint
  refunded_fen: bigint
  tb_paid_at: Date
  tb_received_at: Date | null
}

/** The first of what each buyer paid for in the shop, in the order of the buyers. */
export async function selectFirstOrders(
  tx: Tx,
  shopId: bigint,
  buyers: readonly Buffer[],
): Promise<PaidOrder[][]> {
  const { rows } = await sql<PaidRow>`
    select buyer.n::int - 1 as n, o.*
    from unnest(${buyers}::bytea[]) with ordinality as buyer(hash, n) cross join lateral (
      select id, outer_id, trade_parent_id, member_id, site_id, adzone_id, relation_id, status, penalty,
        is_refunding, paid_fen, refunded_fen, tb_paid_at, tb_received_at
      from orders where shop_id = ${shopId} and buyer_hash = buyer.hash and tb_paid_at is not null
      order by tb_paid_at, outer_id collate "C" limit ${MAX_ORDERS}) o`.execute(tx)
  const orders: PaidOrder[][] = buyers.map(() => [])
  for (const row of rows) orders[row.n]?.push(toPaidOrder(row))
  return orders
}

function toPaidOrder(row: PaidRow): PaidOrder {
  return {
    id: row.id,
    outerId: row.outer_id,
    parentId: row.trade_parent_id,
    promoter: toPromoter(row),
    status: row.status,
    penalty: row.penalty ?? undefined,
    isRefunding: row.is_refunding,
    paidFen: row.paid_fen,
    refundedFen: row.refunded_fen,
    paidAt: row.tb_paid_at,
    receivedAt: row.tb_received_at ?? undefined,
  }
}

function toPromoter(row: PaidRow): Promoter | undefined {
  const { member_id: memberId, site_id: siteId, adzone_id: adzoneId } = row
  if (memberId === null || siteId === null || adzoneId === null) return undefined
  return { memberId, siteId, adzoneId, relationId: row.relation_id ?? undefined }
}

/** Of a shop, who pays. */
export async function selectMerchant(tx: Tx, shopId: bigint): Promise<bigint> {
  const { member_id } = await tx
    .selectFrom('shops')
    .select('member_id')
    .where('id', '=', shopId)
    .executeTakeFirstOrThrow()
  return member_id
}
