import { boolean, type Input, list, long, number, string } from '@opentbk/top'
import type { SearchFilter, SortKey } from '../../../domain/goods/index.ts'

/** What both goods searches filter by. */
export const filterFields = {
  q: string({ note: 'words; all of them must be in the title', example: '女装' }),
  cat: list(long(), {
    maxItems: 10,
    docType: 'String',
    note: 'leaf or level-one category ids, comma-joined, any of them',
    example: '16,18',
  }),
  start_price: number({ min: 0, note: 'least final price, yuan', example: 10 }),
  end_price: number({ min: 0, note: 'highest final price, yuan', example: 10 }),
  start_tk_rate: number({ min: 0, note: 'least rate of the best plan, 1234 is 12.34 %', example: 1234 }),
  end_tk_rate: number({ min: 0, note: 'highest rate of the best plan, 1234 is 12.34 %', example: 1234 }),
  start_dsr: number({ min: 0, max: 50_000, note: "least score of the item's shop", example: 10 }),
  itemloc: string({ note: "part of the item's place", example: '杭州' }),
  npx_level: number({
    values: [1, 2, 3],
    default: 1,
    note: 'clutter on the picture: 1 any, 2 none, 3 slight',
  }),
  has_coupon: boolean({ note: 'true: only with a coupon open at its price' }),
  is_tmall: boolean({ note: 'true: only from mall shops' }),
  is_overseas: boolean({ note: 'true: only from abroad' }),
  need_free_shipment: boolean({ note: 'true: only with free shipping' }),
  need_prepay: boolean({ note: 'true: only with consumer protection' }),
  include_pay_rate_30: boolean({ note: 'true: only with a conversion above the average' }),
  include_good_rate: boolean({ note: 'true: only with reviews above the average' }),
  include_rfd_rate: boolean({ note: 'true: only with refunds below the average' }),
}

export function filterOf(input: Input<typeof filterFields>): SearchFilter {
  return {
    q: input.q,
    categoryIds: input.cat,
    minPriceFen: fenOf(input.start_price),
    maxPriceFen: fenOf(input.end_price),
    minRateBp: input.start_tk_rate,
    maxRateBp: input.end_tk_rate,
    minShopDsr: input.start_dsr,
    place: input.itemloc,
    npxLevel: input.npx_level === 1 ? undefined : input.npx_level,
    onlyWithCoupon: input.has_coupon,
    onlyTmall: input.is_tmall,
    onlyOverseas: input.is_overseas,
    onlyFreeShipment: input.need_free_shipment,
    onlyPrepay: input.need_prepay,
    onlyHighPayRate: input.include_pay_rate_30,
    onlyHighGoodRate: input.include_good_rate,
    onlyLowRefundRate: input.include_rfd_rate,
  }
}

function fenOf(yuan: number | undefined): bigint | undefined {
  return yuan === undefined ? undefined : BigInt(yuan) * 100n
}

/** `tk_rate_des` as the search knows it. */
export function sortOf(sort: string): { key: SortKey; descending: boolean } {
  return { key: sort.replace(/_(des|asc)$/, '') as SortKey, descending: sort.endsWith('_des') }
}
