import { type Selectable, type SqlBool, sql } from 'kysely'
import type { Db, Tx } from '../../store/store.ts'
import type { MembersTable } from '../../store/tables.ts'
import type { Member, Role, Standing } from './member.ts'

/** Which members, and which page of them. */
export type MemberFilter = {
  role: Role | undefined
  standing: Standing | undefined
  after: bigint
  limit: number
}

/** The oldest first, after an id. */
export async function selectMembers(db: Db, filter: MemberFilter): Promise<Member[]> {
  const { role, standing, after, limit } = filter
  let query = db.selectFrom('members').selectAll().where('id', '>', after)
  if (role !== undefined) query = query.where(sql<SqlBool>`${role} = any(roles)`)
  if (standing !== undefined) query = query.where('standing', '=', standing)
  const rows = await query.orderBy('id').limit(limit).execute()
  return rows.map(toMember)
}

export async function selectMember(db: Db, id: bigint): Promise<Member | undefined> {
  const row = await db.selectFrom('members').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toMember(row)
}

/** The member, held until the transaction ends. */
export async function lockMember(tx: Tx, id: bigint): Promise<Member | undefined> {
  const row = await tx.selectFrom('members').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toMember(row)
}

export async function updateStanding(tx: Tx, id: bigint, standing: Standing): Promise<void> {
  await tx.updateTable('members').set({ standing }).where('id', '=', id).execute()
}

export async function updateRoles(tx: Tx, id: bigint, to: readonly string[]): Promise<void> {
  await tx
    .updateTable('members')
    .set({ roles: [...to] })
    .where('id', '=', id)
    .execute()
}

function toMember(row: Selectable<MembersTable>): Member {
  const { id, name, roles, created_at: createdAt } = row
  return { id, name, roles, standing: row.standing as Standing, createdAt }
}
