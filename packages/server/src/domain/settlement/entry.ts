export type Account =
  | 'merchant'
  | 'publisher_pending'
  | 'publisher_available'
  | 'publisher_frozen'
  | 'platform_fee'
  | 'gift_reserve'
  | 'bank'

export type Line = { account: Account; memberId: bigint | undefined; amountFen: bigint }

/** One movement of money: balanced, never changed, with its cause and a key by which it happens once. */
export type Entry = {
  idempotencyKey: string
  cause: string
  orderId: bigint
  postedAt: Date
  lines: readonly Line[]
}

/** The lines of a movement; those of nothing are left out. */
export function linesOf(amounts: readonly Line[]): Line[] {
  const lines = amounts.filter((line) => line.amountFen !== 0n)
  const sum = lines.reduce((total, line) => total + line.amountFen, 0n)
  if (sum !== 0n) throw new Error(`ledger lines add up to ${sum}, not to zero`)
  return lines
}
