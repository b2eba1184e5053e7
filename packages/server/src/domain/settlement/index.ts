export { type Booking, bookCommission, type CommissionChange } from './book-commission.ts'
export { getServiceFeeBp } from './service-fee.ts'
