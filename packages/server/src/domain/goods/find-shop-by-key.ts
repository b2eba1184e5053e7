import type { Context } from '../../context.ts'
import { cacheKind } from '../../store/caches.ts'
import { selectShopByKey } from './rows.ts'

/** A shop as the ingest door knows it: its secret is in clear, to check a signature. */
export type SigningShop = { id: bigint; secret: string }

const shops = cacheKind<string, SigningShop | undefined>(['shops'], 20_000)

export async function findShopByKey(ctx: Context, shopKey: string): Promise<SigningShop | undefined> {
  return ctx.caches.read(shops, shopKey, async () => {
    const row = await selectShopByKey(ctx.store.read, shopKey)
    if (!row) return undefined
    const secret = ctx.keys.open('shop-secret', row.secretSealed)
    if (!secret)
      throw new Error(`the secret of shop ${row.id} does not open: is the master key the right one?`)
    return { id: row.id, secret: secret.toString('utf8') }
  })
}
