import type { Context } from '../../context.ts'
import type { CheatingCase } from './case.ts'
import { type CaseFilter, selectCases } from './rows.ts'

/** For operators: cases that a filter lets through, the oldest first, from after an id. */
export async function listCases(ctx: Context, filter: CaseFilter): Promise<CheatingCase[]> {
  return selectCases(ctx.store.read, filter)
}
