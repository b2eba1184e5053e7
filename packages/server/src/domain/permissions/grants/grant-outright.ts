import type { Package } from '@opentbk/top'
import type { Context } from '../../../context.ts'
import type { DecidedBy } from '../../decisions/index.ts'
import { BadField } from '../../goods/index.ts'
import { giveGrant } from './give-grant.ts'
import type { Grant } from './grant.ts'
import { lockApp, selectOwnSite } from './grant-rows.ts'

export type OutrightGrant = {
  appKey: string
  package: Package
  /** Undefined: for all sites of whoever the app acts for. */
  siteId: bigint | undefined
  /** Whether the rules may take it from then on: only what is for one site. */
  isChecked: boolean
  reason: string
  by: DecidedBy
}

/** The operator gives a package, whatever the rules say. BadField names what is wrong. */
export async function grantOutright(ctx: Context, wanted: OutrightGrant): Promise<Grant> {
  const { appKey, siteId, isChecked } = wanted
  if (isChecked && siteId === undefined) throw new BadField('checked', 'only where a site is named')
  return ctx.store.transact(async (tx) => {
    const app = await lockApp(tx, appKey)
    if (!app) throw new BadField('app_key', 'there is no such app')
    if (siteId !== undefined && !(await selectOwnSite(tx, app.memberId, siteId))) {
      throw new BadField('site_id', "the app's owner has no such site")
    }
    const { package: pkg, reason, by } = wanted
    return giveGrant(ctx, tx, {
      ...{ appId: app.id, package: pkg, siteId, isChecked, reason, by },
      basis: 'operator',
      figures: { is_checked: isChecked },
    })
  })
}
