import type { Context } from '../../context.ts'
import {
  insertEvent,
  replaceRecoveryCodes,
  selectAccount,
  updatePassword,
  updateTotp,
} from './account-rows.ts'
import { newOneTimePassword } from './one-time-password.ts'
import { hashPassword } from './password.ts'
import { voidResets } from './reset-rows.ts'
import { endSignIns } from './sign-in/sign-in-rows.ts'

/**
 * For a member who can get in no other way: a new one-time password, every browser signed out and, where asked,
 * the second factor gone. Undefined where the member has no account. By operators.
 */
export async function resetAccount(
  ctx: Context,
  { memberId, dropSecondFactor }: { memberId: bigint; dropSecondFactor: boolean },
): Promise<string | undefined> {
  if (!(await selectAccount(ctx.store.read, memberId))) return undefined
  const oneTimePassword = newOneTimePassword()
  const hash = await hashPassword(oneTimePassword)
  const at = ctx.clock.wall()
  await ctx.store.transact(async (tx) => {
    await updatePassword(tx, memberId, { hash, isTemporary: true, at })
    await endSignIns(tx, { memberId, at, reason: 'password_reset' })
    await voidResets(tx, memberId, at)
    if (dropSecondFactor) {
      await updateTotp(tx, memberId, undefined)
      await replaceRecoveryCodes(tx, memberId, [])
    }
    const detail = { by: 'operator', second_factor_dropped: dropSecondFactor }
    await insertEvent(tx, { memberId, kind: 'password_reset', at, detail })
  })
  return oneTimePassword
}
