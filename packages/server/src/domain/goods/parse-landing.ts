import type { Context } from '../../context.ts'
import { findItems } from './find-items.ts'
import { findShop, findShops, findVenue } from './find-shop.ts'
import type { Target } from './item.ts'
import { hostAndParents, isApproved } from './landing-url.ts'
import { selectItemIdByPage, selectShopIdsByHosts, selectVenueByPage } from './rows.ts'

const MAX_URL_CHARS = 2048
const HOSTED_PATH = /^\/shop\/(items|shops|venues)\/([1-9]\d{0,17})\/?$/
const ID = /^[1-9]\d{0,17}$/

/** What a page address shows: an item, shop or venue of a known shop. Nothing is fetched. */
export async function parseLanding(ctx: Context, address: string): Promise<Target | undefined> {
  if (address.length > MAX_URL_CHARS || !URL.canParse(address)) return undefined
  const url = new URL(address)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined
  const path = hostedPath(ctx, url)
  return path === undefined ? parseOwnPage(ctx, url) : parseHostedPage(ctx, url, path)
}

function hostedPath(ctx: Context, url: URL): string | undefined {
  if (!URL.canParse(ctx.publicUrl)) return undefined
  const server = new URL(ctx.publicUrl)
  const prefix = server.pathname.replace(/\/$/, '')
  if (url.origin !== server.origin || !url.pathname.startsWith(`${prefix}/`)) return undefined
  return url.pathname.slice(prefix.length)
}

async function parseHostedPage(ctx: Context, url: URL, path: string): Promise<Target | undefined> {
  const [, kind, digits] = HOSTED_PATH.exec(path) ?? []
  if (digits === undefined) return undefined
  const id = BigInt(digits)
  if (kind === 'items') {
    const target = await itemTarget(ctx, id, url)
    return target?.kind === 'item' && target.item.shop.hosted ? target : undefined
  }
  const venue = kind === 'venues' ? await findVenue(ctx, id) : undefined
  if (kind === 'venues' && !venue) return undefined
  const shop = await findShop(ctx, venue?.shopId ?? id)
  if (!shop?.hosted) return undefined
  return venue ? { kind: 'venue', venue, shop } : { kind: 'shop', shop }
}

async function parseOwnPage(ctx: Context, url: URL): Promise<Target | undefined> {
  const hosts = hostAndParents(url.hostname)
  const found = await findShops(ctx, await selectShopIdsByHosts(ctx.store.read, hosts))
  const shops = [...found.values()].filter((shop) => !shop.hosted && isApproved(shop, url))
  if (shops.length === 0) return undefined
  const page = { shopIds: shops.map((shop) => shop.id), urls: spellings(url) }
  const outerId = url.searchParams.get('id')?.replaceAll('\0', '')
  const itemId = await selectItemIdByPage(ctx.store.read, { ...page, outerId })
  if (itemId !== undefined) return itemTarget(ctx, itemId, url)
  const venue = await selectVenueByPage(ctx.store.read, page)
  if (venue) {
    const shop = found.get(venue.shopId)
    return shop && { kind: 'venue', venue, shop }
  }
  const [shop] = shops.sort((a, b) => (a.id < b.id ? -1 : 1))
  return url.pathname === '/' && outerId === undefined && shop ? { kind: 'shop', shop } : undefined
}

async function itemTarget(ctx: Context, id: bigint, url: URL): Promise<Target | undefined> {
  const item = (await findItems(ctx, [id])).get(id)
  if (!item) return undefined
  const sku = url.searchParams.get('skuId') ?? ''
  return { kind: 'item', item, skuId: ID.test(sku) ? BigInt(sku) : undefined }
}

// The ways in which the same page may have been stored: of the query only `id` tells pages apart.
function spellings(url: URL): string[] {
  const id = url.searchParams.get('id')
  return ['https:', 'http:'].flatMap((protocol) => {
    const page = `${protocol}//${url.host}${url.pathname}`
    const bare = page.replace(/\/$/, '')
    return id === null ? [page, bare] : [`${page}?id=${encodeURIComponent(id)}`, page]
  })
}
