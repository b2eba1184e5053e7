import type { Context } from '../../context.ts'
import { notify } from '../accounts/index.ts'
import type { DecidedBy } from '../decisions/index.ts'
import { changeSite } from './change-site.ts'
import { withdrawnNotice } from './notices.ts'
import { figuresOf } from './review-site.ts'
import { whyNotApproved } from './rules.ts'
import type { Site } from './site.ts'

/**
 * An operator takes an approved site out, for good; the owner hears of it. Undefined where there is no such site;
 * BadField where it is not approved.
 */
export async function withdrawSite(
  ctx: Context,
  id: bigint,
  { reason, by }: { reason: string; by: DecidedBy },
): Promise<Site | undefined> {
  return changeSite(
    ctx,
    { id },
    {
      kind: 'site.withdraw',
      by,
      reason,
      whyNot: whyNotApproved,
      apply: (site) => ({ ...site, status: 'withdrawn', reviewReason: reason, reviewedAt: ctx.clock.now() }),
      async alongside(tx, { after }) {
        await notify(ctx, tx, withdrawnNotice(after, reason))
        return figuresOf(ctx, tx, after)
      },
    },
  )
}
