import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** What a key is for. One derived key a purpose, so that no key is ever used in two constructions. */
export type Purpose =
  | 'link-token'
  | 'item-id'
  | 'publisher-id'
  | 'app-secret'
  | 'shop-secret'
  | 'session-token'
  | 'operator-token'
  | 'buyer-id'
  | 'click-salt'
  | 'shopper-cookie'
  | 'key-check'
  | 'register-info'
  | 'payee'
  | 'channel-tag'
  | 'oauth-code'
  | 'refresh-token'
  | 'open-uid'
  | 'sign-in-token'
  | 'sign-in-step'
  | 'sign-in-subject'
  | 'totp-secret'
  | 'recovery-code'
  | 'reset-token'
  | 'registration-token'
  | 'mail'
  | 'demo-password'

// `key` is `bytes` as node:crypto wants it: given bytes, it makes a key object of them at every use.
type DerivedKey = { id: number; bytes: Buffer; key: KeyObject }

/**
 * The master keys of a network and what is derived from them. The first key makes, every key reads:
 * a master key is rotated by putting a new one in front.
 */
export class Keyring {
  readonly #masters: readonly Buffer[]
  readonly #derived = new Map<Purpose, readonly DerivedKey[]>()

  constructor(masters: readonly Buffer[]) {
    if (masters.length === 0 || masters.some((key) => key.length !== 32)) {
      throw new Error('a master key is 32 bytes')
    }
    this.#masters = masters
  }

  /** The derived keys of a purpose, the one that makes first. */
  derive(purpose: Purpose): readonly DerivedKey[] {
    const known = this.#derived.get(purpose)
    if (known) return known
    const keys = this.#masters.map((master) => {
      const bytes = Buffer.from(hkdfSync('sha256', master, 'opentbk', purpose, 32))
      const id = createHash('sha256').update(bytes).digest().readUInt8(0)
      return { id, bytes, key: createSecretKey(bytes) }
    })
    this.#derived.set(purpose, keys)
    return keys
  }

  /** key id (1 byte) · nonce (12) · AES-256-GCM ciphertext · tag (16) */
  seal(purpose: Purpose, plain: Uint8Array): Buffer {
    const { id, key } = this.#making(purpose)
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    const body = cipher.update(plain)
    cipher.final()
    return Buffer.concat([Buffer.of(id), nonce, body, cipher.getAuthTag()])
  }

  /** What was sealed, or undefined when it is not ours or was altered. */
  open(purpose: Purpose, sealed: Buffer): Buffer | undefined {
    if (sealed.length < 1 + NONCE_BYTES + TAG_BYTES) return undefined
    for (const { id, key } of this.derive(purpose)) {
      if (id !== sealed[0]) continue
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE_BYTES))
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
      const plain = decipher.update(sealed.subarray(1 + NONCE_BYTES, -TAG_BYTES))
      try {
        decipher.final()
        return plain
      } catch {
        // another key may share the id
      }
    }
    return undefined
  }

  /** HMAC-SHA256 with the making key: names that must not be guessed or turned back. */
  mac(purpose: Purpose, data: string | Uint8Array): Buffer {
    return createHmac('sha256', this.#making(purpose).key).update(data).digest()
  }

  /** The same under every key, the making one first: to find what an older key hashed. */
  macs(purpose: Purpose, data: string | Uint8Array): Buffer[] {
    return this.derive(purpose).map(({ key }) => createHmac('sha256', key).update(data).digest())
  }

  /**
   * HMAC-SHA256 with the oldest key: for names that are compared with one another in the data, such as a
   * shop's buyers, and so must not change when a key is put in front.
   */
  lastingMac(purpose: Purpose, data: string | Uint8Array): Buffer {
    return this.macs(purpose, data).at(-1) as Buffer
  }

  #making(purpose: Purpose): DerivedKey {
    return this.derive(purpose)[0] as DerivedKey
  }
}
