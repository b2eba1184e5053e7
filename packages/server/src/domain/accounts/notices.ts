import type { Context } from '../../context.ts'
import { countUnreadNotices, markNoticeRead, type Notice, selectNotices } from './notice-rows.ts'

/** What the network told this member, the newest first, from before an id on. */
export async function listNotices(
  ctx: Context,
  memberId: bigint,
  page: { before: bigint | undefined; limit: number },
): Promise<Notice[]> {
  return selectNotices(ctx.store.read, memberId, page)
}

export async function countUnread(ctx: Context, memberId: bigint): Promise<number> {
  return countUnreadNotices(ctx.store.read, memberId)
}

/** False where the member has no such notice. */
export async function readNotice(ctx: Context, memberId: bigint, id: bigint): Promise<boolean> {
  return markNoticeRead(ctx.store.read, memberId, { id, at: ctx.clock.wall() })
}
