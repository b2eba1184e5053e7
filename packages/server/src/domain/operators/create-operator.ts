import { randomBytes } from 'node:crypto'
import type { Context } from '../../context.ts'
import type { Tx } from '../../store/store.ts'
import { recordDecisions } from '../decisions/index.ts'
import { BadField } from '../goods/index.ts'
import { grantRole } from '../members/index.ts'
import { hasOperator, insertOperator, updateMember } from './rows.ts'

const TOKEN_BYTES = 24

/** `memberId`: who the operator is, and signs in as at the console. */
type NewOperator = { name: string; memberId?: bigint | undefined }

/**
 * A new operator and the token they sign in with. The token is answered this once: only its keyed hash is
 * kept. Undefined where an operator of that name exists; BadField where the member cannot be one.
 */
export async function createOperator(
  ctx: Context,
  { name, memberId }: NewOperator,
): Promise<string | undefined> {
  const token = `op_${randomBytes(TOKEN_BYTES).toString('hex')}`
  const tokenHash = ctx.keys.mac('operator-token', token)
  return ctx.store.transact(async (tx) => {
    const id = await insertOperator(tx, { name, tokenHash, createdAt: ctx.clock.now() })
    if (id === undefined) return undefined
    if (memberId !== undefined) await linkMember(ctx, tx, { id, name, memberId })
    return token
  })
}

async function linkMember(
  ctx: Context,
  tx: Tx,
  { id, name, memberId }: { id: bigint; name: string; memberId: bigint },
): Promise<void> {
  const member = await grantRole(tx, memberId, 'operator')
  if (!member) throw new BadField('member', 'there is no such member / 没有该会员')
  if (await hasOperator(tx, memberId)) {
    throw new BadField('member', 'the member is an operator already / 该会员已是运营人员')
  }
  await updateMember(tx, id, memberId)
  const by = { kind: 'operator', operatorId: undefined } as const
  const reason = `operator ${name}`
  await recordDecisions(ctx, tx, [{ kind: 'member.operator', by, memberId, subjectId: id, reason }])
}
