import { createHash, createHmac } from 'node:crypto'

export type Params = Record<string, string>

/** The text that a client signs. Written apart from the server's own, so that they check each other. */
export function clientBase(params: Params, body = ''): string {
  const names = Object.keys(params).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  return names.map((name) => name + params[name]).join('') + body
}

export function md5Sign(secret: string, params: Params, body = ''): string {
  return upperMd5(secret + clientBase(params, body) + secret)
}

/** What SDKs of before 2015 send without a sign_method. */
export function legacySign(secret: string, params: Params): string {
  return upperMd5(secret + clientBase(params))
}

export function hmacSign(algorithm: 'md5' | 'sha256', secret: string, params: Params): string {
  return createHmac(algorithm, secret).update(clientBase(params)).digest('hex').toUpperCase()
}

function upperMd5(text: string): string {
  return createHash('md5').update(text).digest('hex').toUpperCase()
}

/** Pairs as `a=1&b=2`: blanks as `+`, as Java, PHP, .NET and Go write them. */
export function formOf(params: Params): string {
  return new URLSearchParams(params).toString()
}
