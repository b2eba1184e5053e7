import type { Tx } from '../../store/store.ts'
import type { Account } from './entry.ts'
import { type EntryLineRow, selectOrderLines } from './order-entry-rows.ts'

const MAX_ENTRIES = 200

/** An entry as one publisher may see it. */
export type OrderEntry = {
  cause: string
  postedAt: Date
  lines: { account: Account; amountFen: bigint }[]
  /** It also moved another publisher's money: of such an entry only one's own lines are told. */
  isPartial: boolean
}

/** What was booked for an order on this publisher's accounts, oldest first; entries of others are not told. */
export async function listOrderEntries(
  tx: Tx,
  of: { orderId: bigint; publisherId: bigint },
): Promise<OrderEntry[]> {
  const entries = new Map<bigint, EntryLineRow[]>()
  for (const line of await selectOrderLines(tx, of.orderId, MAX_ENTRIES)) {
    const lines = entries.get(line.id)
    if (lines) lines.push(line)
    else entries.set(line.id, [line])
  }
  return [...entries.values()].flatMap((lines) => tellEntry(lines, of.publisherId))
}

function tellEntry(lines: readonly EntryLineRow[], publisherId: bigint): OrderEntry[] {
  const publishers = lines.filter((line) => line.account.startsWith('publisher_'))
  const own = publishers.filter((line) => line.member_id === publisherId)
  const first = own[0]
  if (!first) return []
  const isPartial = own.length < publishers.length
  const told = (isPartial ? own : lines).map((line) => ({
    account: line.account,
    amountFen: line.amount_fen,
  }))
  return [{ cause: first.cause, postedAt: first.posted_at, lines: told, isPartial }]
}
