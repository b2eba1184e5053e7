import { parseGmt8 } from '@opentbk/top'
import type { BankResult, Decision, Payout } from './payout.ts'

const DUE_DAY = 20
const GMT8_MS = 8 * 3_600_000

export function isPeriod(text: string): boolean {
  return /^2\d{3}-(0[1-9]|1[0-2])$/.test(text)
}

/** The first moment of the month after this one: what was settled before it is paid. */
export function cutOffOf(period: string): Date {
  return momentOf(monthAfter(period), 1)
}

/** When a month's money is paid: the 20th of the next one, in GMT+8. */
export function dueAtOf(period: string): Date {
  return momentOf(monthAfter(period), DUE_DAY)
}

/** The month that a moment lies in. */
export function monthOf(moment: Date): string {
  return new Date(moment.getTime() + GMT8_MS).toISOString().slice(0, 7)
}

/** The last month that was due for its payout at a moment. */
export function periodDueAt(moment: Date): string {
  const last = monthBefore(monthOf(moment))
  return dueAtOf(last) <= moment ? last : monthBefore(last)
}

function monthAfter(period: string): string {
  const [year, month] = period.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 7)
}

function monthBefore(period: string): string {
  const [year, month] = period.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7)
}

function momentOf(month: string, day: number): Date {
  return parseGmt8(`${month}-${String(day).padStart(2, '0')} 00:00:00`) as Date
}

/** By which the bank knows an attempt to pay a member; never used for another. */
export function referenceOf(period: string, memberId: bigint, attempt: number): string {
  return `P${period.replace('-', '')}-${memberId}-${attempt}`
}

export type Standing = {
  memberId: bigint
  payableFen: bigint
  isSuspended: boolean
  payeeId: bigint | undefined
}

/** Whether a member is paid or why not; undefined where there is nothing to pay and nothing to carry. */
export function decide(
  { memberId, payableFen, isSuspended, payeeId }: Standing,
  minimumFen: bigint,
): Decision | undefined {
  if (payableFen === 0n) return undefined
  const member = { memberId, amountFen: payableFen }
  if (payableFen < 0n) return { ...member, pay: false, reason: 'negative' }
  if (payableFen < minimumFen) return { ...member, pay: false, reason: 'below_minimum' }
  if (isSuspended) return { ...member, pay: false, reason: 'suspended' }
  if (payeeId === undefined) return { ...member, pay: false, reason: 'no_payee' }
  return { ...member, pay: true, payeeId }
}

/** Whether a result of the bank's changes a payout, says what is known, or contradicts it, and why. */
export function judgeResult(
  { state, bankReference }: Pick<Payout, 'state' | 'bankReference'>,
  result: BankResult,
): 'new' | 'known' | { problem: string } {
  if (state === 'booked') return { problem: 'it has not been sent to the bank yet' }
  if (result.state === 'returned') return state === 'returned' ? 'known' : 'new'
  if (state === 'returned') return { problem: 'it came back already' }
  if (state === 'sent') return 'new'
  return result.bankReference === bankReference
    ? 'known'
    : { problem: `it was paid already, with the bank's reference ${bankReference}` }
}
