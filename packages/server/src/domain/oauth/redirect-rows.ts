import type { Db } from '../../store/store.ts'
import type { Origin } from './rules.ts'

export type Redirect = Origin & { createdAt: Date }

export async function selectRedirects(db: Db, appId: bigint): Promise<Redirect[]> {
  const rows = await db
    .selectFrom('app_redirects')
    .select(['scheme', 'host', 'created_at'])
    .where('app_id', '=', appId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    scheme: row.scheme === 'https' ? 'https' : 'http',
    host: row.host,
    createdAt: row.created_at,
  }))
}

type NewRedirect = { appId: bigint; origin: Origin; createdAt: Date; createdBy: bigint | undefined }

export async function insertRedirect(db: Db, redirect: NewRedirect): Promise<void> {
  await db
    .insertInto('app_redirects')
    .values({
      app_id: redirect.appId,
      ...redirect.origin,
      created_at: redirect.createdAt,
      created_by: redirect.createdBy ?? null,
    })
    .onConflict((conflict) => conflict.columns(['app_id', 'scheme', 'host']).doNothing())
    .execute()
}

/** Answers whether it was there. */
export async function deleteRedirect(db: Db, appId: bigint, { scheme, host }: Origin): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('app_redirects')
    .where('app_id', '=', appId)
    .where('scheme', '=', scheme)
    .where('host', '=', host)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
