import { formatGmt8, formatYuan } from '@opentbk/top'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import { BadField } from '../../domain/goods/index.ts'
import {
  deposit,
  findMerchantAccount,
  getDefaultCreditLimit,
  listAccountEvents,
  type MerchantAccount,
  readCreditLimit,
  readDefaultLimit,
  readTransfer,
  setCreditLimit,
  setDefaultCreditLimit,
  withdraw,
} from '../../domain/settlement/index.ts'
import { StartError } from '../../store/start-error.ts'
import { readPageFlags } from '../page-flags.ts'

type Door = { program: Command; run(work: (ctx: Context) => Promise<number>): Promise<void> }

const MAX_PAGE = 200
const ALL = 'all'
const say = (line: string) => process.stdout.write(`${line}\n`)

/** What merchants pay in and get back, and how much they may owe. */
export function addMerchantCommands({ program, run }: Door): void {
  const merchant = program
    .command('merchant')
    .description('merchants: deposits, credit limits, paused plans / 商家资金与授信')

  for (const [name, verb, description] of [
    ['deposit', deposit, 'money that a merchant paid in, in yuan / 商家充值'],
    ['withdraw', withdraw, 'gives back what was paid in and not used, in yuan / 商家提现'],
  ] as const) {
    merchant
      .command(`${name} <member> <amount>`)
      .description(description)
      .requiredOption('--reference <text>', "the bank's; the same again moves nothing / 银行流水号")
      .action((member: string, amount: string, flags: { reference: string }) =>
        run((ctx) => transfer(ctx, { verb, member, amount, reference: flags.reference })),
      )
  }

  merchant
    .command('limit <member> <credit-limit>')
    .description(
      `what a merchant may owe, in yuan, or "default"; of member "${ALL}" the one of all without their own / 授信额度`,
    )
    .requiredOption('--reason <text>', 'kept with the change / 理由')
    .action((member: string, creditLimit: string, flags: { reason: string }) =>
      run((ctx) => limit(ctx, { member, creditLimit, reason: flags.reason })),
    )

  merchant
    .command('show <member>')
    .description(
      'prints the account, changes of its limit, pauses and resumptions; of "all" the limit of all / 查看商家账户',
    )
    .option('--after <id>', 'only what comes after this id / 从该编号之后')
    .option('--limit <n>', `at most so many, up to ${MAX_PAGE} / 条数`, '50')
    .action((member: string, flags: { after?: string; limit: string }) =>
      run((ctx) => show(ctx, member, flags)),
    )
}

type TransferAsked = { verb: typeof deposit; member: string; amount: string; reference: string }

async function transfer(ctx: Context, asked: TransferAsked): Promise<number> {
  return withFlagNames(async () => {
    const order = readTransfer({ amount: asked.amount, reference: asked.reference })
    const memberId = readMember(asked.member)
    const done = await asked.verb(ctx, { ...order, memberId, operatorId: undefined })
    if (!done) throw unknown(asked.member)
    const { entryId, amountFen, balanceFen, reference } = done.transfer
    const again = done.isRepeated ? '  (booked before / 此前已入账)' : ''
    say(`entry ${entryId}  ${reference}  ${formatYuan(amountFen)}  balance ${formatYuan(balanceFen)}${again}`)
  })
}

async function limit(
  ctx: Context,
  { member, creditLimit, reason }: { member: string; creditLimit: string; reason: string },
): Promise<number> {
  return withFlagNames(async () => {
    const given = { credit_limit: creditLimit, reason }
    if (member === ALL) {
      const wanted = readDefaultLimit(given)
      await setDefaultCreditLimit(ctx, { ...wanted, operatorId: undefined })
      say(`credit limit of all  ${formatYuan(wanted.limitFen)}`)
      return
    }
    const wanted = readCreditLimit(given)
    const account = await setCreditLimit(ctx, {
      ...wanted,
      memberId: readMember(member),
      operatorId: undefined,
    })
    if (!account) throw unknown(member)
    printAccount(account)
  })
}

async function show(ctx: Context, member: string, flags: { after?: string; limit: string }): Promise<number> {
  const page = readPageFlags(flags, MAX_PAGE)
  const memberId = member === ALL ? undefined : readMember(member)
  if (memberId === undefined) say(`credit limit of all  ${formatYuan(await getDefaultCreditLimit(ctx))}`)
  else {
    const account = await findMerchantAccount(ctx, memberId)
    if (!account) throw unknown(member)
    printAccount(account)
  }
  for (const event of await listAccountEvents(ctx, { memberId, ...page })) {
    const { creditLimitFen: fen, balanceFen } = event
    const balance = balanceFen === undefined ? '' : `balance ${formatYuan(balanceFen)}  `
    const limit = fen === undefined ? 'default' : formatYuan(fen)
    say(
      `    ${event.id}  ${formatGmt8(event.at)}  ${event.kind.padEnd(7)}  ${balance}limit ${limit}  ${event.reason.replaceAll(/[\p{C}\s]+/gu, ' ')}`,
    )
  }
  return 0
}

function printAccount(account: MerchantAccount): void {
  const { memberId, name, balanceFen, creditLimitFen, hasOwnLimit, pausedAt } = account
  const limit = `${formatYuan(creditLimitFen)}${hasOwnLimit ? '' : ' (default)'}`
  const state = pausedAt ? `plans paused since ${formatGmt8(pausedAt)}` : 'plans run'
  say(`${memberId}  ${name}  balance ${formatYuan(balanceFen)}  limit ${limit}  ${state}`)
}

function readMember(text: string): bigint {
  if (!/^[1-9]\d{0,17}$/.test(text)) throw new StartError('member: a number expected / 应为数字')
  return BigInt(text)
}

function unknown(member: string): StartError {
  return new StartError(`member: there is no merchant ${member} / 商家 ${member} 不存在`)
}

const FLAGS = new Set(['reference', 'reason'])

/** What is wrong is told by the name of the flag or of the argument. */
async function withFlagNames(work: () => Promise<void>): Promise<number> {
  try {
    await work()
    return 0
  } catch (error) {
    if (!(error instanceof BadField)) throw error
    const { field, reason } = error
    throw new StartError(`${FLAGS.has(field) ? '--' : ''}${field.replaceAll('_', '-')}: ${reason}`)
  }
}
