import type { Context } from '../../context.ts'
import type { Tx } from '../../store/store.ts'

/** A transaction that may end sessions: this process does not wait to hear of it, as all others do. */
export async function changeTokens<T>(ctx: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  const result = await ctx.store.transact(work)
  ctx.caches.forget('sessions')
  return result
}
