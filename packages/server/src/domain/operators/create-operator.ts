import { randomBytes } from 'node:crypto'
import type { Context } from '../../context.ts'
import { insertOperator } from './rows.ts'

const TOKEN_BYTES = 24

/**
 * A new operator and the token they sign in with. The token is answered this once: only its keyed hash is
 * kept. Undefined where an operator of that name exists.
 */
export async function createOperator(ctx: Context, input: { name: string }): Promise<string | undefined> {
  const token = `op_${randomBytes(TOKEN_BYTES).toString('hex')}`
  const written = await insertOperator(ctx.store.read, {
    name: input.name,
    tokenHash: ctx.keys.mac('operator-token', token),
    createdAt: ctx.clock.now(),
  })
  return written ? token : undefined
}
