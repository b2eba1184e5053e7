import { parseYuan } from '@opentbk/top'
import { badField, notFound } from './problem.ts'

const MAX_QUANTITY = 99
export const MAX_BUYER_CHARACTERS = 40
/** Pages of a list beyond this are not turned to. */
const MAX_PAGE = 200

export function readId(text: string | undefined): bigint {
  if (text === undefined || !/^[1-9]\d{0,17}$/.test(text)) {
    throw notFound('没有这个页面', 'There is no such page')
  }
  return BigInt(text)
}

export function readItemId(text: string | null): bigint {
  if (text && /^[1-9]\d{0,17}$/.test(text)) return BigInt(text)
  throw badField('item_id', { chinese: '商品编号应为数字', english: 'the number of an item' })
}

export function readSkuId(field: string, text: string | null): bigint | undefined {
  if (!text) return undefined
  if (/^[1-9]\d{0,17}$/.test(text)) return BigInt(text)
  throw badField(field, { chinese: '规格编号应为数字', english: 'the number of a variant' })
}

export function readQuantity(text: string | null): number {
  const quantity = text === null ? 1 : /^\d{1,2}$/.test(text.trim()) ? Number(text) : 0
  if (quantity >= 1 && quantity <= MAX_QUANTITY) return quantity
  throw badField('quantity', { chinese: '数量应为1到99', english: 'a whole number from 1 to 99' })
}

/** The buyer's name in the shop; undefined when none was given. */
export function readBuyer(text: string | null): string | undefined {
  const name = text?.trim() ?? ''
  if (name === '') return undefined
  if (name.isWellFormed() && name.length <= MAX_BUYER_CHARACTERS && !/\p{C}/u.test(name)) return name
  throw badField('buyer_id', { chinese: '买家名最多40个字', english: 'at most 40 printable characters' })
}

/** A mark of the network's that the shop only passes on. */
export function readClickId(text: string | null | undefined): string | undefined {
  if (!text) return undefined
  if (/^[\w.-]{1,64}$/.test(text)) return text
  throw badField('click_id', {
    chinese: '点击标识最多64个字母、数字、“-”、“_”或“.”',
    english: 'at most 64 letters, digits, "-", "_" or "."',
  })
}

export function readCouponId(text: string | null | undefined): string | undefined {
  if (!text) return undefined
  if (/^\w{1,64}$/.test(text)) return text
  throw badField('coupon', { chinese: '优惠券活动编号有误', english: 'the activity id of a coupon' })
}

/** Empty: all that can be refunded. */
export function readRefundFen(text: string | null, refundableFen: bigint): bigint {
  if (!text?.trim()) return refundableFen
  const fen = parseYuan(text.trim())
  if (fen !== undefined && fen > 0n && fen <= refundableFen) return fen
  throw badField('amount', {
    chinese: '退款金额应大于0、不超过可退金额、最多两位小数',
    english: 'yuan with at most two decimals, above 0 and not above what can be refunded',
  })
}

export function readPage(text: string | null): number {
  if (!text) return 1
  const page = /^\d{1,3}$/.test(text) ? Number(text) : 0
  if (page >= 1 && page <= MAX_PAGE) return page
  throw badField('page', { chinese: '页码应为1到200', english: 'a whole number from 1 to 200' })
}
