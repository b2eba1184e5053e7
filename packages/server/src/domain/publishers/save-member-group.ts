import { Refusal } from '@opentbk/top'
import type { CallContext } from '../../context.ts'
import type { Tx } from '../../store/store.ts'
import {
  countGroups,
  insertGroup,
  lockGroup,
  type MemberGroup,
  replaceMembers,
  selectAuthorising,
  selectGroup,
} from './member-group-rows.ts'

const MAX_GROUPS = 10_000

/** A new group of the provider whose app calls, or other members for one that is there. */
export async function saveMemberGroup(
  ctx: CallContext,
  input: { id: bigint | undefined; memberIds: readonly bigint[] },
): Promise<MemberGroup> {
  const memberIds = [...new Set(input.memberIds)]
  const { ownerId } = ctx.app
  const at = ctx.clock.now()
  return ctx.store.transact(async (tx) => {
    const id = input.id ?? (await createGroup(tx, ownerId, at))
    if (!(await lockGroup(tx, { id, ownerId }))) throw new Refusal('member-group.unknown')
    await checkAuthorised(tx, { memberIds, ownerId, now: at })
    await replaceMembers(tx, id, { memberIds, at })
    return (await selectGroup(tx, { id, ownerId })) as MemberGroup
  })
}

async function createGroup(tx: Tx, ownerId: bigint, at: Date): Promise<bigint> {
  if ((await countGroups(tx, ownerId)) >= MAX_GROUPS) throw new Refusal('member-group.too-many')
  return insertGroup(tx, ownerId, at)
}

async function checkAuthorised(
  tx: Tx,
  of: { memberIds: readonly bigint[]; ownerId: bigint; now: Date },
): Promise<void> {
  const { memberIds, ownerId, now } = of
  const authorising = new Set(await selectAuthorising(tx, { memberIds, by: { ownerId }, now }))
  const others = memberIds.filter((id) => !authorising.has(id))
  if (others.length > 0) throw new Refusal('member-group.not-authorised', others.join('、'))
}
