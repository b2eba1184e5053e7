import type { Context } from '../context.ts'
import { payOut as pay, periodDueAt } from '../domain/payouts/index.ts'
import type { Counts, Turn } from './job.ts'

/** Pays out what was settled in the month before. */
export async function payOut(ctx: Context, { dueAt }: Turn): Promise<Counts> {
  const run = await pay(ctx, { period: periodDueAt(dueAt) })
  return { paid: run.payouts, paid_fen: run.payoutFen, carried: run.carried, carried_fen: run.carriedFen }
}
