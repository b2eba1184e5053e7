export { auditLedger } from './audit-ledger.ts'
export { type Booking, bookCommission, type CommissionChange } from './book-commission.ts'
export { getServiceFeeBp } from './service-fee.ts'
export { type OrderSums, sumOrders } from './sum-orders.ts'
