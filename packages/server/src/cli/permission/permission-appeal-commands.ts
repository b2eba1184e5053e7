import { type Command, Option } from 'commander'
import type { Context } from '../../context.ts'
import {
  appealStates,
  decideAppeal,
  liftViolation,
  listAppeals,
  readAppealRuling,
  readPermissionReason,
} from '../../domain/permissions/index.ts'
import { StartError } from '../../store/start-error.ts'
import { readPageFlags } from '../page-flags.ts'
import { withFlagNames } from '../with-flag-names.ts'

type Run = (work: (ctx: Context) => Promise<number>) => Promise<void>
type Appeal = Awaited<ReturnType<typeof listAppeals>>[number]

const MAX_PAGE = 200
const REASON = 'kept with it, and the holder is told / 理由，将告知持有人'
// The command line knows no operator.
const by = { kind: 'operator', operatorId: undefined } as const
const say = (line: string) => process.stdout.write(`${line}\n`)
const oneLine = (text: string) => text.replaceAll(/[\p{C}\s]+/gu, ' ').trim()

/** Appeals against the loss of a package, and an end to what a violation stopped. */
export function addPermissionAppealCommands(permission: Command, run: Run): void {
  permission
    .command('appeals')
    .description('prints appeals, the oldest first / 列出申诉')
    .addOption(
      new Option('--state <state>', 'in this state / 状态')
        .choices([...appealStates, 'all'])
        .default('waiting'),
    )
    .option('--after <id>', 'only what comes after this id / 从该编号之后')
    .option('--limit <n>', `at most so many, up to ${MAX_PAGE} / 条数`, '50')
    .action((flags: AppealFlags) => run((ctx) => printAppeals(ctx, flags)))

  permission
    .command('decide-appeal <id>')
    .description('decides an appeal; upheld, the package is held again / 裁决申诉')
    .addOption(new Option('--decision <decision>').choices(['uphold', 'dismiss']).makeOptionMandatory())
    .requiredOption('--reason <text>', REASON)
    .action((id: string, flags: { decision: string; reason: string }) =>
      run((ctx) =>
        withFlagNames(async () => {
          const appeal = await decideAppeal(ctx, readId(id), { ...readAppealRuling(flags), by })
          if (!appeal) throw new StartError(`id: there is no such appeal ${id} / 没有申诉 ${id}`)
          printAppeal(appeal)
        }),
      ),
    )

  permission
    .command('lift-violation <site-id>')
    .description("lets a site's links count again that a violation stopped / 解除违规处理")
    .requiredOption('--reason <text>', REASON)
    .action((siteId: string, flags: { reason: string }) =>
      run((ctx) =>
        withFlagNames(async () => {
          const isLifted = await liftViolation(ctx, readId(siteId), {
            reason: readPermissionReason(flags),
            by,
          })
          if (!isLifted) {
            throw new StartError(`site-id: no violation of ${siteId} stands / 媒体 ${siteId} 无违规处理`)
          }
          say(`site ${siteId}  lifted`)
        }),
      ),
    )
}

type AppealFlags = { state: (typeof appealStates)[number] | 'all'; after?: string; limit: string }

async function printAppeals(ctx: Context, flags: AppealFlags): Promise<number> {
  const state = flags.state === 'all' ? undefined : flags.state
  const filter = { state, memberId: undefined, grantId: undefined }
  for (const appeal of await listAppeals(ctx, { ...filter, ...readPageFlags(flags, MAX_PAGE) })) {
    printAppeal(appeal)
  }
  return 0
}

function printAppeal(appeal: Appeal): void {
  const { id, state, grantId, package: pkg, appKey, memberId, reason } = appeal
  say(
    `${id}  ${state.padEnd(9)}  grant ${grantId}  ${pkg}  app ${appKey}  member ${memberId}  ${oneLine(reason)}`,
  )
}

function readId(text: string): bigint {
  if (!/^[1-9]\d{0,17}$/.test(text)) throw new StartError('id: a number expected / 应为数字')
  return BigInt(text)
}
