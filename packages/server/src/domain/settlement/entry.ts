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
  orderId: bigint | undefined
  postedAt: Date
  lines: readonly Line[]
}

/** The lines of a movement: one for each account and holder, in a fixed order; those of nothing are left out. */
export function linesOf(amounts: readonly Line[]): Line[] {
  const sums = new Map<string, Line>()
  for (const line of amounts) {
    const key = `${line.account} ${line.memberId ?? ''}`
    const held = sums.get(key)
    sums.set(key, held ? { ...held, amountFen: held.amountFen + line.amountFen } : line)
  }
  const lines = [...sums.values()].filter((line) => line.amountFen !== 0n)
  const total = lines.reduce((sum, line) => sum + line.amountFen, 0n)
  if (total !== 0n) throw new Error(`ledger lines add up to ${total}, not to zero`)
  return lines
}
