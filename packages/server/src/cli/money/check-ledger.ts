import { formatYuan } from '@opentbk/top'
import type { Context } from '../../context.ts'
import { checkBooks } from '../../domain/audit/index.ts'

const NAME_WIDTH = 20

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Prints the figures and every fault found; answers the status to leave with. */
export async function checkLedger(ctx: Context): Promise<number> {
  const { ledger, orders, bookedFen, paidOutFen, faults } = await checkBooks(ctx)
  say(`${ledger.entries} entries, ${ledger.lines} lines, ${orders} orders`)
  for (const [account, sum] of ledger.sums) say(`${account.padEnd(NAME_WIDTH)} ${formatYuan(sum)}`)
  say(`${'sum'.padEnd(NAME_WIDTH)} ${formatYuan(ledger.totalFen)}`)
  say(`${'booked for orders'.padEnd(NAME_WIDTH)} ${formatYuan(bookedFen)}`)
  say(`${'paid out'.padEnd(NAME_WIDTH)} ${formatYuan(paidOutFen)}`)
  for (const fault of faults) say(`FAULT ${fault}`)
  say(faults.length === 0 ? 'ledger: in order / 账本无误' : 'ledger: NOT in order / 账本有误')
  return faults.length === 0 ? 0 : 1
}
