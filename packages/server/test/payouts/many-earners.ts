import type pg from 'pg'
import { sealPayee } from '../../src/domain/payouts/index.ts'
import type { Keyring } from '../../src/keys/keyring.ts'

/** What kinds of earners there are, by turns; the amounts grow with their number. */
const kinds = ['paid', 'paid', 'paid', 'small', 'negative', 'late', 'suspended', 'payeeless'] as const

type Earning = { memberId: bigint; beforeFen: bigint; sinceFen: bigint }

/**
 * Publishers with money that was settled before a cut-off and after it, written straight into the ledger: more
 * than could trade in a test. Some owe, some have little, some no payee, some are suspended.
 * Answers the id of the first of them; the others follow it.
 */
export async function insertEarners(
  pool: Pick<pg.Pool, 'query'>,
  { keys, count, cutOff }: { keys: Keyring; count: number; cutOff: Date },
): Promise<bigint> {
  const { rows: ids } = await pool.query<{ id: string }>(
    `insert into members (name, roles, standing, created_at)
     select 'earner ' || n, '{publisher}', case when ($2::text[])[(n % $3::int) + 1] = 'suspended' then 'suspended' else 'good' end, $4
     from generate_series(0, $1::int - 1) as n order by n returning id::text`,
    [count, kinds, kinds.length, cutOff],
  )
  const earnings = ids.map(({ id }, index) => earningOf(BigInt(id), index))
  const sealed = ids.flatMap(({ id }, index) =>
    kinds[index % kinds.length] === 'payeeless'
      ? []
      : {
          id,
          details: sealPayee({ keys }, { name: `户名${index}`, bank: '某银行', account: `62220000${id}` }),
        },
  )
  await pool.query(
    `insert into payees (member_id, details_sealed, set_at)
     select id, details, $3 from unnest($1::bigint[], $2::bytea[]) as payee(id, details)`,
    [sealed.map(({ id }) => id), sealed.map(({ details }) => details), cutOff],
  )
  const day = 86_400_000
  const before = earnings.map(({ memberId, beforeFen }) => ({ memberId, fen: beforeFen }))
  const since = earnings.map(({ memberId, sinceFen }) => ({ memberId, fen: sinceFen }))
  await postEarnings(pool, {
    name: `before ${cutOff.toISOString()}`,
    at: new Date(cutOff.getTime() - day),
    amounts: before,
  })
  await postEarnings(pool, {
    name: `since ${cutOff.toISOString()}`,
    at: new Date(cutOff.getTime() + day),
    amounts: since,
  })
  return BigInt(ids[0]?.id ?? 0)
}

function earningOf(memberId: bigint, index: number): Earning {
  const amount = 1000n + BigInt(index)
  switch (kinds[index % kinds.length]) {
    case 'small':
      return { memberId, beforeFen: 999n, sinceFen: amount }
    case 'negative':
      return { memberId, beforeFen: amount, sinceFen: -2n * amount }
    case 'late':
      return { memberId, beforeFen: 0n, sinceFen: amount }
    default:
      return { memberId, beforeFen: amount, sinceFen: index % 2 === 0 ? 5n : -1n }
  }
}

type Posting = { name: string; at: Date; amounts: readonly { memberId: bigint; fen: bigint }[] }

async function postEarnings(pool: Pick<pg.Pool, 'query'>, { name, at, amounts }: Posting): Promise<void> {
  const posted = amounts.filter(({ fen }) => fen !== 0n)
  await pool.query(
    `with earned as (
       select * from unnest($1::bigint[], $2::bigint[]) as earned(member_id, fen)
     ), merchant as (
       select member_id as id from shops order by id limit 1
     ), entry as (
       insert into ledger_entries (idempotency_key, cause, posted_at)
       select $3::text || ':' || member_id, 'earned', $4::timestamptz from earned returning id, idempotency_key
     )
     insert into ledger_lines (entry_id, line_no, account, member_id, amount_fen)
     select entry.id, side.no, side.account, case side.no when 1 then earned.member_id else merchant.id end, side.sign * earned.fen
     from entry join earned on entry.idempotency_key = $3::text || ':' || earned.member_id
     cross join merchant
     cross join (values (1, 'publisher_available', 1), (2, 'merchant', -1)) as side(no, account, sign)`,
    [posted.map(({ memberId }) => String(memberId)), posted.map(({ fen }) => String(fen)), name, at],
  )
}

const outcomeQueries = {
  runs: `select period, state, minimum_fen::text, payouts, payout_fen::text, carried, carried_fen::text
         from payout_runs where period = $1`,
  batches: `select b.no, b.payouts, b.amount_fen::text, b.provider from payout_batches b
            join payout_runs r on r.id = b.run_id where r.period = $1 order by b.no`,
  payouts: `select p.member_id::text, p.batch_no, p.attempt, p.amount_fen::text, p.reference, p.state,
              array(select event from payout_events e where e.payout_id = p.id order by e.id) as events
            from payouts p join payout_runs r on r.id = p.run_id where r.period = $1 order by p.reference`,
  carried: `select c.member_id::text, c.amount_fen::text, c.reason from payout_carried c
            join payout_runs r on r.id = c.run_id where r.period = $1 order by c.member_id`,
  entries: `select e.idempotency_key, l.amount_fen::text from ledger_entries e
            join ledger_lines l on l.entry_id = e.id and l.account = 'bank'
            where starts_with(e.idempotency_key, 'payout:' || $1) order by 1`,
  balances: `select account, member_id::text, amount_fen::text from ledger_balances
             where $1::text is not null order by account, member_id`,
}

export type Outcome = Record<keyof typeof outcomeQueries, Record<string, unknown>[]>

/** Everything that a run of a month wrote, but times and ids: the same however often it was cut off. */
export async function readOutcome(pool: Pick<pg.Pool, 'query'>, period: string): Promise<Outcome> {
  const outcome: Partial<Outcome> = {}
  for (const [name, text] of Object.entries(outcomeQueries)) {
    outcome[name as keyof Outcome] = (await pool.query(text, [period])).rows
  }
  return outcome as Outcome
}
