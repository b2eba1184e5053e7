import type { Keyring } from '../../keys/keyring.ts'
import type { BizScene, Link, LinkTarget, ThirdParty } from './link.ts'

const VERSION = 1
const MAX_TOKEN_LENGTH = 512
const targetKinds = ['item', 'shop', 'venue'] as const

// Beside the target's kind, in the same byte.
const FROM_TOOL = 128

// Optional parts, in the order of their bits.
const HAS_COUPON = 1
const HAS_RELATION = 2
const HAS_SPECIAL = 4
const HAS_SKU = 8
const HAS_EXTERNAL = 16
const HAS_UVID = 32
const GENERAL_ONLY = 64
const HAS_THIRD = 128

/** A link as a sealed token: authenticated encryption, so making one needs no row and altering one is seen. */
export function sealLink(keys: Keyring, link: Link): string {
  const out = new Writer()
  out.byte(VERSION)
  out.byte(targetKinds.indexOf(link.target.kind) | (link.isFromTool ? FROM_TOOL : 0))
  out.byte(flagsOf(link))
  out.byte(link.bizScene)
  out.number(BigInt(Math.floor(link.issuedAt.getTime() / 1000)))
  for (const id of [link.memberId, link.siteId, link.adzoneId, link.target.shopId]) out.number(id)
  if (link.target.kind === 'item') out.number(link.target.itemId)
  if (link.target.kind === 'venue') out.number(link.target.venueId)
  for (const id of [link.couponId, link.relationId, link.specialId, link.skuId])
    if (id !== undefined) out.number(id)
  for (const mark of [link.externalId, link.uvid]) if (mark !== undefined) out.text(mark)
  if (link.third) {
    const { memberId, siteId, adzoneId, shareBp } = link.third
    for (const part of [memberId, siteId, adzoneId, BigInt(shareBp)]) out.number(part)
  }
  return keys.seal('link-token', out.bytes()).toString('base64url')
}

/** The link in a token, or undefined when the token is not ours or was altered. */
export function openLink(keys: Keyring, token: string): Link | undefined {
  if (token.length > MAX_TOKEN_LENGTH || !/^[\w-]+$/.test(token)) return undefined
  const sealed = Buffer.from(token, 'base64url')
  // Several spellings may decode to the same bytes; only the one we wrote is a link.
  if (sealed.toString('base64url') !== token) return undefined
  const plain = keys.open('link-token', sealed)
  return plain && plain[0] === VERSION ? readLink(new Reader(plain.subarray(1))) : undefined
}

function flagsOf(link: Link): number {
  return (
    (link.couponId === undefined ? 0 : HAS_COUPON) |
    (link.relationId === undefined ? 0 : HAS_RELATION) |
    (link.specialId === undefined ? 0 : HAS_SPECIAL) |
    (link.skuId === undefined ? 0 : HAS_SKU) |
    (link.externalId === undefined ? 0 : HAS_EXTERNAL) |
    (link.uvid === undefined ? 0 : HAS_UVID) |
    (link.generalOnly ? GENERAL_ONLY : 0) |
    (link.third ? HAS_THIRD : 0)
  )
}

function readLink(from: Reader): Link {
  const first = from.byte()
  const kind = targetKinds[first & ~FROM_TOOL]
  const flags = from.byte()
  const bizScene = from.byte() as BizScene
  const issuedAt = new Date(Number(from.number()) * 1000)
  const memberId = from.number()
  const siteId = from.number()
  const adzoneId = from.number()
  const target = readTarget(kind, from.number(), from)
  const id = (flag: number) => (flags & flag ? from.number() : undefined)
  const mark = (flag: number) => (flags & flag ? from.text() : undefined)
  return {
    memberId,
    siteId,
    adzoneId,
    target,
    couponId: id(HAS_COUPON),
    relationId: id(HAS_RELATION),
    specialId: id(HAS_SPECIAL),
    skuId: id(HAS_SKU),
    externalId: mark(HAS_EXTERNAL),
    uvid: mark(HAS_UVID),
    generalOnly: (flags & GENERAL_ONLY) !== 0,
    bizScene,
    third: flags & HAS_THIRD ? readThird(from) : undefined,
    isFromTool: (first & FROM_TOOL) !== 0,
    issuedAt,
  }
}

function readThird(from: Reader): ThirdParty {
  return {
    memberId: from.number(),
    siteId: from.number(),
    adzoneId: from.number(),
    shareBp: Number(from.number()),
  }
}

function readTarget(kind: LinkTarget['kind'] | undefined, shopId: bigint, from: Reader): LinkTarget {
  if (kind === 'item') return { kind, shopId, itemId: from.number() }
  if (kind === 'venue') return { kind, shopId, venueId: from.number() }
  return { kind: 'shop', shopId }
}

/** Bytes, base-128 numbers and short texts, one after the other. */
class Writer {
  readonly #bytes: number[] = []

  byte(value: number): void {
    this.#bytes.push(value)
  }

  number(value: bigint): void {
    if (value < 0n) throw new Error('ids and times are not negative')
    let rest = value
    while (rest > 127n) {
      this.#bytes.push(Number(rest & 127n) | 128)
      rest >>= 7n
    }
    this.#bytes.push(Number(rest))
  }

  text(value: string): void {
    const bytes = Buffer.from(value, 'utf8')
    if (bytes.length > 255) throw new Error('a text in a link has at most 255 bytes')
    this.#bytes.push(bytes.length, ...bytes)
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes)
  }
}

class Reader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  byte(): number {
    const value = this.#bytes[this.#at++]
    // What was sealed was whole; a short one is a defect of ours, not of the caller's.
    if (value === undefined) throw new Error('a link token ended early')
    return value
  }

  number(): bigint {
    let value = 0n
    for (let shift = 0n; ; shift += 7n) {
      const byte = this.byte()
      value |= BigInt(byte & 127) << shift
      if (byte < 128) return value
    }
  }

  text(): string {
    const length = this.byte()
    const text = Buffer.from(this.#bytes.subarray(this.#at, this.#at + length)).toString('utf8')
    this.#at += length
    return text
  }
}
