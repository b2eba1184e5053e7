import { type RawBuilder, sql } from 'kysely'
import { KEPT_PLAN } from '../../../store/kept-plan.ts'
import type { Db, Tx } from '../../../store/store.ts'
import { type AccountEvent, DEFAULT_CREDIT_LIMIT_FEN, type MerchantAccount } from './account.ts'

// Read where it is used and not kept: a posting decides by the limit that holds at its commit.
const DEFAULT_LIMIT = sql`coalesce(
  (select trunc(value::numeric)::bigint from settings
    where key = 'merchant_credit_limit_fen' and jsonb_typeof(value) = 'number'),
  ${sql.lit(DEFAULT_CREDIT_LIMIT_FEN)})`

export async function selectAccount(db: Db, memberId: bigint): Promise<MerchantAccount | undefined> {
  const { rows } = await sql<{
    name: string
    balance: bigint
    credit_limit: bigint
    has_own: boolean
    paused_at: Date | null
  }>`
    select m.name, coalesce(b.amount_fen, 0) as balance, coalesce(a.credit_limit_fen, ${DEFAULT_LIMIT}) as credit_limit,
      a.credit_limit_fen is not null as has_own, a.paused_at
    from members m
    left join merchant_accounts a on a.member_id = m.id
    left join ledger_balances b on b.account = 'merchant' and b.member_id = m.id
    where m.id = ${memberId} and 'merchant' = any(m.roles)`.execute(db)
  const row = rows[0]
  return (
    row && {
      memberId,
      name: row.name,
      balanceFen: row.balance,
      creditLimitFen: row.credit_limit,
      hasOwnLimit: row.has_own,
      pausedAt: row.paused_at ?? undefined,
    }
  )
}

/** A merchant whose plans are not as its balance says. */
export type Drifted = { memberId: bigint; balanceFen: bigint; creditLimitFen: bigint; isPaused: boolean }

/** Those of these merchants, or of all, who owe too much and are not paused, or the other way round. */
export async function selectDrifted(tx: Tx, memberIds: readonly bigint[] | 'all'): Promise<Drifted[]> {
  const { rows } = await sql<{
    id: bigint
    balance: bigint
    credit_limit: bigint
    is_paused: boolean
  }>`${KEPT_PLAN}
    select m.id, held.balance, held.credit_limit, a.paused_at is not null as is_paused
    from ${candidates(memberIds)} as m(id)
    left join merchant_accounts a on a.member_id = m.id
    left join ledger_balances b on b.account = 'merchant' and b.member_id = m.id
    cross join lateral (
      select coalesce(b.amount_fen, 0) as balance, coalesce(a.credit_limit_fen, ${DEFAULT_LIMIT}) as credit_limit
    ) held
    where (held.balance < -held.credit_limit) <> (a.paused_at is not null)
    order by m.id`.execute(tx)
  return rows.map((row) => ({
    memberId: row.id,
    balanceFen: row.balance,
    creditLimitFen: row.credit_limit,
    isPaused: row.is_paused,
  }))
}

function candidates(memberIds: readonly bigint[] | 'all'): RawBuilder<unknown> {
  if (memberIds !== 'all') return sql`unnest(${memberIds}::bigint[])`
  return sql`(
    select member_id from ledger_balances where account = 'merchant' and member_id is not null
    union select member_id from merchant_accounts)`
}

/** Since when merchants are paused; undefined: no longer. */
export async function markAccounts(
  tx: Tx,
  memberIds: readonly bigint[],
  pausedAt: Date | undefined,
): Promise<void> {
  await sql`
    insert into merchant_accounts (member_id, paused_at)
    select id, ${pausedAt ?? null}::timestamptz from unnest(${memberIds}::bigint[]) as id
    on conflict (member_id) do update set paused_at = excluded.paused_at`.execute(tx)
}

/** A merchant's own limit; undefined: the one of all. */
export async function writeLimit(tx: Tx, memberId: bigint, limitFen: bigint | undefined): Promise<void> {
  await sql`
    insert into merchant_accounts (member_id, credit_limit_fen) values (${memberId}, ${limitFen ?? null})
    on conflict (member_id) do update set credit_limit_fen = excluded.credit_limit_fen`.execute(tx)
}

export async function selectDefaultLimit(db: Db): Promise<bigint> {
  const { rows } = await sql<{ fen: bigint }>`select ${DEFAULT_LIMIT} as fen`.execute(db)
  return (rows[0] as { fen: bigint }).fen
}

export async function writeDefaultLimit(tx: Tx, limitFen: bigint): Promise<void> {
  await sql`
    insert into settings (key, value) values ('merchant_credit_limit_fen', to_jsonb(${limitFen}::bigint))
    on conflict (key) do update set value = excluded.value, updated_at = now()`.execute(tx)
}

/** Of nobody: the limit of all was changed. */
type NewEvent = Omit<AccountEvent, 'id'> & { memberId: bigint | undefined }

export async function insertAccountEvents(tx: Tx, events: readonly NewEvent[]): Promise<void> {
  await tx
    .insertInto('merchant_account_events')
    .values(
      events.map((event) => ({
        member_id: event.memberId ?? null,
        kind: event.kind,
        credit_limit_fen: event.creditLimitFen ?? null,
        balance_fen: event.balanceFen ?? null,
        reason: event.reason,
        operator_id: event.operatorId ?? null,
        at: event.at,
      })),
    )
    .execute()
}

/** What happened to a merchant's account, or, of nobody, to the limit of all; the oldest first, after an id. */
export async function selectAccountEvents(
  db: Db,
  page: { memberId: bigint | undefined; after: bigint; limit: number },
): Promise<AccountEvent[]> {
  const rows = await db
    .selectFrom('merchant_account_events')
    .selectAll()
    .where('member_id', 'is not distinct from', page.memberId ?? null)
    .where('id', '>', page.after)
    .orderBy('id')
    .limit(page.limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as AccountEvent['kind'],
    creditLimitFen: row.credit_limit_fen ?? undefined,
    balanceFen: row.balance_fen ?? undefined,
    reason: row.reason,
    operatorId: row.operator_id ?? undefined,
    at: row.at,
  }))
}
