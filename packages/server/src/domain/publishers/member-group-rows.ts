import type { Db, Tx } from '../../store/store.ts'

/** A provider's group of publishers. */
export type MemberGroup = {
  id: bigint
  /** In ascending order. */
  memberIds: bigint[]
  createdAt: Date
  updatedAt: Date
}

type OwnGroup = { id: bigint; ownerId: bigint }

export async function selectGroup(db: Db, { id, ownerId }: OwnGroup): Promise<MemberGroup | undefined> {
  const rows = await db
    .selectFrom('member_groups as g')
    .innerJoin('member_group_members as m', 'm.group_id', 'g.id')
    .select(['g.id', 'g.created_at', 'g.updated_at', 'm.member_id'])
    .where('g.id', '=', id)
    .where('g.owner_id', '=', ownerId)
    .orderBy('m.member_id')
    .execute()
  const [first] = rows
  if (!first) return undefined
  return {
    id: first.id,
    memberIds: rows.map((row) => row.member_id),
    createdAt: first.created_at,
    updatedAt: first.updated_at,
  }
}

/** Holds a group against other changes; false if it is not this owner's. */
export async function lockGroup(tx: Tx, { id, ownerId }: OwnGroup): Promise<boolean> {
  const row = await tx
    .selectFrom('member_groups')
    .select('id')
    .where('id', '=', id)
    .where('owner_id', '=', ownerId)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

export async function countGroups(db: Db, ownerId: bigint): Promise<number> {
  const row = await db
    .selectFrom('member_groups')
    .select((eb) => eb.fn.countAll<bigint>().as('n'))
    .where('owner_id', '=', ownerId)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export async function insertGroup(tx: Tx, ownerId: bigint, at: Date): Promise<bigint> {
  const { id } = await tx
    .insertInto('member_groups')
    .values({ owner_id: ownerId, created_at: at, updated_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Makes these the members of a group, and says when it changed. */
export async function replaceMembers(
  tx: Tx,
  id: bigint,
  { memberIds, at }: { memberIds: readonly bigint[]; at: Date },
): Promise<void> {
  const removed = await tx
    .deleteFrom('member_group_members')
    .where('group_id', '=', id)
    .where('member_id', 'not in', memberIds)
    .executeTakeFirstOrThrow()
  const added = await tx
    .insertInto('member_group_members')
    .values(memberIds.map((memberId) => ({ group_id: id, member_id: memberId, added_at: at })))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (removed.numDeletedRows === 0n && added.numInsertedOrUpdatedRows === 0n) return
  await tx.updateTable('member_groups').set({ updated_at: at }).where('id', '=', id).execute()
}

/** Which of these publishers let an app act for them now: this one, or any of a provider's. */
export async function selectAuthorising(
  db: Db,
  of: { memberIds: readonly bigint[]; by: { appId: bigint } | { ownerId: bigint }; now: Date },
): Promise<bigint[]> {
  const { by } = of
  const query = db
    .selectFrom('sessions')
    .innerJoin('apps', 'apps.id', 'sessions.app_id')
    .innerJoin('members', 'members.id', 'sessions.member_id')
    .select('sessions.member_id')
    .distinct()
    .where('sessions.member_id', 'in', of.memberIds)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', of.now)
    .where((eb) => eb('members.roles', '@>', eb.val(['publisher'])))
  const rows = await ('appId' in by
    ? query.where('apps.id', '=', by.appId)
    : query.where('apps.member_id', '=', by.ownerId)
  ).execute()
  return rows.map((row) => row.member_id)
}
