import { Refusal } from '@opentbk/top'
import type { CallContext } from '../../context.ts'
import { findTarget, getLinkByUrl } from './read-material.ts'
import { type SharedLink, shareLink } from './share-link.ts'
import { titleOf } from './title-of.ts'

/**
 * A 淘口令 for a promotion link of this network. A private one (加密) can be read back by the link's own
 * promoter alone, so only that promoter may make it.
 */
export async function createTpwd(
  ctx: CallContext,
  input: { url: string; kind: 'open' | 'private' },
): Promise<SharedLink> {
  const { link, token } = await getLinkByUrl(ctx, input.url)
  if (input.kind === 'private' && link.memberId !== ctx.promoterId) throw new Refusal('link.foreign')
  const target = await findTarget(ctx, link)
  if (!target) throw new Refusal('link.not-promotable')
  const sharing = { token, memberId: link.memberId, title: titleOf(target) }
  return shareLink(ctx, { ...sharing, tpwd: input.kind })
}
