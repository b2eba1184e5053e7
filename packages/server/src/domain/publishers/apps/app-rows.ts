import { sql } from 'kysely'
import type { Db, Tx } from '../../../store/store.ts'

/** Holds a member's apps against others being made at the same time. */
export async function holdApps(tx: Tx, memberId: bigint): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('apps', ${memberId}))`.execute(tx)
}

export async function countApps(db: Db, memberId: bigint): Promise<number> {
  const row = await db
    .selectFrom('apps')
    .select((eb) => eb.fn.countAll<bigint>().as('n'))
    .where('member_id', '=', memberId)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** The id of the new app; undefined where the key is another one's. */
export async function insertApp(
  tx: Tx,
  row: { memberId: bigint; appKey: string; name: string; at: Date },
): Promise<bigint | undefined> {
  const inserted = await tx
    .insertInto('apps')
    .values({ app_key: row.appKey, member_id: row.memberId, name: row.name, created_at: row.at })
    .onConflict((conflict) => conflict.column('app_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted?.id
}

export type AppKeyOf = { memberId: bigint; appKey: string }

/** Holds a member's app against other changes; its id. */
export async function lockOwnApp(tx: Tx, { memberId, appKey }: AppKeyOf): Promise<bigint | undefined> {
  const row = await tx
    .selectFrom('apps')
    .select('id')
    .where('app_key', '=', appKey)
    .where('member_id', '=', memberId)
    .forUpdate()
    .executeTakeFirst()
  return row?.id
}

export async function insertSecret(tx: Tx, row: { appId: bigint; sealed: Buffer; at: Date }): Promise<void> {
  await tx
    .insertInto('app_secrets')
    .values({ app_id: row.appId, secret_sealed: row.sealed, created_at: row.at })
    .execute()
}

/** The newest secret has an end; one that had an end before is gone. */
export async function retireSecrets(tx: Tx, appId: bigint, retiresAt: Date): Promise<void> {
  await tx.deleteFrom('app_secrets').where('app_id', '=', appId).where('retires_at', 'is not', null).execute()
  await tx.updateTable('app_secrets').set({ retires_at: retiresAt }).where('app_id', '=', appId).execute()
}

export async function updateIpList(tx: Tx, appId: bigint, ipList: readonly string[]): Promise<void> {
  await tx
    .updateTable('apps')
    .set({ ip_list: [...ipList] })
    .where('id', '=', appId)
    .execute()
}

/** An app as its owner sees it: nothing of its secrets but until when the one before works. */
export type OwnApp = {
  id: bigint
  appKey: string
  name: string
  isLive: boolean
  ipList: string[]
  createdAt: Date
  /** Until when the secret before the newest works too, by the wall clock. */
  oldSecretUntil: Date | undefined
}

export async function selectOwnApps(db: Db, memberId: bigint): Promise<OwnApp[]> {
  const rows = await db
    .selectFrom('apps')
    .selectAll('apps')
    .select((eb) =>
      eb
        .selectFrom('app_secrets')
        .select((of) => of.fn.max('retires_at').as('until'))
        .whereRef('app_secrets.app_id', '=', 'apps.id')
        .as('until'),
    )
    .where('member_id', '=', memberId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    appKey: row.app_key,
    name: row.name,
    isLive: row.status === 'live',
    ipList: row.ip_list,
    createdAt: row.created_at,
    oldSecretUntil: row.until ?? undefined,
  }))
}
