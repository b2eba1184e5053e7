import type { Context } from '../../context.ts'
import { type ChangeFilter, type SettingChange, selectChanges } from './rows.ts'

/** What was changed, the newest first, from before an id. */
export async function listSettingChanges(ctx: Context, filter: ChangeFilter): Promise<SettingChange[]> {
  return selectChanges(ctx.store.read, filter)
}
