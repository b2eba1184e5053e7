import type { Context } from '../../context.ts'
import { BadField, FieldReader } from '../goods/index.ts'

const MAX_NAME = 100
const SHOWN_DIGITS = 4

/** Where a member's money goes. */
export type Payee = { name: string; bank: string; account: string }

/** A payee as JSON; BadField names what is wrong. */
export function readPayee(given: unknown): Payee {
  const reader = FieldReader.of(given, ['name', 'bank', 'account'])
  return { name: readName(reader, 'name'), bank: readName(reader, 'bank'), account: readAccount(reader) }
}

function readName(reader: FieldReader, field: 'name' | 'bank'): string {
  const text = reader.text(field, MAX_NAME).trim()
  // Spreadsheets, in which people look at the bank's files, take these signs for a formula.
  if (!/^[\p{L}\p{N}]/u.test(text) || /\p{C}/u.test(text)) {
    throw new BadField(field, 'a name that begins with a letter or a digit expected, in one line')
  }
  return text
}

function readAccount(reader: FieldReader): string {
  const account = reader.text('account').replaceAll(' ', '')
  if (!/^[0-9A-Za-z][0-9A-Za-z@._-]{3,63}$/.test(account)) {
    throw new BadField('account', '4 to 64 letters, digits and @ . _ - expected')
  }
  return account
}

/** The account as people may see it: its last four characters. */
export function maskAccount(account: string): string {
  return `****${account.slice(-SHOWN_DIGITS)}`
}

export function sealPayee({ keys }: Pick<Context, 'keys'>, { name, bank, account }: Payee): Buffer {
  return keys.seal('payee', Buffer.from(JSON.stringify({ name, bank, account })))
}

export function openPayee({ keys }: Pick<Context, 'keys'>, sealed: Buffer): Payee {
  const plain = keys.open('payee', sealed)
  if (!plain) throw new Error('a payee cannot be read: the master key that sealed it is not listed')
  return JSON.parse(plain.toString()) as Payee
}
