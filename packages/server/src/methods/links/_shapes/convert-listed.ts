import { Refusal } from '@opentbk/top'
import type { CallContext } from '../../../context.ts'
import { findItems, findShop, type Item, isPromotable, readItemIds } from '../../../domain/goods/index.ts'
import {
  type ConvertFor,
  type ConvertOptions,
  convertItem,
  convertPlace,
  type ItemConversion,
} from '../../../domain/links/index.ts'

/** An item of a list in its links, with the id as it was sent. */
export type ListedItem = ItemConversion & { text: string; itemId: bigint }

/** Links to the items of a list, each once; what cannot be read or promoted is left out. */
export async function convertListedItems(
  ctx: CallContext,
  texts: readonly string[],
  how: ConvertFor & ConvertOptions,
): Promise<ListedItem[]> {
  const ids = await readItemIds(ctx, texts)
  const items = await findItems(ctx, [...new Set(ids.values())])
  const converted = await Promise.all(
    [...ids].map(async ([text, itemId]) => {
      const item = items.get(itemId)
      const conversion = item && (await convertIfPromoted(ctx, item, how))
      return conversion ? [{ ...conversion, text, itemId }] : []
    }),
  )
  return converted.flat()
}

async function convertIfPromoted(
  ctx: CallContext,
  item: Item,
  how: ConvertFor & ConvertOptions,
): Promise<ItemConversion | undefined> {
  try {
    return await convertItem(ctx, { kind: 'item', item }, how)
  } catch (error) {
    const leftOut = error instanceof Refusal && notPromotable.has(error.refusal)
    if (!leftOut) throw error
    return undefined
  }
}

const notPromotable: ReadonlySet<string> = new Set(['item.off-shelf', 'item.not-promoted'])

/** Links to the shops of a list of sellers, each once; unknown and closed ones are left out. */
export async function convertListedShops(
  ctx: CallContext,
  sellerIds: readonly bigint[],
  how: ConvertFor & ConvertOptions,
): Promise<{ sellerId: bigint; url: string }[]> {
  const converted = await Promise.all(
    [...new Set(sellerIds)].map(async (sellerId) => {
      const shop = await findShop(ctx, sellerId)
      if (!shop || !isPromotable(shop)) return []
      const { long: url } = await convertPlace(ctx, { kind: 'shop', shop }, how)
      return [{ sellerId, url }]
    }),
  )
  return converted.flat()
}
