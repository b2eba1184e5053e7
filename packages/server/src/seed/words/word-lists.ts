/** A category of goods and the words that its titles are made of. */
export type CategoryWords = {
  id: number
  name: string
  adjectives: readonly string[]
  tails: readonly string[]
  /** What the variants of an item differ in. */
  variants: readonly string[]
  leaves: readonly LeafWords[]
}

export type LeafWords = {
  id: number
  name: string
  /** From and to, in whole yuan. */
  yuan: readonly [number, number]
  nouns: readonly string[]
  specs: readonly string[]
}

type LeafText = { yuan: [number, number]; nouns: string; specs: string }

export function leaf(id: number, name: string, text: LeafText): LeafWords {
  return { id, name, yuan: text.yuan, nouns: words(text.nouns), specs: words(text.specs) }
}

/** The words of a list that is written with blanks between. */
export function words(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}
