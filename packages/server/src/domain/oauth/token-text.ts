import { randomBytes } from 'node:crypto'
import type { Mode } from '../../context.ts'

const TOKEN_BYTES = 26
const CODE_BYTES = 24

/** An access or refresh token as TOP writes them: 56 characters that begin 620, in a sandbox 610. */
export function newToken(mode: Mode): string {
  return `${mode === 'sandbox' ? '6100' : '6200'}${randomBytes(TOKEN_BYTES).toString('hex')}`
}

export function newCode(): string {
  return randomBytes(CODE_BYTES).toString('base64url')
}

/** What cannot be a token or a code is not looked for. */
export function isTokenText(text: string): boolean {
  return /^[\w-]{16,128}$/.test(text)
}
