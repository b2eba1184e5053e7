import { text } from 'node:stream/consumers'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import { createAccount, openRegistration, resetAccount } from '../../domain/accounts/index.ts'
import { StartError } from '../../store/start-error.ts'
import { withFlagNames } from '../with-flag-names.ts'

type Door = { program: Command; run(work: (ctx: Context) => Promise<number>): Promise<void> }

/** How members get in. */
export function addAccountCommands({ program, run }: Door): void {
  const account = program.command('account').description('how members sign in / 会员登录账号')

  account
    .command('create <member>')
    .description(
      'lets a member sign in; prints a one-time password unless one comes by standard input / 开通登录账号',
    )
    .requiredOption('--email <address>', 'the e-mail address / 邮箱')
    .requiredOption('--name <name>', 'the login name / 登录名')
    .option('--password-stdin', 'reads the password from standard input / 从标准输入读取密码')
    .action((member: string, flags: Creation) => run((ctx) => create(ctx, member, flags)))

  account
    .command('reset <member>')
    .description('a new one-time password; every browser is signed out / 重置为一次性密码')
    .option('--drop-second-factor', 'and turns two-step sign-in off / 同时关闭两步验证')
    .action((member: string, flags: { dropSecondFactor?: boolean }) =>
      run((ctx) => reset(ctx, readId(member), flags.dropSecondFactor === true)),
    )

  account
    .command('registration <state>')
    .description('"open" lets publishers register by themselves, "closed" does not / 开放或关闭推广者注册')
    .action((state: string) => run((ctx) => setRegistration(ctx, state)))
}

type Creation = { email: string; name: string; passwordStdin?: boolean }

async function create(ctx: Context, member: string, flags: Creation): Promise<number> {
  const memberId = readId(member)
  const password = flags.passwordStdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : undefined
  return withFlagNames(async () => {
    const { email, name: loginName } = flags
    const done = await createAccount(ctx, { memberId, email, loginName, password })
    if (done.status === 'no_member') throw new StartError(`there is no member ${member} / 没有该会员`)
    if (done.status === 'taken') throw new StartError(takenWords[done.what])
    process.stdout.write(`member ${member}  account made\n`)
    if (done.oneTimePassword) tellPassword(done.oneTimePassword)
  })
}

const takenWords = {
  member: 'the member has an account already / 该会员已有账号',
  email: '--email: another account has it / 邮箱已被使用',
  login_name: '--name: another account has it / 登录名已被使用',
}

async function reset(ctx: Context, memberId: bigint, dropSecondFactor: boolean): Promise<number> {
  const password = await resetAccount(ctx, { memberId, dropSecondFactor })
  if (!password) throw new StartError(`member ${memberId} has no account / 该会员没有账号`)
  tellPassword(password)
  return 0
}

async function setRegistration(ctx: Context, state: string): Promise<number> {
  if (state !== 'open' && state !== 'closed')
    throw new StartError('state: open or closed / 应为 open 或 closed')
  await openRegistration(ctx, state === 'open')
  process.stdout.write(`registration ${state}\n`)
  return 0
}

function tellPassword(password: string): void {
  process.stdout.write(`one-time password  ${password}\n`)
  process.stderr.write(
    'It is not shown again, and opens nothing but the choice of a password. / 不会再次显示，首次登录须设置新密码。\n',
  )
}

function readId(member: string): bigint {
  if (!/^[1-9]\d{0,17}$/.test(member)) throw new StartError('member: a number expected / 应为数字')
  return BigInt(member)
}
