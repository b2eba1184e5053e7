import type { FastifyRequest } from 'fastify'
import type { Context, PromoterContext } from '../context.ts'
import { isInGoodStanding, isPublisher } from '../domain/publishers/index.ts'
import { MemberRefused, requireSignedIn } from './signed-in.ts'

/** What the verbs of a publisher get, for the one who is signed in; MemberRefused unless in good standing. */
export async function requirePublisher(ctx: Context, request: FastifyRequest): Promise<PromoterContext> {
  const { memberId } = await requireSignedIn(ctx, request)
  if (!(await isPublisher(ctx, memberId)) || !(await isInGoodStanding(ctx, memberId))) {
    throw new MemberRefused(403, 'member: no publisher in good standing / 不是状态正常的推广者')
  }
  return { ...ctx, promoterId: memberId }
}
