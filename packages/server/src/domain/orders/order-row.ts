import type { Selectable } from 'kysely'
import type { OrdersTable } from '../../store/tables.ts'

/** An order as it is stored. */
export type OrderRow = Selectable<OrdersTable>
