import { type SqlBool, sql } from 'kysely'
import type { Db, Tx } from '../../../store/store.ts'
import type { Judgement } from '../judgement.ts'
import type { Application, ApplicationState, AppliedPackage } from './application.ts'

export type NewApplication = {
  appId: bigint
  package: AppliedPackage
  siteId: bigint
  memberId: bigint
  statement: string
  state: ApplicationState
  rules: readonly Judgement[]
  filedAt: Date
  dueOn: string | undefined
  isDueProvisional: boolean
  decidedAt: Date | undefined
  reason: string | undefined
}

export async function insertApplication(tx: Tx, row: NewApplication): Promise<bigint> {
  const { id } = await tx
    .insertInto('permission_applications')
    .values({
      app_id: row.appId,
      package: row.package,
      site_id: row.siteId,
      member_id: row.memberId,
      statement: row.statement,
      state: row.state,
      rules: JSON.stringify(row.rules),
      filed_at: row.filedAt,
      due_on: row.dueOn ?? null,
      due_is_provisional: row.isDueProvisional,
      decided_at: row.decidedAt ?? null,
      reason: row.reason ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function hasOpenApplication(
  tx: Tx,
  of: { appId: bigint; package: AppliedPackage; siteId: bigint },
): Promise<boolean> {
  const row = await tx
    .selectFrom('permission_applications')
    .select('id')
    .where('app_id', '=', of.appId)
    .where('package', '=', of.package)
    .where('site_id', '=', of.siteId)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return row !== undefined
}

/** How many a member filed since a moment. */
export async function countFiledSince(tx: Tx, memberId: bigint, since: Date): Promise<number> {
  const row = await tx
    .selectFrom('permission_applications')
    .select((eb) => eb.fn.countAll<bigint>().as('n'))
    .where('member_id', '=', memberId)
    .where('filed_at', '>=', since)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export async function updateDecided(
  tx: Tx,
  id: bigint,
  to: { state: ApplicationState; reason: string | undefined; operatorId: bigint | undefined; at: Date },
): Promise<void> {
  await tx
    .updateTable('permission_applications')
    .set({
      state: to.state,
      reason: to.reason ?? null,
      operator_id: to.operatorId ?? null,
      decided_at: to.at,
    })
    .where('id', '=', id)
    .execute()
}

export async function updateDueOn(
  tx: Tx,
  id: bigint,
  to: { day: string; isProvisional: boolean },
): Promise<void> {
  await tx
    .updateTable('permission_applications')
    .set({ due_on: to.day, due_is_provisional: to.isProvisional })
    .where('id', '=', id)
    .execute()
}

/** Which applications, and which page of them. */
export type ApplicationFilter = {
  state: ApplicationState | undefined
  memberId: bigint | undefined
  siteId: bigint | undefined
  /** Only those whose answer was due before this day. */
  dueBefore: string | undefined
  /** The last of the page before. */
  after: bigint | undefined
  limit: number
}

/** Those that wait by when they are due, others by id. */
export async function selectApplications(db: Db, filter: ApplicationFilter): Promise<Application[]> {
  const { state, memberId, siteId, dueBefore, after } = filter
  let query = applications(db)
  if (state !== undefined) query = query.where('p.state', '=', state)
  if (memberId !== undefined) query = query.where('p.member_id', '=', memberId)
  if (siteId !== undefined) query = query.where('p.site_id', '=', siteId)
  if (dueBefore !== undefined) query = query.where('p.due_on', '<', dueBefore)
  if (state !== 'waiting') {
    if (after !== undefined) query = query.where('p.id', '>', after)
    return toApplications(await query.orderBy('p.id').limit(filter.limit).execute())
  }
  if (after !== undefined) {
    const last = sql`(select due_on, id from permission_applications where id = ${after})`
    query = query.where(sql<SqlBool>`(p.due_on, p.id) > ${last}`)
  }
  return toApplications(await query.orderBy('p.due_on').orderBy('p.id').limit(filter.limit).execute())
}

export async function selectApplication(db: Db, id: bigint): Promise<Application | undefined> {
  return toApplications(await applications(db).where('p.id', '=', id).execute())[0]
}

/** The newest of each package, for an app and a site. */
export async function selectNewestOf(db: Db, of: { appId: bigint; siteId: bigint }): Promise<Application[]> {
  const rows = await applications(db)
    .distinctOn('p.package')
    .where('p.app_id', '=', of.appId)
    .where('p.site_id', '=', of.siteId)
    .orderBy('p.package')
    .orderBy('p.id', 'desc')
    .execute()
  return toApplications(rows)
}

/** The same, with its row locked until the transaction ends. */
export async function lockApplication(tx: Tx, id: bigint): Promise<Application | undefined> {
  return toApplications(await applications(tx).where('p.id', '=', id).forUpdate('p').execute())[0]
}

/** Those that wait for a day that may change, locked; what others hold is passed over. */
export async function lockProvisional(tx: Tx, after: bigint, limit: number): Promise<Application[]> {
  const rows = await applications(tx)
    .where('p.state', '=', 'waiting')
    .where('p.due_is_provisional', '=', true)
    .where('p.id', '>', after)
    .orderBy('p.id')
    .limit(limit)
    .forUpdate('p')
    .skipLocked()
    .execute()
  return toApplications(rows)
}

function applications(db: Db) {
  return db
    .selectFrom('permission_applications as p')
    .innerJoin('apps as a', 'a.id', 'p.app_id')
    .innerJoin('sites as s', 's.id', 'p.site_id')
    .selectAll('p')
    .select(['a.app_key', 's.name as site_name'])
}

type Row = Awaited<ReturnType<ReturnType<typeof applications>['executeTakeFirstOrThrow']>>

function toApplications(rows: readonly Row[]): Application[] {
  return rows.map((row) => ({
    id: row.id,
    appId: row.app_id,
    appKey: row.app_key,
    package: row.package as AppliedPackage,
    siteId: row.site_id,
    siteName: row.site_name,
    memberId: row.member_id,
    statement: row.statement,
    state: row.state as ApplicationState,
    rules: row.rules as Judgement[],
    filedAt: row.filed_at,
    dueOn: row.due_on ?? undefined,
    isDueProvisional: row.due_is_provisional,
    decidedAt: row.decided_at ?? undefined,
    operatorId: row.operator_id ?? undefined,
    reason: row.reason ?? undefined,
  }))
}
