import type { Context } from '../../../context.ts'
import { BadField } from '../../goods/index.ts'
import type { Operator } from '../payout.ts'
import { readResultRow } from './read-result.ts'
import { recordResult } from './record-result.ts'

/** What became of a line of the bank's results: written down, known already, or refused with its reason. */
export type ImportedResult = { reference: string | undefined } & (
  | { status: 'recorded' | 'known' }
  | { status: 'refused'; field: string; reason: string }
)

/** The bank's results, a row each. A row that is refused holds up no other; the same rows again change nothing. */
export async function importResults(
  ctx: Context,
  rows: readonly unknown[],
  operator: NonNullable<Operator>,
): Promise<ImportedResult[]> {
  const imported: ImportedResult[] = []
  for (const row of rows) imported.push(await importResult(ctx, row, operator))
  return imported
}

async function importResult(
  ctx: Context,
  row: unknown,
  operator: NonNullable<Operator>,
): Promise<ImportedResult> {
  const reference = referenceIn(row)
  try {
    const read = readResultRow(row)
    const recorded = await recordResult(ctx, { reference: read.reference }, { result: read.result, operator })
    if (!recorded) throw new BadField('reference', 'there is no such payout')
    return { reference, status: recorded.isNew ? 'recorded' : 'known' }
  } catch (error) {
    if (!(error instanceof BadField)) throw error
    return { reference, status: 'refused', field: error.field, reason: error.reason }
  }
}

/** The row's own name of its payout, also where the rest of it cannot be read. */
function referenceIn(row: unknown): string | undefined {
  if (typeof row !== 'object' || row === null || !('reference' in row)) return undefined
  return typeof row.reference === 'string' ? row.reference : undefined
}
