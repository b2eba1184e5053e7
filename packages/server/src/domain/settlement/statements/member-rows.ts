import { sql } from 'kysely'
import type { Db } from '../../../store/store.ts'
import type { Account } from '../entry.ts'

export type Balance = { account: Account; amountFen: bigint }

export async function selectMemberRoles(db: Db, memberId: bigint): Promise<string[] | undefined> {
  const row = await db.selectFrom('members').select('roles').where('id', '=', memberId).executeTakeFirst()
  return row?.roles
}

/** What a member's accounts hold; those on which nothing was ever posted are not in the answer. */
export async function selectBalances(
  db: Db,
  of: { memberId: bigint; accounts: readonly Account[] },
): Promise<Balance[]> {
  const rows = await db
    .selectFrom('ledger_balances')
    .select(['account', 'amount_fen'])
    .where('account', 'in', of.accounts)
    .where('member_id', '=', of.memberId)
    .execute()
  return rows.map((row) => ({ account: row.account as Account, amountFen: row.amount_fen }))
}

/** A span of entries, and what the accounts held at its two ends. */
export type Span = { first: bigint; last: bigint; opening: Balance[] }

type Edges = {
  account: Account
  balance: bigint
  first_id: bigint | null
  next_id: bigint | null
  last_id: bigint | null
}

/**
 * The entries that were posted from one moment to before another, and what the accounts held before them.
 * Entries are numbered in the order of their times and of their commits: what is below the last one that this
 * sees is there for good, so what is read afterwards needs no snapshot.
 */
export async function selectSpan(
  db: Db,
  of: { memberId: bigint; accounts: readonly Account[]; from: Date; to: Date },
): Promise<Span> {
  const firstFrom = (at: Date) =>
    sql`(select id from ledger_entries where posted_at >= ${at} order by posted_at, id limit 1)`
  const { rows } = await sql<Edges>`
    select wanted.account, coalesce(held.amount_fen, 0) as balance, edge.*
    from unnest(${of.accounts}::text[]) with ordinality as wanted(account, n)
    left join ledger_balances held on held.account = wanted.account and held.member_id = ${of.memberId}
    cross join (
      select ${firstFrom(of.from)} as first_id, ${firstFrom(of.to)} as next_id,
        (select max(id) from ledger_entries) as last_id
    ) edge
    order by wanted.n`.execute(db)
  const edge = rows[0] as Edges
  const end = edge.last_id ?? 0n
  const first = edge.first_id ?? end + 1n
  const since = await sumSince(db, { ...of, first, last: end })
  return {
    first,
    last: edge.next_id === null ? end : edge.next_id - 1n,
    opening: rows.map(({ account, balance }) => ({
      account,
      amountFen: balance - (since.get(account) ?? 0n),
    })),
  }
}

async function sumSince(
  db: Db,
  of: { memberId: bigint; accounts: readonly Account[]; first: bigint; last: bigint },
): Promise<Map<Account, bigint>> {
  const { rows } = await sql<{ account: Account; total: string }>`
    select account, sum(amount_fen)::text as total from ledger_lines
    where account = any(${of.accounts}::text[]) and member_id = ${of.memberId}
      and entry_id between ${of.first} and ${of.last}
    group by account`.execute(db)
  return new Map(rows.map((row) => [row.account, BigInt(row.total)]))
}

/** One line of an entry on one of a member's accounts. */
export type MemberLine = {
  entryId: bigint
  account: Account
  amountFen: bigint
  cause: string
  postedAt: Date
  tradeId: bigint | undefined
}

/**
 * The first lines of each account after an entry, by entry; at most `limit` an account. Compared as rows, so that
 * only the index of holders fits, and joined line by line: else the planner may walk the whole ledger a page.
 */
export async function selectMemberLines(
  db: Db,
  of: { memberId: bigint; accounts: readonly Account[]; after: bigint; last: bigint; limit: number },
): Promise<MemberLine[]> {
  const { rows } = await sql<{
    entry_id: bigint
    account: Account
    amount_fen: bigint
    cause: string
    posted_at: Date
    trade_id: bigint | null
  }>`
    select line.entry_id, line.account, line.amount_fen, entry.cause, entry.posted_at, sold.trade_id
    from unnest(${of.accounts}::text[]) as wanted(account)
    cross join lateral (
      select entry_id, line_no, account, amount_fen from ledger_lines
      where (account, member_id, entry_id) > (wanted.account, ${of.memberId}::bigint, ${of.after}::bigint)
        and (account, member_id, entry_id) <= (wanted.account, ${of.memberId}::bigint, ${of.last}::bigint)
      order by account, member_id, entry_id limit ${of.limit}
    ) line
    cross join lateral (
      select cause, posted_at, order_id from ledger_entries where id = line.entry_id offset 0
    ) entry
    left join lateral (select trade_id from orders where id = entry.order_id offset 0) sold on true
    order by line.entry_id, line.line_no`.execute(db)
  return rows.map((row) => ({
    entryId: row.entry_id,
    account: row.account,
    amountFen: row.amount_fen,
    cause: row.cause,
    postedAt: row.posted_at,
    tradeId: row.trade_id ?? undefined,
  }))
}
