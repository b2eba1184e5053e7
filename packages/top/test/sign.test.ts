import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Pair, SignMethod } from '../src/index.ts'
import { describeBase, portableHashes, sign, signBase, verify } from '../src/index.ts'
import { nodeHashes } from './node-hashes.ts'

const seller = (signMethod: string): Pair[] =>
  Object.entries({
    method: 'taobao.item.seller.get',
    fields: 'num_iid,title,nick,price,num',
    app_key: '12345678',
    format: 'json',
    num_iid: '11223344',
    session: 'test',
    sign_method: signMethod,
    timestamp: '2016-01-01 12:00:00',
    v: '2.0',
  })

const user: Pair[] = Object.entries({
  v: '2.0',
  app_key: 'test',
  fields: 'nick',
  format: 'xml',
  method: 'taobao.user.seller.get',
  session: 'test',
  sign_method: 'md5',
  timestamp: '2013-05-06 13:52:03',
})

const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }).filter((text) => text !== 'sign')
const pairs = fc.uniqueArray(fc.tuple(name, fc.string({ unit: 'binary', maxLength: 20 })), {
  selector: ([key]) => key,
  maxLength: 12,
})
const body = fc.option(fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 300 })), {
  nil: undefined,
})

describe.each([
  ['node:crypto', nodeHashes],
  ['plain JavaScript', portableHashes],
])('known signatures with %s', (_, hashes) => {
  test.each<[SignMethod, string]>([
    ['md5', '66987CB115214E59E6EC978214934FB8'],
    ['hmac', 'D56D7858309C31B6251083A874D48273'],
    ['hmac-sha256', '04DB15AD0774D5CFCE2C837DE43E3FCEA9011ED74F3038FB6AB5F3C4CEA119E8'],
  ])('item.seller.get with %s', (signMethod, expected) => {
    const call = { signMethod, secret: 'helloworld', params: seller(signMethod) }
    expect(sign(call, hashes)).toBe(expected)
    expect(verify({ ...call, sign: expected.toLowerCase() }, hashes)).toBe(true)
    expect(verify({ ...call, secret: 'helloworle', sign: expected }, hashes)).toBe(false)
  })

  test('user.seller.get with md5', () => {
    const call = { signMethod: 'md5', secret: 'test', params: user } as const
    expect(sign(call, hashes)).toBe('72CB4D809B375A54502C09360D879C64')
  })
})

test('parameters are sorted by the bytes of their names, sign is left out', () => {
  const params = Object.entries({ foo: '1', bar: '2', sign: 'x', foo_bar: '3', foobar: '4' })
  expect(signBase(params)).toBe('bar2foo1foo_bar3foobar4')
  // UTF-16 would put the emoji (D83D) before U+FF21; UTF-8 puts it after.
  expect(
    signBase([
      ['😀', '1'],
      ['Ａ', '2'],
      ['a', '3'],
    ]),
  ).toBe('a3Ａ2😀1')
})

test('without a sign_method the prefix-only and the both-sided form pass', () => {
  const params = user.filter(([key]) => key !== 'sign_method')
  const base = signBase(params) as string
  const call = { signMethod: undefined, secret: 'test', params }
  expect(verify({ ...call, sign: nodeHashes.md5(`test${base}`) }, nodeHashes)).toBe(true)
  expect(verify({ ...call, signMethod: '', sign: nodeHashes.md5(`test${base}test`) }, nodeHashes)).toBe(true)
  expect(verify({ ...call, sign: nodeHashes.md5(`${base}test`) }, nodeHashes)).toBe(false)
  expect(verify({ ...call, signMethod: 'sha1', sign: nodeHashes.md5(`test${base}`) }, nodeHashes)).toBe(false)
  expect(verify({ ...call, sign: '' }, nodeHashes)).toBe(false)
})

test('an empty value counts by its name, and a signature that left it out passes too', () => {
  const params: Pair[] = [
    ['a', '1'],
    ['b', ''],
    ['c', '3'],
  ]
  const call = { signMethod: 'md5', secret: 's', params } as const
  expect(signBase(params)).toBe('a1bc3')
  expect(verify({ ...call, sign: nodeHashes.md5('sa1bc3s') }, nodeHashes)).toBe(true)
  expect(verify({ ...call, sign: nodeHashes.md5('sa1c3s') }, nodeHashes)).toBe(true)
  expect(verify({ ...call, sign: nodeHashes.md5('sac3s') }, nodeHashes)).toBe(false)
})

test('a raw body is appended as text or as bytes, also when it is no UTF-8', () => {
  const params: Pair[] = [['v', '2.0']]
  const text = 'method=taobao.time.get&q=连衣裙'
  const bytes = new TextEncoder().encode(text)
  const signed = sign({ signMethod: 'md5', secret: 's', params, body: text }, nodeHashes)
  expect(signed).toBe(nodeHashes.md5(`sv2.0${text}s`).toUpperCase())
  expect(sign({ signMethod: 'md5', secret: 's', params, body: bytes }, nodeHashes)).toBe(signed)
  const raw = Uint8Array.of(0xff, 0x00, 0xfe)
  const expected = nodeHashes.hmacMd5('s', Buffer.concat([Buffer.from('v2.0'), raw])).toUpperCase()
  expect(sign({ signMethod: 'hmac', secret: 's', params, body: raw }, nodeHashes)).toBe(expected)
  expect(describeBase(params, bytes)).toBe(`v2.0${text}`)
  expect(describeBase(params, raw)).toContain('v2.0')
})

test('whatever is signed verifies, in any order, and nothing else does', () => {
  const calls = fc.record({
    params: pairs,
    body,
    signMethod: fc.constantFrom<SignMethod>('md5', 'hmac', 'hmac-sha256'),
    secret: fc.string({ unit: 'binary' }),
  })
  fc.assert(
    fc.property(calls, (call) => {
      const signature = sign(call, nodeHashes)
      expect(signature).toMatch(call.signMethod === 'hmac-sha256' ? /^[0-9A-F]{64}$/ : /^[0-9A-F]{32}$/)
      expect(verify({ ...call, params: call.params.toReversed(), sign: signature }, nodeHashes)).toBe(true)
      const extra: Pair = ['zz\u{10ffff}extra', '1']
      expect(verify({ ...call, params: [...call.params, extra], sign: signature }, nodeHashes)).toBe(false)
      const flipped = (signature.startsWith('0') ? '1' : '0') + signature.slice(1)
      expect(verify({ ...call, sign: flipped }, nodeHashes)).toBe(false)
    }),
  )
})

test('names sort as their UTF-8 bytes', () => {
  fc.assert(
    fc.property(pairs, (params) => {
      const byBytes = [...params].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
      expect(signBase(params)).toBe(byBytes.map(([key, value]) => key + value).join(''))
    }),
  )
})

test('the portable hashes equal those of node:crypto for every input', () => {
  const data = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.uint8Array({ maxLength: 300 }))
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), data, (key, value) => {
      expect(portableHashes.md5(value)).toBe(nodeHashes.md5(value))
      expect(portableHashes.hmacMd5(key, value)).toBe(nodeHashes.hmacMd5(key, value))
      expect(portableHashes.hmacSha256(key, value)).toBe(nodeHashes.hmacSha256(key, value))
    }),
    { numRuns: 300 },
  )
})
