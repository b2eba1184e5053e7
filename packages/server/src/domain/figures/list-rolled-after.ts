import type { Context } from '../../context.ts'
import { selectRolledAfter } from './roll-up-rows.ts'
import type { RolledDay } from './rules.ts'

const BEFORE_ALL: RolledDay = { day: '1970-01-01', rolledAt: new Date(0) }

/**
 * Days that were rolled up after this one was, also those for the second time, in that order; of those on which
 * nothing happened only the newest of all.
 */
export async function listRolledAfter(ctx: Context, last: RolledDay | undefined): Promise<RolledDay[]> {
  return selectRolledAfter(ctx.store.read, last ?? BEFORE_ALL)
}
