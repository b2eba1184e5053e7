import type { Tx } from '../../store/store.ts'
import type { Member, Role } from './member.ts'
import { lockMember, updateRoles } from './rows.ts'

/** Gives a member a role and holds the member until the transaction ends. Undefined where there is none. */
export async function grantRole(tx: Tx, memberId: bigint, role: Role): Promise<Member | undefined> {
  const member = await lockMember(tx, memberId)
  if (!member || member.roles.includes(role)) return member
  const roles = [...member.roles, role]
  await updateRoles(tx, memberId, roles)
  return { ...member, roles }
}
