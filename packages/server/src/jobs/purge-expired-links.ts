import type { Context } from '../context.ts'
import { purgeLinks } from '../domain/links/index.ts'

/** Deletes the short links and 淘口令 whose life is over. */
export async function purgeExpiredLinks(ctx: Context): Promise<void> {
  const deleted = await purgeLinks(ctx)
  if (deleted > 0) ctx.log.info({ links: deleted }, 'expired links were deleted')
}
