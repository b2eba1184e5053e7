import { Refusal } from '@opentbk/top'
import type { CallContext } from '../../context.ts'
import { selectSite } from './rows.ts'

/** Refuses a site that is not the promoter's own, whether it exists or not. */
export async function checkOwnSite(ctx: CallContext, siteId: bigint): Promise<void> {
  const site = await selectSite(ctx.store.read, ctx.promoterId, siteId)
  if (!site?.approved) throw new Refusal('site.unknown')
}
