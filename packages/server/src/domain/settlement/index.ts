export { auditLedger, isLedgerInOrder, type LedgerAudit } from './audit-ledger.ts'
export {
  type Booking,
  bookCommission,
  type CommissionChange,
  holdingsOf,
  type Share,
} from './book-commission.ts'
export type { Account, Line } from './entry.ts'
export { listEntryLines } from './list-entry-lines.ts'
export { listOrderEntries, type OrderEntry } from './list-order-entries.ts'
export { getPayable, listPayable, type Payable } from './list-payable.ts'
export { listWholeEntries, type WholeEntry } from './list-whole-entries.ts'
export type { AccountEvent, MerchantAccount } from './merchants/account.ts'
export { findMerchantAccount, getDefaultCreditLimit, listAccountEvents } from './merchants/get-account.ts'
export { readCreditLimit, readDefaultLimit, readTransfer } from './merchants/read-transfer.ts'
export { setCreditLimit, setDefaultCreditLimit } from './merchants/set-credit-limit.ts'
export { deposit, type Transferred, withdraw } from './merchants/transfer.ts'
export { postPayouts, postReturns } from './post-payouts.ts'
export { postRewards } from './post-rewards.ts'
export { getServiceFeeBp } from './service-fee.ts'
export { settleCommission } from './settle-commission.ts'
export { listMemberEntries, type MemberEntry } from './statements/list-member-entries.ts'
export { listBalances, MEMBER_ACCOUNTS } from './statements/member-accounts.ts'
export { openStatement } from './statements/open-statement.ts'
export { type OrderSums, sumOrders } from './sum-orders.ts'
export { sumPayouts } from './sum-payouts.ts'
