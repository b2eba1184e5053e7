import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

const MAX_WORDS = 64
const MAX_WORD_CHARS = 40
const MAX_TEXT_CHARS = 1000

let jieba: Jieba | undefined

/**
 * The search words of a title or a query: cut by jieba with every shorter word inside a longer one,
 * lower case, full-width forms narrowed, each once, at most 64. Punctuation is dropped.
 */
export function cutWords(text: string): string[] {
  // The dictionary takes a third of a second to load, so only who searches pays for it.
  jieba ??= Jieba.withDict(dict)
  const words = new Set<string>()
  for (const word of jieba.cutForSearch(fold(text), true)) {
    if (words.size >= MAX_WORDS) break
    if (isWord(word)) words.add(word)
  }
  return [...words]
}

/** Search words as the text of a PostgreSQL tsvector. */
export function searchVector(words: readonly string[]): string {
  return words.map(quoteLexeme).join(' ')
}

/**
 * A query as the text of a PostgreSQL tsquery; '' when it holds no word. Each run between blanks must be
 * found as one word or by all the words it is cut to: jieba cuts a word alone otherwise than in its title.
 */
export function searchQuery(text: string): string {
  const runs = fold(text)
    .split(/\s+/)
    .flatMap((run) => {
      const cut = cutWords(run)
      if (cut.length === 0) return []
      const all = cut.map(quoteLexeme).join(' & ')
      return [cut.includes(run) || !isWord(run) ? all : `(${quoteLexeme(run)} | (${all}))`]
    })
  return runs.slice(0, MAX_WORDS).join(' & ')
}

function fold(text: string): string {
  return text.slice(0, MAX_TEXT_CHARS).toWellFormed().normalize('NFKC').toLowerCase()
}

function isWord(word: string): boolean {
  return word.length <= MAX_WORD_CHARS && /[\p{L}\p{N}]/u.test(word) && !word.includes('\0')
}

function quoteLexeme(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
