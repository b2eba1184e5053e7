import type { Context } from '../../context.ts'
import { cacheKind } from '../../store/caches.ts'
import type { Shop, Venue } from './item.ts'
import { pictureUrl } from './picture-url.ts'
import { selectShops, selectVenue } from './rows.ts'

const shops = cacheKind<bigint, Shop>(['shops'], 20_000)
const venues = cacheKind<bigint, Venue | undefined>(['venues'], 10_000)

export async function findShop(ctx: Context, id: bigint): Promise<Shop | undefined> {
  return (await findShops(ctx, [id])).get(id)
}

export async function findShops(ctx: Context, ids: readonly bigint[]): Promise<Map<bigint, Shop>> {
  return ctx.caches.readMany(shops, ids, async (missing) => {
    const rows = await selectShops(ctx.store.read, missing)
    return new Map(rows.map((shop) => [shop.id, { ...shop, pictUrl: pictureOf(ctx, shop) }]))
  })
}

function pictureOf(ctx: Context, { pictUrl }: Shop): string | undefined {
  return pictUrl === undefined ? undefined : pictureUrl(ctx, pictUrl)
}

/** A venue, whether or not it is running. */
export async function findVenue(ctx: Context, id: bigint): Promise<Venue | undefined> {
  return ctx.caches.read(venues, id, () => selectVenue(ctx.store.read, id))
}
