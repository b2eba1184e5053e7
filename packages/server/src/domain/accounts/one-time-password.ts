import { randomBytes } from 'node:crypto'

// 80 bits, in letters and digits that can be read out.
const ONE_TIME_CHARS = 16
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz023456789'

export function newOneTimePassword(): string {
  const bytes = randomBytes(ONE_TIME_CHARS)
  return [...bytes].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')
}
