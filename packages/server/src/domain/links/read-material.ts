import { Refusal } from '@opentbk/top'
import type { Context, PromoterContext } from '../../context.ts'
import { findItems, findShop, findVenue, parseLanding, type Target } from '../goods/index.ts'
import { longUrl } from './create-long-link.ts'
import { type FoundLink, findLinkByUrl, findLongLink } from './find-link.ts'
import type { Link, LinkTarget } from './link.ts'
import { type FoundTpwd, selectTpwds } from './rows.ts'
import { isTextTpwd, tpwdCandidates } from './tpwd-text.ts'

const MAX_TEXT_CHARS = 2048

/** What a pasted text turned out to be: where it leads, and the link and password it came by. */
export type Material = {
  target: Target
  /** The promotion link in it; a plain goods address has none. */
  link: Link | undefined
  /** The address behind what was pasted. */
  originUrl: string
  fromTpwd: boolean
}

/** Reads an address, a link or a text with a 淘口令. Nothing is fetched. */
export async function readMaterial(ctx: PromoterContext, text: string): Promise<Material> {
  const trimmed = text.trim()
  if (trimmed === '') throw new Refusal('tpwd.empty')
  if (trimmed.length > MAX_TEXT_CHARS) throw new Refusal('link.not-promotable', `最长${MAX_TEXT_CHARS}个字符`)
  const url = asUrl(trimmed)
  if (url) return readAddress(ctx, url)
  if (tpwdCandidates(trimmed).length > 0 || (await selectTextTpwd(ctx, trimmed)))
    return readTpwd(ctx, trimmed)
  throw new Refusal('link.not-promotable')
}

/** The promoter's own mark in what was pasted: a mark stays with the promoter who made it. */
export function ownMark(ctx: PromoterContext, { link }: Material): string | undefined {
  return link?.memberId === ctx.promoterId ? link.externalId : undefined
}

/** Reads a text that must hold a 淘口令. */
export async function readTpwd(ctx: PromoterContext, text: string): Promise<Material> {
  const { found } = await findOpenTpwd(ctx, text)
  return { ...(await materialOf(ctx, found)), fromTpwd: true }
}

/** The first existing password of a text, if this promoter may read it. */
export async function findOpenTpwd(
  ctx: PromoterContext,
  text: string,
): Promise<{ tpwd: FoundTpwd; found: FoundLink }> {
  if (text.trim() === '') throw new Refusal('tpwd.empty')
  const candidates = tpwdCandidates(text.slice(0, MAX_TEXT_CHARS))
  const tpwd =
    candidates.length > 0 ? await selectFirstTpwd(ctx, candidates) : await selectTextTpwd(ctx, text.trim())
  if (!tpwd) throw new Refusal(candidates.length > 0 ? 'tpwd.unknown' : 'tpwd.unparsable')
  if (tpwd.isPrivate && tpwd.memberId !== ctx.promoterId) throw new Refusal('tpwd.private')
  if (tpwd.expiresAt <= ctx.clock.now()) throw new Refusal('tpwd.expired')
  const found = findLongLink(ctx, tpwd.token)
  if (!found) throw new Refusal('tpwd.unknown')
  return { tpwd, found }
}

async function selectFirstTpwd(ctx: Context, codes: readonly string[]): Promise<FoundTpwd | undefined> {
  const rows = new Map((await selectTpwds(ctx.store.read, codes)).map((row) => [row.code, row]))
  const code = codes.find((candidate) => rows.has(candidate))
  return code === undefined ? undefined : rows.get(code)
}

// A password in words is the whole text: words within other words would make any sentence one.
async function selectTextTpwd(ctx: Context, text: string): Promise<FoundTpwd | undefined> {
  const words = text.normalize()
  return isTextTpwd(words) ? selectFirstTpwd(ctx, [words]) : undefined
}

/** A promotion link of this network by its address, unaltered; anything else is refused. */
export async function getLinkByUrl(ctx: PromoterContext, text: string): Promise<FoundLink> {
  const url = asUrl(text.trim())
  const found = url && (await readLinkByUrl(ctx, url))
  if (!found) throw new Refusal('link.not-promotable')
  return found
}

/** A link of ours by its address, if this promoter may read it; undefined when it is no address of ours. */
async function readLinkByUrl(ctx: PromoterContext, url: URL): Promise<FoundLink | undefined> {
  const found = await findLinkByUrl(ctx, url)
  if (found === 'altered') throw new Refusal('link.not-promotable')
  if (found === 'expired') throw new Refusal('link.expired')
  if (found?.isPrivate && found.link.memberId !== ctx.promoterId) throw new Refusal('tpwd.private')
  return found
}

async function readAddress(ctx: PromoterContext, url: URL): Promise<Material> {
  const found = await readLinkByUrl(ctx, url)
  if (found) return { ...(await materialOf(ctx, found)), fromTpwd: false }
  const target = await parseLanding(ctx, url.href)
  if (!target) throw new Refusal('link.not-promotable')
  return { target, link: undefined, originUrl: url.href, fromTpwd: false }
}

async function materialOf(ctx: Context, found: FoundLink): Promise<Omit<Material, 'fromTpwd'>> {
  return {
    target: await getTarget(ctx, found.link),
    link: found.link,
    originUrl: longUrl(ctx, found.token),
  }
}

/** The goods, shop or venue that a link leads to. */
export async function findTarget(
  ctx: Context,
  link: { target: LinkTarget; skuId: bigint | undefined },
): Promise<Target | undefined> {
  const { target } = link
  if (target.kind === 'item') {
    const item = (await findItems(ctx, [target.itemId])).get(target.itemId)
    return item && { kind: 'item', item, skuId: link.skuId }
  }
  const shop = await findShop(ctx, target.shopId)
  if (!shop) return undefined
  if (target.kind === 'shop') return { kind: 'shop', shop }
  const venue = await findVenue(ctx, target.venueId)
  return venue && { kind: 'venue', venue, shop }
}

async function getTarget(
  ctx: Context,
  link: { target: LinkTarget; skuId: bigint | undefined },
): Promise<Target> {
  const target = await findTarget(ctx, link)
  if (!target) throw new Refusal('link.not-promotable')
  return target
}

// Old clients paste addresses without a scheme, or with `//` in front.
function asUrl(text: string): URL | undefined {
  if (/\s/.test(text)) return undefined
  const withScheme = text.startsWith('//') ? `https:${text}` : text
  if (!/^https?:\/\//i.test(withScheme)) return undefined
  return URL.canParse(withScheme) ? new URL(withScheme) : undefined
}
