import { invalidArgument } from './error.ts'
import type { LeafSpec, NumberSpec } from './field.ts'
import { formatYuan, parseYuan } from './money.ts'
import { parseGmt8 } from './time.ts'

export type LeafReader = (text: string, path: string) => unknown

const longMin = -(2n ** 63n)
const longMax = 2n ** 63n - 1n

/** The reader of a simple value's text: the value, or TopError 41 that names `path` and says what was expected. */
export function leafReader(spec: LeafSpec): LeafReader {
  switch (spec.kind) {
    case 'string':
      return (text, path) => {
        if (spec.values !== undefined && !spec.values.includes(text)) {
          throw invalidArgument(path, `应为 ${spec.values.join('、')} 之一`)
        }
        if (spec.maxLength !== undefined && text.length > spec.maxLength) {
          throw invalidArgument(path, `最长 ${spec.maxLength} 个字符，收到 ${text.length} 个`)
        }
        // No store and no XML can hold it.
        if (text.includes('\0')) throw invalidArgument(path, '含有不可用的空字符')
        return text
      }
    case 'number':
      return numberReader(spec)
    case 'boolean':
      return (text, path) => {
        const word = text.toLowerCase()
        if (word !== 'true' && word !== 'false') throw invalidArgument(path, '应为 true 或 false')
        return word === 'true'
      }
    case 'date':
      return (text, path) => {
        const date = parseGmt8(text)
        if (date === undefined) throw invalidArgument(path, '应为 yyyy-MM-dd HH:mm:ss 格式的时间')
        return date
      }
    case 'price':
      return (text, path) => {
        const fen = parseYuan(text)
        if (fen === undefined) throw invalidArgument(path, '应为以元为单位的金额，最多两位小数')
        checkRange(fen, { path, min: spec.min, max: spec.max, show: (bound) => formatYuan(BigInt(bound)) })
        return fen
      }
  }
}

function numberReader(spec: NumberSpec): LeafReader {
  return (text, path) => {
    const value = parseLong(text)
    if (value === undefined) throw invalidArgument(path, '应为 64 位整数')
    checkRange(value, { path, min: spec.min, max: spec.max, show: String })
    if (spec.bits === 64) return value
    const small = Number(value)
    if (!Number.isSafeInteger(small)) throw invalidArgument(path, '整数超出范围')
    if (spec.values !== undefined && !spec.values.includes(small)) {
      throw invalidArgument(path, `应为 ${spec.values.join('、')} 之一`)
    }
    return small
  }
}

/** A decimal integer within a signed 64-bit Long; leading zeros are fine, signs other than `-` are not. */
function parseLong(text: string): bigint | undefined {
  const start = text.startsWith('-') ? 1 : 0
  if (text.length === start || text.length > 20) return undefined
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 48 || code > 57) return undefined
  }
  const value = BigInt(text)
  return value < longMin || value > longMax ? undefined : value
}

type Bound = number | bigint | undefined

function checkRange(
  value: bigint,
  range: { path: string; min: Bound; max: Bound; show: (bound: number | bigint) => string },
): void {
  const { min, max, show } = range
  if (min !== undefined && value < min) throw invalidArgument(range.path, `不能小于 ${show(min)}`)
  if (max !== undefined && value > max) throw invalidArgument(range.path, `不能大于 ${show(max)}`)
}
