import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeItemId, encodeItemId } from '../../../src/domain/goods/index.ts'
import { Keyring } from '../../../src/keys/keyring.ts'

const master = (name: string) => createHash('sha256').update(name).digest()
const keys = new Keyring([master('one')])
const ids = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n })
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

describe('item ids', () => {
  test('an id reads back, always in the same 45 characters', () => {
    fc.assert(
      fc.property(ids, ids, (itemId, memberId) => {
        const text = encodeItemId(keys, itemId, memberId)
        expect(text).toMatch(/^[0-9A-Za-z]{22}-[0-9A-Za-z]{22}$/)
        expect(encodeItemId(keys, itemId, memberId)).toBe(text)
        expect(decodeItemId(keys, text)).toEqual({ itemId, memberId })
      }),
    )
  })

  test('B is the publisher’s own segment, A differs by publisher', () => {
    fc.assert(
      fc.property(fc.tuple(ids, ids), fc.tuple(ids, ids), ([a, b], [one, other]) => {
        fc.pre(one !== other)
        const [aOne, bOne, aOther] = [
          encodeItemId(keys, a, one),
          encodeItemId(keys, b, one),
          encodeItemId(keys, a, other),
        ].map((text) => text.split('-') as [string, string]) as [P, P, P]
        expect(aOne[1]).toBe(bOne[1])
        expect(aOne[1]).not.toBe(aOther[1])
        expect(aOne[0]).not.toBe(aOther[0])
        // One publisher's A under another's B names nothing.
        expect(decodeItemId(keys, `${aOne[0]}-${aOther[1]}`)).toBeUndefined()
      }),
    )
  })

  test('one changed character is refused', () => {
    fc.assert(
      fc.property(
        ids,
        ids,
        fc.tuple(fc.nat(44), fc.constantFrom(...DIGITS, '-', ' ', '＝')),
        (item, member, [at, char]) => {
          const text = encodeItemId(keys, item, member)
          fc.pre(text[at] !== char)
          expect(decodeItemId(keys, text.slice(0, at) + char + text.slice(at + 1))).toBeUndefined()
        },
      ),
    )
  })

  test('other spellings of the same number are refused', () => {
    const text = encodeItemId(keys, 600_000_000_001n, 100_000_001n)
    const [a, b] = text.split('-') as P
    let value = 0n
    for (const digit of a) value = value * 62n + BigInt(DIGITS.indexOf(digit))
    for (let wrapped = value + 2n ** 128n; wrapped < 62n ** 22n; wrapped += 2n ** 128n) {
      expect(decodeItemId(keys, `${inBase62(wrapped)}-${b}`)).toBeUndefined()
    }
    expect(inBase62(value)).toBe(a)
    for (const other of [`0${text}`, `${a}-0${b}`, `${text} `, `${text}\n`, `${a}${b}`, '600000000001', '']) {
      expect(decodeItemId(keys, other)).toBeUndefined()
    }
  })

  test('old keys stay readable, new ones make; another network reads nothing', () => {
    fc.assert(
      fc.property(ids, ids, (itemId, memberId) => {
        const rotated = new Keyring([master('two'), master('one')])
        const old = encodeItemId(keys, itemId, memberId)
        const made = encodeItemId(rotated, itemId, memberId)
        expect(made).not.toBe(old)
        expect(decodeItemId(rotated, old)).toEqual({ itemId, memberId })
        expect(decodeItemId(rotated, made)).toEqual({ itemId, memberId })
        expect(decodeItemId(keys, made)).toBeUndefined()
      }),
      { numRuns: 20 },
    )
  })

  test('an id that is no id is not made', () => {
    expect(() => encodeItemId(keys, -1n, 1n)).toThrow(RangeError)
    expect(() => encodeItemId(keys, 1n, 2n ** 63n)).toThrow(RangeError)
  })
})

type P = [string, string]

function inBase62(value: bigint): string {
  let text = ''
  for (let rest = value; text.length < 22; rest /= 62n) text = DIGITS.charAt(Number(rest % 62n)) + text
  return text
}
