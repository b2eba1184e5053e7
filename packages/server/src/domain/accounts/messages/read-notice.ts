import type { Context } from '../../../context.ts'
import { markNoticeRead } from './notice-rows.ts'

/** False where the member has no such notice. */
export async function readNotice(ctx: Context, memberId: bigint, id: bigint): Promise<boolean> {
  return markNoticeRead(ctx.store.read, memberId, { id, at: ctx.clock.wall() })
}
