import { randomFillSync } from 'node:crypto'

/**
 * A click's id is a UUIDv7: its first 48 bits are the time, so a look-up by id knows the partition. On
 * the wire it is 32 hexadecimal digits.
 */
export function newClickId(at: Date): string {
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(at.getTime(), 0, 6)
  randomFillSync(bytes, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
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
