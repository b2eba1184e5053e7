import type { Context } from '../../context.ts'
import { upsertMemberShopper } from './identity-rows.ts'

/** A member signed in with a browser that carries a shopper's mark: that shopper is the member. */
export async function noteMemberShopper(
  ctx: Context,
  { memberId, shopperId }: { memberId: bigint; shopperId: string },
): Promise<void> {
  await upsertMemberShopper(ctx.store.read, { memberId, shopperId, seenAt: ctx.clock.now() })
}
