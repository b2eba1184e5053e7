import { type Command, Option } from 'commander'
import type { Context } from '../../context.ts'
import {
  applicationStates,
  decideApplication,
  findApplication,
  invite,
  listApplications,
  readInvitation,
  readRuling,
  type ShownApplication,
  uninvite,
} from '../../domain/permissions/index.ts'
import { StartError } from '../../store/start-error.ts'
import { readPageFlags } from '../page-flags.ts'
import { withFlagNames } from '../with-flag-names.ts'

type Run = (work: (ctx: Context) => Promise<number>) => Promise<void>

const MAX_PAGE = 200
const REASON = 'kept with it, and whoever asked is told / 理由，将告知申请人'
// The command line knows no operator.
const by = { kind: 'operator', operatorId: undefined } as const
const say = (line: string) => process.stdout.write(`${line}\n`)
const oneLine = (text: string) => text.replaceAll(/[\p{C}\s]+/gu, ' ').trim()

/** Applications for link and share, and who may make them. */
export function addPermissionQueueCommands(permission: Command, run: Run): void {
  permission
    .command('queue')
    .description('prints applications, those that wait by when an answer is due / 列出待审核的申请')
    .addOption(
      new Option('--state <state>', 'in this state / 状态')
        .choices([...applicationStates, 'all'])
        .default('waiting'),
    )
    .option('--overdue', 'only those whose answer is late / 仅逾期的')
    .option('--after <id>', 'only what comes after this one / 从该申请之后')
    .option('--limit <n>', `at most so many, up to ${MAX_PAGE} / 条数`, '50')
    .action((flags: QueueFlags) => run((ctx) => printQueue(ctx, flags)))

  permission
    .command('application <id>')
    .description('prints an application with its rules, then and now / 查看申请')
    .action((id: string) => run((ctx) => showApplication(ctx, id)))

  permission
    .command('decide <id>')
    .description('answers an application / 审核申请')
    .addOption(new Option('--decision <decision>').choices(['grant', 'refuse']).makeOptionMandatory())
    .option('--despite-rules', 'although figures are too low / 数据未达标仍通过')
    .requiredOption('--reason <text>', REASON)
    .action((id: string, flags: DecideFlags) => run((ctx) => decide(ctx, id, flags)))

  addInvitationCommands(permission, run)
}

function addInvitationCommands(permission: Command, run: Run): void {
  for (const [name, verb, description] of [
    ['invite', invite, 'lets a site ask for link or share / 邀请媒体申请'],
    ['uninvite', uninvite, 'takes an invitation back / 撤回邀请'],
  ] as const) {
    permission
      .command(`${name} <site-id> <package>`)
      .description(description)
      .requiredOption('--reason <text>', REASON)
      .action((siteId: string, pkg: string, { reason }: { reason: string }) =>
        run((ctx) =>
          withFlagNames(async () => {
            const wanted = readInvitation({ site_id: siteId, package: pkg, reason })
            const done = await verb(ctx, { ...wanted, by })
            if (name === 'uninvite' && done === undefined) {
              throw new StartError(`site-id: it is not invited / 媒体 ${siteId} 未受邀`)
            }
            say(`site ${siteId}  ${pkg}  ${name}d`)
          }),
        ),
      )
  }
}

type QueueFlags = {
  state: (typeof applicationStates)[number] | 'all'
  overdue?: boolean
  after?: string
  limit: string
}

async function printQueue(ctx: Context, flags: QueueFlags): Promise<number> {
  const { after, limit } = readPageFlags(flags, MAX_PAGE)
  const applications = await listApplications(ctx, {
    state: flags.state === 'all' ? undefined : flags.state,
    memberId: undefined,
    siteId: undefined,
    isOverdue: flags.overdue ?? false,
    after: after === 0n ? undefined : after,
    limit,
  })
  for (const application of applications) printApplication(application)
  return 0
}

async function showApplication(ctx: Context, id: string): Promise<number> {
  const application = await findApplication(ctx, readId(id))
  if (!application) throw unknownApplication(id)
  printApplication(application)
  if (application.statement !== '') say(`    ${oneLine(application.statement)}`)
  for (const { rule, isMet, en, zh } of application.rulesNow) {
    const then = application.rules.find((one) => one.rule === rule)
    const changed = then && then.isMet !== isMet ? '  (changed since)' : ''
    say(`    ${isMet ? 'met  ' : 'unmet'}  ${rule}  ${oneLine(en)} / ${oneLine(zh)}${changed}`)
  }
  return 0
}

type DecideFlags = { decision: string; despiteRules?: boolean; reason: string }

async function decide(ctx: Context, id: string, flags: DecideFlags): Promise<number> {
  return withFlagNames(async () => {
    const { decision, despiteRules, reason } = flags
    const ruling = readRuling({ decision, despite_rules: despiteRules, reason })
    const application = await decideApplication(ctx, readId(id), { ...ruling, by })
    if (!application) throw unknownApplication(id)
    printApplication({ ...application, isOverdue: false })
  })
}

function printApplication(application: ShownApplication): void {
  const { id, state, package: pkg, appKey, siteId, dueOn, isDueProvisional, isOverdue } = application
  const due = dueOn === undefined ? '' : `  due ${dueOn}${isDueProvisional ? ' (provisional)' : ''}`
  say(
    `${id}  ${state.padEnd(9)}  ${pkg.padEnd(5)}  app ${appKey}  site ${siteId}${due}${isOverdue ? '  overdue' : ''}`,
  )
}

function readId(text: string): bigint {
  if (!/^[1-9]\d{0,17}$/.test(text)) throw new StartError('id: a number expected / 应为数字')
  return BigInt(text)
}

function unknownApplication(id: string): StartError {
  return new StartError(`id: there is no such application ${id} / 没有申请 ${id}`)
}
