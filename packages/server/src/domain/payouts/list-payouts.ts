import type { Context } from '../../context.ts'
import { maskAccount, openPayee, type Payee } from './payee.ts'
import type { Payout, PayoutEvent } from './payout.ts'
import { type PayoutFilter, selectEvents, selectPayout, selectPayouts, selectSealedPayee } from './rows.ts'

/** Payouts, the oldest first, from after an id. */
export async function listPayouts(ctx: Context, filter: PayoutFilter): Promise<Payout[]> {
  return selectPayouts(ctx.store.read, filter)
}

/** A payout with all that happened to it, and the payee it was booked with; of the account only the end. */
export type PayoutStory = Payout & { payee: Payee; events: PayoutEvent[] }

export async function findPayout(ctx: Context, id: bigint): Promise<PayoutStory | undefined> {
  const db = ctx.store.read
  const payout = await selectPayout(db, id)
  if (!payout) return undefined
  const payee = openPayee(ctx, await selectSealedPayee(db, id))
  const events = await selectEvents(db, id)
  return { ...payout, payee: { ...payee, account: maskAccount(payee.account) }, events }
}
