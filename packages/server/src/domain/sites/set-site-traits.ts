import type { Context } from '../../context.ts'
import { notify } from '../accounts/index.ts'
import type { DecidedBy } from '../decisions/index.ts'
import { changeSite } from './change-site.ts'
import { traitsNotice } from './notices.ts'
import { whyNotApproved } from './rules.ts'
import type { Site, SiteCategory } from './site.ts'

/** What a reviewer found of a site; undefined leaves what is known. */
export type Traits = {
  category: SiteCategory | undefined
  isPlatform: boolean | undefined
  isComponentAttested: boolean | undefined
}

/**
 * A reviewer finds an approved site to be something else than was known; the owner hears of it. Undefined where
 * there is no such site; BadField where it is not approved.
 */
export async function setSiteTraits(
  ctx: Context,
  id: bigint,
  input: Traits & { reason: string; by: DecidedBy },
): Promise<Site | undefined> {
  const { reason, by } = input
  const at = ctx.clock.now()
  return changeSite(
    ctx,
    { id },
    {
      kind: 'site.traits',
      by,
      reason,
      whyNot: whyNotApproved,
      apply: (site) => withTraits(site, input, at),
      async alongside(tx, { before, after }) {
        await notify(ctx, tx, traitsNotice(after, reason))
        return { before: traitsOf(before), after: traitsOf(after) }
      },
    },
  )
}

export function withTraits(site: Site, traits: Traits, at: Date): Site {
  const { category, isPlatform, isComponentAttested } = traits
  const attestedAt = isComponentAttested ? at : undefined
  return {
    ...site,
    category: category ?? site.category,
    isPlatform: isPlatform ?? site.isPlatform,
    componentAttestedAt: isComponentAttested === undefined ? site.componentAttestedAt : attestedAt,
  }
}

function traitsOf({ category, isPlatform, componentAttestedAt }: Site) {
  return { category, is_platform: isPlatform, component_attested: componentAttestedAt !== undefined }
}
