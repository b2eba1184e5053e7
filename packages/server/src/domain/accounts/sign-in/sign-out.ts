import type { Context } from '../../../context.ts'
import { insertEvent } from '../account-rows.ts'
import type { SignedIn } from './find-signed-in.ts'
import { endSignIns } from './sign-in-rows.ts'

type Who = Pick<SignedIn, 'memberId' | 'signInId'>

export async function signOut(ctx: Context, { memberId, signInId }: Who): Promise<void> {
  const at = ctx.clock.wall()
  await ctx.store.transact(async (tx) => {
    const ended = await endSignIns(tx, { memberId, at, reason: 'signed_out', id: signInId })
    if (ended > 0) await insertEvent(tx, { memberId, kind: 'signed_out', at })
  })
}
