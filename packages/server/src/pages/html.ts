/** Text that is markup already: what `html` made, or what a caller vouches for with `raw`. */
export class Markup {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

export type Printable = Markup | string | number | bigint | false | undefined | readonly Printable[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * Markup from a template: every value is escaped for element content and for quoted attributes, markup is
 * taken as it is, lists are joined, `false` and `undefined` print nothing. Attribute values must be quoted,
 * and addresses must have been checked for their scheme.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Printable[]): Markup {
  let text = parts[0] ?? ''
  for (let i = 0; i < values.length; i++) text += print(values[i]) + (parts[i + 1] ?? '')
  return new Markup(text)
}

/** Text that is taken as markup unseen: never for anything that came from outside. */
export function raw(text: string): Markup {
  return new Markup(text)
}

function print(value: Printable): string {
  if (value instanceof Markup) return value.toString()
  if (value === undefined || value === false) return ''
  if (typeof value === 'object') return value.map(print).join('')
  return String(value).replace(/[&<>"']/g, (character) => entities[character] as string)
}
