import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../store/store.ts'
import type { PenaltyEventsTable } from '../../store/tables.ts'
import type { Penalty, PenaltyEvent, PenaltyState, PenaltyStep, ViolationType } from './penalty.ts'

export type NewPenalty = {
  orderId: bigint
  violationType: ViolationType
  reason: string
  operatorId: bigint | undefined
  createdAt: Date
}

export async function insertPenalty(tx: Tx, row: NewPenalty): Promise<bigint> {
  const { id } = await tx
    .insertInto('penalties')
    .values({
      order_id: row.orderId,
      violation_type: row.violationType,
      state: 'frozen',
      reason: row.reason,
      operator_id: row.operatorId ?? null,
      created_at: row.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The penalty that an order is under. */
export async function selectInForce(
  tx: Tx,
  orderId: bigint,
): Promise<{ id: bigint; state: string } | undefined> {
  return tx
    .selectFrom('penalties')
    .select(['id', 'state'])
    .where('order_id', '=', orderId)
    .where('state', '<>', 'released')
    .executeTakeFirst()
}

export async function selectPenalty(db: Db, id: bigint): Promise<Penalty | undefined> {
  const row = await penalties(db).where('penalties.id', '=', id).executeTakeFirst()
  return row && toPenalty(row)
}

export async function updatePenalty(
  tx: Tx,
  id: bigint,
  to: { state: PenaltyState; decidedAt: Date | undefined; appealedAt: Date | undefined },
): Promise<void> {
  await tx
    .updateTable('penalties')
    .set({ state: to.state, decided_at: to.decidedAt ?? null, appealed_at: to.appealedAt ?? null })
    .where('id', '=', id)
    .execute()
}

/** Which penalties, and which page of them. */
export type PenaltyFilter = {
  state: PenaltyState | undefined
  /** Only those on which an appeal waits. */
  isAppealed: boolean
  tradeId: bigint | undefined
  /** Of this promoter's orders; undefined is everybody's, for operators. */
  memberId: bigint | undefined
  after: bigint
  limit: number
}

/** The oldest first, after an id. */
export async function selectPenalties(db: Db, filter: PenaltyFilter): Promise<Penalty[]> {
  const { state, tradeId, memberId } = filter
  let query = penalties(db).where('penalties.id', '>', filter.after)
  if (state !== undefined) query = query.where('penalties.state', '=', state)
  if (filter.isAppealed) query = query.where('penalties.appealed_at', 'is not', null)
  if (tradeId !== undefined) query = query.where('orders.trade_id', '=', tradeId)
  // Said of the order so that the index of punished orders serves it.
  if (memberId !== undefined)
    query = query.where('orders.member_id', '=', memberId).where('orders.penalty_id', 'is not', null)
  const rows = await query.orderBy('penalties.id').limit(filter.limit).execute()
  return rows.map(toPenalty)
}

function penalties(db: Db) {
  return db
    .selectFrom('penalties')
    .innerJoin('orders', 'orders.id', 'penalties.order_id')
    .select(['penalties.id', 'penalties.order_id', 'orders.trade_id', 'orders.member_id'])
    .select(['penalties.violation_type', 'penalties.state', 'penalties.reason'])
    .select(['penalties.created_at', 'penalties.decided_at', 'penalties.appealed_at'])
}

type PenaltyRow = Awaited<ReturnType<ReturnType<typeof penalties>['executeTakeFirstOrThrow']>>

function toPenalty(row: PenaltyRow): Penalty {
  return {
    id: row.id,
    orderId: row.order_id,
    tradeId: row.trade_id,
    memberId: row.member_id ?? undefined,
    violationType: row.violation_type as ViolationType,
    state: row.state as PenaltyState,
    reason: row.reason,
    createdAt: row.created_at,
    decidedAt: row.decided_at ?? undefined,
    appealedAt: row.appealed_at ?? undefined,
  }
}

export type EventRow = Omit<PenaltyEvent, 'moved'> & { entryKey: string | undefined }

export async function insertEvent(tx: Tx, penaltyId: bigint, event: EventRow): Promise<void> {
  const { memberId, operator } = event.actor
  await tx
    .insertInto('penalty_events')
    .values({
      penalty_id: penaltyId,
      step: event.step,
      reason: event.reason,
      member_id: memberId ?? null,
      by_operator: operator !== undefined,
      operator_id: operator?.id ?? null,
      entry_key: event.entryKey ?? null,
      at: event.at,
    })
    .execute()
}

/** The first first. */
export async function selectEvents(db: Db, penaltyId: bigint, limit: number): Promise<EventRow[]> {
  const rows = await db
    .selectFrom('penalty_events')
    .selectAll()
    .where('penalty_id', '=', penaltyId)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(toEvent)
}

function toEvent(row: Selectable<PenaltyEventsTable>): EventRow {
  return {
    step: row.step as PenaltyStep,
    actor: {
      memberId: row.member_id ?? undefined,
      operator: row.by_operator ? { id: row.operator_id ?? undefined } : undefined,
    },
    reason: row.reason,
    at: row.at,
    entryKey: row.entry_key ?? undefined,
  }
}

/** Reads that follow in this transaction see the same moment. */
export async function beginSnapshot(tx: Tx): Promise<void> {
  await sql`set transaction isolation level repeatable read, read only`.execute(tx)
}
