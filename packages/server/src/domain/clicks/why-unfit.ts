import type { Context } from '../../context.ts'
import type { FoundLink, ThirdParty } from '../links/index.ts'
import { siteStops } from '../permissions/index.ts'
import { isInGoodStanding, isSiteApproved } from '../publishers/index.ts'

type Link = FoundLink['link']

/** Why a visitor's click on this link cannot earn now; undefined when it can. */
export async function whyUnfit(ctx: Context, link: Link): Promise<string | undefined> {
  if (!(await isInGoodStanding(ctx, link.memberId))) return 'promoter not in good standing'
  const ofThird = link.third && (await whyThirdUnfit(ctx, link.third))
  if (ofThird !== undefined) return ofThird
  // Mostly all of this is known, and then it is not waited for.
  const approved = isSiteApproved(ctx, link.siteId)
  if (!(approved instanceof Promise ? await approved : approved)) return 'site not approved'
  const stops = siteStops(ctx, link.siteId)
  return whyStopped(link, stops instanceof Promise ? await stops : stops)
}

function whyStopped(link: Link, stops: Awaited<ReturnType<typeof siteStops>>): string | undefined {
  if (stops.size === 0) return undefined
  if (stops.has('violation')) return 'site stopped for a violation'
  if (stops.has('share') && link.third) return 'site without the share package'
  return stops.has('link') && !link.isFromTool ? 'site without the link package' : undefined
}

/** Who broke the rules earns nothing by another publisher's links either. */
async function whyThirdUnfit(ctx: Context, third: ThirdParty): Promise<string | undefined> {
  if (!(await isInGoodStanding(ctx, third.memberId))) return 'third party not in good standing'
  if (!(await isSiteApproved(ctx, third.siteId))) return 'third party site not approved'
  const stops = await siteStops(ctx, third.siteId)
  return stops.has('violation') ? 'third party site stopped for a violation' : undefined
}
