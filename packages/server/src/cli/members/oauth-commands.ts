import { formatGmt8 } from '@opentbk/top'
import { type Command, Option } from 'commander'
import type { Context } from '../../context.ts'
import {
  addRedirect,
  type Grant,
  type GrantState,
  grantStates,
  listGrants,
  listRedirects,
  type Redirect,
  removeRedirect,
  withdrawGrant,
} from '../../domain/oauth/index.ts'
import { StartError } from '../../store/start-error.ts'
import { readPageFlags } from '../page-flags.ts'
import { withFlagNames } from '../with-flag-names.ts'

type Door = { program: Command; run(work: (ctx: Context) => Promise<number>): Promise<void> }

const MAX_PAGE = 200
/** The command line knows no operator. */
const operator = { id: undefined }
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Where apps are answered (OAuth), and what members granted them. */
export function addOauthCommands({ program, run }: Door): void {
  const redirect = program
    .command('app')
    .description('apps / 应用')
    .command('redirect')
    .description('the domains at which an app is answered / 应用的回调域名')

  redirect
    .command('add <app-key> <origin>')
    .description('registers one, like https://app.example.com / 登记回调域名')
    .action((appKey: string, origin: string) =>
      run((ctx) => printing(() => addRedirect(ctx, { appKey, origin, operator }))),
    )

  redirect
    .command('remove <app-key> <origin>')
    .description('removes one; authorisations stay / 移除回调域名')
    .action((appKey: string, origin: string) =>
      run((ctx) => printing(() => removeRedirect(ctx, { appKey, origin }))),
    )

  redirect
    .command('list <app-key>')
    .description('prints them / 列出回调域名')
    .action((appKey: string) => run((ctx) => printing(() => listRedirects(ctx, appKey))))

  addGrantCommands({ program, run })
}

function addGrantCommands({ program, run }: Door): void {
  const grants = program
    .command('authorisation')
    .description('which members let which apps act for them / 会员对应用的授权')

  grants
    .command('list')
    .description('prints them, the oldest first / 列出授权')
    .option('--member-id <member>', 'of this member / 会员')
    .option('--app-key <key>', 'of this app / 应用')
    .addOption(
      new Option('--state <state>', 'in this state / 状态').choices([...grantStates, 'all']).default('live'),
    )
    .option('--after <id>', 'only what comes after this id / 从该编号之后')
    .option('--limit <n>', `at most so many, up to ${MAX_PAGE} / 条数`, '50')
    .action((flags: ListFlags) => run((ctx) => printGrants(ctx, flags)))

  grants
    .command('withdraw <id>')
    .description('ends one and its tokens at once / 撤销授权，令牌立即失效')
    .action((id: string) => run((ctx) => withdraw(ctx, id)))
}

function printing(work: () => Promise<Redirect[]>): Promise<number> {
  return withFlagNames(async () => {
    for (const { scheme, host, createdAt } of await work()) {
      say(`${scheme}://${host}  since ${formatGmt8(createdAt)}`)
    }
  })
}

type ListFlags = {
  memberId?: string
  appKey?: string
  state: GrantState | 'all'
  after?: string
  limit: string
}

async function printGrants(ctx: Context, flags: ListFlags): Promise<number> {
  const { memberId, appKey, state } = flags
  const grants = await listGrants(ctx, {
    ...readPageFlags(flags, MAX_PAGE),
    memberId: memberId === undefined ? undefined : readId('--member-id', memberId),
    appKey,
    state: state === 'all' ? undefined : state,
  })
  for (const grant of grants) printGrant(grant)
  return 0
}

function printGrant({
  id,
  appKey,
  memberId,
  grantedAt,
  expiresAt,
  withdrawnAt,
  reason,
  appName,
}: Grant): void {
  const end = withdrawnAt
    ? `withdrawn ${formatGmt8(withdrawnAt)} (${reason})`
    : `until ${formatGmt8(expiresAt)}`
  const name = appName.replaceAll(/[\p{C}\s]+/gu, ' ').trim()
  say([String(id), `app ${appKey}`, `member ${memberId}`, formatGmt8(grantedAt), end, name].join('  '))
}

async function withdraw(ctx: Context, id: string): Promise<number> {
  if (!(await withdrawGrant(ctx, readId('id', id), { operator }))) {
    throw new StartError(`id: there is no live authorisation ${id} / 没有有效的授权 ${id}`)
  }
  say(`withdrawn ${id}`)
  return 0
}

function readId(name: string, text: string): bigint {
  if (!/^[1-9]\d{0,17}$/.test(text)) throw new StartError(`${name}: a number expected / 应为数字`)
  return BigInt(text)
}
