import { Refusal } from '@opentbk/top'
import type { CallContext } from '../../context.ts'
import { type MemberGroup, selectGroup } from './member-group-rows.ts'

/** A group of the provider whose app calls. One of another provider's is answered like one that does not exist. */
export async function getMemberGroup(ctx: CallContext, id: bigint): Promise<MemberGroup> {
  const group = await selectGroup(ctx.store.read, { id, ownerId: ctx.app.ownerId })
  if (!group) throw new Refusal('member-group.unknown')
  return group
}
