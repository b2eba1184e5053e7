import { formatGmt8, formatYuan } from '@opentbk/top'
import { type Command, Option } from 'commander'
import type { Context } from '../../context.ts'
import { BadField } from '../../domain/goods/index.ts'
import {
  appealPenalty,
  decideAppeal,
  decidePenalty,
  findPenalty,
  freezeOrder,
  listPenalties,
  type Penalty,
  type PenaltyDecision,
  type PenaltyEvent,
  type PenaltyState,
  penaltyStates,
  readAppeal,
  readAppealDecision,
  readFreeze,
  readPenaltyReason,
  violationTypes,
} from '../../domain/penalties/index.ts'
import { StartError } from '../../store/start-error.ts'
import { readPageFlags } from '../page-flags.ts'

type Door = { program: Command; run(work: (ctx: Context) => Promise<number>): Promise<void> }

const MAX_PAGE = 200
const REASON = 'kept with it / 理由'
// The command line knows no operator.
const operator = { id: undefined }
const say = (line: string) => process.stdout.write(`${line}\n`)
const oneLine = (text: string) => text.replaceAll(/[\p{C}\s]+/gu, ' ').trim()
const decisions: readonly (readonly [PenaltyDecision, string])[] = [
  ['release', 'gives a frozen commission to those who earned it / 解冻佣金'],
  ['take', 'gives a frozen commission back to the merchant / 将冻结佣金退还商家'],
]

/** Holding back what orders earned that broke the rules, and what becomes of it. */
export function addPenaltyCommands({ program, run }: Door): void {
  const penalty = program
    .command('penalty')
    .description('penalties of orders, and appeals against them / 订单处罚与申诉')

  penalty
    .command('freeze <trade-id>')
    .description("holds back an order's commission / 冻结订单佣金")
    .requiredOption('--violation-type <type>', violationTypes.join(' | '))
    .requiredOption('--reason <text>', REASON)
    .action((tradeId: string, flags: FreezeFlags) => run((ctx) => freeze(ctx, tradeId, flags)))

  for (const [decision, description] of decisions) {
    penalty
      .command(`${decision} <id>`)
      .description(description)
      .requiredOption('--reason <text>', REASON)
      .action((id: string, flags: { reason: string }) =>
        run((ctx) =>
          change(id, (penaltyId) =>
            decidePenalty(ctx, penaltyId, { decision, reason: readPenaltyReason(flags), operator }),
          ),
        ),
      )
  }

  addAppealCommands(penalty, run)
  addListCommands(penalty, run)
}

function addAppealCommands(penalty: Command, run: Door['run']): void {
  penalty
    .command('appeal <id>')
    .description('appeals for the promoter of the order / 代推广者申诉')
    .requiredOption('--member-id <member>', 'the promoter / 推广者')
    .requiredOption('--reason <text>', REASON)
    .action((id: string, flags: { memberId: string; reason: string }) =>
      run((ctx) =>
        change(id, (penaltyId) => {
          const appeal = readAppeal({ member_id: flags.memberId, reason: flags.reason })
          return appealPenalty(ctx, penaltyId, { ...appeal, operator })
        }),
      ),
    )

  penalty
    .command('decide <id>')
    .description('decides the open appeal; upheld, the commission is released / 裁决申诉')
    .addOption(new Option('--decision <decision>').choices(['uphold', 'dismiss']).makeOptionMandatory())
    .requiredOption('--reason <text>', REASON)
    .action((id: string, flags: { decision: string; reason: string }) =>
      run((ctx) =>
        change(id, (penaltyId) => decideAppeal(ctx, penaltyId, { ...readAppealDecision(flags), operator })),
      ),
    )
}

function addListCommands(penalty: Command, run: Door['run']): void {
  penalty
    .command('list')
    .description('prints penalties, the oldest first / 列出处罚')
    .addOption(
      new Option('--state <state>', 'in this state / 状态').choices([...penaltyStates, 'all']).default('all'),
    )
    .option('--appealed', 'only those with an open appeal / 仅有待裁决申诉的')
    .option('--trade-id <number>', 'of this order / 订单')
    .option('--member-id <member>', "of this promoter's orders / 推广者")
    .option('--after <id>', 'only what comes after this id / 从该编号之后')
    .option('--limit <n>', `at most so many, up to ${MAX_PAGE} / 条数`, '50')
    .action((flags: ListFlags) => run((ctx) => printPenalties(ctx, flags)))

  penalty
    .command('show <id>')
    .description('prints a penalty with its history and what it moved / 查看处罚经过')
    .action((id: string) => run((ctx) => showPenalty(ctx, id)))
}

type FreezeFlags = { violationType: string; reason: string }

async function freeze(ctx: Context, tradeId: string, flags: FreezeFlags): Promise<number> {
  return withFlagNames(async () => {
    const wanted = readFreeze({
      trade_id: tradeId,
      violation_type: flags.violationType,
      reason: flags.reason,
    })
    const penalty = await freezeOrder(ctx, wanted, operator)
    if (!penalty) throw new StartError(`trade-id: there is no order ${tradeId} / 订单 ${tradeId} 不存在`)
    printPenalty(penalty)
  })
}

async function change(id: string, work: (id: bigint) => Promise<Penalty | undefined>): Promise<number> {
  return withFlagNames(async () => {
    const penalty = await work(readId('id', id))
    if (!penalty) throw new StartError(`id: there is no such penalty ${id} / 没有处罚 ${id}`)
    printPenalty(penalty)
  })
}

/** What is wrong with a flag is told by the flag's name. */
async function withFlagNames(work: () => Promise<void>): Promise<number> {
  try {
    await work()
    return 0
  } catch (error) {
    if (!(error instanceof BadField)) throw error
    const name = error.field.replaceAll('_', '-')
    throw new StartError(`${['id', 'trade-id'].includes(name) ? name : `--${name}`}: ${error.reason}`)
  }
}

type ListFlags = {
  state: PenaltyState | 'all'
  appealed?: true
  tradeId?: string
  memberId?: string
  after?: string
  limit: string
}

async function printPenalties(ctx: Context, flags: ListFlags): Promise<number> {
  const { state, tradeId, memberId } = flags
  const penalties = await listPenalties(ctx, {
    ...readPageFlags(flags, MAX_PAGE),
    state: state === 'all' ? undefined : state,
    isAppealed: flags.appealed ?? false,
    tradeId: tradeId === undefined ? undefined : readId('--trade-id', tradeId),
    memberId: memberId === undefined ? undefined : readId('--member-id', memberId),
  })
  for (const penalty of penalties) printPenalty(penalty)
  return 0
}

async function showPenalty(ctx: Context, id: string): Promise<number> {
  const penalty = await findPenalty(ctx, readId('id', id))
  if (!penalty) throw new StartError(`id: there is no such penalty ${id} / 没有处罚 ${id}`)
  printPenalty(penalty)
  for (const event of penalty.events) printEvent(event)
  return 0
}

function readId(name: string, text: string): bigint {
  if (!/^[1-9]\d{0,17}$/.test(text)) throw new StartError(`${name}: a number expected / 应为数字`)
  return BigInt(text)
}

function printPenalty(penalty: Penalty): void {
  const { id, state, tradeId, memberId, violationType, appealedAt } = penalty
  const ofWhom = memberId === undefined ? '' : `  member ${memberId}`
  const appeal = appealedAt ? '  appealed' : ''
  say(`${id}  ${state.padEnd(8)}  order ${tradeId}${ofWhom}  ${violationType}${appeal}`)
}

function printEvent({ step, actor, reason, at, moved }: PenaltyEvent): void {
  const { memberId, operator: by } = actor
  const forWhom = memberId === undefined ? '' : ` for member ${memberId}`
  const byWhom = by === undefined ? '' : by.id === undefined ? ', by an operator' : `, by operator ${by.id}`
  say(`    ${formatGmt8(at)}  ${step}${forWhom}${byWhom}: ${oneLine(reason)}`)
  for (const { account, memberId: holder, amountFen } of moved) {
    say(
      `        ${[account, holder].filter((part) => part !== undefined).join(' ')}  ${formatYuan(amountFen)}`,
    )
  }
}
