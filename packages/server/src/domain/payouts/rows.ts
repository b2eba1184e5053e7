import type { Db, Tx } from '../../store/store.ts'
import type { BankResult, Operator, Payout, PayoutEvent, PayoutState } from './payout.ts'

export type NewPayout = {
  runId: bigint
  batchNo: number
  memberId: bigint
  attempt: number
  amountFen: bigint
  reference: string
  payeeId: bigint
  bookedAt: Date
}

/** Ids in the order given. */
export async function insertPayouts(tx: Tx, payouts: readonly NewPayout[]): Promise<bigint[]> {
  const rows = await tx
    .insertInto('payouts')
    .values(
      payouts.map((payout) => ({
        run_id: payout.runId,
        batch_no: payout.batchNo,
        member_id: payout.memberId,
        attempt: payout.attempt,
        amount_fen: payout.amountFen,
        reference: payout.reference,
        payee_id: payout.payeeId,
        state: 'booked' as const,
        booked_at: payout.bookedAt,
      })),
    )
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

export async function insertEvents(
  tx: Tx,
  payoutIds: readonly bigint[],
  { event, operator, note, at }: PayoutEvent,
): Promise<void> {
  if (payoutIds.length === 0) return
  await tx
    .insertInto('payout_events')
    .values(
      payoutIds.map((id) => ({
        payout_id: id,
        event,
        by_operator: operator !== undefined,
        operator_id: operator?.id ?? null,
        note: note ?? null,
        at,
      })),
    )
    .execute()
}

/** Which payout: by our number of it, or as the bank knows it. */
export type PayoutKey = { id: bigint } | { reference: string }

/** A payout, held until the transaction ends. */
export async function lockPayout(tx: Tx, key: PayoutKey): Promise<Payout | undefined> {
  const query = payoutRows(tx).forUpdate('payouts')
  const row = await ('id' in key
    ? query.where('payouts.id', '=', key.id)
    : query.where('payouts.reference', '=', key.reference)
  ).executeTakeFirst()
  return row && toPayout(row)
}

export async function writeResult(tx: Tx, id: bigint, { result, at }: { result: BankResult; at: Date }) {
  await tx
    .updateTable('payouts')
    .set(
      result.state === 'paid'
        ? { state: 'paid', paid_at: at, bank_reference: result.bankReference }
        : { state: 'returned', returned_at: at, failure: result.reason },
    )
    .where('id', '=', id)
    .execute()
}

export type PayoutFilter = {
  /** Undefined is everybody's, for operators. */
  memberId: bigint | undefined
  period: string | undefined
  state: PayoutState | undefined
  after: bigint
  limit: number
}

/** The oldest first, after an id. */
export async function selectPayouts(db: Db, filter: PayoutFilter): Promise<Payout[]> {
  const { memberId, period, state } = filter
  let query = payoutRows(db).where('payouts.id', '>', filter.after)
  if (memberId !== undefined) query = query.where('payouts.member_id', '=', memberId)
  if (period !== undefined) query = query.where('payout_runs.period', '=', period)
  if (state !== undefined) query = query.where('payouts.state', '=', state)
  return (await query.orderBy('payouts.id').limit(filter.limit).execute()).map(toPayout)
}

export async function selectPayout(db: Db, id: bigint): Promise<Payout | undefined> {
  const row = await payoutRows(db).where('payouts.id', '=', id).executeTakeFirst()
  return row && toPayout(row)
}

/** How often this run has tried to pay this member. */
export async function selectAttempts(
  db: Db,
  { runId, memberId }: Pick<Payout, 'runId' | 'memberId'>,
): Promise<number> {
  const { last } = await db
    .selectFrom('payouts')
    .select((eb) => eb.fn.max('attempt').as('last'))
    .where('run_id', '=', runId)
    .where('member_id', '=', memberId)
    .executeTakeFirstOrThrow()
  return last ?? 0
}

/** The payee that a payout was booked with, sealed. */
export async function selectSealedPayee(db: Db, payoutId: bigint): Promise<Buffer> {
  const row = await db
    .selectFrom('payouts')
    .innerJoin('payees', 'payees.id', 'payouts.payee_id')
    .select('payees.details_sealed')
    .where('payouts.id', '=', payoutId)
    .executeTakeFirstOrThrow()
  return row.details_sealed
}

export async function selectEvents(db: Db, payoutId: bigint): Promise<PayoutEvent[]> {
  const rows = await db
    .selectFrom('payout_events')
    .selectAll()
    .where('payout_id', '=', payoutId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    event: row.event,
    operator: toOperator(row),
    note: row.note ?? undefined,
    at: row.at,
  }))
}

function toOperator(row: { by_operator: boolean; operator_id: bigint | null }): Operator {
  return row.by_operator ? { id: row.operator_id ?? undefined } : undefined
}

function payoutRows(db: Db) {
  return db
    .selectFrom('payouts')
    .innerJoin('payout_runs', 'payout_runs.id', 'payouts.run_id')
    .select(['payouts.id', 'payouts.run_id', 'payout_runs.period', 'batch_no', 'member_id', 'attempt'])
    .select(['amount_fen', 'reference'])
    .select(['payouts.state', 'bank_reference', 'failure', 'booked_at', 'sent_at', 'paid_at', 'returned_at'])
}

type PayoutRow = Awaited<ReturnType<ReturnType<typeof payoutRows>['executeTakeFirstOrThrow']>>

function toPayout(row: PayoutRow): Payout {
  return {
    id: row.id,
    runId: row.run_id,
    period: row.period,
    batchNo: row.batch_no,
    memberId: row.member_id,
    attempt: row.attempt,
    amountFen: row.amount_fen,
    reference: row.reference,
    state: row.state,
    bankReference: row.bank_reference ?? undefined,
    failure: row.failure ?? undefined,
    bookedAt: row.booked_at,
    sentAt: row.sent_at ?? undefined,
    paidAt: row.paid_at ?? undefined,
    returnedAt: row.returned_at ?? undefined,
  }
}
