/** An element of an answer: its children, or its text when it has none. */
export type XmlElement = { name: string; children: XmlElement[]; text: string }

const HEAD = '<?xml version="1.0" encoding="utf-8" ?>'
const TOKEN = /<(\/?)([A-Za-z_][\w.-]*)>|([^<]+)/y
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#13;': '\r',
}

/** Reads an answer as strictly as XML asks: one root, every element closed, no bare `<`, `&` or control. */
export function readXml(text: string): XmlElement {
  if (!text.startsWith(HEAD)) throw new Error('the XML declaration is missing')
  const top: XmlElement = { name: '', children: [], text: '' }
  const open = [top]
  TOKEN.lastIndex = HEAD.length
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex
    const [, closing, name, chars] = TOKEN.exec(text) ?? []
    const current = open.at(-1) as XmlElement
    if (chars !== undefined) current.text += unescapeXml(chars)
    else if (name === undefined) throw new Error(`not well-formed at ${at}: ${text.slice(at, at + 40)}`)
    else if (closing === '') {
      const element: XmlElement = { name, children: [], text: '' }
      current.children.push(element)
      open.push(element)
    } else if (open.length === 1 || open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`)
  }
  const [root] = top.children
  if (open.length !== 1 || top.children.length !== 1 || !root || top.text !== '')
    throw new Error('an answer is one whole element')
  return root
}

function unescapeXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 cannot hold them
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text))
    throw new Error('a control character')
  return text.replace(/&[^;]*;?/g, (entity) => {
    const char = entities[entity]
    if (char === undefined) throw new Error(`${entity} is no entity`)
    return char
  })
}

/** The text of a direct child; undefined when there is none. */
export function childText(element: XmlElement, name: string): string | undefined {
  return element.children.find((child) => child.name === name)?.text
}
