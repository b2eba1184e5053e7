import type { Context } from '../../context.ts'
import type { Member } from './member.ts'
import { type MemberFilter, selectMembers } from './rows.ts'

/** The members of the network, the oldest first. For operators. */
export async function listMembers(ctx: Context, filter: MemberFilter): Promise<Member[]> {
  return selectMembers(ctx.store.read, filter)
}
