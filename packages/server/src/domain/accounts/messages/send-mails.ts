import type { Context } from '../../../context.ts'
import { type MailRow, markSent, markTried, takeDueMails } from './mail-rows.ts'

const MINUTE_MS = 60_000
const MOST = 50
/** A try is over by then, one way or the other: the provider has shorter limits. */
const TAKEN_MS = 5 * MINUTE_MS
/** A mail that could not be sent in a day tells nothing any more. */
const LIFE_MS = 1440 * MINUTE_MS
const MAX_PROBLEM = 200

/** Sends what waits in the outbox, where there is somebody to send it; else it stays there to be looked at. */
export async function sendMails(ctx: Context): Promise<{ sent: number; failed: number }> {
  const counts = { sent: 0, failed: 0 }
  if (!ctx.mailer) return counts
  const now = ctx.clock.wall()
  const until = new Date(now.getTime() + TAKEN_MS)
  for (const mail of await takeDueMails(ctx.store.read, { now, until, most: MOST })) {
    if (await sendOne(ctx, mail)) counts.sent++
    else counts.failed++
  }
  return counts
}

async function sendOne(ctx: Context, mail: MailRow): Promise<boolean> {
  const db = ctx.store.read
  const text = mail.textSealed && ctx.keys.open('mail', mail.textSealed)
  const isOld = ctx.clock.wall().getTime() - mail.createdAt.getTime() > LIFE_MS
  if (!text || isOld) {
    const problem = text ? 'it waited for more than a day' : 'its text cannot be read'
    await markTried(db, mail.id, { problem, nextTryAt: undefined })
    return false
  }
  try {
    await ctx.mailer?.send({ to: mail.to, subject: mail.subject, text: text.toString() })
    await markSent(db, mail.id, ctx.clock.wall())
    return true
  } catch (error) {
    const problem = (error instanceof Error ? error.message : String(error)).slice(0, MAX_PROBLEM)
    // 1, 2, 4 … minutes.
    const wait = MINUTE_MS * 2 ** Math.min(mail.tries - 1, 8)
    await markTried(db, mail.id, { problem, nextTryAt: new Date(ctx.clock.wall().getTime() + wait) })
    ctx.log.warn({ mail: String(mail.id), problem }, 'a mail could not be sent')
    return false
  }
}
