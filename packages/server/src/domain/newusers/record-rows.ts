import { sql } from 'kysely'
import type { Tx } from '../../store/store.ts'
import type { NewBuyer } from './rules.ts'

/** A record that is about to be rewarded. */
export type Earned = { id: bigint; activityId: bigint; memberId: bigint }

/** A buyer as judged now: undefined is not new. */
export type Judged = { buyerHash: Buffer; found: NewBuyer | undefined }

/** Writes down who is new by what. A record that was rewarded stays as it is. Answers those to be rewarded. */
export async function upsertRecords(tx: Tx, shopId: bigint, judged: readonly Judged[]): Promise<Earned[]> {
  const records = judged.flatMap(({ buyerHash, found }) =>
    found && found.standing !== 'invalid' ? [{ buyerHash, ...found }] : [],
  )
  if (records.length === 0) return []
  const rows = await tx
    .insertInto('newuser_records')
    .values(
      records.map(({ buyerHash, activity, order, promoter, standing }) => ({
        shop_id: shopId,
        buyer_hash: buyerHash,
        activity_id: activity.id,
        order_id: order.id,
        member_id: promoter.memberId,
        site_id: promoter.siteId,
        adzone_id: promoter.adzoneId,
        relation_id: promoter.relationId ?? null,
        state: standing === 'bought' ? 'bought' : 'received',
        bought_at: order.paidAt,
        received_at: order.receivedAt ?? null,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['shop_id', 'buyer_hash'])
        .doUpdateSet((eb) => ({
          activity_id: eb.ref('excluded.activity_id'),
          order_id: eb.ref('excluded.order_id'),
          member_id: eb.ref('excluded.member_id'),
          site_id: eb.ref('excluded.site_id'),
          adzone_id: eb.ref('excluded.adzone_id'),
          relation_id: eb.ref('excluded.relation_id'),
          state: eb.ref('excluded.state'),
          bought_at: eb.ref('excluded.bought_at'),
          received_at: eb.ref('excluded.received_at'),
        }))
        .where('newuser_records.state', '<>', 'valid'),
    )
    .returning(['id', 'order_id', 'activity_id', 'member_id'])
    .execute()
  const earned = new Set(records.filter((one) => one.standing === 'earned').map((one) => one.order.id))
  return rows
    .filter((row) => earned.has(row.order_id))
    .map((row) => ({ id: row.id, activityId: row.activity_id, memberId: row.member_id }))
}

/** These buyers are not new after all, or their purchase came to nothing. */
export async function invalidateRecords(tx: Tx, shopId: bigint, judged: readonly Judged[]): Promise<void> {
  const buyers = judged
    .filter(({ found }) => !found || found.standing === 'invalid')
    .map((one) => one.buyerHash)
  if (buyers.length === 0) return
  await sql`
    update newuser_records set state = 'invalid'
    where shop_id = ${shopId} and buyer_hash = any(${buyers}::bytea[])
      and state in ('bought', 'received')`.execute(tx)
}

export type Rewarded = { id: bigint; amountFen: bigint }

export async function markRewarded(tx: Tx, rewarded: readonly Rewarded[], at: Date): Promise<void> {
  await sql`
    update newuser_records set state = 'valid', reward_fen = paid.amount, rewarded_at = ${at}
    from unnest(${rewarded.map((one) => one.id)}::bigint[], ${rewarded.map((one) => one.amountFen)}::bigint[])
      as paid(id, amount)
    where newuser_records.id = paid.id`.execute(tx)
}
