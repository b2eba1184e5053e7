import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { formatGmt8, formatYuan } from '@opentbk/top'
import { type Command, Option } from 'commander'
import type { Context } from '../../context.ts'
import { BadField } from '../../domain/goods/index.ts'
import {
  type Account,
  listBalances,
  listMemberEntries,
  MEMBER_ACCOUNTS,
  openStatement,
} from '../../domain/settlement/index.ts'
import { StartError } from '../../store/start-error.ts'
import { readPageFlags } from '../page-flags.ts'

type Door = { program: Command; run(work: (ctx: Context) => Promise<number>): Promise<void> }

const MAX_PAGE = 500
const say = (line: string) => process.stdout.write(`${line}\n`)
const accountOption = () =>
  new Option('--account <account>', 'of this account alone / 账户').choices(MEMBER_ACCOUNTS)

/** What members hold on their accounts, and every entry that it is made of. */
export function addBalanceCommands({ program, run }: Door): void {
  program
    .command('balance <member>')
    .description('prints what a member’s accounts hold; with --entries what that is made of / 查看余额')
    .option('--entries', 'every entry, the oldest first / 逐笔明细')
    .addOption(accountOption())
    .option('--after <id>', 'only entries after this one / 从该流水号之后')
    .option('--limit <n>', `at most so many, up to ${MAX_PAGE} / 条数`, '50')
    .action((member: string, flags: BalanceFlags) => run((ctx) => printBalance(ctx, member, flags)))

  program
    .command('statement <member>')
    .description('prints a member’s month as CSV, for spreadsheets / 导出月度对账单')
    .requiredOption('--month <yyyy-mm>', 'in GMT+8 / 月份')
    .addOption(accountOption())
    .action((member: string, flags: { month: string; account?: Account }) =>
      run((ctx) => printStatement(ctx, member, flags)),
    )
}

type BalanceFlags = { entries?: true; account?: Account; after?: string; limit: string }

async function printBalance(ctx: Context, member: string, flags: BalanceFlags): Promise<number> {
  const page = readPageFlags(flags, MAX_PAGE)
  const memberId = readMember(member)
  const balances = await listBalances(ctx, memberId)
  if (!balances) throw unknown(member)
  const { account } = flags
  for (const { account: name, amountFen } of balances) {
    if (account === undefined || account === name) say(`${name.padEnd(20)} ${formatYuan(amountFen)}`)
  }
  if (!flags.entries) return 0
  return withFlagNames(async () => {
    for (const entry of (await listMemberEntries(ctx, { memberId, account, ...page })) ?? []) {
      const lines = entry.lines.map((line) => `${line.account} ${formatYuan(line.amountFen)}`).join('  ')
      const order = entry.tradeId === undefined ? '' : `  order ${entry.tradeId}`
      const cause = entry.cause.replaceAll(/[\p{C}\s]+/gu, ' ')
      say(`    ${entry.id}  ${formatGmt8(entry.postedAt)}  ${lines}${order}  ${cause}`)
    }
  })
}

async function printStatement(
  ctx: Context,
  member: string,
  flags: { month: string; account?: Account },
): Promise<number> {
  const memberId = readMember(member)
  return withFlagNames(async () => {
    const statement = await openStatement(ctx, { memberId, month: flags.month, account: flags.account })
    if (!statement) throw unknown(member)
    await pipeline(Readable.from(statement.chunks), process.stdout, { end: false })
  })
}

function readMember(text: string): bigint {
  if (!/^[1-9]\d{0,17}$/.test(text)) throw new StartError('member: a number expected / 应为数字')
  return BigInt(text)
}

function unknown(member: string): StartError {
  return new StartError(`member: there is no member ${member} / 成员 ${member} 不存在`)
}

async function withFlagNames(work: () => Promise<void>): Promise<number> {
  try {
    await work()
    return 0
  } catch (error) {
    if (!(error instanceof BadField)) throw error
    throw new StartError(`--${error.field}: ${error.reason}`)
  }
}
