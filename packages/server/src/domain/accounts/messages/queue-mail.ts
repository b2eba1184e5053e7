import type { Context } from '../../../context.ts'
import type { Db } from '../../../store/store.ts'
import { insertMail } from './mail-rows.ts'

export type NewMail = { memberId?: bigint; to: string; subject: string; text: string }

/** Puts a mail into the outbox, in the transaction of its cause; `sendMails` sends it after the commit. */
export async function queueMail(ctx: Context, db: Db, mail: NewMail): Promise<void> {
  const textSealed = ctx.keys.seal('mail', Buffer.from(mail.text))
  const { memberId, to, subject } = mail
  await insertMail(db, { memberId, to, subject, textSealed, at: ctx.clock.wall() })
}
