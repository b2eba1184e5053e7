import { randomFillSync } from 'node:crypto'

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
// The largest multiple of 62 below 256: bytes above it would favour the first letters.
const FAIR_BYTES = 248

export const SHORT_CODE_LENGTH = 8
export const TPWD_CODE_LENGTH = 11

const pool = new Uint8Array(4096)
let used = pool.length

/** A random base-62 text that cannot be guessed. */
export function randomCode(length: number): string {
  let code = ''
  while (code.length < length) {
    if (used === pool.length) {
      randomFillSync(pool)
      used = 0
    }
    const byte = pool[used++] as number
    if (byte < FAIR_BYTES) code += BASE62[byte % 62]
  }
  return code
}
