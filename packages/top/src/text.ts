/** A JSON string with its quotes. A lone surrogate, which no UTF-8 can carry, is dropped. */
export function quoteJson(text: string): string {
  return SPECIAL_IN_JSON.test(text)
    ? JSON.stringify(text.isWellFormed() ? text : dropLoneSurrogates(text))
    : `"${text}"`
}

// Most texts need no escape; seeing that is a fraction of the cost of JSON.stringify.
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
const SPECIAL_IN_JSON = /["\\\u0000-\u001f\ud800-\udfff]/

/** Text for XML content: escaped; characters that XML 1.0 cannot hold (most controls, U+FFFE, U+FFFF) are dropped. */
export function xmlText(text: string): string {
  let out = ''
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (isPlainInXml(code)) continue
    if (isPair(text, i)) i++
    else {
      out += text.slice(from, i) + replacement(code)
      from = i + 1
    }
  }
  return from === 0 ? text : out + text.slice(from)
}

function isPlainInXml(code: number): boolean {
  if (code >= 0x20) return code !== 38 && code !== 60 && code !== 62 && code !== 34 && isPlainAbove(code)
  return code === 9 || code === 10
}

function isPlainAbove(code: number): boolean {
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe)
}

// A raw carriage return would come out of a parser as a line feed; as a reference it survives.
function replacement(code: number): string {
  switch (code) {
    case 38:
      return '&amp;'
    case 60:
      return '&lt;'
    case 62:
      return '&gt;'
    case 34:
      return '&quot;'
    case 13:
      return '&#13;'
    default:
      return ''
  }
}

function isPair(text: string, at: number): boolean {
  const high = text.charCodeAt(at)
  const low = text.charCodeAt(at + 1)
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff
}

function dropLoneSurrogates(text: string): string {
  let out = ''
  for (const char of text) if (char.isWellFormed()) out += char
  return out
}
