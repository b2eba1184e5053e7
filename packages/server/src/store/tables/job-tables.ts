import type { ColumnType, Generated } from 'kysely'

// What the server does by itself: see 0007-jobs.sql.

export type JobRunsTable = {
  job: string
  period: string
  due_at: Date
  state: 'running' | 'done' | 'failed'
  attempts: Generated<number>
  started_at: Date
  finished_at: Date | null
  business_at: Date
  did: ColumnType<Record<string, number | string> | null, string | null, string | null>
  error: string | null
}
