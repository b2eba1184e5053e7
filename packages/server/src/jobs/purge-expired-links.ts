import type { Context } from '../context.ts'
import { purgeLinks } from '../domain/links/index.ts'
import type { Counts } from './job.ts'

/** Deletes the short links and 淘口令 whose life is over. */
export async function purgeExpiredLinks(ctx: Context): Promise<Counts> {
  return { deleted: await purgeLinks(ctx) }
}
