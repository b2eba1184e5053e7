import { formatYuan } from '@opentbk/top'
import type { Context } from '../context.ts'
import { auditBookings } from '../domain/orders/index.ts'
import { auditPayouts } from '../domain/payouts/index.ts'
import { auditLedger } from '../domain/settlement/index.ts'

const NAME_WIDTH = 20

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Prints the figures and every fault found; answers the status to leave with. */
export async function checkLedger(ctx: Context): Promise<number> {
  const ledger = await auditLedger(ctx)
  const bookings = await auditBookings(ctx)
  const { payouts, payoutFen, ledgerFen } = await auditPayouts(ctx)
  say(`${ledger.entries} entries, ${ledger.lines} lines, ${bookings.orders} orders`)
  for (const [account, sum] of ledger.sums) say(`${account.padEnd(NAME_WIDTH)} ${formatYuan(sum)}`)
  say(`${'sum'.padEnd(NAME_WIDTH)} ${formatYuan(ledger.totalFen)}`)
  say(`${'booked for orders'.padEnd(NAME_WIDTH)} ${formatYuan(bookings.commissionFen)}`)
  say(`${'paid out'.padEnd(NAME_WIDTH)} ${formatYuan(payoutFen)}`)
  const faults = [
    ...(ledger.totalFen === 0n ? [] : ['the ledger does not add up to zero']),
    ...ledger.unbalanced.map(({ entryId, sumFen }) => `entry ${entryId} adds up to ${sumFen} fen`),
    ...ledger.wrongBalances.map(
      ({ account, memberId, excessFen }) =>
        `balance of ${account}${memberId === null ? '' : ` of member ${memberId}`}: ${excessFen} fen more than its lines`,
    ),
    ...(payoutFen === ledgerFen ? [] : [`${payouts} payouts: ${payoutFen} fen, in the ledger ${ledgerFen}`]),
    ...bookings.wrong.map(({ orderId, difference }) => `order ${orderId}: ${difference}`),
  ]
  const unnamed = bookings.wrongCount - bookings.wrong.length
  if (unnamed > 0) faults.push(`and ${unnamed} orders more`)
  for (const fault of faults) say(`FAULT ${fault}`)
  say(faults.length === 0 ? 'ledger: in order / 账本无误' : 'ledger: NOT in order / 账本有误')
  return faults.length === 0 ? 0 : 1
}
