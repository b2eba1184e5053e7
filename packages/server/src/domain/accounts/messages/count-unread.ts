import type { Context } from '../../../context.ts'
import { countUnreadNotices } from './notice-rows.ts'

export async function countUnread(ctx: Context, memberId: bigint): Promise<number> {
  return countUnreadNotices(ctx.store.read, memberId)
}
