import { sql } from 'kysely'
import type { Db, Tx } from '../../store/store.ts'
import type { Account } from './entry.ts'

export async function selectAccountSums(
  tx: Tx,
): Promise<{ entries: bigint; lines: bigint; sums: Map<Account, bigint> }> {
  // Everything that follows in this transaction sees the same moment.
  await sql`set transaction isolation level repeatable read, read only`.execute(tx)
  const { rows } = await sql<{ account: Account; lines: bigint; total: string }>`
    select account, count(*) as lines, sum(amount_fen)::text as total
    from ledger_lines group by account order by account`.execute(tx)
  const { rows: counted } = await sql<{ entries: bigint }>`
    select count(*) as entries from ledger_entries`.execute(tx)
  return {
    entries: counted[0]?.entries ?? 0n,
    lines: rows.reduce((total, row) => total + row.lines, 0n),
    sums: new Map(rows.map((row) => [row.account, BigInt(row.total)])),
  }
}

/** Entries whose lines do not add up to zero, and those that have none. */
export async function selectUnbalanced(
  tx: Tx,
  limit: number,
): Promise<{ entryId: bigint; sumFen: bigint }[]> {
  const { rows } = await sql<{ id: bigint; total: string | null }>`
    select e.id, sum(l.amount_fen)::text as total
    from ledger_entries e left join ledger_lines l on l.entry_id = e.id
    group by e.id having sum(l.amount_fen) is distinct from 0 order by e.id limit ${limit}`.execute(tx)
  return rows.map((row) => ({ entryId: row.id, sumFen: BigInt(row.total ?? '0') }))
}

/** What the ledger holds for one order, by account and member: `publisher_pending 12`, `platform_fee`. */
export type OrderSums = Map<string, bigint>

export async function selectOrderSums(db: Db, orderIds: readonly bigint[]): Promise<Map<bigint, OrderSums>> {
  const { rows } = await sql<{ order_id: bigint; holder: string; total: string }>`
    select e.order_id, concat_ws(' ', l.account, l.member_id) as holder, sum(l.amount_fen)::text as total
    from ledger_entries e join ledger_lines l on l.entry_id = e.id
    where e.order_id = any(${orderIds}::bigint[])
    group by 1, 2 having sum(l.amount_fen) <> 0`.execute(db)
  const sums = new Map<bigint, OrderSums>()
  for (const row of rows) {
    const of = sums.get(row.order_id) ?? new Map<string, bigint>()
    sums.set(row.order_id, of.set(row.holder, BigInt(row.total)))
  }
  return sums
}

/** Accounts of which the kept balance is not the sum of their lines. */
export async function selectWrongBalances(
  tx: Tx,
  limit: number,
): Promise<{ account: Account; memberId: bigint | null; excessFen: bigint }[]> {
  const { rows } = await sql<{ account: Account; member_id: bigint | null; excess: string }>`
    select account, member_id, sum(amount_fen)::text as excess from (
      select account, member_id, amount_fen from ledger_balances
      union all
      select account, member_id, -sum(amount_fen) from ledger_lines group by account, member_id
    ) held
    group by account, member_id having sum(amount_fen) <> 0
    order by account, member_id limit ${limit}`.execute(tx)
  return rows.map((row) => ({
    account: row.account,
    memberId: row.member_id,
    excessFen: BigInt(row.excess),
  }))
}

/** What went to the bank and came back from it, by the beginnings of the entries' keys. */
export async function selectPaidOut(tx: Tx, keys: readonly string[]): Promise<bigint> {
  const { rows } = await sql<{ fen: string }>`
    select coalesce(sum(line.amount_fen), 0)::text as fen
    from ledger_lines line join ledger_entries entry on entry.id = line.entry_id
    where line.account = 'bank'
      and entry.idempotency_key like any (${keys.map((key) => `${key}%`)}::text[])`.execute(tx)
  return BigInt(rows[0]?.fen ?? '0')
}
