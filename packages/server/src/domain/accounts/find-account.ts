import type { Context } from '../../context.ts'
import { countRecoveryCodes, selectAccount } from './account-rows.ts'

export type ShownAccount = {
  email: string
  loginName: string
  hasSecondFactor: boolean
  recoveryCodesLeft: number
  passwordChangedAt: Date
}

/** What a member may see of their own account; undefined where they have none. */
export async function findAccount(ctx: Context, memberId: bigint): Promise<ShownAccount | undefined> {
  const account = await selectAccount(ctx.store.read, memberId)
  if (!account) return undefined
  return {
    email: account.email,
    loginName: account.loginName,
    hasSecondFactor: account.totpSealed !== undefined,
    recoveryCodesLeft: await countRecoveryCodes(ctx.store.read, memberId),
    passwordChangedAt: account.passwordChangedAt,
  }
}
