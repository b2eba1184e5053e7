import type { Context } from '../../context.ts'
import type { CheatingCase } from './case.ts'
import { selectCase } from './rows.ts'

/** For operators. Undefined where there is none. */
export async function findCase(ctx: Context, id: bigint): Promise<CheatingCase | undefined> {
  return selectCase(ctx.store.read, id)
}
