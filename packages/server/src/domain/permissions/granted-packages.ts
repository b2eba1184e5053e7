import type { Package } from '@opentbk/top'
import type { Context } from '../../context.ts'
import { cacheKind } from '../../store/caches.ts'
import { type GrantedRow, selectGrantedPackages } from './rows.ts'

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

/** The packages that an app holds, each with the sites that it is for. */
export type GrantedPackages = ReadonlyMap<string, 'all' | ReadonlySet<bigint>>

const granted = cacheKind<bigint, GrantedPackages>(['permission_grants'], 10_000)

/** The packages that an app holds for any of its sites. */
export async function grantedPackages(ctx: Context, appId: bigint): Promise<GrantedPackages> {
  return ctx.caches.read(granted, appId, async () =>
    bySite(await selectGrantedPackages(ctx.store.read, appId)),
  )
}

/** Whether an app holds a package for this site of its owner's. */
export async function mayUseSite(
  ctx: Context,
  asked: { appId: bigint; package: Package; siteId: bigint },
): Promise<boolean> {
  const sites = (await grantedPackages(ctx, asked.appId)).get(asked.package)
  return sites === 'all' || (sites?.has(asked.siteId) ?? false)
}

function bySite(rows: readonly GrantedRow[]): GrantedPackages {
  const packages = new Map<string, 'all' | Set<bigint>>()
  for (const { package: name, siteId } of rows) {
    const known = packages.get(name) ?? new Set()
    if (siteId === null || known === 'all') packages.set(name, 'all')
    else packages.set(name, known.add(siteId))
  }
  return packages
}
