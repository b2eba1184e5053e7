import { BadField, FieldReader } from '../../goods/index.ts'
import type { BankResult } from '../payout.ts'

const MAX_REFERENCE = 64
const MAX_REASON = 500

/** A line of the bank's results; BadField names what is wrong with it. */
export function readResultRow(given: unknown): { reference: string; result: BankResult } {
  const reader = FieldReader.of(given, ['reference', 'state', 'bank_reference', 'reason'])
  const reference = reader.text('reference', MAX_REFERENCE).trim()
  const state = reader.choice('state', ['paid', 'returned'] as const)
  if (state === 'paid') return { reference, result: readPaid(reader) }
  return { reference, result: readReturned(reader) }
}

/** `bank_reference` alone: that a payout was paid. */
export function readConfirmation(given: unknown): BankResult {
  return readPaid(FieldReader.of(given, ['bank_reference']))
}

/** `reason` alone: that a payout came back. */
export function readReturn(given: unknown): BankResult {
  return readReturned(FieldReader.of(given, ['reason']))
}

function readPaid(reader: FieldReader): BankResult {
  return { state: 'paid', bankReference: present(reader, 'bank_reference', MAX_REFERENCE) }
}

function readReturned(reader: FieldReader): BankResult {
  return { state: 'returned', reason: present(reader, 'reason', MAX_REASON) }
}

function present(reader: FieldReader, name: string, max: number): string {
  const text = reader.text(name, max).trim()
  if (text === '') throw new BadField(name, 'missing')
  return text
}
