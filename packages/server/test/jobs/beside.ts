import { Clock } from '../../src/clock.ts'
import type { Context } from '../../src/context.ts'
import { openPool, openStore } from '../../src/store/open.ts'
import type { TestDatabase } from '../setup/database.ts'

/** What another process on the same database would work with: connections and a clock of its own. */
export async function openBeside(ctx: Context, database: TestDatabase): Promise<Context> {
  return { ...ctx, store: openStore(await openPool(database.url, 8)), clock: new Clock(ctx.clock.aheadMs) }
}
