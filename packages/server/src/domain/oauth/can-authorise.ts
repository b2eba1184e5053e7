import type { Context } from '../../context.ts'
import { findMember } from '../publishers/index.ts'

/** Whether an app may act for this member: a publisher or recruiting leader in good standing. */
export async function canAuthorise(ctx: Context, memberId: bigint): Promise<boolean> {
  const member = await findMember(ctx, memberId)
  if (!member?.inGoodStanding) return false
  return member.roles.includes('publisher') || member.roles.includes('recruiting_leader')
}
