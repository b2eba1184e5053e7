import type { Context } from '../../../context.ts'
import type { Db } from '../../../store/store.ts'
import { insertMails } from './mail-rows.ts'

export type NewMail = { memberId?: bigint; to: string; subject: string; text: string }

/** Puts a mail into the outbox, in the transaction of its cause; `sendMails` sends it after the commit. */
export async function queueMail(ctx: Context, db: Db, mail: NewMail): Promise<void> {
  await queueMails(ctx, db, [mail])
}

export async function queueMails(ctx: Context, db: Db, mails: readonly NewMail[]): Promise<void> {
  if (mails.length === 0) return
  const rows = mails.map(({ memberId, to, subject, text }) => {
    return { memberId, to, subject, textSealed: ctx.keys.seal('mail', Buffer.from(text)) }
  })
  await insertMails(db, rows, ctx.clock.wall())
}
