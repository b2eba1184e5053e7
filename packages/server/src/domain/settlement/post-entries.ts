import type { Tx } from '../../store/store.ts'
import type { Entry } from './entry.ts'
import { reviewMerchants } from './merchants/review-merchants.ts'
import { insertEntries } from './rows.ts'

/**
 * Posts entries, all at the moment of one stamp; their ids by key. Merchants who thereby owe more than they
 * may have their plans paused, and those who no longer do have them resumed.
 */
export async function postEntries(tx: Tx, entries: readonly Entry[]): Promise<Map<string, bigint>> {
  if (entries.length === 0) return new Map()
  const ids = await insertEntries(tx, entries)
  const merchants = new Map<bigint, string>()
  for (const { lines, cause } of entries) {
    for (const { account, memberId } of lines) {
      if (account === 'merchant' && memberId !== undefined) merchants.set(memberId, cause)
    }
  }
  const at = (entries[0] as Entry).postedAt
  if (merchants.size > 0) await reviewMerchants(tx, { merchants, at })
  return ids
}
