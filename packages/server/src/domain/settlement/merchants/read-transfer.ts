import { BadField, FieldReader } from '../../goods/index.ts'

const MAX_REFERENCE = 64
const MAX_REASON = 500

/** A deposit or withdrawal as JSON; BadField names what is wrong. */
export function readTransfer(given: unknown): { amountFen: bigint; reference: string } {
  const reader = FieldReader.of(given, ['amount', 'reference'])
  const reference = reader.text('reference', MAX_REFERENCE)
  // It stands in statements and tells transfers apart: nothing that cannot be seen belongs in it.
  if (!/^[\p{L}\p{N}](?:[^\p{C}\p{Z}]| (?! |$))*$/u.test(reference)) {
    throw new BadField('reference', 'a letter or digit first, no control characters, single blanks expected')
  }
  return { amountFen: reader.price('amount'), reference }
}

/** A credit limit as JSON: yuan, or `default` for the one of all. */
export function readCreditLimit(given: unknown): { limitFen: bigint | undefined; reason: string } {
  const reader = FieldReader.of(given, ['credit_limit', 'reason'])
  const reason = readReason(reader)
  const isDefault =
    reader.has('credit_limit') && (given as { credit_limit: unknown }).credit_limit === 'default'
  return { limitFen: isDefault ? undefined : readLimit(reader), reason }
}

/** The credit limit of all as JSON. */
export function readDefaultLimit(given: unknown): { limitFen: bigint; reason: string } {
  const reader = FieldReader.of(given, ['credit_limit', 'reason'])
  return { limitFen: readLimit(reader), reason: readReason(reader) }
}

function readLimit(reader: FieldReader): bigint {
  const limitFen = reader.optionalMoney('credit_limit')
  if (limitFen === undefined) throw new BadField('credit_limit', 'missing')
  return limitFen
}

function readReason(reader: FieldReader): string {
  const reason = reader.text('reason', MAX_REASON).trim()
  if (reason === '') throw new BadField('reason', 'missing')
  return reason
}
