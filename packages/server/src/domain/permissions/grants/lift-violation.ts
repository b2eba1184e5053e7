import type { Context } from '../../../context.ts'
import { notify } from '../../accounts/index.ts'
import { type DecidedBy, recordDecisions } from '../../decisions/index.ts'
import { deleteViolationStop, selectOwner } from './stop-rows.ts'

/**
 * The operator lets the links of a site count again that a violation stopped; what it lost stays lost until it is
 * asked for anew. Undefined where no violation stands.
 */
export async function liftViolation(
  ctx: Context,
  siteId: bigint,
  { reason, by }: { reason: string; by: DecidedBy },
): Promise<true | undefined> {
  return ctx.store.transact(async (tx) => {
    if (!(await deleteViolationStop(tx, siteId))) return undefined
    const memberId = await selectOwner(tx, siteId)
    await recordDecisions(ctx, tx, [{ kind: 'permission.lift_violation', by, reason, memberId, siteId }])
    await notify(ctx, tx, {
      memberId,
      kind: 'permission.lift_violation',
      title: { zh: '违规处理已解除', en: 'Violation lifted' },
      body: {
        zh: `媒体 ${siteId} 的链接恢复计入，权限包可重新申请。理由：${reason}`,
        en: `Links of site ${siteId} count again, and packages can be asked for. Reason: ${reason}`,
      },
      byMail: true,
    })
    return true
  })
}
