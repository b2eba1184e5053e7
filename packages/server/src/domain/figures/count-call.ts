import type { Package } from '@opentbk/top'
import type { Context } from '../../context.ts'
import { perServer } from '../../store/per-server.ts'
import { CallBook } from './call-book.ts'

const books = perServer((ctx: Context) => new CallBook(ctx))

/**
 * An app's call of a package's method was let in: one more on its business day. Counted in memory and written
 * every second; a crash forgets at most the last second.
 */
export function countCall(ctx: Context, appId: bigint, name: Package): void {
  books(ctx).count(appId, name)
}

/** Writes what this process counted, for whoever is about to read the days of calls. */
export async function flushCalls(ctx: Context): Promise<void> {
  await books(ctx).flush()
}
