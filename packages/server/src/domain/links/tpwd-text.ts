import { randomInt } from 'node:crypto'
import { TPWD_CODE_LENGTH } from './codes.ts'

const YEN = '\u00a5'
const MAX_CANDIDATES = 20
const MAX_TITLE_CHARS = 60
// text and password of a 文本淘口令 together
const MAX_WORDS_CHARS = 80

/** The password alone: ¥ 11 characters ¥. */
export function shortTpwd(code: string): string {
  return `${YEN}${code}${YEN}`
}

/** The text to share: `NN¥ XXnnn code¥ short-link title`. */
export function fullTpwd(parts: { code: string; shortUrl: string; title: string }): string {
  const title = [...parts.title].slice(0, MAX_TITLE_CHARS).join('')
  return `${randomInt(10, 60)}${YEN} CZ${randomInt(1000, 10_000)} ${parts.code}${YEN} ${parts.shortUrl}  ${title}`
}

/**
 * What may be a password in a text, whatever wraps it: every run of exactly 11 base-62 characters, the
 * first twenty of them.
 */
export function tpwdCandidates(text: string): string[] {
  const found: string[] = []
  for (const [run] of text.matchAll(/[0-9A-Za-z]+/g)) {
    if (run.length === TPWD_CODE_LENGTH && !found.includes(run)) found.push(run)
    if (found.length === MAX_CANDIDATES) break
  }
  return found
}

/** Whether these words, pasted whole, may be a password: one line, and nothing in them that is one itself. */
export function isTextTpwd(words: string): boolean {
  if ([...words].length > MAX_WORDS_CHARS || /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(words)) return false
  return words !== '' && !/^(https?:)?\/\//i.test(words) && tpwdCandidates(words).length === 0
}
