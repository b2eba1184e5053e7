import type { SearchFilter, SortKey } from '../search-items.ts'
import { MAX_SELECTED, type MaterialRule } from './material.ts'

const sortKeys: readonly SortKey[] = [
  'match',
  'total_sales',
  'tk_rate',
  'tk_mkt_rate',
  'tk_total_sales',
  'tk_total_commi',
  'final_promotion_price',
]

type Readers = { [K in keyof SearchFilter]-?: (value: unknown) => SearchFilter[K] }

const filterReaders: Readers = {
  q: (value) => (typeof value === 'string' && value.trim() !== '' ? value : undefined),
  categoryIds: (value) => (Array.isArray(value) ? value.map((id) => BigInt(id)) : undefined),
  minPriceFen: fen,
  maxPriceFen: fen,
  minRateBp: whole,
  maxRateBp: whole,
  minShopDsr: whole,
  place: (value) => (typeof value === 'string' ? value : undefined),
  npxLevel: whole,
  onlyWithCoupon: yes,
  onlyTmall: yes,
  onlyOverseas: yes,
  onlyFreeShipment: yes,
  onlyPrepay: yes,
  onlyHighPayRate: yes,
  onlyHighGoodRate: yes,
  onlyLowRefundRate: yes,
}

/**
 * A rule as its row keeps it: the members of a search filter beside `sort` (a sort key with `_des` or `_asc`)
 * and `limit`. Throws Error on anything else: a slip in a rule must not quietly select other goods.
 */
export function readMaterialRule(stored: object): MaterialRule {
  const { sort = 'total_sales_des', limit = MAX_SELECTED, ...filter } = stored as Record<string, unknown>
  const size = whole(limit)
  if (size === undefined || size === 0) throw new Error(`a material's limit is a number, not ${limit}`)
  return { filter: readFilter(filter), sort: readSort(sort), limit: Math.min(size, MAX_SELECTED) }
}

function readFilter(stored: Record<string, unknown>): SearchFilter {
  const read = Object.entries(stored).map(([name, value]) => {
    const reader = Object.hasOwn(filterReaders, name) ? filterReaders[name as keyof Readers] : undefined
    const known = reader?.(value)
    if (known === undefined) throw new Error(`a material's rule has no ${name}: ${JSON.stringify(value)}`)
    return [name, known]
  })
  return Object.fromEntries(read)
}

function readSort(stored: unknown): MaterialRule['sort'] {
  const [, key, direction] = /^(\w+)_(des|asc)$/.exec(String(stored)) ?? []
  const known = sortKeys.find((each) => each === key)
  if (!known) throw new Error(`a material cannot be sorted by ${stored}`)
  return { key: known, descending: direction === 'des' }
}

function whole(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined
}

function fen(value: unknown): bigint | undefined {
  const number = whole(value)
  return number === undefined ? undefined : BigInt(number)
}

function yes(value: unknown): true | undefined {
  return value === true ? true : undefined
}
