import { sql } from 'kysely'
import type { Tx } from '../../store/store.ts'

/** One entry an order, moving each member's pending of it to available. In one statement: thousands go at once. */
export async function insertSettlements(
  tx: Tx,
  orders: readonly { orderId: bigint; key: string }[],
  at: Date,
): Promise<void> {
  await sql`
    with settled as (
      select * from unnest(${orders.map((order) => order.orderId)}::bigint[],
        ${orders.map((order) => order.key)}::text[]) as settled(order_id, key)
    ), held as (
      -- order by order, through the indexes: planned as one join it reads the whole ledger
      select settled.order_id, line.member_id, line.fen
      from settled cross join lateral (
        select member_id, sum(amount_fen) as fen from ledger_lines
        where account = 'publisher_pending'
          and entry_id in (select id from ledger_entries where order_id = settled.order_id offset 0)
        group by member_id having sum(amount_fen) <> 0
      ) line
    ), posted as (
      insert into ledger_entries (idempotency_key, cause, order_id, posted_at)
      select key, 'order settled', order_id, ${at} from settled where order_id in (select order_id from held)
      returning id, order_id
    )
    insert into ledger_lines (entry_id, line_no, account, member_id, amount_fen)
    select posted.id, row_number() over (partition by posted.id order by held.member_id, side.sign desc),
      side.account, held.member_id, side.sign * held.fen
    from posted join held using (order_id)
    cross join (values ('publisher_available', 1), ('publisher_pending', -1)) as side(account, sign)`.execute(
    tx,
  )
}
