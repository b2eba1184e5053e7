import type { Context } from '../../context.ts'
import { type SiteFilter, selectSites } from './rows.ts'
import type { Site } from './site.ts'

/** Sites, the oldest first: everybody's for operators, one member's own for the member. */
export async function listSites(ctx: Context, filter: SiteFilter): Promise<Site[]> {
  return selectSites(ctx.store.read, filter)
}
