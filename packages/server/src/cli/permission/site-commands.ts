import { formatGmt8 } from '@opentbk/top'
import { type Command, Option } from 'commander'
import type { Context } from '../../context.ts'
import { recheckSite } from '../../domain/permissions/index.ts'
import {
  addSitePoints,
  findSite,
  listSites,
  readPoints,
  readReason,
  readReview,
  readTraits,
  reviewSite,
  type Site,
  type SiteDetails,
  type SiteStatus,
  setSiteTraits,
  siteCategories,
  siteStatuses,
  withdrawSite,
} from '../../domain/sites/index.ts'
import { StartError } from '../../store/start-error.ts'
import { readPageFlags } from '../page-flags.ts'
import { withFlagNames } from '../with-flag-names.ts'
import { addSiteReportCommands, printReport } from './site-report-commands.ts'

type Door = { program: Command; run(work: (ctx: Context) => Promise<number>): Promise<void> }

const MAX_PAGE = 200
const REASON = 'the owner is told / 理由，将告知媒体主'
// The command line knows no operator.
const by = { kind: 'operator', operatorId: undefined } as const
const say = (line: string) => process.stdout.write(`${line}\n`)
const oneLine = (text: string) => text.replaceAll(/[\p{C}\s]+/gu, ' ').trim()

/** Sites (媒体备案): their review, deduction points, and what owners report of them. */
export function addSiteCommands({ program, run }: Door): void {
  const site = program
    .command('site')
    .description('sites of publishers, their review and deduction points / 媒体备案与扣分')
  addListCommands(site, run)
  addReviewCommands(site, run)
  addFindingCommands(site, run)
  addSiteReportCommands(site, run)
}

function addListCommands(site: Command, run: Door['run']): void {
  site
    .command('list')
    .description('prints sites, the oldest first / 列出媒体')
    .addOption(
      new Option('--status <status>', 'in this status / 状态')
        .choices([...siteStatuses, 'all'])
        .default('all'),
    )
    .option('--member-id <member>', 'of this publisher / 推广者')
    .option('--after <id>', 'only what comes after this id / 从该编号之后')
    .option('--limit <n>', `at most so many, up to ${MAX_PAGE} / 条数`, '50')
    .action((flags: ListFlags) => run((ctx) => printSites(ctx, flags)))

  site
    .command('show <id>')
    .description('prints a site with its points, reports and where its component was seen / 查看媒体')
    .action((id: string) => run((ctx) => showSite(ctx, id)))
}

type ReviewFlags = TraitFlags & { ownerAttested?: true }

function addReviewCommands(site: Command, run: Door['run']): void {
  const review = (id: string, decision: string, { ownerAttested, ...flags }: ReviewFlags) =>
    run((ctx) =>
      change(ctx, id, (siteId) => {
        const fields = { ...traitFields(flags), owner_attested: ownerAttested ?? false, decision }
        return reviewSite(ctx, siteId, { ...readReview(fields), by })
      }),
    )

  withTraitFlags(site.command('approve <id>'))
    .description('approves a filed site / 备案审核通过')
    .option('--owner-attested', 'you saw that it is its owner’s; needed / 已核实归属（必需）')
    .action((id: string, flags: ReviewFlags) => review(id, 'approve', flags))

  site
    .command('refuse <id>')
    .description('refuses a filed site / 备案审核不通过')
    .requiredOption('--reason <text>', REASON)
    .action((id: string, flags: ReviewFlags) => review(id, 'refuse', flags))
}

function addFindingCommands(site: Command, run: Door['run']): void {
  withTraitFlags(site.command('traits <id>'))
    .description('changes what is on file of an approved site / 更新媒体信息')
    .action((id: string, flags: TraitFlags) =>
      run((ctx) =>
        change(ctx, id, (siteId) => setSiteTraits(ctx, siteId, { ...readTraits(traitFields(flags)), by })),
      ),
    )

  site
    .command('withdraw <id>')
    .description('takes an approved site out, for good / 清退媒体')
    .requiredOption('--reason <text>', REASON)
    .action((id: string, flags: { reason: string }) =>
      run((ctx) => change(ctx, id, (siteId) => withdrawSite(ctx, siteId, { reason: readReason(flags), by }))),
    )

  site
    .command('points <id>')
    .description('gives deduction points, or takes back with a minus / 扣分或撤销扣分')
    .requiredOption('--points <n>', 'from -100 to 100 / 分数')
    .requiredOption('--reason <text>', REASON)
    .action((id: string, flags: { points: string; reason: string }) =>
      run((ctx) => givePoints(ctx, id, flags)),
    )
}

type TraitFlags = { reason: string; category?: string; isPlatform?: string; componentAttested?: string }

function withTraitFlags(command: Command): Command {
  return command
    .requiredOption('--reason <text>', REASON)
    .addOption(new Option('--category <category>', 'its category / 类目').choices(siteCategories))
    .option('--is-platform <true|false>', 'whether it is a platform / 是否平台类媒体')
    .option('--component-attested <true|false>', 'whether you saw the component on it / 是否已核实组件部署')
}

function traitFields({ reason, category, isPlatform, componentAttested }: TraitFlags) {
  return { reason, category, is_platform: isPlatform, component_attested: componentAttested }
}

/** A change may take away what a permission package was given for: that is looked at in the end. */
async function change(
  ctx: Context,
  id: string,
  work: (id: bigint) => Promise<Site | undefined>,
): Promise<number> {
  return withFlagNames(async () => {
    const site = await work(readSiteId(id))
    if (!site) throw unknown(id)
    await recheckSite(ctx, site.id)
    printSite(site)
  })
}

async function givePoints(
  ctx: Context,
  id: string,
  flags: { points: string; reason: string },
): Promise<number> {
  return withFlagNames(async () => {
    const entry = await addSitePoints(ctx, readSiteId(id), { ...readPoints(flags), by })
    if (!entry) throw unknown(id)
    await recheckSite(ctx, entry.siteId)
    say(`site ${id}  ${entry.points} points, ${entry.inForce} in force / 当前有效扣分 ${entry.inForce}`)
  })
}

type ListFlags = { status: SiteStatus | 'all'; memberId?: string; after?: string; limit: string }

async function printSites(ctx: Context, { status, memberId, ...page }: ListFlags): Promise<number> {
  if (memberId !== undefined && !/^[1-9]\d{0,17}$/.test(memberId))
    throw new StartError('--member-id: a number expected / 应为数字')
  const sites = await listSites(ctx, {
    ...readPageFlags(page, MAX_PAGE),
    status: status === 'all' ? undefined : status,
    memberId: memberId === undefined ? undefined : BigInt(memberId),
  })
  for (const site of sites) printSite(site)
  return 0
}

async function showSite(ctx: Context, id: string): Promise<number> {
  const site = await findSite(ctx, { id: readSiteId(id) })
  if (!site) throw unknown(id)
  printSite(site)
  printKnown(site)
  for (const { points, at, reason } of site.points)
    say(`    points  ${formatGmt8(at)}  ${points}: ${oneLine(reason)}`)
  for (const report of site.reports) printReport(report, '    ')
  for (const { host, isOwn, hits, lastAt } of site.hosts)
    say(`    component  ${host}  ${isOwn ? 'own' : 'foreign'}  ${hits} times, last ${formatGmt8(lastAt)}`)
  return 0
}

function printKnown({
  facts,
  ownerAttestedAt,
  componentAttestedAt,
  reviewReason,
  isPlatform,
}: SiteDetails): void {
  const time = (at: Date | undefined) => (at ? formatGmt8(at) : 'never')
  say(`    points in force  ${facts.points}`)
  say(`    owner attested  ${time(ownerAttestedAt)}`)
  say(`    component attested  ${time(componentAttestedAt)}`)
  say(`    component seen on its own host  ${time(facts.componentSeen)}`)
  if (isPlatform) say('    platform / 平台类媒体')
  if (reviewReason !== undefined) say(`    review  ${oneLine(reviewReason)}`)
}

function readSiteId(text: string): bigint {
  if (!/^[1-9]\d{0,17}$/.test(text)) throw new StartError('id: a number expected / 应为数字')
  return BigInt(text)
}

function unknown(id: string): StartError {
  return new StartError(`id: there is no such site ${id} / 没有媒体 ${id}`)
}

function printSite({ id, status, kind, category, memberId, name, address }: Site): void {
  say(
    `${id}  ${status.padEnd(9)}  ${kind}  ${category}  member ${memberId}  ${oneLine(name)}  ${oneLine(address)}`,
  )
}
