import type { Context } from '../../../context.ts'
import type { Tx } from '../../../store/store.ts'
import { BadField, FieldReader, type RawRow } from './field-reader.ts'
import type { RowStatus } from './upsert-rows.ts'

/** What became of a row, in the order of the rows. */
export type RowResult = { status: RowStatus } | { status: 'refused'; field: string; reason: string }

/**
 * A batch of rows of one kind. It is read at once and written after `after`, the batch before: so that one is
 * read while another is written. `also` joins its transaction: an import's position is kept in it.
 */
export type Batch = {
  rows: readonly RawRow[]
  after?: Promise<unknown> | undefined
  also?: ((tx: Tx, results: readonly RowResult[]) => Promise<void>) | undefined
}

/** A row that could be read: what it is about, and what is to be written. */
export type Draft = { key: string; row: Record<string, unknown> }

type Steps = {
  read(row: FieldReader): Draft
  write(tx: Tx, drafts: readonly Draft[]): Promise<RowResult[]>
}

/** Refuses the rows that cannot be read, writes the others at once. Of rows about the same thing the last counts. */
export async function importBatch(ctx: Context, batch: Batch, steps: Steps): Promise<RowResult[]> {
  const read = batch.rows.map((raw) => readDraft(raw, steps.read))
  const drafts = new Map<string, Draft>()
  for (const one of read) if ('row' in one) drafts.set(one.key, one)
  await batch.after
  return ctx.store.transact(async (tx) => {
    const written = await steps.write(tx, [...drafts.values()])
    const byKey = new Map([...drafts.keys()].map((key, index) => [key, written[index] as RowResult]))
    const results = read.map((one) => ('row' in one ? (byKey.get(one.key) as RowResult) : one))
    await batch.also?.(tx, results)
    return results
  })
}

function readDraft(raw: RawRow, read: Steps['read']): Draft | (RowResult & { status: 'refused' }) {
  try {
    return read(new FieldReader(raw))
  } catch (error) {
    if (!(error instanceof BadField)) throw error
    return { status: 'refused', field: error.field, reason: error.reason }
  }
}
