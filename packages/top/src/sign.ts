/** Text (signed as UTF-8) or raw bytes. */
export type Bytes = string | Uint8Array

/** The hashes that signing needs, injected: node:crypto on a server, `portableHashes` in a browser. All answer hex. */
export type Hashes = {
  md5(data: Bytes): string
  hmacMd5(key: string, data: Bytes): string
  hmacSha256(key: string, data: Bytes): string
}

export type SignMethod = 'md5' | 'hmac' | 'hmac-sha256'
export type Pair = readonly [name: string, value: string]

/** What a signature covers: every text parameter of the call (file parts are none) and the raw body, if it is signed. */
export type Signed = {
  readonly secret: string
  /** Query and body parameters, decoded. `sign` itself is skipped. */
  readonly params: Iterable<Pair>
  /** The raw body of batch, JSON and XML calls; absent for form bodies. */
  readonly body?: Bytes | undefined
}

const utf8 = new TextEncoder()

/**
 * The text that is signed: name and value of every parameter but `sign`, sorted by the bytes of the name,
 * without separators; then the raw body. Bytes when the body is bytes.
 */
export function signBase(params: Iterable<Pair>, body?: Bytes): Bytes {
  return baseOf(sortedPairs(params), body)
}

function baseOf(pairs: readonly Pair[], body: Bytes | undefined): Bytes {
  let base = ''
  for (let i = 0; i < pairs.length; i++) base += (pairs[i] as Pair)[0] + (pairs[i] as Pair)[1]
  if (body === undefined || body.length === 0) return base
  return typeof body === 'string' ? base + body : join([base, body])
}

/** The base for people to compare with their own: as `signBase`, always text, and never with the secret. */
export function describeBase(params: Iterable<Pair>, body?: Bytes): string {
  const base = signBase(params, body)
  return typeof base === 'string' ? base : new TextDecoder().decode(base)
}

/**
 * The signature of a call, in upper-case hex: `md5` is MD5(secret + base + secret), `hmac` HMAC-MD5 and
 * `hmac-sha256` HMAC-SHA256 with the secret as the key.
 */
export function sign(call: Signed & { readonly signMethod: SignMethod }, hashes: Hashes): string {
  const base = signBase(call.params, call.body)
  return signatures({ ...call, base }, hashes)[0]?.toUpperCase() ?? ''
}

/**
 * Whether a signature fits, compared in constant time and in any letter case. Without a sign_method the two
 * legacy forms pass: MD5(secret + base) and the both-sided one. Empty values count by their names, as most SDKs
 * sign them; a signature made without them passes too. An unknown sign_method is false.
 */
export function verify(
  call: Signed & { readonly signMethod: string | undefined; readonly sign: string },
  hashes: Hashes,
): boolean {
  const { signMethod, secret, sign, body } = call
  const pairs = sortedPairs(call.params)
  if (matches({ signMethod, secret, sign, base: baseOf(pairs, body) }, hashes)) return true
  const filled = pairs.filter(([, value]) => value !== '')
  if (filled.length === pairs.length) return false
  return matches({ signMethod, secret, sign, base: baseOf(filled, body) }, hashes)
}

type Prepared = { readonly signMethod: string | undefined; readonly secret: string; readonly base: Bytes }

function matches(call: Prepared & { readonly sign: string }, hashes: Hashes): boolean {
  let isMatch = false
  for (const expected of signatures(call, hashes)) isMatch = equalHex(expected, call.sign) || isMatch
  return isMatch
}

function signatures(call: Prepared, hashes: Hashes): string[] {
  const { secret, base } = call
  switch (call.signMethod) {
    case 'md5':
      return [hashes.md5(wrap(secret, base, secret))]
    case 'hmac':
      return [hashes.hmacMd5(secret, base)]
    case 'hmac-sha256':
      return [hashes.hmacSha256(secret, base)]
    case undefined:
    case '':
      return [hashes.md5(wrap(secret, base, '')), hashes.md5(wrap(secret, base, secret))]
    default:
      return []
  }
}

function wrap(before: string, base: Bytes, behind: string): Bytes {
  return typeof base === 'string' ? before + base + behind : join([before, base, behind])
}

function join(parts: readonly Bytes[]): Uint8Array {
  const chunks = parts.map((part) => (typeof part === 'string' ? utf8.encode(part) : part))
  const all = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

function sortedPairs(params: Iterable<Pair>): Pair[] {
  const pairs: Pair[] = []
  let hasSurrogate = false
  for (const pair of params) {
    if (pair[0] === 'sign') continue
    pairs.push(pair)
    hasSurrogate ||= containsSurrogate(pair[0])
  }
  return pairs.sort(hasSurrogate ? byCodePoint : byCodeUnit)
}

function byCodeUnit(a: Pair, b: Pair): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0
}

// UTF-8 sorts by code point. UTF-16 order differs only where a surrogate meets U+E000 to U+FFFF.
function byCodePoint(a: Pair, b: Pair): number {
  const left = [...a[0]]
  const right = [...b[0]]
  for (let i = 0; i < left.length && i < right.length; i++) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

function containsSurrogate(text: string): boolean {
  for (let i = 0; i < text.length; i++) if ((text.charCodeAt(i) & 0xf800) === 0xd800) return true
  return false
}

// 0x20 folds the case of letters and leaves digits alone; every character is looked at whatever came before.
function equalHex(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let i = 0; i < a.length; i++) difference |= (a.charCodeAt(i) | 0x20) ^ (b.charCodeAt(i) | 0x20)
  return difference === 0
}
