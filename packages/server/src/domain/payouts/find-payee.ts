import type { Context } from '../../context.ts'
import { maskAccount, openPayee } from './payee.ts'
import { selectPayee } from './payee-rows.ts'

/** A payee as people may see it: of the account only the end. */
export type ShownPayee = { memberId: bigint; name: string; bank: string; account: string; setAt: Date }

export async function findPayee(ctx: Context, memberId: bigint): Promise<ShownPayee | undefined> {
  const row = await selectPayee(ctx.store.read, memberId)
  if (!row) return undefined
  const { name, bank, account } = openPayee(ctx, row.sealed)
  return { memberId, name, bank, account: maskAccount(account), setAt: row.setAt }
}
