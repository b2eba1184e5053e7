import { type TopError, topError } from '@opentbk/top'
import type { Context } from '../context.ts'
import { grantedPackages, scopeIds } from '../domain/permissions/index.ts'

/** Error 11 of an app that lacks a package: it names those that the app has. */
export async function packageLimit(ctx: Context, appId: bigint): Promise<TopError> {
  const granted = await grantedPackages(ctx, appId)
  if (granted.size === 0)
    return topError('insufficient-isv-permissions', { subCode: 'isv.permission-api-package-empty' })
  const ids = Object.entries(scopeIds).flatMap(([name, id]) => (granted.has(name) ? [id] : []))
  return topError('insufficient-isv-permissions', {
    subCode: 'isv.permission-api-package-limit',
    subMsg: `scope ids is ${ids.join(' ')}`,
  })
}
