import { sql } from 'kysely'
import type { Tx } from '../../../store/store.ts'

export async function beginPauses(tx: Tx, memberIds: readonly bigint[], at: Date): Promise<void> {
  await sql`
    insert into plan_pauses (member_id, from_at) select id, ${at} from unnest(${memberIds}::bigint[]) as id`.execute(
    tx,
  )
}

export async function endPauses(tx: Tx, memberIds: readonly bigint[], at: Date): Promise<void> {
  await sql`
    update plan_pauses set to_at = ${at} where member_id = any(${memberIds}::bigint[]) and to_at is null`.execute(
    tx,
  )
}

/** What searches and offers look at. */
export async function markShops(tx: Tx, memberIds: readonly bigint[], isPaused: boolean): Promise<void> {
  await sql`
    update shops set plans_paused = ${isPaused} where member_id = any(${memberIds}::bigint[])`.execute(tx)
}
