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
  const url = findPage(ctx, target)
  if (!url) throw new Refusal('link.not-promotable')
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url.href
}

/** The address of a page as shoppers know it; undefined when the shop has none on its approved domains. */
export function findPageUrl(ctx: Pick<Context, 'publicUrl'>, target: Target): string | undefined {
  return findPage(ctx, target)?.href
}

function findPage(ctx: Pick<Context, 'publicUrl'>, target: Target): URL | undefined {
  const shop = shopOf(target)
  const url = shop.hosted ? hostedPage(ctx, target) : approvedPage(shop, ownPage(target))
  if (url && target.kind === 'item' && target.skuId !== undefined) {
    url.searchParams.set('skuId', String(target.skuId))
  }
  return url
}

function shopOf(target: Target): Shop {
  return target.kind === 'item' ? target.item.shop : target.shop
}

function hostedPage(ctx: Pick<Context, 'publicUrl'>, target: Target): URL {
  return new URL(`${ctx.publicUrl}/shop/${hostedPath(target)}`)
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

function approvedPage(shop: Shop, address: string | undefined): URL | undefined {
  const url = address !== undefined && URL.canParse(address) ? new URL(address) : undefined
  return url && isApproved(shop, url) ? url : undefined
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
