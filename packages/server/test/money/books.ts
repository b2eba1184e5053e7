import { sql } from 'kysely'
import { memberNames } from './observe.ts'
import type { Stage } from './stage.ts'

/** Every order's row of state and money, and the sum of its ledger lines: what two networks must agree in. */
export async function readBooks(stage: Stage): Promise<unknown> {
  const names = memberNames(stage)
  const { rows: lines } = await sql<{ outer_id: string; account: string; member_id: bigint; sum: bigint }>`
    select o.outer_id, l.account, l.member_id, sum(l.amount_fen)::bigint as sum
    from ledger_lines l join ledger_entries e on e.id = l.entry_id join orders o on o.id = e.order_id
    where o.outer_id like ${`${stage.name}-%`}
    group by 1, 2, 3 having sum(l.amount_fen) <> 0`.execute(stage.server.db)
  const orders = await stage.server.db
    .selectFrom('orders')
    .select(['outer_id', 'status', 'is_refunding', 'had_refund', 'paid_fen', 'refunded_fen', 'penalty'])
    .select(['rate_bp', 'share_bp', 'service_rate_bp', 'item_num', 'item_price_fen', 'tb_created_at'])
    .select(['booked_commission_fen', 'booked_fee_fen', 'booked_service_fen', 'tb_received_at'])
    .where('outer_id', 'like', `${stage.name}-%`)
    .orderBy('outer_id')
    .execute()
  const text = (name: string) => name.slice(stage.name.length + 1)
  return {
    lines: lines
      .map((line) => `${text(line.outer_id)} ${line.account} ${names.get(line.member_id)} ${line.sum}`)
      .sort(),
    orders: orders.map((order) => ({ ...order, outer_id: text(order.outer_id) })),
  }
}
