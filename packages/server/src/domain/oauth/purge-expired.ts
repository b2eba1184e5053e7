import type { Context } from '../../context.ts'
import { deleteExpiredCodes } from './code-rows.ts'
import { deleteExpiredTokens } from './token-rows.ts'

const SLICE = 5000
const DAY_MS = 86_400_000

/** Deletes codes and refresh tokens a day after their end, until when their reuse is noticed. Answers how many. */
export async function purgeExpired(ctx: Context): Promise<{ codes: number; tokens: number }> {
  const before = new Date(ctx.clock.now().getTime() - DAY_MS)
  const { read } = ctx.store
  return {
    codes: await inSlices(() => deleteExpiredCodes(read, before, SLICE)),
    tokens: await inSlices(() => deleteExpiredTokens(read, before, SLICE)),
  }
}

async function inSlices(deleteSlice: () => Promise<number>): Promise<number> {
  let deleted = 0
  for (let slice = SLICE; slice >= SLICE; deleted += slice) slice = await deleteSlice()
  return deleted
}
