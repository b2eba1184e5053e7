import type { Context } from '../../context.ts'
import { notify } from '../accounts/index.ts'
import { type DecidedBy, recordDecisions } from '../decisions/index.ts'
import { BadField } from '../goods/index.ts'
import type { Member, Standing } from './member.ts'
import { lockMember, updateStanding } from './rows.ts'

export type NewStanding = { standing: Standing; reason: string; by: DecidedBy }

const kinds = { good: 'member.reinstate', suspended: 'member.suspend' } as const

/**
 * Suspends a member or takes it back. While suspended its clicks earn nothing, no app acts for it and nothing is
 * paid out to it. Undefined where there is no such member; BadField where its standing is that already.
 */
export async function setStanding(
  ctx: Context,
  memberId: bigint,
  { standing, reason, by }: NewStanding,
): Promise<Member | undefined> {
  return ctx.store.transact(async (tx) => {
    const member = await lockMember(tx, memberId)
    if (!member) return undefined
    if (member.standing === standing) throw new BadField('standing', said[standing].already)
    await updateStanding(tx, memberId, standing)
    const figures = { roles: member.roles, before: member.standing }
    await recordDecisions(ctx, tx, [{ kind: kinds[standing], by, memberId, reason, figures }])
    const { title, zh, en } = said[standing]
    const body = { zh: `${zh}理由：${reason}`, en: `${en} The reason: ${reason}` }
    await notify(ctx, tx, { memberId, kind: 'standing', title, body, byMail: true })
    return { ...member, standing }
  })
}

const said = {
  suspended: {
    already: 'the member is suspended already / 该会员已被暂停',
    title: { zh: '您的账号已被暂停合作', en: 'Your membership was suspended' },
    zh: '暂停期间，您的推广链接仍可打开商品，但点击不再计佣；应用不能代表您调用接口；余额保留，暂不结算付款。',
    en: 'While it is, your links still open the goods, but clicks earn nothing; no app can act for you; your balance stays and is not paid out.',
  },
  good: {
    already: 'the member is in good standing already / 该会员状态正常',
    title: { zh: '您的账号已恢复合作', en: 'Your membership is in good standing again' },
    zh: '从现在起的点击重新计佣，应用可以继续代表您调用接口。',
    en: 'Clicks earn from now on, and apps may act for you again.',
  },
} as const
