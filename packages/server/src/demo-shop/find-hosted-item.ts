import type { Context } from '../context.ts'
import { findItems, type Item } from '../domain/goods/index.ts'
import { notFound } from './problem.ts'

/** An item whose page is here. Those of shops with pages of their own are not shown. */
export async function findHostedItem(ctx: Context, itemId: bigint): Promise<Item> {
  const item = (await findItems(ctx, [itemId])).get(itemId)
  if (!item?.shop.hosted || item.shop.status !== 'open')
    throw notFound('没有这件商品', 'There is no such item')
  return item
}
