import type { Context } from '../../../context.ts'
import { type Notice, selectNotices } from './notice-rows.ts'

/** What the network told this member, the newest first, from before an id on. */
export async function listNotices(
  ctx: Context,
  memberId: bigint,
  page: { before: bigint | undefined; limit: number },
): Promise<Notice[]> {
  return selectNotices(ctx.store.read, memberId, page)
}
