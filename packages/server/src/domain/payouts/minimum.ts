import type { Context } from '../../context.ts'
import type { Db } from '../../store/store.ts'
import { BadField } from '../goods/index.ts'
import { selectMinimum, upsertMinimum } from './minimum-rows.ts'

/** Where the operator has set none: 10.00 yuan. */
const DEFAULT_MINIMUM_FEN = 1000n
const MOST_FEN = 100_000_000n

/** The least that is paid out; what is below it is carried. */
export async function getMinimumFen(db: Db): Promise<bigint> {
  const kept = await selectMinimum(db)
  return kept === undefined ? DEFAULT_MINIMUM_FEN : BigInt(kept)
}

/** For the runs that begin from now on. */
export async function setMinimumFen(ctx: Context, fen: bigint): Promise<void> {
  if (fen < 1n || fen > MOST_FEN) throw new BadField('minimum', 'from 0.01 to 1000000.00 yuan expected')
  await upsertMinimum(ctx.store.read, fen)
}
