import type { Context } from '../../../context.ts'
import { type OwnApp, selectOwnApps } from './app-rows.ts'

/** A member's apps, the oldest first; there are never more than a few. */
export async function listOwnApps(ctx: Context, memberId: bigint): Promise<OwnApp[]> {
  return selectOwnApps(ctx.store.read, memberId)
}
