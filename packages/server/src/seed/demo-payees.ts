import { sql } from 'kysely'
import { sealPayee } from '../domain/payouts/index.ts'
import type { Seeding } from './demo-people.ts'
import { insertRows } from './insert-rows.ts'

/** Where the money of those who earn goes: accounts that no bank has. */
export async function seedPayees({ ctx, tx, now }: Seeding): Promise<void> {
  const { rows } = await sql<{ id: bigint; name: string }>`
    select id, name from members where roles && array['publisher', 'recruiting_leader'] order by id`.execute(
    tx,
  )
  await insertRows(
    tx,
    'payees',
    rows.map(({ id, name }) => ({
      member_id: id,
      details_sealed: sealPayee(ctx, {
        name,
        bank: '演示银行',
        account: `6200${String(id).padStart(12, '0')}`,
      }),
      set_at: now,
    })),
  )
}
