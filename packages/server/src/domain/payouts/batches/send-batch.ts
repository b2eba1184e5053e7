import type { Context } from '../../../context.ts'
import type { BankResult } from '../payout.ts'
import { readPayments } from '../results/read-payments.ts'
import { recordResult } from '../results/record-result.ts'
import { insertEvents } from '../rows.ts'
import type { BankProvider, Outcome } from './bank.ts'
import { markBatchSent, markSent } from './batch-rows.ts'

type Sending = { runId: bigint; no: number; period: string }

/**
 * Hands a booked batch to the bank and writes down what it said. Cut off in between, the batch is handed over
 * again, which pays nobody twice: the bank knows each payment by its reference.
 */
export async function sendBatch(ctx: Context, bank: BankProvider, batch: Sending): Promise<void> {
  const payments = await readPayments(ctx, batch)
  const outcomes = await bank.submit({ name: `${batch.period}-${batch.no}`, payments })
  const references = outcomes.map((outcome) => outcome.reference)
  const at = ctx.clock.now()
  await ctx.store.transact(async (tx) => {
    const ids = await markSent(tx, { references, at })
    await insertEvents(tx, ids, { event: 'sent', operator: undefined, note: bank.name, at })
  })
  for (const outcome of outcomes) {
    const result = resultOf(outcome)
    if (result) await recordResult(ctx, { reference: outcome.reference }, { result, operator: undefined })
  }
  const answered = new Set(references)
  const silent = payments.filter(({ reference }) => !answered.has(reference))
  if (silent.length > 0) {
    throw new Error(
      `the bank (${bank.name}) said nothing about ${silent.length} payouts of batch ${batch.no}`,
    )
  }
  await ctx.store.transact((tx) => markBatchSent(tx, { ...batch, provider: bank.name, at }))
}

function resultOf(outcome: Outcome): BankResult | undefined {
  if (outcome.state === 'paid') return { state: 'paid', bankReference: outcome.bankReference }
  if (outcome.state === 'returned') return { state: 'returned', reason: outcome.reason }
  return undefined
}
