import type { Context } from '../../../context.ts'
import type { Db } from '../../../store/store.ts'
import { selectAccount } from '../account-rows.ts'
import { type InTwoLanguages, insertNotice } from './notice-rows.ts'
import { queueMail } from './queue-mail.ts'

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
  const { memberId, title, body } = notice
  await insertNotice(db, { ...notice, at: ctx.clock.wall() })
  const account = notice.byMail ? await selectAccount(db, memberId) : undefined
  if (!account) return
  await queueMail(ctx, db, {
    memberId,
    to: account.email,
    subject: `${title.zh} / ${title.en}`,
    text: `${body.zh}\n\n${body.en}\n`,
  })
}
