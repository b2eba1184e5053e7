import { expect, test } from 'vitest'
import type { Link } from '../../../src/domain/links/link.ts'
import { openLink, sealLink } from '../../../src/domain/links/token.ts'
import { Keyring } from '../../../src/keys/keyring.ts'

const keys = new Keyring([Buffer.alloc(32, 7)])
const LARGEST = 2n ** 63n - 1n

const plain: Link = {
  memberId: 100_000_001n,
  siteId: 45_000_001n,
  adzoneId: 110_000_001n,
  target: { kind: 'shop', shopId: 7n },
  couponId: undefined,
  relationId: undefined,
  specialId: undefined,
  skuId: undefined,
  externalId: undefined,
  uvid: undefined,
  generalOnly: false,
  bizScene: 1,
  third: undefined,
  isFromTool: false,
  issuedAt: new Date('2026-01-02T03:04:05Z'),
}

test('a link with all that it can carry, at its largest, is read back from at most 512 characters', () => {
  const full: Link = {
    memberId: LARGEST,
    siteId: LARGEST,
    adzoneId: LARGEST,
    target: { kind: 'item', itemId: LARGEST, shopId: LARGEST },
    couponId: LARGEST,
    relationId: LARGEST,
    specialId: LARGEST,
    skuId: LARGEST,
    externalId: '标'.repeat(21),
    uvid: 'u'.repeat(64),
    generalOnly: true,
    bizScene: 3,
    third: { memberId: LARGEST, siteId: LARGEST, adzoneId: LARGEST, shareBp: 9999 },
    isFromTool: true,
    issuedAt: new Date('2026-01-02T03:04:05Z'),
  }
  const token = sealLink(keys, full)
  expect(token.length).toBeLessThanOrEqual(512)
  expect(openLink(keys, token)).toEqual(full)
})

test('with a third party and nothing else', () => {
  const shared = { ...plain, third: { memberId: 2n, siteId: 3n, adzoneId: 4n, shareBp: 1 } }
  expect(openLink(keys, sealLink(keys, shared))).toEqual(shared)
})

test('a token from before there were third parties is read as a link without one', () => {
  // Version, target kind, flags, scene, then base-128 numbers: time, member, site, adzone, shop.
  const number = (value: bigint): number[] =>
    value > 127n ? [Number(value & 127n) | 128, ...number(value >> 7n)] : [Number(value)]
  const seconds = BigInt(plain.issuedAt.getTime() / 1000)
  const { memberId, siteId, adzoneId } = plain
  const bytes = [1, 1, 0, 1, ...[seconds, memberId, siteId, adzoneId, 7n].flatMap(number)]
  const token = keys.seal('link-token', Uint8Array.from(bytes)).toString('base64url')
  expect(openLink(keys, token)).toEqual(plain)
})

test.each([
  { kind: 'item', itemId: 5n, shopId: 7n },
  { kind: 'shop', shopId: 7n },
  { kind: 'venue', venueId: 9n, shopId: 7n },
] as const)('the mark of the link tool leaves a link to $kind as it is', (target) => {
  for (const isFromTool of [false, true]) {
    const link = { ...plain, target, isFromTool }
    expect(openLink(keys, sealLink(keys, link))).toEqual(link)
  }
})
