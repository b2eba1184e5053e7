import { Refusal } from '@opentbk/top'
import type { Context } from '../../context.ts'
import type { Shop, Target } from './item.ts'

/**
 * Where shoppers go: the page of this server's demo shop, or a page on the shop's own domains with the
 * query added. An address outside the shop's approved domains is refused, whoever stored it.
 */
export function landingUrl(
  ctx: Pick<Context, 'publicUrl'>,
  target: Target,
  query: Readonly<Record<string, string>>,
): string {
  const page = findPage(ctx, target, query)
  if (page === undefined) throw new Refusal('link.not-promotable')
  return page
}

/** The address of a page as shoppers know it; undefined when the shop has none on its approved domains. */
export function findPageUrl(ctx: Pick<Context, 'publicUrl'>, target: Target): string | undefined {
  return findPage(ctx, target, {})
}

function findPage(
  ctx: Pick<Context, 'publicUrl'>,
  target: Target,
  query: Readonly<Record<string, string>>,
): string | undefined {
  const shop = shopOf(target)
  const isSku = target.kind === 'item' && target.skuId !== undefined
  const all = isSku ? { skuId: String(target.skuId), ...query } : query
  return shop.hosted ? hostedPage(ctx, target, all) : approvedPage(shop, ownPage(target), all)
}

function shopOf(target: Target): Shop {
  return target.kind === 'item' ? target.item.shop : target.shop
}

// Put together as a text: parsing an address that we made ourselves takes longer than all else that a click asks for.
function hostedPage(
  ctx: Pick<Context, 'publicUrl'>,
  target: Target,
  query: Readonly<Record<string, string>>,
): string {
  let address = `${ctx.publicUrl}/shop/${hostedPath(target)}`
  let mark = '?'
  for (const name in query) {
    address += `${mark}${name}=${encodeURIComponent(query[name] as string)}`
    mark = '&'
  }
  return address
}

function hostedPath(target: Target): string {
  switch (target.kind) {
    case 'item':
      return `items/${target.item.id}`
    case 'venue':
      return `venues/${target.venue.id}`
    case 'shop':
      return `shops/${target.shop.id}`
  }
}

function ownPage(target: Target): string | undefined {
  switch (target.kind) {
    case 'item':
      return target.item.detailUrl
    case 'venue':
      return target.venue.url
    case 'shop':
      return target.shop.domains[0] && `https://${target.shop.domains[0]}/`
  }
}

function approvedPage(
  shop: Shop,
  address: string | undefined,
  query: Readonly<Record<string, string>>,
): string | undefined {
  const url = address !== undefined && URL.canParse(address) ? new URL(address) : undefined
  if (!url || !isApproved(shop, url)) return undefined
  for (const name in query) url.searchParams.set(name, query[name] as string)
  return url.href
}

/** Whether an address is http(s), without credentials, on an approved domain or under one. */
export function isApproved(shop: Pick<Shop, 'domains'>, url: URL): boolean {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return false
  if (url.username !== '' || url.password !== '') return false
  return hostAndParents(url.hostname).some((host) => shop.domains.includes(host))
}

/** `a.b.example.com` and every domain above it with at least two labels. */
export function hostAndParents(hostname: string): string[] {
  const labels = hostname.toLowerCase().replace(/\.$/, '').split('.')
  return labels.slice(0, Math.max(1, labels.length - 1)).map((_, index) => labels.slice(index).join('.'))
}
