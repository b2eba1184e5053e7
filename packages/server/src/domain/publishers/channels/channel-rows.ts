import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../../store/store.ts'
import type { ChannelKind, RelationApp } from './channel.ts'

type Purpose = {
  memberId: bigint
  kind: ChannelKind
  relationApp: RelationApp
  parentId: bigint | undefined
}
export type InviteCode = Purpose & { expiresAt: Date }

/** A code of the same purpose that lives at least until then. */
export async function selectLiveCode(db: Db, wanted: Purpose & { until: Date }): Promise<string | undefined> {
  const row = await db
    .selectFrom('invite_codes')
    .select('code')
    .where('member_id', '=', wanted.memberId)
    .where('kind', '=', wanted.kind)
    .where('relation_app', '=', wanted.relationApp)
    .where(sql<SqlBool>`parent_id is not distinct from ${wanted.parentId ?? null}::bigint`)
    .where('expires_at', '>=', wanted.until)
    .orderBy('expires_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.code
}

export async function insertInviteCode(
  db: Db,
  row: InviteCode & { code: string; createdAt: Date },
): Promise<void> {
  await db
    .insertInto('invite_codes')
    .values({
      code: row.code,
      member_id: row.memberId,
      kind: row.kind,
      parent_id: row.parentId ?? null,
      relation_app: row.relationApp,
      created_at: row.createdAt,
      expires_at: row.expiresAt,
    })
    .execute()
}

export async function deleteExpiredCodes(db: Db, of: { memberId: bigint; now: Date }): Promise<void> {
  await db
    .deleteFrom('invite_codes')
    .where('member_id', '=', of.memberId)
    .where('expires_at', '<=', of.now)
    .execute()
}

export async function selectInviteCode(db: Db, code: string): Promise<InviteCode | undefined> {
  const row = await db.selectFrom('invite_codes').selectAll().where('code', '=', code).executeTakeFirst()
  if (!row) return undefined
  return {
    memberId: row.member_id,
    kind: row.kind as ChannelKind,
    relationApp: row.relation_app as RelationApp,
    parentId: row.parent_id ?? undefined,
    expiresAt: row.expires_at,
  }
}

export type NewChannel = Purpose & {
  accountId: bigint
  accountName: string
  name: string
  relationFrom: string | undefined
  offlineScene: number | undefined
  onlineScene: number | undefined
  note: string | undefined
  rtag: string
  registerInfoSealed: Buffer | undefined
  createdAt: Date
}

/** The id of the new row; undefined when the account is one already. */
export async function insertChannel(db: Db, row: NewChannel): Promise<bigint | undefined> {
  const inserted = await db
    .insertInto('channels')
    .values({
      member_id: row.memberId,
      kind: row.kind,
      name: row.name,
      created_at: row.createdAt,
      account_id: row.accountId,
      account_name: row.accountName,
      parent_id: row.parentId ?? null,
      relation_app: row.relationApp,
      relation_from: row.relationFrom ?? null,
      offline_scene: row.offlineScene ?? null,
      online_scene: row.onlineScene ?? null,
      note: row.note ?? null,
      rtag: row.rtag,
      register_info_sealed: row.registerInfoSealed ?? null,
    })
    .onConflict((conflict) =>
      conflict.columns(['member_id', 'kind', 'account_id']).where('account_id', 'is not', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return inserted?.id
}

export async function selectFiledChannel(
  db: Db,
  key: { memberId: bigint; kind: ChannelKind; accountId: bigint },
): Promise<bigint | undefined> {
  const row = await db
    .selectFrom('channels')
    .select('id')
    .where('member_id', '=', key.memberId)
    .where('kind', '=', key.kind)
    .where('account_id', '=', key.accountId)
    .executeTakeFirst()
  return row?.id
}

type OwnChannels = {
  memberId: bigint
  kind: ChannelKind
  relationApp: RelationApp | undefined
  id: bigint | undefined
}

export type ChannelRow = {
  id: bigint
  kind: ChannelKind
  name: string
  accountName: string | undefined
  relationApp: RelationApp
  createdAt: Date
  offlineScene: number | undefined
  onlineScene: number | undefined
  note: string | undefined
  rtag: string | undefined
  punishStatus: number
  registerInfoSealed: Buffer | undefined
}

export async function countChannels(db: Db, of: OwnChannels): Promise<number> {
  const row = await ownChannels(db, of)
    .select((eb) => eb.fn.countAll<bigint>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export async function selectChannels(
  db: Db,
  page: OwnChannels & { pageNo: number; pageSize: number },
): Promise<ChannelRow[]> {
  const rows = await ownChannels(db, page)
    .selectAll()
    .orderBy('id')
    .offset(page.pageNo * page.pageSize)
    .limit(page.pageSize)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as ChannelKind,
    name: row.name,
    accountName: row.account_name ?? undefined,
    relationApp: row.relation_app as RelationApp,
    createdAt: row.created_at,
    offlineScene: row.offline_scene ?? undefined,
    onlineScene: row.online_scene ?? undefined,
    note: row.note ?? undefined,
    rtag: row.rtag ?? undefined,
    punishStatus: row.punish_status,
    registerInfoSealed: row.register_info_sealed ?? undefined,
  }))
}

function ownChannels(db: Db, of: OwnChannels) {
  let query = db.selectFrom('channels').where('member_id', '=', of.memberId).where('kind', '=', of.kind)
  query = query.where('status', '=', 'live')
  if (of.relationApp !== undefined) query = query.where('relation_app', '=', of.relationApp)
  if (of.id !== undefined) query = query.where('id', '=', of.id)
  return query
}

/** The publisher's own live channel, and the channel that invited it. */
export async function selectChannel(
  db: Db,
  key: { owner: bigint; kind: ChannelKind; id: bigint },
): Promise<{ id: bigint; parentId: bigint | undefined } | undefined> {
  const row = await db
    .selectFrom('channels')
    .select(['id', 'parent_id'])
    .where('id', '=', key.id)
    .where('member_id', '=', key.owner)
    .where('kind', '=', key.kind)
    .where('status', '=', 'live')
    .executeTakeFirst()
  return row && { id: row.id, parentId: row.parent_id ?? undefined }
}

/** Adzones on the publisher's approved media of the kind channel. */
export async function selectChannelPids(
  db: Db,
  memberId: bigint,
  limit: number,
): Promise<{ siteId: bigint; adzoneId: bigint }[]> {
  const rows = await db
    .selectFrom('adzones')
    .innerJoin('sites', 'sites.id', 'adzones.site_id')
    .select(['adzones.id', 'adzones.site_id'])
    .where('sites.member_id', '=', memberId)
    .where('sites.kind', '=', 'channel')
    .where('sites.status', '=', 'approved')
    .orderBy('adzones.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ siteId: row.site_id, adzoneId: row.id }))
}
