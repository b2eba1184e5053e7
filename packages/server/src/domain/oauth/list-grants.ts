import type { Context } from '../../context.ts'
import type { Grant, GrantFilter } from './grant.ts'
import { selectGrants } from './grant-rows.ts'

/** Authorisations, the oldest first. */
export async function listGrants(ctx: Context, filter: GrantFilter): Promise<Grant[]> {
  return selectGrants(ctx.store.read, filter, ctx.clock.now())
}
