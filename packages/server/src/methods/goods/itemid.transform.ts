import { list, string } from '@opentbk/top'
import { readOldItemIds } from '../../domain/goods/index.ts'
import { method } from '../define.ts'
import { transformedIds, transformIds } from './_shapes/transformed-ids.ts'

export const itemidTransform = method({
  name: 'taobao.tbk.itemid.transform',
  title: '淘宝客-推广者-商品id升级(三方)',
  session: 'none',
  module: 'goods',
  permission: 'basic',
  confidence: 'sdk',
  note: 'Turns item numbers, and ids of publishers who authorised this app, into the promoter’s own ids.',
  request: {
    item_ids: list(string(), {
      required: true,
      maxItems: 100,
      docType: 'String',
      note: 'old numbers or ids (A-B), comma-joined',
      example: '1,2,3',
    }),
  },
  response: { results: transformedIds },
  refusals: { 'item.bad-id': true },

  async handle(ctx, { item_ids }) {
    return { results: transformIds(ctx, await readOldItemIds(ctx, item_ids), ctx.promoterId) }
  },
})
