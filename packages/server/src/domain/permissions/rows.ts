import type { Db } from '../../store/store.ts'

export async function selectGrantedPackages(db: Db, appId: bigint): Promise<string[]> {
  const rows = await db
    .selectFrom('permission_grants')
    .select('package')
    .distinct()
    .where('app_id', '=', appId)
    .where('status', '=', 'granted')
    .execute()
  return rows.map((row) => row.package)
}
