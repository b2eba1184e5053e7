import { randomFillSync } from 'node:crypto'

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz'
const LENGTH = 12
// Random bytes are drawn in bulk: one system call for hundreds of ids.
const pool = new Uint8Array(LENGTH * 512)
let used = pool.length

/** An id of the kind the platform gives: 12 lower-case base-36 characters. */
export function newRequestId(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  let id = ''
  for (let i = 0; i < LENGTH; i++) id += ALPHABET[(pool[used++] as number) % 36]
  return id
}
