import { hmac, padded, toHex } from './digest.ts'
import { sha256 } from './sha256.ts'
import type { Bytes, Hashes } from './sign.ts'

const utf8 = new TextEncoder()
const shifts = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21] as const
// RFC 1321: the first 32 bits of the fraction of |sin(i + 1)|.
const sines = Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32))

/** Signing hashes in plain JavaScript, for browsers, where no synchronous MD5 exists. A server has faster ones. */
export const portableHashes: Hashes = {
  md5: (data) => toHex(md5(bytesOf(data))),
  hmacMd5: (key, data) => toHex(hmac(md5, utf8.encode(key), bytesOf(data))),
  hmacSha256: (key, data) => toHex(hmac(sha256, utf8.encode(key), bytesOf(data))),
}

/** MD5 (RFC 1321): 16 bytes. For TOP signatures only; as a hash it is broken. */
export function md5(data: Uint8Array): Uint8Array {
  const blocks = padded(data, true)
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476)
  const words = new Int32Array(16)
  for (let at = 0; at < blocks.byteLength; at += 64) {
    for (let i = 0; i < 16; i++) words[i] = blocks.getInt32(at + i * 4, true)
    mixBlock(state, words)
  }
  const digest = new DataView(new ArrayBuffer(16))
  for (let i = 0; i < 4; i++) digest.setInt32(i * 4, state[i] ?? 0, true)
  return new Uint8Array(digest.buffer)
}

function mixBlock(state: Int32Array, words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0] = state
  for (let i = 0; i < 64; i++) {
    const round = i >> 4
    const sum = (a + mix(round, [b, c, d]) + (sines[i] ?? 0) + (words[wordIndex(round, i)] ?? 0)) | 0
    const shift = shifts[round * 4 + (i & 3)] ?? 0
    a = d
    d = c
    c = b
    b = (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0
  }
  state[0] = (state[0] ?? 0) + a
  state[1] = (state[1] ?? 0) + b
  state[2] = (state[2] ?? 0) + c
  state[3] = (state[3] ?? 0) + d
}

function mix(round: number, [b, c, d]: readonly [number, number, number]): number {
  if (round === 0) return (b & c) | (~b & d)
  if (round === 1) return (d & b) | (~d & c)
  return round === 2 ? b ^ c ^ d : c ^ (b | ~d)
}

function wordIndex(round: number, i: number): number {
  if (round === 0) return i
  if (round === 1) return (5 * i + 1) & 15
  return round === 2 ? (3 * i + 5) & 15 : (7 * i) & 15
}

function bytesOf(data: Bytes): Uint8Array {
  return typeof data === 'string' ? utf8.encode(data) : data
}
