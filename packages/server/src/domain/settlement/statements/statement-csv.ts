import { formatGmt8, formatYuan } from '@opentbk/top'

/**
 * With a mark of UTF-8 in front, without which Excel reads Chinese as another encoding. Order numbers end in a
 * tab, as in the bills of the field: a spreadsheet then keeps all of their digits.
 */
export const HEADER = `\u{feff}${cells([
  'time 时间',
  'entry_id 流水号',
  'cause 事由',
  'trade_id 订单号',
  'account 账户',
  'amount 金额',
  'balance 余额',
])}`

export const timeOf = formatGmt8
export const moneyOf = formatYuan

/** A text that no spreadsheet takes for a formula. */
export function textOf(text: string): string {
  const line = text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  return /^[=+\-@＝＋－＠]/.test(line) ? `'${line}` : line
}

export function cells(values: readonly string[]): string {
  return `${values.map(quote).join(',')}\r\n`
}

function quote(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}
