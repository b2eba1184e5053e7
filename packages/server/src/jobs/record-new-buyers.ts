import type { Context } from '../context.ts'
import { recordNewBuyers as record } from '../domain/newusers/index.ts'
import type { Counts } from './job.ts'

/** Judges the buyers of orders that changed, and pays for those that are new and settled. */
export async function recordNewBuyers(ctx: Context): Promise<Counts> {
  return record(ctx)
}
