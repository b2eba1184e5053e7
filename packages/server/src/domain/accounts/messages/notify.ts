import type { Context } from '../../../context.ts'
import type { Db } from '../../../store/store.ts'
import { selectAddresses } from '../account-rows.ts'
import { type InTwoLanguages, insertNotices } from './notice-rows.ts'
import { queueMails } from './queue-mail.ts'

export type NewNotice = {
  memberId: bigint
  kind: string
  title: InTwoLanguages
  body: InTwoLanguages
  /** Also to the member's address, where the member has an account. */
  byMail?: boolean
}

/** Tells a member something, in the transaction of what there is to tell. */
export async function notify(ctx: Context, db: Db, notice: NewNotice): Promise<void> {
  await notifyAll(ctx, db, [notice])
}

/** The same for any number of notices, in three statements. */
export async function notifyAll(ctx: Context, db: Db, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return
  await insertNotices(db, notices, ctx.clock.wall())
  const mailed = notices.filter((notice) => notice.byMail)
  if (mailed.length === 0) return
  const addresses = await selectAddresses(
    db,
    mailed.map(({ memberId }) => memberId),
  )
  const mails = mailed.flatMap(({ memberId, title, body }) => {
    const to = addresses.get(memberId)
    const subject = `${title.zh} / ${title.en}`
    return to === undefined ? [] : [{ memberId, to, subject, text: `${body.zh}\n\n${body.en}\n` }]
  })
  await queueMails(ctx, db, mails)
}
