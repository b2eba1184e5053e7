import type { Context } from '../context.ts'
import { refreshOffers as refresh } from '../domain/goods/index.ts'

/** Writes down anew the offers that searches read, where time or a change has outdated them. */
export async function refreshOffers(ctx: Context): Promise<void> {
  const renewed = await refresh(ctx)
  if (renewed > 0) ctx.log.info({ items: renewed }, 'offers were worked out anew')
}
