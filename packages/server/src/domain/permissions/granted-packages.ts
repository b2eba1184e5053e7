import type { Package } from '@opentbk/top'
import type { Context } from '../../context.ts'
import { cacheKind } from '../../store/caches.ts'
import { selectGrantedPackages } from './rows.ts'

/** The numbers under which packages appear in error 11's `scope ids is …`. Those of basic, link, order
 * and publisher are the live platform's; the others are ours. */
export const scopeIds: Readonly<Record<Package, number>> = {
  basic: 11655,
  link: 11998,
  share: 12403,
  order: 14814,
  publisher: 14474,
  reward: 19001,
  report: 19002,
  audience: 19003,
  community: 19004,
  content: 19005,
}

const granted = cacheKind<bigint, ReadonlySet<string>>(['permission_grants'], 10_000)

/** The packages that an app holds for any of its sites. */
export async function grantedPackages(ctx: Context, appId: bigint): Promise<ReadonlySet<string>> {
  return ctx.caches.read(
    granted,
    appId,
    async () => new Set(await selectGrantedPackages(ctx.store.read, appId)),
  )
}
