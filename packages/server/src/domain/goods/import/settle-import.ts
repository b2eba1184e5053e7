import type { Context } from '../../../context.ts'
import { vacuumGoods } from '../outdated-rows.ts'
import { refreshOffers } from '../refresh-offers.ts'

/** After an import that changed something: searches read its offers ready, and are planned for its size. */
export async function settleImport(ctx: Context): Promise<void> {
  await refreshOffers(ctx)
  await vacuumGoods(ctx.store.pool)
}
