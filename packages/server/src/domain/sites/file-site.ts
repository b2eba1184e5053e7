import type { Context } from '../../context.ts'
import type { Tx } from '../../store/store.ts'
import { recordDecisions } from '../decisions/index.ts'
import { BadField } from '../goods/index.ts'
import { isPublisher, listSuspended } from '../publishers/index.ts'
import { countSites, holdFiling, insertSite, selectSiteAt } from './rows.ts'
import type { Filing, Site } from './site.ts'

const MAX_SITES = 100

/**
 * A publisher files a site (备案), which then waits for its review. BadField where the member may not, has too many,
 * or has filed the same address before.
 */
export async function fileSite(ctx: Context, memberId: bigint, filing: Filing): Promise<Site> {
  if (!(await isPublisher(ctx, memberId))) throw new BadField('member', 'only a publisher files sites')
  const at = ctx.clock.now()
  return ctx.store.transact(async (tx) => {
    await holdFiling(tx, memberId)
    await checkStanding(tx, memberId)
    if ((await countSites(tx, memberId)) >= MAX_SITES)
      throw new BadField('member', `at most ${MAX_SITES} sites, withdrawn ones included`)
    const known = await selectSiteAt(tx, { memberId, address: filing.address })
    if (known !== undefined) throw new BadField('address', `you have filed it already, as site ${known}`)
    const site = await insertSite(tx, { memberId, filing, at })
    const by = { kind: 'member', memberId } as const
    const about = { memberId, siteId: site.id, by, reason: 'filed by its owner' }
    await recordDecisions(ctx, tx, [{ kind: 'site.file', ...about, figures: { ...filing } }])
    return site
  })
}

/** Refuses a member who is suspended, by what is written now. */
export async function checkStanding(tx: Tx, memberId: bigint): Promise<void> {
  if ((await listSuspended(tx, [memberId])).has(memberId))
    throw new BadField('member', 'you are not in good standing')
}
