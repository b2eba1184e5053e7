import type { CallContext } from '../../context.ts'
import { getMemberGroup } from './get-member-group.ts'
import { selectAuthorising } from './member-group-rows.ts'

/** The members of a provider's group who let the calling app act for them now: whose data it may read. */
export async function listGroupPublishers(ctx: CallContext, groupId: bigint): Promise<bigint[]> {
  const { memberIds } = await getMemberGroup(ctx, groupId)
  return selectAuthorising(ctx.store.read, { memberIds, by: { appId: ctx.app.id }, now: ctx.clock.now() })
}
