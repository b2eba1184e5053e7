import type { CallContext } from '../context.ts'
import { mayUseSite } from '../domain/permissions/index.ts'
import { findAdzone } from '../domain/publishers/index.ts'
import type { ServerMethod } from '../methods/define.ts'
import { packageLimit } from './package-limit.ts'

/**
 * A grant is for a site: an app that makes links for its own owner needs the package for the adzone's site. For
 * others it acts by their session, and its package for any site is enough. An adzone that is not the promoter's
 * own is the method's to refuse.
 */
export async function checkSitePackage(
  ctx: CallContext,
  method: ServerMethod,
  input: unknown,
): Promise<void> {
  const { permission } = method
  if (permission !== 'link' && permission !== 'share') return
  const adzoneId = readAdzoneId(input)
  if (adzoneId === undefined || ctx.promoterId !== ctx.app.ownerId) return
  const adzone = await findAdzone(ctx, adzoneId)
  if (adzone?.memberId !== ctx.promoterId || !adzone.siteApproved) return
  const asked = { appId: ctx.app.id, package: permission, siteId: adzone.siteId }
  if (!(await mayUseSite(ctx, asked))) throw await packageLimit(ctx, ctx.app.id)
}

// One of the methods has its adzone as a text.
function readAdzoneId(input: unknown): bigint | undefined {
  const given = (input as { adzone_id?: unknown }).adzone_id
  if (typeof given === 'string' && /^[1-9]\d{0,17}$/.test(given)) return BigInt(given)
  return typeof given === 'bigint' ? given : undefined
}
