import type { Context } from '../../context.ts'
import type { Tx } from '../../store/store.ts'
import { type AccountRow, insertEvent, updatePassword } from './account-rows.ts'
import { notify } from './messages/notify.ts'
import { voidResets } from './reset-rows.ts'
import { type EndReason, endSignIns } from './sign-in/sign-in-rows.ts'

type Setting = {
  account: AccountRow
  hash: string
  reason: Extract<EndReason, `password_${string}`>
  /** The browser that stays signed in. */
  except?: bigint
}

/** A new password ends the other sign-ins and every open reset, and the member is told. */
export async function setPassword(ctx: Context, tx: Tx, setting: Setting): Promise<void> {
  const { account, hash, reason, except } = setting
  const { memberId } = account
  const at = ctx.clock.wall()
  await updatePassword(tx, memberId, { hash, isTemporary: false, at })
  const ended = await endSignIns(tx, { memberId, at, reason, except })
  await voidResets(tx, memberId, at)
  const kind = reason === 'password_reset' ? 'password_reset' : 'password_changed'
  await insertEvent(tx, { memberId, kind, at, detail: { sign_ins_ended: ended } })
  await notify(ctx, tx, {
    memberId,
    kind: 'password_changed',
    title: { zh: '密码已修改', en: 'Your password was changed' },
    body: {
      zh: '您的登录密码刚刚被修改，其他设备已退出登录。如非本人操作，请立即重置密码并联系运营人员。',
      en: 'Your password was changed just now, and other devices were signed out. If it was not you, reset the password at once and tell the operators.',
    },
    byMail: true,
  })
}
