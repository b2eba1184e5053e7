import { BadField } from '../goods/index.ts'

const MAX_EMAIL = 254
const EMAIL =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/
const LOGIN_NAME = /^[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{N}._-]{1,31}$/u
const SHORTEST_PASSWORD = 10
const MAX_PASSWORD = 128
const MAX_NAME = 64

/** A login as it is looked up: an e-mail address or a login name, in one spelling each. */
export function foldLogin(text: string): string {
  // No name holds a NUL, and the database could not look for one.
  return text.replaceAll('\0', '\uFFFD').normalize('NFKC').trim().toLowerCase()
}

export function readEmail(field: string, text: string): string {
  const email = foldLogin(text)
  if (email.length > MAX_EMAIL || !EMAIL.test(email)) {
    throw new BadField(field, 'an e-mail address expected, like name@example.com / 应为邮箱地址')
  }
  return email
}

export function readLoginName(field: string, text: string): string {
  const name = foldLogin(text)
  if (!LOGIN_NAME.test(name)) {
    throw new BadField(
      field,
      '2 to 32 letters, digits, ".", "_" or "-" expected / 应为 2 至 32 个字母、汉字、数字或 . _ -',
    )
  }
  return name
}

/** A name for people. */
export function readName(field: string, text: string): string {
  const name = text.normalize('NFC').trim()
  if (name === '' || name.length > MAX_NAME || /\p{C}/u.test(name)) {
    throw new BadField(field, `1 to ${MAX_NAME} printable characters / 应为 1 至 ${MAX_NAME} 个可见字符`)
  }
  return name
}

/** A password to be set: long, and not made of what is known of the member. */
export function readNewPassword(field: string, text: string, known: readonly string[]): string {
  const password = text.normalize('NFKC')
  if (password.length < SHORTEST_PASSWORD || password.length > MAX_PASSWORD || /\p{Cc}/u.test(password)) {
    const range = `${SHORTEST_PASSWORD} to ${MAX_PASSWORD}`
    throw new BadField(
      field,
      `${range} characters expected / 密码应为 ${SHORTEST_PASSWORD} 至 ${MAX_PASSWORD} 位`,
    )
  }
  const folded = password.toLowerCase()
  const parts = known.flatMap((name) => [name, name.split('@')[0] as string]).map(foldLogin)
  if (new Set(folded).size < 5 || parts.some((part) => part.length > 3 && folded.includes(part))) {
    throw new BadField(
      field,
      'too easy: it repeats itself, or holds the name or the address / 密码过于简单，或包含用户名、邮箱',
    )
  }
  return password
}
