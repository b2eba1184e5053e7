import { randomBytes } from 'node:crypto'
import type { Context } from '../../context.ts'
import type { Db } from '../../store/store.ts'
import { insertReset } from './reset-rows.ts'
import { resetExpiry } from './rules.ts'

const TOKEN_BYTES = 32

/** A token that sets a new password, once, within half an hour. Only its keyed hash is kept. */
export async function createReset(ctx: Context, db: Db, memberId: bigint): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('hex')
  const at = ctx.clock.wall()
  const tokenHash = ctx.keys.mac('reset-token', token)
  await insertReset(db, { tokenHash, memberId, at, expiresAt: resetExpiry(at) })
  return token
}
