import { list, long, number, Refusal, string } from '@opentbk/top'
import { findShop, listRelatedShops } from '../../domain/goods/index.ts'
import { readFieldNames } from '../_shapes/read-field-names.ts'
import { method } from '../define.ts'
import { describeShop, shopFieldNames, shopList } from './_shapes/shop.ts'

export const shopRecommendGet = method({
  name: 'taobao.tbk.shop.recommend.get',
  title: '淘宝客-公用-店铺关联推荐',
  session: 'none',
  module: 'goods',
  permission: 'basic',
  note: 'Shops with the same main category and promoted goods, the best sold first.',
  request: {
    fields: list(string(), {
      required: true,
      docType: 'String',
      note: shopFieldNames.join(', '),
      example: 'user_id,shop_title,shop_type,seller_nick,pict_url,shop_url',
    }),
    user_id: long({ required: true, min: 1n, note: 'a seller id, of an item or a shop', example: 123 }),
    count: number({ min: 1, max: 40, default: 20, example: 20 }),
    platform: number({ values: [1, 2], default: 1, note: '1 PC, 2 wireless: one page serves both' }),
  },
  response: { results: shopList },
  refusals: { 'place.unknown': true },

  async handle(ctx, input) {
    const wanted = readFieldNames(input.fields, shopFieldNames)
    const shop = await findShop(ctx, input.user_id)
    if (!shop) throw new Refusal('place.unknown')
    const related = await listRelatedShops(ctx, shop, input.count)
    return { results: related.map((each) => describeShop(ctx, each, wanted)) }
  },
})
