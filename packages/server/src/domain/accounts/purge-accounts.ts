import type { Context } from '../../context.ts'
import { deleteOldFailures } from './failure-rows.ts'
import { deleteOldMails } from './messages/mail-rows.ts'
import { deleteOldRegistrations } from './registration/registration-rows.ts'
import { deleteOldResets } from './reset-rows.ts'
import { forgottenBefore } from './rules.ts'
import { deleteOldSignIns } from './sign-in/sign-in-rows.ts'

const DAY_MS = 86_400_000
const KEPT_DAYS = 90
const MAIL_DAYS = 30

/** Deletes what is over and only held until somebody might still ask: sign-ins, tokens, mails, failures. */
export async function purgeAccounts(ctx: Context): Promise<Record<string, number>> {
  const now = ctx.clock.wall()
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const db = ctx.store.read
  return {
    sign_ins: await deleteOldSignIns(db, ago(KEPT_DAYS)),
    resets: await deleteOldResets(db, ago(MAIL_DAYS)),
    registrations: await deleteOldRegistrations(db, ago(MAIL_DAYS)),
    mails: await deleteOldMails(db, ago(MAIL_DAYS)),
    failures: await deleteOldFailures(db, forgottenBefore(now)),
  }
}
