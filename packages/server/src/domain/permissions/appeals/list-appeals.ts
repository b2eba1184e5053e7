import type { Context } from '../../../context.ts'
import type { Appeal } from './appeal.ts'
import { type AppealFilter, selectAppeals } from './appeal-rows.ts'

/** Appeals that a filter lets through, the oldest first, from after an id. */
export async function listAppeals(ctx: Context, filter: AppealFilter): Promise<Appeal[]> {
  return selectAppeals(ctx.store.read, filter)
}
