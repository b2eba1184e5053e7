import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../store/store.ts'
import { PAYOUT_KEYS } from './post-payouts.ts'

/** What a member has available now, and what of it was there at the cut-off and was not paid out since. */
export type PayableBalance = { memberId: bigint; nowFen: bigint; cutOffFen: bigint }

/** Of the members after an id, by id. */
export async function selectPayables(
  db: Db,
  of: { cutOff: Date; after: bigint; limit: number },
): Promise<PayableBalance[]> {
  return selectBalances(db, of.cutOff, sql`member_id > ${of.after} order by member_id limit ${of.limit}`)
}

/** Of one member, where there is a balance. */
export async function selectPayable(
  db: Db,
  of: { cutOff: Date; memberId: bigint },
): Promise<PayableBalance | undefined> {
  const [balance] = await selectBalances(db, of.cutOff, sql`member_id = ${of.memberId}`)
  return balance
}

/** Entries are numbered in the order of their times: what was posted since the cut-off is a range of numbers. */
async function selectBalances(db: Db, cutOff: Date, which: RawBuilder<unknown>): Promise<PayableBalance[]> {
  const { rows } = await sql<{ member_id: bigint; now_fen: bigint; cut_off_fen: bigint }>`
    with first_since as materialized (
      select id from ledger_entries where posted_at >= ${cutOff} order by posted_at, id limit 1
    ), held as materialized (
      select member_id, amount_fen from ledger_balances where account = 'publisher_available' and ${which}
    )
    select held.member_id, held.amount_fen as now_fen,
      (held.amount_fen - coalesce(since.fen, 0))::bigint as cut_off_fen
    from held left join lateral (
      select sum(line.amount_fen) as fen
      from ledger_lines line join ledger_entries entry on entry.id = line.entry_id
      where line.account = 'publisher_available' and line.member_id = held.member_id
        and line.entry_id >= (select id from first_since)
        and not entry.idempotency_key like any (${PAYOUT_KEYS.map((key) => `${key}%`)}::text[])
    ) since on true
    order by held.member_id`.execute(db)
  return rows.map((row) => ({ memberId: row.member_id, nowFen: row.now_fen, cutOffFen: row.cut_off_fen }))
}
