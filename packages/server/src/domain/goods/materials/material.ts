import type { SearchFilter, SortKey } from '../search-items.ts'

/** 物料: a saved selection of goods, by a rule or listed by hand. */
export type Material = {
  id: bigint
  kind: MaterialKind
  /** 1 sales events, 2 topics, 3 lists of the best, 4 a branch of trade, 5 others */
  subject: number
  name: string
  /** Whose favorites (选品库) these are; undefined: for every promoter. */
  memberId: bigint | undefined
  /** Undefined: listed by hand. */
  rule: MaterialRule | undefined
  startsAt: Date
  endsAt: Date
}

export type MaterialKind = 'goods' | 'rights'

export type MaterialRule = {
  filter: SearchFilter
  sort: { key: SortKey; descending: boolean }
  /** The most goods that it selects. */
  limit: number
}

/** A selection holds no more goods than this. */
export const MAX_SELECTED = 2000

/** Goods like one that is named: leaf category and price. */
export const SIMILAR_MATERIAL = 13_256n
/** The promoter's favorites, by name. */
export const FAVORITES_LIST_MATERIAL = 31_519n
/** The goods of one of the promoter's favorites. */
export const FAVORITES_MATERIAL = 31_539n
