import {
  type Cipheriv,
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
} from 'node:crypto'
import type { Keyring } from '../../keys/keyring.ts'
import { BLOCK_TEXT_LENGTH, blockFromText, blockToText } from './base62.ts'

/** What a wire id names: the item, and the publisher it was made for. */
export type ItemName = { itemId: bigint; memberId: bigint }

type Purpose = 'item-id' | 'publisher-id'
type Sealer = { encrypt: Cipheriv; decrypt: Cipheriv; macKey: KeyObject }
type Sealers = {
  item: readonly Sealer[]
  publisher: readonly Sealer[]
  segments: Remembered<bigint, string>
  texts: Remembered<bigint, string>
  names: Remembered<string, ItemName>
}

const MAX_SEGMENTS = 10_000
const MAX_NAMES = 50_000
const MAC_BYTES = 8
const MAX_LONG = 2n ** 63n - 1n
const ITEM_ID = new RegExp(`^([0-9A-Za-z]{${BLOCK_TEXT_LENGTH}})-([0-9A-Za-z]{${BLOCK_TEXT_LENGTH}})$`)

const madeFor = new WeakMap<Keyring, Sealers>()

/**
 * An item's name on the wire for one publisher, `A-B`: A seals the item, B the publisher, each one
 * authenticated block. The same item and publisher give the same text for ever.
 */
export function encodeItemId(keys: Keyring, itemId: bigint, memberId: bigint): string {
  const sealers = sealersOf(keys)
  return sealers.texts.get((memberId << 64n) | itemId, () => {
    const sealed = seal(sealers.item[0] as Sealer, itemId, memberId)
    return `${blockToText(sealed)}-${publisherSegment(sealers, memberId)}`
  })
}

/** What a wire id names; undefined when this network did not make it, under any of its keys. */
export function decodeItemId(keys: Keyring, text: string): ItemName | undefined {
  const sealers = sealersOf(keys)
  return sealers.names.get(text, () => openName(sealers, text))
}

function openName(sealers: Sealers, text: string): ItemName | undefined {
  const parts = ITEM_ID.exec(text)
  if (!parts) return undefined
  const itemBlock = blockFromText(parts[1] as string)
  const publisherBlock = blockFromText(parts[2] as string)
  if (!itemBlock || !publisherBlock) return undefined
  for (const [index, publisher] of sealers.publisher.entries()) {
    const memberId = open(publisher, publisherBlock, undefined)
    if (memberId === undefined) continue
    const itemId = open(sealers.item[index] as Sealer, itemBlock, memberId)
    if (itemId !== undefined) return { itemId, memberId }
  }
  return undefined
}

function publisherSegment(sealers: Sealers, memberId: bigint): string {
  return sealers.segments.get(memberId, () => {
    return blockToText(seal(sealers.publisher[0] as Sealer, memberId, undefined))
  })
}

/** Names never change, and making or reading one costs more than all else of a small call. */
class Remembered<K, V> {
  readonly #known = new Map<K, V>()
  readonly #max: number

  constructor(max: number) {
    this.#max = max
  }

  /** What is not (undefined) is worked out each time: anybody can send what is no name. */
  get<R extends V | undefined>(key: K, make: () => R): V | R {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const value = make()
    if (value === undefined) return value
    if (this.#known.size >= this.#max) this.#known.clear()
    this.#known.set(key, value as NonNullable<R> & V)
    return value
  }
}

/** One block: the number (8 bytes) and the MAC over it and its context (8 bytes), encrypted. */
function seal(sealer: Sealer, value: bigint, context: bigint | undefined): Buffer {
  if (value < 0n || value > MAX_LONG) throw new RangeError('an id is a positive 64-bit number')
  const block = Buffer.alloc(16)
  block.writeBigUInt64BE(value)
  macOf(sealer, value, context).copy(block, MAC_BYTES, 0, MAC_BYTES)
  return sealer.encrypt.update(block)
}

function open(sealer: Sealer, block: Buffer, context: bigint | undefined): bigint | undefined {
  const plain = sealer.decrypt.update(block)
  const value = plain.readBigUInt64BE()
  if (value > MAX_LONG) return undefined
  const expected = macOf(sealer, value, context).readBigUInt64BE()
  return plain.readBigUInt64BE(MAC_BYTES) === expected ? value : undefined
}

function macOf(sealer: Sealer, value: bigint, context: bigint | undefined): Buffer {
  const data = Buffer.alloc(context === undefined ? 8 : 16)
  data.writeBigUInt64BE(value)
  if (context !== undefined) data.writeBigUInt64BE(context, 8)
  return createHmac('sha256', sealer.macKey).update(data).digest()
}

function sealersOf(keys: Keyring): Sealers {
  let sealers = madeFor.get(keys)
  if (!sealers) {
    sealers = {
      item: makeSealers(keys, 'item-id'),
      publisher: makeSealers(keys, 'publisher-id'),
      segments: new Remembered(MAX_SEGMENTS),
      texts: new Remembered(MAX_NAMES),
      names: new Remembered(MAX_NAMES),
    }
    madeFor.set(keys, sealers)
  }
  return sealers
}

// Encryption and MAC each get a key of their own. ECB of single blocks keeps no state between calls, so
// the cipher objects serve for ever.
function makeSealers(keys: Keyring, purpose: Purpose): Sealer[] {
  return keys.derive(purpose).map(({ bytes }) => {
    const blockKey = createHmac('sha256', bytes).update('block').digest()
    const macKey = createSecretKey(createHmac('sha256', bytes).update('mac').digest())
    return {
      encrypt: createCipheriv('aes-256-ecb', blockKey, null).setAutoPadding(false),
      decrypt: createDecipheriv('aes-256-ecb', blockKey, null).setAutoPadding(false),
      macKey,
    }
  })
}
