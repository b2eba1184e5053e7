import type { Context } from '../../../context.ts'
import type { Tx } from '../../../store/store.ts'
import type { DecidedBy } from '../../decisions/index.ts'
import { lockCheckedGrants } from './grant-rows.ts'
import { insertViolationStop } from './stop-rows.ts'
import { withdrawGrants } from './withdraw-grants.ts'

/**
 * A violation of a site was confirmed: all that the rules gave for it goes, and none of its links counts any more.
 * In the transaction of the case's decision.
 */
export async function withdrawForViolation(
  ctx: Context,
  tx: Tx,
  of: { siteId: bigint; caseId: bigint; reason: string; by: DecidedBy },
): Promise<void> {
  const { siteId, caseId, reason, by } = of
  const grants = await lockCheckedGrants(tx, siteId)
  await insertViolationStop(tx, siteId, ctx.clock.now())
  const finding = { zh: `三 3：违规成立：${reason}`, en: `三 3: a violation was confirmed: ${reason}` }
  await withdrawGrants(
    ctx,
    tx,
    grants.map((grant) => ({
      ...{ grant, by, reason },
      cause: 'violation',
      figures: { case_id: String(caseId) },
      findings: [finding],
    })),
  )
}
