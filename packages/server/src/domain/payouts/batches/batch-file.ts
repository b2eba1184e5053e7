import { formatYuan } from '@opentbk/top'
import type { Payment } from './bank.ts'

const COLUMNS = ['reference', 'payee_name', 'bank', 'account', 'amount']

/** Payments as a CSV file, the same for the same payments. */
export function writeBatchFile(payments: readonly Payment[]): string {
  const rows = payments.map(({ reference, payee, amountFen }) => [
    reference,
    payee.name,
    payee.bank,
    payee.account,
    formatYuan(amountFen),
  ])
  return [COLUMNS, ...rows].map((cells) => `${cells.map(quote).join(',')}\r\n`).join('')
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
