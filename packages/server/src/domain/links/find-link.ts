import type { Context } from '../../context.ts'
import { cacheKind } from '../../store/caches.ts'
import type { Link } from './link.ts'
import { selectShortLink } from './rows.ts'
import { openLink } from './token.ts'

/** A link with the token it was read from: sharing it again needs no new token. */
export type FoundLink = {
  link: Link
  token: string
  /** It came by the short link of a private password: only its promoter may read it. */
  isPrivate: boolean
}

// Codes never change what they mean, so no table empties this; age is checked at every use.
const shortLinks = cacheKind<string, (FoundLink & { expiresAt: Date }) | undefined>([], 20_000)

export function findLongLink(ctx: Context, token: string): FoundLink | undefined {
  const link = openLink(ctx.keys, token)
  return link && { link, token, isPrivate: false }
}

/** The link behind a short code; 'expired' when its 300 days are over. */
export async function findShortLink(ctx: Context, code: string): Promise<FoundLink | 'expired' | undefined> {
  if (!/^[0-9A-Za-z]{8}$/.test(code)) return undefined
  const found = await ctx.caches.read(shortLinks, code, async () => {
    const row = await selectShortLink(ctx.store.read, code)
    const link = row && findLongLink(ctx, row.token)
    return link && { ...link, isPrivate: row.isPrivate, expiresAt: row.expiresAt }
  })
  return found && found.expiresAt <= ctx.clock.now() ? 'expired' : found
}

/** Where in this network's own addresses a link's token or code stands, if the address is one of ours. */
export function linkAddress(ctx: Context, url: URL): { token: string } | { code: string } | undefined {
  if (url.hostname !== new URL(ctx.publicUrl).hostname) return undefined
  if (url.pathname === '/t') {
    const token = url.searchParams.get('e')
    return token ? { token } : undefined
  }
  const code = /^\/(?:s\/|h\.)([0-9A-Za-z]{1,64})$/.exec(url.pathname)?.[1]
  return code ? { code } : undefined
}

/** A pasted address as a link of this network; undefined when it is no link of ours at all. */
export async function findLinkByUrl(
  ctx: Context,
  url: URL,
): Promise<FoundLink | 'expired' | 'altered' | undefined> {
  const address = linkAddress(ctx, url)
  if (!address) return undefined
  if ('code' in address) return (await findShortLink(ctx, address.code)) ?? 'altered'
  return findLongLink(ctx, address.token) ?? 'altered'
}
