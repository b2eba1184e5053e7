import { readFile } from 'node:fs/promises'
import { formatGmt8, formatYuan } from '@opentbk/top'
import { Option } from 'commander'
import { parse } from 'csv-parse'
import type { Context } from '../../context.ts'
import {
  findPayout,
  importResults,
  listPayouts,
  type Payout,
  type PayoutState,
  payoutStates,
  readConfirmation,
  readReturn,
  recordResult,
  retryPayout,
} from '../../domain/payouts/index.ts'
import { StartError } from '../../store/start-error.ts'
import { readPageFlags } from '../page-flags.ts'
import { withFlagNames } from '../with-flag-names.ts'
import type { PayoutDoor } from './payout-run-commands.ts'

const MAX_PAGE = 200
// The command line knows no operator.
const operator = { id: undefined }
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Payouts one by one, and what becomes of them at the bank. */
export function addPayoutCommands({ payout, run }: PayoutDoor): void {
  payout
    .command('list')
    .description('prints payouts, the oldest first / 列出付款')
    .option('--period <month>', 'of this month / 月份')
    .option('--member-id <member>', 'to this member / 会员')
    .addOption(
      new Option('--state <state>', 'in this state / 状态').choices([...payoutStates, 'all']).default('all'),
    )
    .option('--after <id>', 'only what comes after this id / 从该编号之后')
    .option('--limit <n>', `at most so many, up to ${MAX_PAGE} / 条数`, '50')
    .action((flags: ListFlags) => run((ctx) => printPayouts(ctx, flags)))

  payout
    .command('show <id>')
    .description('prints a payout and all that happened to it / 查看付款及其经过')
    .action((id: string) => run((ctx) => show(ctx, id)))

  payout
    .command('confirm <id>')
    .description('the bank has paid it / 银行已付款')
    .requiredOption('--bank-reference <text>', "the bank's number of it / 银行流水号")
    .action((id: string, flags: { bankReference: string }) =>
      run((ctx) => record(ctx, id, () => readConfirmation({ bank_reference: flags.bankReference }))),
    )

  payout
    .command('return <id>')
    .description('it came back: the money is the member’s again / 银行退票，款项退回会员余额')
    .requiredOption('--reason <text>', 'what the bank said / 原因')
    .action((id: string, flags: { reason: string }) =>
      run((ctx) => record(ctx, id, () => readReturn({ reason: flags.reason }))),
    )

  payout
    .command('retry <id>')
    .description('pays again what came back, to the payee now in force / 重新付款')
    .action((id: string) => run((ctx) => retry(ctx, id)))

  payout
    .command('results <file>')
    .description(
      "takes the bank's results, CSV: reference,state,bank_reference,reason; status 1 where a line is refused / 导入银行结果",
    )
    .action((file: string) => run((ctx) => takeResults(ctx, file)))
}

type ListFlags = {
  period?: string
  memberId?: string
  state: PayoutState | 'all'
  after?: string
  limit: string
}

async function printPayouts(ctx: Context, flags: ListFlags): Promise<number> {
  const page = readPageFlags(flags, MAX_PAGE)
  const payouts = await listPayouts(ctx, {
    ...page,
    period: flags.period,
    memberId: flags.memberId === undefined ? undefined : readId('--member-id', flags.memberId),
    state: flags.state === 'all' ? undefined : flags.state,
  })
  payouts.forEach(printPayout)
  return 0
}

function printPayout(payout: Payout): void {
  const { id, state, memberId, amountFen, reference, bankReference, failure } = payout
  const said = failure ?? bankReference
  const bank = said === undefined ? '' : `  ${oneLine(said)}`
  say(`${id}  ${state.padEnd(8)}  member ${memberId}  ${formatYuan(amountFen)}  ${reference}${bank}`)
}

async function show(ctx: Context, id: string): Promise<number> {
  const story =
    (await findPayout(ctx, readId('id', id))) ?? refuse(`id: there is no payout ${id} / 没有该付款`)
  printPayout(story)
  say(`    ${story.payee.name}  ${story.payee.bank}  ${story.payee.account}`)
  for (const { event, operator: actor, note, at } of story.events) {
    const byWhom = actor ? '  by an operator' : ''
    say(`    ${formatGmt8(at)}  ${event}${byWhom}${note === undefined ? '' : `: ${oneLine(note)}`}`)
  }
  return 0
}

async function record(
  ctx: Context,
  id: string,
  read: () => ReturnType<typeof readConfirmation>,
): Promise<number> {
  return withFlagNames(async () => {
    const recorded = await recordResult(ctx, { id: readId('id', id) }, { result: read(), operator })
    printPayout(recorded?.payout ?? refuse(`id: there is no payout ${id} / 没有该付款`))
  })
}

async function retry(ctx: Context, id: string): Promise<number> {
  return withFlagNames(async () => {
    const payout = await retryPayout(ctx, readId('id', id), { operator })
    printPayout(payout ?? refuse(`id: there is no payout ${id} / 没有该付款`))
  })
}

async function takeResults(ctx: Context, file: string): Promise<number> {
  const results = await importResults(ctx, await readCsv(file), operator)
  const counts = { recorded: 0, known: 0, refused: 0 }
  for (const [index, result] of results.entries()) {
    counts[result.status]++
    if (result.status !== 'refused') continue
    say(`row ${index + 1}  ${result.reference ?? '-'}  ${result.field}: ${result.reason}`)
  }
  say(`${counts.recorded} recorded, ${counts.known} known, ${counts.refused} refused / 已记录、已知、被拒绝`)
  return counts.refused === 0 ? 0 : 1
}

async function readCsv(file: string): Promise<unknown[]> {
  const text = await readFile(file, 'utf8').catch((error: Error) =>
    refuse(`${file} cannot be read: ${error.message} / 无法读取文件`),
  )
  const rows: unknown[] = []
  try {
    const how = { bom: true, columns: true, trim: true, skip_empty_lines: true }
    for await (const row of parse(text, how)) rows.push(row)
  } catch (error) {
    refuse(`${file}: CSV expected: ${(error as Error).message} / 应为 CSV 文件`)
  }
  return rows
}

function readId(name: string, text: string): bigint {
  return /^[1-9]\d{0,17}$/.test(text) ? BigInt(text) : refuse(`${name}: a number expected / 应为数字`)
}

function refuse(message: string): never {
  throw new StartError(message)
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{C}\s]+/gu, ' ')
}
