import type { Context } from '../../context.ts'
import { cacheKind } from '../../store/caches.ts'
import { selectServiceFee } from './fee-rows.ts'

/** The platform's part of a commission where the operator has set none. */
const DEFAULT_FEE_BP = 1000

const fees = cacheKind<'fee', number>(['settings'], 1)

/** The technical service fee in basis points of the commission, for orders made from now on. */
export async function getServiceFeeBp(ctx: Context): Promise<number> {
  return ctx.caches.read(fees, 'fee', async () => (await selectServiceFee(ctx.store.read)) ?? DEFAULT_FEE_BP)
}
