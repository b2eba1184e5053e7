import type { Context } from '../../../context.ts'
import { recordDecisions } from '../../decisions/index.ts'
import { BadField } from '../../goods/index.ts'
import { lockGrant } from '../grants/grant-rows.ts'
import type { Appeal } from './appeal.ts'
import { hasOpenAppeal, insertAppeal, selectAppeal } from './appeal-rows.ts'

/**
 * The holder asks for a package that was withdrawn, one appeal at a time. Undefined where this member has no such
 * grant; BadField where it is held, or an appeal waits already.
 */
export async function appealWithdrawal(
  ctx: Context,
  memberId: bigint,
  { grantId, reason }: { grantId: bigint; reason: string },
): Promise<Appeal | undefined> {
  return ctx.store.transact(async (tx) => {
    const grant = await lockGrant(tx, grantId)
    if (!grant || grant.memberId !== memberId) return undefined
    if (grant.status !== 'withdrawn') throw new BadField('id', 'it is not withdrawn / 未被清退')
    if (await hasOpenAppeal(tx, grantId)) {
      throw new BadField('id', 'an appeal waits already / 已有待裁决的申诉')
    }
    const id = await insertAppeal(tx, { grantId, memberId, reason, at: ctx.clock.now() })
    const { siteId, appId } = grant
    const about = { memberId, siteId, appId, package: grant.package, subjectId: id }
    const by = { kind: 'member', memberId } as const
    await recordDecisions(ctx, tx, [{ kind: 'permission.appeal', by, reason, ...about }])
    return selectAppeal(tx, id)
  })
}
