import type { Context } from '../../context.ts'
import { type Decision, listDecisions } from '../decisions/index.ts'
import type { Member } from './member.ts'
import { selectMember } from './rows.ts'

const MOST_DECISIONS = 100

/** A member, and what was decided about the membership itself, the newest first. */
export type MemberStory = Member & { decisions: readonly Decision[] }

/** One member with its story; undefined where there is none. For operators. */
export async function findMemberStory(ctx: Context, id: bigint): Promise<MemberStory | undefined> {
  const member = await selectMember(ctx.store.read, id)
  if (!member) return undefined
  const filter = { memberId: id, kind: 'member.', limit: MOST_DECISIONS }
  return { ...member, decisions: await listDecisions(ctx, filter) }
}
