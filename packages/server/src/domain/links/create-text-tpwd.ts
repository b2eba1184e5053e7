import type { CallContext } from '../../context.ts'
import { getLinkByUrl } from './read-material.ts'
import { insertTextTpwd } from './rows.ts'
import { isTextTpwd } from './tpwd-text.ts'

const DAY_MS = 86_400_000
const TPWD_DAYS = 30
/** The documented rule: the text is longer than five characters. */
const SHORTEST_TEXT = 6
const LONGEST_TEXT = 60
const PASSWORD = /^[\p{L}\p{N}]{2,20}$/u

export type TextTpwd = { status: 'created'; password: string } | { status: 'taken' | 'unfit' }

/**
 * A 淘口令 in words of the promoter's own: text and password, pasted whole, lead to the link. Words belong
 * to whom they were given first until they expire.
 */
export async function createTextTpwd(
  ctx: CallContext,
  input: { url: string; text: string; password: string },
): Promise<TextTpwd> {
  const { link, token } = await getLinkByUrl(ctx, input.url)
  const text = input.text.trim().normalize()
  const word = input.password.trim().normalize()
  const password = `${text}${word}`
  const length = [...text].length
  if (length < SHORTEST_TEXT || length > LONGEST_TEXT || !PASSWORD.test(word) || !isTextTpwd(password))
    return { status: 'unfit' }
  const now = ctx.clock.now()
  const isFree = await insertTextTpwd(ctx.store.read, {
    code: password,
    token,
    shortCode: '',
    title: text,
    memberId: link.memberId,
    isPrivate: false,
    createdAt: now,
    expiresAt: new Date(now.getTime() + TPWD_DAYS * DAY_MS),
  })
  return isFree ? { status: 'created', password } : { status: 'taken' }
}
