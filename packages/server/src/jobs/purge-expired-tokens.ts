import type { Context } from '../context.ts'
import { purgeExpired } from '../domain/oauth/index.ts'
import type { Counts } from './job.ts'

/** Deletes authorisation codes and refresh tokens whose life is over. */
export async function purgeExpiredTokens(ctx: Context): Promise<Counts> {
  return purgeExpired(ctx)
}
