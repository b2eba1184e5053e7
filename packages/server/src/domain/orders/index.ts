export { EVENT_TYPES, type EventType, type IngestResult, type OrderEvent } from './event.ts'
export { type IncomingEvent, ingestOrders } from './ingest-orders.ts'
export { listOrders, type OrderPage, type OrderQuery } from './list-orders.ts'
export type { OrderRow } from './order-row.ts'
