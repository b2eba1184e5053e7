import type { Context } from '../context.ts'
import { refreshShopFigures as refresh } from '../domain/goods/index.ts'
import type { Counts } from './job.ts'

/** Counts anew what each shop sells and has sold, by which shops are searched. */
export async function refreshShopFigures(ctx: Context): Promise<Counts> {
  await refresh(ctx)
  return {}
}
