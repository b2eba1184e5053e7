import type { Context } from '../context.ts'
import { refreshOffers as refresh } from '../domain/goods/index.ts'
import type { Counts } from './job.ts'

/** Writes down anew the offers that searches read, where time or a change has outdated them. */
export async function refreshOffers(ctx: Context): Promise<Counts> {
  return { items: await refresh(ctx) }
}
