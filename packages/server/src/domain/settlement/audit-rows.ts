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

/** What the ledger holds for one order: by account, the publisher's accounts taken together by member. */
export type OrderSums = { merchantFen: bigint; feeFen: bigint; publisherFen: Map<bigint, bigint> }

export async function selectOrderSums(db: Db, orderIds: readonly bigint[]): Promise<Map<bigint, OrderSums>> {
  const { rows } = await sql<{ order_id: bigint; side: string; member_id: bigint | null; total: string }>`
    select e.order_id, case when l.account like 'publisher%' then 'publisher' else l.account end as side,
      l.member_id, sum(l.amount_fen)::text as total
    from ledger_entries e join ledger_lines l on l.entry_id = e.id
    where e.order_id = any(${orderIds}::bigint[])
    group by 1, 2, 3`.execute(db)
  const sums = new Map<bigint, OrderSums>()
  for (const row of rows) {
    const of = sums.get(row.order_id) ?? { merchantFen: 0n, feeFen: 0n, publisherFen: new Map() }
    sums.set(row.order_id, of)
    const amount = BigInt(row.total)
    if (row.side === 'merchant') of.merchantFen += amount
    else if (row.side === 'platform_fee') of.feeFen += amount
    else if (row.side === 'publisher' && row.member_id !== null && amount !== 0n)
      of.publisherFen.set(row.member_id, amount)
  }
  return sums
}
