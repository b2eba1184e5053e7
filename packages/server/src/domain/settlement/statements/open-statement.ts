import type { Context } from '../../../context.ts'
import { BadField } from '../../goods/index.ts'
import type { Account } from '../entry.ts'
import { readEntries } from './list-member-entries.ts'
import { findMemberAccounts } from './member-accounts.ts'
import { selectSpan } from './member-rows.ts'
import { cells, HEADER, moneyOf, textOf, timeOf } from './statement-csv.ts'

const PAGE = 2000
const SECOND_MS = 1000

export type Statement = { fileName: string; chunks: AsyncIterable<string> }

/**
 * A member's month as CSV: what each account held before it, every entry in the order of time, what each held
 * after it. Read page by page as it is taken. Undefined: no such member; BadField names what is wrong.
 */
export async function openStatement(
  ctx: Context,
  asked: { memberId: bigint; month: string; account: Account | undefined },
): Promise<Statement | undefined> {
  const { memberId } = asked
  const month = readMonth(asked.month, ctx.clock.now())
  const accounts = await findMemberAccounts(ctx, memberId, asked.account)
  if (!accounts) return undefined
  const fileName = `statement-${memberId}-${asked.month}.csv`
  return { fileName, chunks: writeStatement(ctx, { memberId, accounts, ...month }) }
}

/** A month in GMT+8. One that has not ended reaches to now. */
function readMonth(text: string, now: Date): { from: Date; to: Date; until: Date } {
  const [, year = '', month = ''] = /^(2\d{3})-(0[1-9]|1[0-2])$/.exec(text) ?? []
  if (year === '') throw new BadField('month', 'a month like "2026-11" expected')
  const from = new Date(`${text}-01T00:00:00+08:00`)
  if (from > now) throw new BadField('month', 'it has not begun yet')
  const next =
    month === '12' ? `${Number(year) + 1}-01` : `${year}-${String(Number(month) + 1).padStart(2, '0')}`
  const to = new Date(`${next}-01T00:00:00+08:00`)
  return { from, to, until: to > now ? now : new Date(to.getTime() - SECOND_MS) }
}

type Asked = { memberId: bigint; accounts: readonly Account[]; from: Date; to: Date; until: Date }

async function* writeStatement(ctx: Context, asked: Asked): AsyncGenerator<string> {
  const { first, last, opening } = await selectSpan(ctx.store.read, asked)
  const held = new Map(opening.map(({ account, amountFen }) => [account, amountFen]))
  const balances = (at: Date, words: string) =>
    [...held].map(([account, fen]) => cells([timeOf(at), '', words, '', account, '', moneyOf(fen)])).join('')
  yield HEADER + balances(asked.from, 'opening balance 期初余额')
  for (let after = first - 1n; ; ) {
    const entries = await readEntries(ctx, { ...asked, after, last, limit: PAGE })
    let text = ''
    for (const { id, cause, postedAt, tradeId, lines } of entries) {
      const what = [timeOf(postedAt), String(id), textOf(cause), tradeId === undefined ? '' : `${tradeId}\t`]
      for (const { account, amountFen } of lines) {
        const balance = (held.get(account) ?? 0n) + amountFen
        held.set(account, balance)
        text += cells([...what, account, moneyOf(amountFen), moneyOf(balance)])
      }
    }
    if (text !== '') yield text
    const end = entries.at(-1)
    if (!end || entries.length < PAGE) break
    after = end.id
  }
  yield balances(asked.until, 'closing balance 期末余额')
}
