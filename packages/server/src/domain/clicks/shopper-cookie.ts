import { randomUUID } from 'node:crypto'
import { constantTimeEqual } from '../../keys/constant-time.ts'
import type { Keyring } from '../../keys/keyring.ts'

/** Under which name a browser keeps its mark. */
export const SHOPPER_COOKIE = 'otbk_shopper'
const MAC_BYTES = 12

/** A shopper's mark: a random id and a tag by which a made-up one is seen. */
export function writeShopperCookie(keys: Keyring, shopperId: string): string {
  const tag = keys.mac('shopper-cookie', shopperId).subarray(0, MAC_BYTES)
  return `${shopperId.replaceAll('-', '')}${tag.toString('hex')}`
}

/** The shopper in a request's Cookie header, or undefined when we did not write that mark. */
export function readShopperCookie(keys: Keyring, header: string | undefined): string | undefined {
  const text = valueIn(header)
  if (!text || !/^[0-9a-f]{56}$/.test(text)) return undefined
  const hex = text.slice(0, 32)
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  const said = Buffer.from(text.slice(32), 'hex')
  const isOurs = keys
    .macs('shopper-cookie', id)
    .some((mac) => constantTimeEqual(said, mac.subarray(0, MAC_BYTES)))
  return isOurs ? id : undefined
}

function valueIn(header: string | undefined): string | undefined {
  const pair = header?.split(';').find((part) => part.trimStart().startsWith(`${SHOPPER_COOKIE}=`))
  return pair?.slice(pair.indexOf('=') + 1).trim()
}

export function newShopperId(): string {
  return randomUUID()
}
