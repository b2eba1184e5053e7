import type { Context } from '../context.ts'
import { importItems, type RawRow, type RowResult } from '../domain/goods/index.ts'

type ItemAnswer = { outer_id: string; status: 'accepted' | 'unchanged' | 'refused'; reason?: string }

/** Brings a shop's own items to what its rows say, and answers each row in its place. */
export async function takeItems(
  ctx: Context,
  input: { shopId: bigint; items: readonly RawRow[] },
): Promise<ItemAnswer[]> {
  const results = await importItems(ctx, { shopId: input.shopId, rows: input.items })
  return input.items.map((item, index) => describe(item, results[index] as RowResult))
}

function describe(item: RawRow, result: RowResult): ItemAnswer {
  const outer_id = typeof item.outer_id === 'string' ? item.outer_id : ''
  if (result.status === 'refused') {
    return { outer_id, status: 'refused', reason: `${result.field}: ${result.reason}` }
  }
  return { outer_id, status: result.status === 'unchanged' ? 'unchanged' : 'accepted' }
}
