import { list, string } from '@opentbk/top'
import { readLapsedItemIds } from '../../domain/goods/index.ts'
import { method } from '../define.ts'
import { transformedIds, transformIds } from './_shapes/transformed-ids.ts'

export const itemidIneffectiveTransform = method({
  name: 'taobao.tbk.itemid.ineffective.transform',
  title: '淘宝客-公用-失效商品id转化',
  session: 'none',
  module: 'goods',
  permission: 'basic',
  note: 'Turns ids of this network that are accepted no more into the promoter’s own: made with an older key, or for a publisher whose authorisation ended.',
  request: {
    item_ids: list(string(), {
      required: true,
      maxItems: 100,
      docType: 'String',
      note: 'ids (A-B) that this network once made for anyone, comma-joined; no numbers',
      example: '1,2,3',
    }),
  },
  response: { results: transformedIds },
  refusals: { 'item.bad-id': true },

  async handle(ctx, { item_ids }) {
    return { results: transformIds(ctx, await readLapsedItemIds(ctx, item_ids), ctx.promoterId) }
  },
})
