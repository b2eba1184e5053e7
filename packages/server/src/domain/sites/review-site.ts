import type { Context } from '../../context.ts'
import type { Tx } from '../../store/store.ts'
import { notify } from '../accounts/index.ts'
import type { DecidedBy, Figures } from '../decisions/index.ts'
import { BadField } from '../goods/index.ts'
import { getNetworkSettings } from '../network-settings/index.ts'
import { changeSite } from './change-site.ts'
import { approvedNotice, refusedNotice } from './notices.ts'
import { whyNotReview } from './rules.ts'
import { type Traits, withTraits } from './set-site-traits.ts'
import type { Site } from './site.ts'
import { siteFacts } from './site-facts.ts'

export type Review = Traits & {
  decision: 'approve' | 'refuse'
  reason: string
  /** The reviewer saw that the site is its owner's: nothing is approved without. */
  isOwnerAttested: boolean
}

/**
 * Approves or refuses a filed site; the owner hears of it. What the component had told by then is kept with the
 * decision. Undefined where there is no such site; BadField where it is not filed, or its ownership not attested.
 */
export async function reviewSite(
  ctx: Context,
  id: bigint,
  review: Review & { by: DecidedBy },
): Promise<Site | undefined> {
  const { decision, reason, by } = review
  const isApproved = decision === 'approve'
  if (isApproved && !review.isOwnerAttested)
    throw new BadField('owner_attested', 'a site is approved once its ownership is attested')
  const at = ctx.clock.now()
  return changeSite(
    ctx,
    { id },
    {
      kind: `site.${decision}`,
      by,
      reason,
      whyNot: whyNotReview,
      apply: (site) => ({
        ...withTraits(site, review, at),
        status: isApproved ? 'approved' : 'refused',
        ownerAttestedAt: review.isOwnerAttested ? at : undefined,
        reviewedAt: at,
        reviewReason: reason,
      }),
      async alongside(tx, { after }) {
        await notify(ctx, tx, isApproved ? approvedNotice(after) : refusedNotice(after, reason))
        return figuresOf(ctx, tx, after)
      },
    },
  )
}

/** What was known of a site when it was decided about. */
export async function figuresOf(ctx: Context, tx: Tx, { id, ...site }: Site): Promise<Figures> {
  const settings = await getNetworkSettings(tx)
  const facts = (await siteFacts(tx, [id], { at: ctx.clock.now(), settings })).get(id)
  return {
    address: site.address,
    category: site.category,
    is_platform: site.isPlatform,
    owner_attested_at: site.ownerAttestedAt?.toISOString() ?? null,
    component_attested_at: site.componentAttestedAt?.toISOString() ?? null,
    component_seen_at: facts?.componentSeen?.toISOString() ?? null,
    points: facts?.points ?? 0,
  }
}
