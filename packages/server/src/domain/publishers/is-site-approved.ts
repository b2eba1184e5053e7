import type { Context } from '../../context.ts'
import { cacheKind } from '../../store/caches.ts'
import { selectSiteStatus } from './rows.ts'

const approved = cacheKind<bigint, boolean>(['sites'], 50_000)

/** Whether a site is approved now. Answered as it is, not as a promise, once it is known: every click asks. */
export function isSiteApproved(ctx: Context, siteId: bigint): boolean | Promise<boolean> {
  return ctx.caches.read(
    approved,
    siteId,
    async () => (await selectSiteStatus(ctx.store.read, siteId)) === 'approved',
  )
}
