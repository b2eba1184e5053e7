import type { Context } from '../../context.ts'
import { BadField } from '../goods/index.ts'
import { findMember } from '../publishers/index.ts'
import type { ShownPayee } from './find-payee.ts'
import { maskAccount, type Payee, sealPayee } from './payee.ts'
import { insertPayee } from './payee-rows.ts'
import type { Operator } from './payout.ts'

/** Where a member's payouts go from now on; those booked before keep theirs. Undefined without such a member. */
export async function setPayee(
  ctx: Context,
  memberId: bigint,
  { payee, operator }: { payee: Payee; operator: NonNullable<Operator> },
): Promise<ShownPayee | undefined> {
  const member = await findMember(ctx, memberId)
  if (!member) return undefined
  if (member.roles.every((role) => role === 'merchant' || role === 'operator')) {
    throw new BadField('member_id', 'merchants and operators are not paid')
  }
  const setAt = ctx.clock.now()
  const sealed = sealPayee(ctx, payee)
  await insertPayee(ctx.store.read, { memberId, sealed, operatorId: operator.id, setAt })
  return { memberId, name: payee.name, bank: payee.bank, account: maskAccount(payee.account), setAt }
}
