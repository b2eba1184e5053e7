import type { Context } from '../../../context.ts'
import { type MailRow, selectMails } from './mail-rows.ts'

const MOST = 100

export type ShownMail = Omit<MailRow, 'textSealed'> & { text: string | undefined }

/** The newest mails with what they say, for a sandbox alone: they open accounts. */
export async function listMails(ctx: Context): Promise<ShownMail[]> {
  if (ctx.mode !== 'sandbox') throw new Error('mails are shown in a sandbox alone')
  const rows = await selectMails(ctx.store.read, MOST)
  return rows.map(({ textSealed, ...mail }) => ({
    ...mail,
    text: textSealed && ctx.keys.open('mail', textSealed)?.toString(),
  }))
}
