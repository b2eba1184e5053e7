import type { Db } from '../../store/store.ts'

export async function selectServiceFee(db: Db): Promise<number | undefined> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', 'service_fee_bp')
    .executeTakeFirst()
  return typeof row?.value === 'number' ? row.value : undefined
}
