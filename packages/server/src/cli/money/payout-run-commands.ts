import { formatGmt8, formatYuan } from '@opentbk/top'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import { BadField, FieldReader } from '../../domain/goods/index.ts'
import {
  type Decision,
  findRun,
  getMinimumFen,
  listCarried,
  listRuns,
  type PayoutRun,
  payOut,
  periodDueAt,
  previewPayouts,
  readBatchFile,
  setMinimumFen,
} from '../../domain/payouts/index.ts'
import { StartError } from '../../store/start-error.ts'
import { withFlagNames } from '../with-flag-names.ts'

type Run = (work: (ctx: Context) => Promise<number>) => Promise<void>
/** `opentbk payout`, to which further commands are added. */
export type PayoutDoor = { payout: Command; run: Run }

const PAGE = 500
const say = (line: string) => process.stdout.write(`${line}\n`)

/** The monthly run: doing it, looking at it before and after, its files for the bank. */
export function addPayoutRunCommands({ program, run }: { program: Command; run: Run }): PayoutDoor {
  const payout = program.command('payout').description('what members are paid, once a month / 每月结算付款')

  payout
    .command('run')
    .description(
      'pays out a month; cut off, it goes on where it was; done, it does nothing / 执行某月的付款，可重复执行',
    )
    .option('--period <month>', 'such as 2026-10; else the last one due / 月份，默认最近到期的一月')
    .option('--dry-run', 'only prints who would be paid, and who carried and why / 仅预览')
    .action((flags: { period?: string; dryRun?: boolean }) => run((ctx) => runPayout(ctx, flags)))

  payout
    .command('runs [period]')
    .description("prints the runs; with a month, that one's files and who was carried / 列出历次付款")
    .action((period: string | undefined) => run((ctx) => printRuns(ctx, period)))

  payout
    .command('file <period> <no>')
    .description('prints a file for the bank, with whole account numbers / 打印付款文件')
    .action((period: string, no: string) => run((ctx) => printFile(ctx, period, no)))

  payout
    .command('minimum [yuan]')
    .description('prints the least that is paid out; sets it for later runs / 查看或设置最低付款金额（元）')
    .action((yuan: string | undefined) => run((ctx) => minimum(ctx, yuan)))

  return { payout, run }
}

async function runPayout(ctx: Context, flags: { period?: string; dryRun?: boolean }): Promise<number> {
  const period = flags.period ?? periodDueAt(ctx.clock.now())
  return withFlagNames(async () => {
    if (flags.dryRun) await preview(ctx, period)
    else printRun(await payOut(ctx, { period }))
  })
}

async function preview(ctx: Context, period: string): Promise<void> {
  const totals = { paid: 0, paidFen: 0n, carried: 0, carriedFen: 0n }
  for (let after: bigint | undefined = 0n; after !== undefined; ) {
    const page = await previewPayouts(ctx, { period, after, limit: PAGE })
    for (const decision of page.decisions) {
      printDecision(decision)
      totals[decision.pay ? 'paid' : 'carried']++
      totals[decision.pay ? 'paidFen' : 'carriedFen'] += decision.amountFen
    }
    after = page.next
  }
  const { paid, paidFen, carried, carriedFen } = totals
  say(
    `${period}  would pay ${paid} (${formatYuan(paidFen)}), carry ${carried} (${formatYuan(carriedFen)}) / 预览，未付款`,
  )
}

type Printed = Pick<Decision, 'memberId' | 'amountFen'> & ({ pay: true } | { pay: false; reason: string })

function printDecision(decision: Printed): void {
  const what = decision.pay ? 'paid' : `carried: ${decision.reason}`
  say(`    member ${decision.memberId}  ${formatYuan(decision.amountFen)}  ${what}`)
}

function printRun(run: PayoutRun): void {
  const paid = `paid ${run.payouts} (${formatYuan(run.payoutFen)})`
  const carried = `carried ${run.carried} (${formatYuan(run.carriedFen)})`
  say(`${run.period}  ${run.state.padEnd(7)}  ${formatGmt8(run.startedAt)}  ${paid}  ${carried}`)
}

async function printRuns(ctx: Context, period: string | undefined): Promise<number> {
  if (period !== undefined) return printOne(ctx, period)
  for (let after = 0n; ; ) {
    const runs = await listRuns(ctx, { after, limit: PAGE })
    runs.forEach(printRun)
    const last = runs.at(-1)
    if (!last || runs.length < PAGE) return 0
    after = last.id
  }
}

async function printOne(ctx: Context, period: string): Promise<number> {
  const run = await findRun(ctx, period)
  if (!run) throw new StartError(`period: ${period} has not been paid out / 该月尚未付款`)
  printRun(run)
  for (const { no, payouts, amountFen, sentAt, provider } of run.batches) {
    const sent = sentAt ? `${formatGmt8(sentAt)} ${provider}` : 'not sent'
    say(`    ${period}-${no}  ${payouts} payouts  ${formatYuan(amountFen)}  ${sent}`)
  }
  for (let after = 0n; ; ) {
    const carried = (await listCarried(ctx, { period, after, limit: PAGE })) ?? []
    for (const one of carried) printDecision({ ...one, pay: false })
    const last = carried.at(-1)
    if (!last || carried.length < PAGE) return 0
    after = last.memberId
  }
}

async function printFile(ctx: Context, period: string, no: string): Promise<number> {
  const text = /^[1-9]\d{0,5}$/.test(no) ? await readBatchFile(ctx, { period, no: Number(no) }) : undefined
  if (text === undefined) throw new StartError(`no: there is no file ${period}-${no} / 没有该付款文件`)
  process.stdout.write(text)
  return 0
}

async function minimum(ctx: Context, yuan: string | undefined): Promise<number> {
  try {
    if (yuan !== undefined)
      await setMinimumFen(ctx, FieldReader.of({ minimum: yuan }, ['minimum']).price('minimum'))
  } catch (error) {
    if (!(error instanceof BadField)) throw error
    throw new StartError(`yuan: ${error.reason}`)
  }
  say(`minimum  ${formatYuan(await getMinimumFen(ctx.store.read))}`)
  return 0
}
