const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
// 62^8 still fits a JavaScript number exactly, which is far faster than a bigint.
const CHUNK = 8
const CHUNK_VALUE = BigInt(62 ** CHUNK)
const BLOCK_LIMIT = 2n ** 128n

/** Digits of 128 bits in base 62. */
export const BLOCK_TEXT_LENGTH = 22

const digitValues = new Map([...DIGITS].map((digit, value) => [digit, value]))

/** 16 bytes as 22 base-62 digits, the most significant first. */
export function blockToText(block: Buffer): string {
  let rest = (block.readBigUInt64BE(0) << 64n) | block.readBigUInt64BE(8)
  let text = ''
  while (text.length + CHUNK <= BLOCK_TEXT_LENGTH) {
    text = digitsOf(Number(rest % CHUNK_VALUE), CHUNK) + text
    rest /= CHUNK_VALUE
  }
  return digitsOf(Number(rest), BLOCK_TEXT_LENGTH - text.length) + text
}

/** The 16 bytes of 22 base-62 digits; undefined for another text or a value over 128 bits. */
export function blockFromText(text: string): Buffer | undefined {
  if (text.length !== BLOCK_TEXT_LENGTH) return undefined
  let value = 0n
  for (let from = BLOCK_TEXT_LENGTH % CHUNK, at = 0; at < text.length; at = from, from += CHUNK) {
    const group = groupValue(text, at, from)
    if (group === undefined) return undefined
    value = value * CHUNK_VALUE + BigInt(group)
  }
  if (value >= BLOCK_LIMIT) return undefined
  const block = Buffer.alloc(16)
  block.writeBigUInt64BE(value >> 64n, 0)
  block.writeBigUInt64BE(value & 0xffff_ffff_ffff_ffffn, 8)
  return block
}

function digitsOf(value: number, length: number): string {
  let rest = value
  let text = ''
  while (text.length < length) {
    text = DIGITS.charAt(rest % 62) + text
    rest = Math.floor(rest / 62)
  }
  return text
}

function groupValue(text: string, from: number, to: number): number | undefined {
  let value = 0
  for (let i = from; i < to; i++) {
    const digit = digitValues.get(text.charAt(i))
    if (digit === undefined) return undefined
    value = value * 62 + digit
  }
  return value
}
