import type { Context } from '../../../context.ts'
import { type Invitation, selectInvitations } from './invitation-rows.ts'

/** Which sites may ask for link and share: of up to so many sites, from after one. */
export async function listInvitations(
  ctx: Context,
  page: { after: bigint; limit: number },
): Promise<Invitation[]> {
  return selectInvitations(ctx.store.read, page)
}
