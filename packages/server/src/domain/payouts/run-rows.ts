import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../store/store.ts'
import type { PayoutRunsTable } from '../../store/tables.ts'
import type { CarryReason, PayoutRun } from './payout.ts'

/** The run of a month, begun now unless it was before: a month has one. */
export async function claimRun(
  db: Db,
  run: Pick<PayoutRun, 'period' | 'cutOff' | 'minimumFen' | 'startedAt'>,
): Promise<bigint> {
  await db
    .insertInto('payout_runs')
    .values({
      period: run.period,
      cut_off: run.cutOff,
      minimum_fen: run.minimumFen,
      state: 'booking',
      started_at: run.startedAt,
    })
    .onConflict((conflict) => conflict.column('period').doNothing())
    .execute()
  const { id } = await db
    .selectFrom('payout_runs')
    .select('id')
    .where('period', '=', run.period)
    .executeTakeFirstOrThrow()
  return id
}

export type LockedRun = PayoutRun & { bookedTo: bigint }

/** Held until the transaction ends: one process at a time books a run's members and numbers its batches. */
export async function lockRun(tx: Tx, id: bigint): Promise<LockedRun> {
  const row = await tx
    .selectFrom('payout_runs')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { ...toRun(row), bookedTo: row.booked_to }
}

export type Booked = {
  /** The members up to this one are decided; undefined: everybody is. */
  bookedTo: bigint | undefined
  payouts: number
  payoutFen: bigint
  carried: number
  carriedFen: bigint
}

export async function advanceRun(tx: Tx, id: bigint, booked: Booked): Promise<void> {
  const { bookedTo } = booked
  await tx
    .updateTable('payout_runs')
    .set((eb) => ({
      ...(bookedTo === undefined ? { state: 'sending' } : { booked_to: bookedTo }),
      payouts: eb('payouts', '+', booked.payouts),
      payout_fen: eb('payout_fen', '+', booked.payoutFen),
      carried: eb('carried', '+', booked.carried),
      carried_fen: eb('carried_fen', '+', booked.carriedFen),
    }))
    .where('id', '=', id)
    .execute()
}

/** A run that was done has something to send again. */
export async function reopenRun(tx: Tx, id: bigint): Promise<void> {
  await tx
    .updateTable('payout_runs')
    .set({ state: 'sending', finished_at: null })
    .where('id', '=', id)
    .where('state', '=', 'done')
    .execute()
}

/** The run is done once the bank has taken every batch. */
export async function finishRun(db: Db, id: bigint, at: Date): Promise<void> {
  await sql`
    update payout_runs set state = 'done', finished_at = ${at}
    where id = ${id} and state = 'sending'
      and not exists (select from payout_batches where run_id = ${id} and sent_at is null)`.execute(db)
}

export async function insertCarried(
  tx: Tx,
  runId: bigint,
  carried: readonly { memberId: bigint; amountFen: bigint; reason: CarryReason }[],
): Promise<void> {
  if (carried.length === 0) return
  await tx
    .insertInto('payout_carried')
    .values(
      carried.map(({ memberId, amountFen, reason }) => ({
        run_id: runId,
        member_id: memberId,
        amount_fen: amountFen,
        reason,
      })),
    )
    .execute()
}

/** The oldest first, after an id. */
export async function selectRuns(db: Db, page: { after: bigint; limit: number }): Promise<PayoutRun[]> {
  const rows = await db
    .selectFrom('payout_runs')
    .selectAll()
    .where('id', '>', page.after)
    .orderBy('id')
    .limit(page.limit)
    .execute()
  return rows.map(toRun)
}

export async function selectRun(db: Db, period: string): Promise<PayoutRun | undefined> {
  const row = await db.selectFrom('payout_runs').selectAll().where('period', '=', period).executeTakeFirst()
  return row && toRun(row)
}

export type Carried = { memberId: bigint; amountFen: bigint; reason: CarryReason }

/** Who was carried in a run, by member, after one. */
export async function selectCarried(
  db: Db,
  of: { runId: bigint; after: bigint; limit: number },
): Promise<Carried[]> {
  const rows = await db
    .selectFrom('payout_carried')
    .select(['member_id', 'amount_fen', 'reason'])
    .where('run_id', '=', of.runId)
    .where('member_id', '>', of.after)
    .orderBy('member_id')
    .limit(of.limit)
    .execute()
  return rows.map((row) => ({ memberId: row.member_id, amountFen: row.amount_fen, reason: row.reason }))
}

function toRun(row: Selectable<PayoutRunsTable>): PayoutRun {
  return {
    id: row.id,
    period: row.period,
    cutOff: row.cut_off,
    minimumFen: row.minimum_fen,
    state: row.state,
    payouts: row.payouts,
    payoutFen: row.payout_fen,
    carried: row.carried,
    carriedFen: row.carried_fen,
    startedAt: row.started_at,
    finishedAt: row.finished_at ?? undefined,
  }
}
