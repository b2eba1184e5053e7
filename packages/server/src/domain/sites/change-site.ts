import type { Context } from '../../context.ts'
import type { Tx } from '../../store/store.ts'
import { type Figures, type NewDecision, recordDecisions } from '../decisions/index.ts'
import { BadField } from '../goods/index.ts'
import { lockSite, type SiteKey, updateSite } from './rows.ts'
import type { Site } from './site.ts'

export type SiteChange = Pick<NewDecision, 'kind' | 'by' | 'reason'> & {
  /** Why it cannot be done to this site; undefined when it can. */
  whyNot(site: Site): string | undefined
  /** What becomes of it. */
  apply(site: Site): Site
  /** What else belongs to it, and what it was decided from. */
  alongside?(tx: Tx, change: { before: Site; after: Site }): Promise<Figures>
}

/**
 * Changes a site, with its line in the audit log. Undefined where there is no such site, or none of the member who
 * is named; BadField where it cannot be done.
 */
export async function changeSite(ctx: Context, key: SiteKey, change: SiteChange): Promise<Site | undefined> {
  const { kind, by, reason } = change
  return ctx.store.transact(async (tx) => {
    const before = await lockSite(tx, key)
    if (!before) return undefined
    const problem = change.whyNot(before)
    if (problem) throw new BadField('id', problem)
    const after = change.apply(before)
    await updateSite(tx, after)
    const figures = (await change.alongside?.(tx, { before, after })) ?? {}
    const about = { memberId: after.memberId, siteId: after.id }
    await recordDecisions(ctx, tx, [{ kind, by, reason, ...about, figures }])
    return after
  })
}
