import { boolean, list, number, string } from '@opentbk/top'
import { type ShopSortKey, searchShops } from '../../domain/goods/index.ts'
import { readFieldNames } from '../_shapes/read-field-names.ts'
import { method } from '../define.ts'
import { describeShop, shopFieldNames, shopList } from './_shapes/shop.ts'

const rate = { min: 1, max: 10_000 } as const
const credit = { min: 1, max: 20 } as const

export const shopGet = method({
  name: 'taobao.tbk.shop.get',
  title: '淘宝客-推广者-店铺搜索',
  session: 'none',
  module: 'goods',
  permission: 'basic',
  note: 'Counts of goods and sales are an hour old at the most.',
  request: {
    fields: list(string(), {
      required: true,
      docType: 'String',
      note: shopFieldNames.join(', '),
      example: 'user_id,shop_title,shop_type,seller_nick,pict_url,shop_url',
    }),
    q: string({
      required: true,
      note: "words; each in the shop's title, its nick or the name of its main category",
      example: '女装',
    }),
    sort: string({
      values: [
        'commission_rate_des',
        'commission_rate_asc',
        'auction_count_des',
        'auction_count_asc',
        'total_auction_des',
        'total_auction_asc',
      ],
      default: 'total_auction_des',
      note: 'commission_rate of the general plan, auction_count goods, total_auction pieces sold in 30 days',
      example: 'commission_rate_des',
    }),
    is_tmall: boolean({ note: 'true: only mall shops' }),
    start_credit: number({ ...credit, note: 'least level', example: 1 }),
    end_credit: number({ ...credit, note: 'highest level', example: 20 }),
    start_commission_rate: number({ ...rate, note: 'least rate of the general plan, basis points' }),
    end_commission_rate: number({ ...rate, note: 'highest rate of the general plan, basis points' }),
    start_total_action: number({ min: 0, note: 'least number of goods', example: 1 }),
    end_total_action: number({ min: 0, note: 'highest number of goods', example: 100 }),
    start_auction_count: number({ min: 0, note: 'least number of promoted goods', example: 123 }),
    end_auction_count: number({ min: 0, note: 'highest number of promoted goods', example: 200 }),
    page_no: number({ min: 1, max: 100, default: 1, example: 1 }),
    page_size: number({ min: 1, max: 100, default: 20, example: 20 }),
    platform: number({ values: [1, 2], default: 1, note: '1 PC, 2 wireless: one page serves both' }),
  },
  response: { results: shopList, total_results: number({ example: 100 }) },

  async handle(ctx, input) {
    const wanted = readFieldNames(input.fields, shopFieldNames)
    const { total, shops } = await searchShops(ctx, {
      q: input.q,
      filter: {
        onlyTmall: input.is_tmall,
        rating: { min: input.start_credit, max: input.end_credit },
        rateBp: { min: input.start_commission_rate, max: input.end_commission_rate },
        itemCount: { min: input.start_total_action, max: input.end_total_action },
        promotedCount: { min: input.start_auction_count, max: input.end_auction_count },
      },
      sort: {
        key: input.sort.replace(/_(des|asc)$/, '') as ShopSortKey,
        descending: input.sort.endsWith('_des'),
      },
      pageNo: input.page_no,
      pageSize: input.page_size,
    })
    return { results: shops.map((shop) => describeShop(ctx, shop, wanted)), total_results: total }
  },
})
