import { formatGmt8 } from '@opentbk/top'
import { type Command, Option } from 'commander'
import type { Context } from '../../context.ts'
import { type Decision, listDecisions } from '../../domain/decisions/index.ts'
import { rollUpDays } from '../../domain/figures/index.ts'
import {
  checkPermissions,
  findGrant,
  grantOutright,
  grantStatuses,
  listGrants,
  packages,
  readOutright,
  readWithdrawal,
  type ShownGrant,
  withdrawGrant,
} from '../../domain/permissions/index.ts'
import { StartError } from '../../store/start-error.ts'
import { readPageFlags } from '../page-flags.ts'
import { withFlagNames } from '../with-flag-names.ts'
import { addLinkToolCommand } from './link-tool-command.ts'
import { addPermissionAppealCommands } from './permission-appeal-commands.ts'
import { addPermissionQueueCommands } from './permission-queue-commands.ts'
import { addPermissionSettingCommands } from './permission-setting-commands.ts'

type Door = { program: Command; run(work: (ctx: Context) => Promise<number>): Promise<void> }
type Package = (typeof packages)[number]

const MAX_PAGE = 200
const REASON = 'kept with it, and the holder is told / 理由，将告知持有人'
// The command line knows no operator.
const by = { kind: 'operator', operatorId: undefined } as const
const say = (line: string) => process.stdout.write(`${line}\n`)
const oneLine = (text: string) => text.replaceAll(/[\p{C}\s]+/gu, ' ').trim()

/** Permission packages: who holds them, who asks for them, how they are lost, and what rules go by. */
export function addPermissionCommands({ program, run }: Door): void {
  const permission = program
    .command('permission')
    .description('permission packages of apps, and the rules under which they are got and lost / API权限包')
  addListCommands(permission, run)
  addGrantCommands(permission, run)
  addPermissionQueueCommands(permission, run)
  addPermissionAppealCommands(permission, run)
  addPermissionSettingCommands(permission, run)
  addLinkToolCommand(permission, run)
  permission
    .command('check')
    .description('the daily check, now: what was looked at today is not looked at again / 立即执行每日检查')
    .action(() => run(check))
  addDecisionsCommand(permission, run)
}

function addListCommands(permission: Command, run: Door['run']): void {
  permission
    .command('list')
    .description('prints who holds or held what, the oldest first / 列出权限包')
    .option('--member-id <member>', "of this member's apps / 会员")
    .option('--app-key <key>', 'of this app / 应用')
    .option('--site-id <number>', 'for this site / 媒体')
    .addOption(new Option('--package <package>', 'this package / 权限包').choices(packages))
    .addOption(new Option('--status <status>', 'in this status / 状态').choices(grantStatuses))
    .option('--after <id>', 'only what comes after this id / 从该编号之后')
    .option('--limit <n>', `at most so many, up to ${MAX_PAGE} / 条数`, '50')
    .action((flags: ListFlags) => run((ctx) => printGrants(ctx, flags)))

  permission
    .command('show <id>')
    .description('prints a grant with each rule as it is now / 查看权限包与各条规则')
    .action((id: string) => run((ctx) => showGrant(ctx, id)))
}

function addGrantCommands(permission: Command, run: Door['run']): void {
  permission
    .command('grant <app-key> <package>')
    .description('gives a package, whatever the rules say / 直接开通权限包')
    .option('--site-id <number>', 'for this site alone; without it for all / 媒体')
    .option('--checked', 'the rules may take it again / 纳入规则检查')
    .requiredOption('--reason <text>', REASON)
    .action((appKey: string, pkg: string, flags: GrantFlags) =>
      run((ctx) => grant(ctx, { appKey, pkg, ...flags })),
    )

  permission
    .command('withdraw <id>')
    .description('takes a package / 清退权限包')
    .option('--violation', 'for a violation: no link of the site counts any more / 因违规')
    .requiredOption('--reason <text>', REASON)
    .action((id: string, flags: { violation?: boolean; reason: string }) =>
      run((ctx) => withdraw(ctx, id, flags)),
    )
}

function addDecisionsCommand(permission: Command, run: Door['run']): void {
  permission
    .command('decisions')
    .description('prints the log of decisions, the newest first / 决定记录')
    .option('--member-id <member>', 'about this member / 会员')
    .option('--site-id <number>', 'about this site / 媒体')
    .option('--kind <text>', 'whose kind begins so, such as "permission." / 类型前缀')
    .option('--before <id>', 'only what is older than this id / 早于该编号')
    .option('--limit <n>', `at most so many, up to ${MAX_PAGE} / 条数`, '50')
    .action((flags: DecisionFlags) => run((ctx) => printDecisions(ctx, flags)))
}

type ListFlags = {
  memberId?: string
  appKey?: string
  siteId?: string
  package?: Package
  status?: (typeof grantStatuses)[number]
  after?: string
  limit: string
}

async function printGrants(ctx: Context, flags: ListFlags): Promise<number> {
  const grants = await listGrants(ctx, {
    memberId: readOptionalId('member-id', flags.memberId),
    appKey: flags.appKey,
    siteId: readOptionalId('site-id', flags.siteId),
    package: flags.package,
    status: flags.status,
    ...readPageFlags(flags, MAX_PAGE),
  })
  for (const one of grants) printGrant(one)
  return 0
}

async function showGrant(ctx: Context, id: string): Promise<number> {
  const found = await findGrant(ctx, readId('id', id))
  if (!found) throw unknownGrant(id)
  printGrant(found)
  for (const { rule, isMet, en, zh } of found.judgements) {
    say(`    ${isMet ? 'met  ' : 'unmet'}  ${rule}  ${oneLine(en)} / ${oneLine(zh)}`)
  }
  for (const { cause, since, daysLeft } of found.threats) {
    say(`    ${cause} since ${since}: ${Math.max(0, daysLeft)} days left`)
  }
  return 0
}

type GrantFlags = { siteId?: string; checked?: boolean; reason: string }

async function grant(ctx: Context, wanted: GrantFlags & { appKey: string; pkg: string }): Promise<number> {
  return withFlagNames(async () => {
    const { appKey, pkg, siteId, checked, reason } = wanted
    const given = { app_key: appKey, package: pkg, site_id: siteId, checked, reason }
    const { id } = await grantOutright(ctx, { ...readOutright(given), by })
    printGrant((await findGrant(ctx, id)) as ShownGrant)
  })
}

async function withdraw(
  ctx: Context,
  id: string,
  flags: { violation?: boolean; reason: string },
): Promise<number> {
  return withFlagNames(async () => {
    const how = { ...readWithdrawal(flags), by }
    const done = await withdrawGrant(ctx, readId('id', id), how)
    const now = done && (await findGrant(ctx, done.id))
    if (!now) throw unknownGrant(id)
    printGrant(now)
  })
}

async function check(ctx: Context): Promise<number> {
  await rollUpDays(ctx)
  const { checked, warned, withdrawn, redated } = await checkPermissions(ctx)
  say(`checked ${checked}  warned ${warned}  withdrawn ${withdrawn}  redated ${redated}`)
  return 0
}

type DecisionFlags = { memberId?: string; siteId?: string; kind?: string; before?: string; limit: string }

async function printDecisions(ctx: Context, flags: DecisionFlags): Promise<number> {
  const decisions = await listDecisions(ctx, {
    memberId: readOptionalId('member-id', flags.memberId),
    siteId: readOptionalId('site-id', flags.siteId),
    kind: flags.kind,
    before: readOptionalId('before', flags.before),
    limit: readPageFlags({ limit: flags.limit }, MAX_PAGE).limit,
  })
  for (const decision of decisions) printDecision(decision)
  return 0
}

function printGrant(one: ShownGrant): void {
  const site = one.siteId === undefined ? 'all sites' : `site ${one.siteId}`
  const lost = one.withdrawnCause === undefined ? '' : `  ${one.withdrawnCause}`
  const left = one.daysLeft === undefined ? '' : `  ${one.daysLeft} days left`
  const checked = one.isChecked ? '  checked' : ''
  say(
    `${one.id}  ${one.status.padEnd(9)}  ${one.package.padEnd(9)}  app ${one.appKey}  ${site}  by ${one.basis}${checked}${lost}${left}`,
  )
}

function printDecision(decision: Decision): void {
  const about = [
    decision.memberId === undefined ? '' : `  member ${decision.memberId}`,
    decision.siteId === undefined ? '' : `  site ${decision.siteId}`,
    decision.package === undefined ? '' : `  ${decision.package}`,
  ].join('')
  const { id, at, kind, by: who, reason, figures } = decision
  say(`${id}  ${formatGmt8(at)}  ${kind} by ${who.kind}${about}  ${oneLine(reason)}`)
  if (Object.keys(figures).length > 0) say(`    ${JSON.stringify(figures)}`)
}

function readId(name: string, text: string): bigint {
  if (!/^[1-9]\d{0,17}$/.test(text)) throw new StartError(`${name}: a number expected / 应为数字`)
  return BigInt(text)
}

function readOptionalId(name: string, text: string | undefined): bigint | undefined {
  return text === undefined ? undefined : readId(`--${name}`, text)
}

function unknownGrant(id: string): StartError {
  return new StartError(`id: there is no such grant ${id} / 没有权限包 ${id}`)
}
