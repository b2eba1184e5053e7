import type { Context } from '../../context.ts'
import { type DecidedBy, recordDecisions } from '../decisions/index.ts'
import { findAdzone, findMember } from '../publishers/index.ts'
import { makeToolLinks, type ToolLink, type ToolOrder } from './make-tool-links.ts'

/**
 * The link tool in an operator's hands, kept in the audit log with the reason. Undefined where there is no such
 * member; else as makeToolLinks.
 */
export async function makeLinksFor(
  ctx: Context,
  order: ToolOrder & { reason: string; by: DecidedBy },
): Promise<ToolLink[] | 'busy' | undefined> {
  const { memberId, adzoneId, reason, by } = order
  if (!(await findMember(ctx, memberId))) return undefined
  const links = await makeToolLinks(ctx, order)
  if (links === 'busy') return links
  const siteId = (await findAdzone(ctx, adzoneId))?.siteId
  const made = links.filter((link) => 'cps' in link).length
  const figures = { adzone_id: String(adzoneId), asked: links.length, made }
  // Nobody knows the links before this is written.
  await ctx.store.transact((tx) =>
    recordDecisions(ctx, tx, [{ kind: 'links.make', by, memberId, siteId, reason, figures }]),
  )
  return links
}
