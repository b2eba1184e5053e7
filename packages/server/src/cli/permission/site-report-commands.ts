import { formatGmt8 } from '@opentbk/top'
import { type Command, Option } from 'commander'
import type { Context } from '../../context.ts'
import {
  decideReport,
  listReports,
  readReportDecision,
  reportStates,
  type SiteReport,
} from '../../domain/sites/index.ts'
import { StartError } from '../../store/start-error.ts'
import { readPageFlags } from '../page-flags.ts'
import { withFlagNames } from '../with-flag-names.ts'

type Run = (work: (ctx: Context) => Promise<number>) => Promise<void>

const MAX_PAGE = 200
// The command line knows no operator.
const by = { kind: 'operator', operatorId: undefined } as const
const decisions = [
  ['confirm', 'confirm-report', 'confirms what an owner reported / 确认媒体申报的数据'],
  ['refuse', 'refuse-report', 'does not confirm what an owner reported / 不予确认申报的数据'],
] as const

/** `site reports` and the decisions about them. */
export function addSiteReportCommands(site: Command, run: Run): void {
  site
    .command('reports')
    .description('prints what owners reported, the oldest first / 列出媒体申报的数据')
    .addOption(
      new Option('--state <state>', 'in this state / 状态')
        .choices([...reportStates, 'all'])
        .default('waiting'),
    )
    .option('--site-id <site>', 'of this site / 媒体')
    .option('--after <id>', 'only what comes after this id / 从该编号之后')
    .option('--limit <n>', `at most so many, up to ${MAX_PAGE} / 条数`, '50')
    .action((flags: ListFlags) => run((ctx) => printReports(ctx, flags)))

  for (const [decision, name, description] of decisions) {
    site
      .command(`${name} <id>`)
      .description(description)
      .requiredOption('--reason <text>', 'the owner is told / 理由，将告知媒体主')
      .action((id: string, { reason }: { reason: string }) =>
        run((ctx) => decide(ctx, id, { decision, reason })),
      )
  }
}

type ListFlags = { state: SiteReport['state'] | 'all'; siteId?: string; after?: string; limit: string }

async function printReports(ctx: Context, { state, siteId, ...page }: ListFlags): Promise<number> {
  const reports = await listReports(ctx, {
    ...readPageFlags(page, MAX_PAGE),
    state: state === 'all' ? undefined : state,
    siteId: siteId === undefined ? undefined : readId('--site-id', siteId),
  })
  for (const report of reports) printReport(report)
  return 0
}

async function decide(
  ctx: Context,
  id: string,
  given: { decision: string; reason: string },
): Promise<number> {
  return withFlagNames(async () => {
    const report = await decideReport(ctx, readId('id', id), { ...readReportDecision(given), by })
    if (!report) throw new StartError(`id: there is no such report ${id} / 没有申报 ${id}`)
    printReport(report)
  })
}

function readId(name: string, text: string): bigint {
  if (!/^[1-9]\d{0,17}$/.test(text)) throw new StartError(`${name}: a number expected / 应为数字`)
  return BigInt(text)
}

export function printReport({ id, siteId, kind, value, state, reportedAt }: SiteReport, indent = ''): void {
  const about = `${kind} ${value}, reported ${formatGmt8(reportedAt)}`
  process.stdout.write(`${indent}report ${id}  ${state.padEnd(9)}  site ${siteId}  ${about}\n`)
}
