import { timingSafeEqual } from 'node:crypto'

/** Whether two secrets are equal, in a time that does not tell where they differ. */
export function constantTimeEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}
