import { createHash } from 'node:crypto'
import type { Keyring } from './keyring.ts'

/** By which data knows its master keys without holding them; that of the key that makes comes first. */
export function keyFingerprints(keys: Keyring): [current: string, ...old: string[]] {
  const prints = keys.derive('key-check').map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'))
  return prints as [string, ...string[]]
}
