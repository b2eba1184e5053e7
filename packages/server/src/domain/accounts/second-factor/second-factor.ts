import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { Context } from '../../../context.ts'
import { type AccountRow, insertEvent, takeRecoveryCode, takeTotpStep } from '../account-rows.ts'

// What every authenticator app understands (RFC 6238): six digits of SHA-1, every 30 seconds.
const KIND = { algorithm: 'SHA1', digits: 6, period: 30 }
const SECRET_BYTES = 20
/** Clocks may be one step apart, either way. */
const WINDOW = 1
const RECOVERY_CODES = 10
// Letters and digits that nobody mistakes for one another: 32, so that a byte's five low bits choose fairly.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz023456789'
const RECOVERY_CHARS = 12

export function newTotpSecret(): Buffer {
  return randomBytes(SECRET_BYTES)
}

export function describeTotp(secret: Buffer, label: string): { secret: string; uri: string } {
  const totp = new TOTP({ ...KIND, issuer: 'OpenTBK', label, secret: secretOf(secret) })
  return { secret: totp.secret.base32, uri: totp.toString() }
}

/** The time step that this code belongs to; undefined where it is no code of the secret's now. */
export function totpStep(secret: Buffer, code: string, now: Date): bigint | undefined {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const timestamp = now.getTime()
  const delta = TOTP.validate({ ...KIND, secret: secretOf(secret), token, timestamp, window: WINDOW })
  return delta === null ? undefined : BigInt(TOTP.counter({ ...KIND, timestamp }) + delta)
}

export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const text = [...randomBytes(RECOVERY_CHARS)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')
    return text.replace(/(.{4})(?=.)/g, '$1-')
  })
}

export function recoveryCodeHashes(ctx: Context, memberId: bigint, code: string): Buffer[] {
  return ctx.keys.macs('recovery-code', `${memberId} ${code.toLowerCase().replace(/[\s-]/g, '')}`)
}

/** Whether this is a code that nobody used before; used it is now. */
export async function takeSecondFactor(ctx: Context, account: AccountRow, code: string): Promise<boolean> {
  const { memberId, totpSealed } = account
  const at = ctx.clock.wall()
  const secret = totpSealed && ctx.keys.open('totp-secret', totpSealed)
  if (!secret) return false
  const step = totpStep(secret, code, at)
  if (step !== undefined) return takeTotpStep(ctx.store.read, memberId, step)
  const hashes = recoveryCodeHashes(ctx, memberId, code)
  return ctx.store.transact(async (tx) => {
    if (!(await takeRecoveryCode(tx, memberId, { hashes, at }))) return false
    await insertEvent(tx, { memberId, kind: 'recovery_code_used', at })
    return true
  })
}

function secretOf(bytes: Buffer): Secret {
  return new Secret({ buffer: new Uint8Array(bytes).buffer })
}
