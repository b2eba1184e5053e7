import { randomUUID } from 'node:crypto'

/**
 * A click's id is a UUIDv7: its first 48 bits are the time, so a look-up by id knows the partition. On
 * the wire it is 32 hexadecimal digits.
 */
export function newClickId(at: Date): string {
  const time = at.getTime().toString(16).padStart(12, '0')
  // Random in the same places but for the version; drawn in bulk, unlike bytes of our own.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}

export function clickIdOnWire(id: string): string {
  return id.replaceAll('-', '')
}

/** The id and its time, or undefined when the text is no click id. */
export function parseClickId(text: string): { id: string; at: Date } | undefined {
  const hex = text.trim().toLowerCase().replaceAll('-', '')
  if (!/^[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}$/.test(hex)) return undefined
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  return { id, at: new Date(Number.parseInt(hex.slice(0, 12), 16)) }
}
