import { formatYuan } from '@opentbk/top'
import type { Context } from '../../../context.ts'
import { takeStamp } from '../../../store/stamp.ts'
import type { Tx } from '../../../store/store.ts'
import { BadField } from '../../goods/index.ts'
import { linesOf } from '../entry.ts'
import { postEntries } from '../post-entries.ts'
import type { Transfer } from './account.ts'
import { selectAccount } from './account-rows.ts'
import { insertTransfer, selectTransfer } from './transfer-rows.ts'

/** What a merchant pays in or gets back. */
export type TransferOrder = {
  memberId: bigint
  amountFen: bigint
  /** The bank's: the same again is answered as the first time and moves nothing. */
  reference: string
  operatorId: bigint | undefined
}

export type Transferred = { transfer: Transfer; isRepeated: boolean }

/** A merchant pays in: the money is at the bank and belongs to the merchant. Undefined: no such merchant. */
export async function deposit(ctx: Context, order: TransferOrder): Promise<Transferred | undefined> {
  return transfer(ctx, order)
}

/** A merchant gets back what was paid in and not used. BadField where that is less. */
export async function withdraw(ctx: Context, order: TransferOrder): Promise<Transferred | undefined> {
  return transfer(ctx, { ...order, amountFen: -order.amountFen })
}

async function transfer(ctx: Context, order: TransferOrder): Promise<Transferred | undefined> {
  return ctx.store.transact(async (tx) => {
    // From here on nobody else posts: what is read now is still so when it is written.
    const { at } = await takeStamp(tx, ctx.clock.aheadMs, 0)
    const account = await selectAccount(tx, order.memberId)
    if (!account) return undefined
    const before = await selectTransfer(tx, order.reference)
    if (before) return { transfer: requireSame(before, order), isRepeated: true }
    const balanceFen = account.balanceFen + order.amountFen
    if (order.amountFen < 0n && balanceFen < 0n) {
      throw new BadField('amount', `more than the balance of ${formatYuan(account.balanceFen)}`)
    }
    return { transfer: await post(tx, { ...order, balanceFen, at }), isRepeated: false }
  })
}

function requireSame(before: Transfer, order: TransferOrder): Transfer {
  if (before.memberId === order.memberId && before.amountFen === order.amountFen) return before
  const amount = formatYuan(before.amountFen < 0n ? -before.amountFen : before.amountFen)
  const what = before.amountFen < 0n ? 'withdrawal' : 'deposit'
  throw new BadField('reference', `it stands for a ${what} of ${amount} of member ${before.memberId} already`)
}

async function post(tx: Tx, order: TransferOrder & { balanceFen: bigint; at: Date }): Promise<Transfer> {
  const { memberId, amountFen, reference, balanceFen, at, operatorId } = order
  const key = `merchant transfer:${reference}`
  const ids = await postEntries(tx, [
    {
      idempotencyKey: key,
      cause: `${amountFen < 0n ? 'withdrawal' : 'deposit'} ${reference}`,
      orderId: undefined,
      postedAt: at,
      lines: linesOf([
        { account: 'merchant', memberId, amountFen },
        { account: 'bank', memberId: undefined, amountFen: -amountFen },
      ]),
    },
  ])
  const posted = { reference, memberId, amountFen, balanceFen, entryId: ids.get(key) as bigint, postedAt: at }
  await insertTransfer(tx, { ...posted, operatorId })
  return posted
}
