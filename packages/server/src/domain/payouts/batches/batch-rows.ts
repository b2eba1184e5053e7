import { sql } from 'kysely'
import type { Db, Tx } from '../../../store/store.ts'

/** A batch of a run, in the order in which they were booked. */
export type Batch = {
  no: number
  payouts: number
  amountFen: bigint
  bookedAt: Date
  provider: string | undefined
  sentAt: Date | undefined
}

/** The next batch of a run, which is locked. Answers its number. */
export async function insertBatch(
  tx: Tx,
  batch: { runId: bigint; payouts: number; amountFen: bigint; bookedAt: Date },
): Promise<number> {
  const { rows } = await sql<{ no: number }>`
    insert into payout_batches (run_id, no, payouts, amount_fen, booked_at)
    select ${batch.runId}, coalesce(max(no), 0) + 1, ${batch.payouts}, ${batch.amountFen}, ${batch.bookedAt}
    from payout_batches where run_id = ${batch.runId}
    returning no`.execute(tx)
  return (rows[0] as { no: number }).no
}

export async function selectBatches(db: Db, runId: bigint): Promise<Batch[]> {
  const rows = await db
    .selectFrom('payout_batches')
    .selectAll()
    .where('run_id', '=', runId)
    .orderBy('no')
    .execute()
  return rows.map((row) => ({
    no: row.no,
    payouts: row.payouts,
    amountFen: row.amount_fen,
    bookedAt: row.booked_at,
    provider: row.provider ?? undefined,
    sentAt: row.sent_at ?? undefined,
  }))
}

/** The numbers of the batches that the bank has not taken whole. */
export async function selectUnsent(db: Db, runId: bigint): Promise<number[]> {
  const rows = await db
    .selectFrom('payout_batches')
    .select('no')
    .where('run_id', '=', runId)
    .where('sent_at', 'is', null)
    .orderBy('no')
    .execute()
  return rows.map((row) => row.no)
}

export type SealedPayment = { reference: string; amountFen: bigint; sealed: Buffer }

/** A batch's payments, each with the payee it was booked with: the same rows in the same order for ever. */
export async function selectPayments(db: Db, batch: { runId: bigint; no: number }): Promise<SealedPayment[]> {
  const rows = await db
    .selectFrom('payouts')
    .innerJoin('payees', 'payees.id', 'payouts.payee_id')
    .select(['payouts.reference', 'payouts.amount_fen', 'payees.details_sealed'])
    .where('payouts.run_id', '=', batch.runId)
    .where('payouts.batch_no', '=', batch.no)
    .orderBy('payouts.member_id')
    .execute()
  return rows.map((row) => ({
    reference: row.reference,
    amountFen: row.amount_fen,
    sealed: row.details_sealed,
  }))
}

/** The bank has these; answers the ids of those of which it was not known. */
export async function markSent(
  tx: Tx,
  { references, at }: { references: readonly string[]; at: Date },
): Promise<bigint[]> {
  const { rows } = await sql<{ id: bigint }>`
    with found as materialized (
      select id from payouts where reference = any(${references}::text[]) and state = 'booked'
      order by id for update
    )
    update payouts set state = 'sent', sent_at = ${at} from found where payouts.id = found.id
    returning payouts.id`.execute(tx)
  return rows.map((row) => row.id)
}

/** The whole batch is with the bank. */
export async function markBatchSent(
  tx: Tx,
  batch: { runId: bigint; no: number; provider: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('payout_batches')
    .set({ provider: batch.provider, sent_at: batch.at })
    .where('run_id', '=', batch.runId)
    .where('no', '=', batch.no)
    .where('sent_at', 'is', null)
    .execute()
}
