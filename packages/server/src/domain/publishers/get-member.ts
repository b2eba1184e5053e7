import type { Context } from '../../context.ts'
import { cacheKind } from '../../store/caches.ts'
import { type MemberRow, selectMember } from './rows.ts'

const members = cacheKind<bigint, MemberRow | undefined>(['members'], 50_000)

export async function findMember(ctx: Context, id: bigint): Promise<MemberRow | undefined> {
  return ctx.caches.read(members, id, () => selectMember(ctx.store.read, id))
}

/** Whether this member is a publisher of the network: who is not cannot be promoted for. */
export async function isPublisher(ctx: Context, id: bigint): Promise<boolean> {
  return (await findMember(ctx, id))?.roles.includes('publisher') ?? false
}

/** Whether this member is a recruiting leader (招商团长): who runs campaigns. */
export async function isLeader(ctx: Context, id: bigint): Promise<boolean> {
  return (await findMember(ctx, id))?.roles.includes('recruiting_leader') ?? false
}

/** Whether clicks on this publisher's links may earn. */
export async function isInGoodStanding(ctx: Context, id: bigint): Promise<boolean> {
  return (await findMember(ctx, id))?.inGoodStanding ?? false
}
