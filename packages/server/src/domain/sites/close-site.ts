import type { Context } from '../../context.ts'
import { changeSite } from './change-site.ts'
import { whyNotClose } from './rules.ts'
import type { Site } from './site.ts'

/** The owner takes a site out, for good. Undefined where the member has no such site; BadField where it is out. */
export async function closeSite(ctx: Context, memberId: bigint, id: bigint): Promise<Site | undefined> {
  return changeSite(
    ctx,
    { id, memberId },
    {
      kind: 'site.close',
      by: { kind: 'member', memberId },
      reason: 'closed by its owner',
      whyNot: whyNotClose,
      apply: (site) => ({ ...site, status: 'withdrawn' }),
      alongside: async (_tx, { before }) => ({ status: before.status }),
    },
  )
}
