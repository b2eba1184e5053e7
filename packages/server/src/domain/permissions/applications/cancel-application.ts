import type { Context } from '../../../context.ts'
import { recordDecisions } from '../../decisions/index.ts'
import { BadField } from '../../goods/index.ts'
import type { Application } from './application.ts'
import { lockApplication, selectApplication, updateDecided } from './application-rows.ts'

/** Whoever asked takes it back. Undefined where this member has no such application; BadField where it is decided. */
export async function cancelApplication(
  ctx: Context,
  memberId: bigint,
  id: bigint,
): Promise<Application | undefined> {
  return ctx.store.transact(async (tx) => {
    const application = await lockApplication(tx, id)
    if (!application || application.memberId !== memberId) return undefined
    if (application.state !== 'waiting') throw new BadField('id', `it is ${application.state} already`)
    const reason = '申请人撤回 / taken back by whoever asked'
    await updateDecided(tx, id, { state: 'cancelled', reason, operatorId: undefined, at: ctx.clock.now() })
    const { siteId, appId, package: pkg } = application
    const about = { memberId, siteId, appId, package: pkg, subjectId: id }
    const by = { kind: 'member', memberId } as const
    await recordDecisions(ctx, tx, [{ kind: 'permission.cancel', by, reason, ...about }])
    return selectApplication(tx, id)
  })
}
