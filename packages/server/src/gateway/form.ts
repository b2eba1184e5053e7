/** Text that is not UTF-8, or percent escapes that are not one: error 47 on the wire. */
export class NotUtf8 extends Error {}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export function textOf(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new NotUtf8()
  }
}

/** Adds the pairs of `a=1&b=2` to the map; a later value of a name replaces an earlier one. */
export function readForm(text: string, into: Map<string, string>): void {
  let start = 0
  while (start < text.length) {
    let end = text.indexOf('&', start)
    if (end < 0) end = text.length
    if (end > start) {
      const equals = text.indexOf('=', start)
      const cut = equals < 0 || equals > end ? end : equals
      const name = unescapeForm(text.slice(start, cut))
      if (name !== '') into.set(name, unescapeForm(text.slice(cut + 1, end)))
    }
    start = end + 1
  }
}

/** The query of a request target as text: raw bytes arrive from the HTTP parser as Latin-1. */
export function queryText(target: string): string {
  const mark = target.indexOf('?')
  if (mark < 0) return ''
  const query = target.slice(mark + 1)
  for (let i = 0; i < query.length; i++) {
    if (query.charCodeAt(i) > 0x7f) return textOf(Buffer.from(query, 'latin1'))
  }
  return query
}

function unescapeForm(text: string): string {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text
  const first = spaced.indexOf('%')
  return first < 0 ? spaced : (unescapeAscii(spaced, first) ?? unescapeUtf8(spaced))
}

// Time stamps and addresses have a few escapes of ASCII alone, which take the general way five times as long.
function unescapeAscii(text: string, first: number): string | undefined {
  let out = ''
  let from = 0
  for (let at = first; at >= 0; at = text.indexOf('%', from)) {
    const code = hexDigit(text.charCodeAt(at + 1)) * 16 + hexDigit(text.charCodeAt(at + 2))
    if (!(code < 0x80)) return undefined
    out += text.slice(from, at) + ASCII[code]
    from = at + 3
  }
  return out + text.slice(from)
}

const ASCII = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code))

// Anything else is NaN, and so is what is made of it.
function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  const letter = code | 0x20
  return letter >= 97 && letter <= 102 ? letter - 87 : Number.NaN
}

function unescapeUtf8(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new NotUtf8()
  }
}
