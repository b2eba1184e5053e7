import type { Applied } from '../migrate.ts'
import type { CopiedTable, Partition, Sequence } from './catalog.ts'

export const COPY_FORMAT = 1
export const COPY_PRODUCT = 'opentbk backup'

/** What stands at the head of a copy: enough to refuse it before a row is read. */
export type CopyHeader = {
  product: typeof COPY_PRODUCT
  format: number
  takenAt: string
  mode: string
  migrations: Applied[]
  /** In the order in which they can be loaded. */
  tables: CopiedTable[]
  partitions: Partition[]
}

/** Closes a table: rows and digest of the bytes that were copied. */
export type TableEnd = { table: string; rows: string; sha256: string }

/** What the whole must add up to once it is loaded. */
export type CopyTrailer = {
  sequences: Sequence[]
  sums: CopySums
}

export type CopySums = {
  /** By table, how many rows, and the sum of a hash of each row, whatever their order. */
  tables: Record<string, { rows: string; hash: string }>
  /** By account, in fen. */
  ledger: Record<string, string>
}
