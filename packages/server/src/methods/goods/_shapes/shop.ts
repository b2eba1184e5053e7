import { list, long, object, string } from '@opentbk/top'
import type { Context } from '../../../context.ts'
import { findPageUrl, type Shop } from '../../../domain/goods/index.ts'

export const shopFieldNames = [
  'user_id',
  'shop_title',
  'shop_type',
  'seller_nick',
  'pict_url',
  'shop_url',
] as const
export type ShopFieldName = (typeof shopFieldNames)[number]

export const shopList = list(
  object('NTbkShop', {
    user_id: long({ note: 'the seller id: a seller is a shop here', example: 123 }),
    shop_title: string({ example: '女装店铺' }),
    shop_type: string({ note: 'B tmall, C taobao', example: 'B' }),
    seller_nick: string({ example: 'demo' }),
    pict_url: string(),
    shop_url: string(),
  }),
)

/** A shop with those of its members that `fields` asked for. */
export function describeShop(ctx: Context, shop: Shop, wanted: ReadonlySet<ShopFieldName>) {
  const all = {
    user_id: shop.id,
    shop_title: shop.title,
    shop_type: shop.isTmall ? 'B' : 'C',
    seller_nick: shop.nick,
    pict_url: shop.pictUrl,
    shop_url: findPageUrl(ctx, { kind: 'shop', shop }),
  }
  return Object.fromEntries(
    Object.entries(all).filter(([name]) => wanted.has(name as ShopFieldName)),
  ) as Partial<typeof all>
}
