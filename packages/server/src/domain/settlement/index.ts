export { auditLedger, isLedgerInOrder } from './audit-ledger.ts'
export {
  type Booking,
  bookCommission,
  type CommissionChange,
  holdingsOf,
  type Share,
} from './book-commission.ts'
export { listOrderEntries, type OrderEntry } from './list-order-entries.ts'
export { getServiceFeeBp } from './service-fee.ts'
export { settleCommission } from './settle-commission.ts'
export { type OrderSums, sumOrders } from './sum-orders.ts'
