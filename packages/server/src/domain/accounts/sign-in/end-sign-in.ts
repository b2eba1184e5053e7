import type { Context } from '../../../context.ts'
import { insertEvent } from '../account-rows.ts'
import { endSignIns } from './sign-in-rows.ts'

/** Signs another browser of the member out. False where the member has no such sign-in. */
export async function endSignIn(ctx: Context, memberId: bigint, signInId: bigint): Promise<boolean> {
  const at = ctx.clock.wall()
  return ctx.store.transact(async (tx) => {
    const ended = await endSignIns(tx, { memberId, at, reason: 'ended', id: signInId })
    const detail = { sign_in_id: String(signInId) }
    if (ended > 0) await insertEvent(tx, { memberId, kind: 'sign_in_ended', at, detail })
    return ended > 0
  })
}
