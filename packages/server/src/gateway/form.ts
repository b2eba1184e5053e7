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
  if (!spaced.includes('%')) return spaced
  try {
    return decodeURIComponent(spaced)
  } catch {
    throw new NotUtf8()
  }
}
