import type { Context } from '../../../context.ts'
import type { DecidedBy } from '../../decisions/index.ts'
import { BadField } from '../../goods/index.ts'
import type { Grant } from './grant.ts'
import { lockGrant, selectGrant } from './grant-rows.ts'
import { insertViolationStop } from './stop-rows.ts'
import { withdrawGrants } from './withdraw-grants.ts'

/**
 * The operator takes a package, for a violation with all links of its site. Undefined where there is no such
 * grant; BadField where it is withdrawn already.
 */
export async function withdrawGrant(
  ctx: Context,
  id: bigint,
  how: { reason: string; isViolation: boolean; by: DecidedBy },
): Promise<Grant | undefined> {
  const { reason, isViolation, by } = how
  return ctx.store.transact(async (tx) => {
    const grant = await lockGrant(tx, id)
    if (!grant) return undefined
    if (grant.status !== 'granted') throw new BadField('id', 'it is withdrawn already')
    if (isViolation && grant.siteId !== undefined) {
      await insertViolationStop(tx, grant.siteId, ctx.clock.now())
    }
    const finding = isViolation
      ? { zh: `三 3：违规成立：${reason}`, en: `三 3: a violation was confirmed: ${reason}` }
      : { zh: `运营决定：${reason}`, en: `the operator's decision: ${reason}` }
    const cause = isViolation ? 'violation' : 'operator'
    await withdrawGrants(ctx, tx, [{ grant, cause, by, reason, figures: {}, findings: [finding] }])
    return selectGrant(tx, id)
  })
}
