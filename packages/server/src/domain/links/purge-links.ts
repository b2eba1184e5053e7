import type { Context } from '../../context.ts'
import { deleteExpiredLinks } from './rows.ts'

const SLICE = 5000

/** Deletes short links and 淘口令 whose time is over. Answers how many went. */
export async function purgeLinks(ctx: Context): Promise<number> {
  let deleted = 0
  for (let slice = SLICE; slice >= SLICE; deleted += slice) {
    slice = await deleteExpiredLinks(ctx.store.read, ctx.clock.now(), SLICE)
  }
  return deleted
}
