import type { Context } from '../../context.ts'
import { renewOutdated } from './outdated-rows.ts'

const SLICE = 2000

/**
 * Writes down anew the offers that searches read: of items whose plans, coupons or prices were changed or
 * have begun or ended. Searches are right without it too, but work these out each time.
 */
export async function refreshOffers(ctx: Context): Promise<number> {
  const at = ctx.clock.now()
  let renewed = 0
  let afterId: bigint | undefined = 0n
  while (afterId !== undefined) {
    const slice = { at, afterId, limit: SLICE }
    const done: Awaited<ReturnType<typeof renewOutdated>> = await ctx.store.transact((tx) =>
      renewOutdated(tx, slice),
    )
    renewed += done.renewed
    afterId = done.lastId
  }
  return renewed
}
