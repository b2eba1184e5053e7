import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Keyring } from '../../src/keys/keyring.ts'

const [old, fresh, foreign] = [1, 2, 3].map((fill) => Buffer.alloc(32, fill)) as [Buffer, Buffer, Buffer]
const secret = Buffer.from('a shop’s secret')

describe('a keyring', () => {
  test('opens what an older key sealed, and seals with the newest', () => {
    const before = new Keyring([old])
    const after = new Keyring([fresh, old])
    expect(after.open('shop-secret', before.seal('shop-secret', secret))).toEqual(secret)
    const sealed = after.seal('shop-secret', secret)
    expect(after.open('shop-secret', sealed)).toEqual(secret)
    expect(before.open('shop-secret', sealed)).toBeUndefined()
    expect(new Keyring([fresh]).open('shop-secret', sealed)).toEqual(secret)
  })

  test('does not open with another key or for another purpose', () => {
    const sealed = new Keyring([old]).seal('shop-secret', secret)
    expect(new Keyring([foreign]).open('shop-secret', sealed)).toBeUndefined()
    expect(new Keyring([old]).open('app-secret', sealed)).toBeUndefined()
  })

  test('does not open what was altered in any byte, cut or lengthened', () => {
    const keys = new Keyring([old])
    const sealed = keys.seal('link-token', secret)
    for (let at = 0; at < sealed.length; at++) {
      const altered = Buffer.from(sealed)
      altered.writeUInt8(sealed.readUInt8(at) ^ 1, at)
      expect(keys.open('link-token', altered)).toBeUndefined()
    }
    for (const length of [0, 1, 28, sealed.length - 1]) {
      expect(keys.open('link-token', sealed.subarray(0, length))).toBeUndefined()
    }
    expect(keys.open('link-token', Buffer.concat([sealed, Buffer.of(0)]))).toBeUndefined()
  })

  test('tells keys apart though their ids are alike', () => {
    // The id is one byte: among 600 keys some share theirs.
    const many = Array.from({ length: 600 }, () => randomBytes(32))
    const sealed = many.map((key) => new Keyring([key]).seal('link-token', secret))
    const all = new Keyring(many)
    expect(sealed.every((one) => all.open('link-token', one)?.equals(secret))).toBe(true)
  })

  test('never seals the same twice alike', () => {
    const keys = new Keyring([old])
    expect(keys.seal('link-token', secret)).not.toEqual(keys.seal('link-token', secret))
  })

  test('names stay findable when a key is put in front', () => {
    const before = new Keyring([old])
    const after = new Keyring([fresh, old])
    expect(after.mac('session-token', 'x')).not.toEqual(before.mac('session-token', 'x'))
    expect(after.macs('session-token', 'x')).toEqual([
      new Keyring([fresh]).mac('session-token', 'x'),
      before.mac('session-token', 'x'),
    ])
    expect(after.lastingMac('buyer-id', 'x')).toEqual(before.lastingMac('buyer-id', 'x'))
  })

  test('refuses keys of another length, and none', () => {
    expect(() => new Keyring([])).toThrow('a master key is 32 bytes')
    expect(() => new Keyring([Buffer.alloc(31)])).toThrow('a master key is 32 bytes')
  })
})
