import { formatGmt8 } from '@opentbk/top'
import { type Command, Option } from 'commander'
import type { Context } from '../../context.ts'
import {
  type CaseState,
  type CheatingCase,
  caseDecisions,
  caseStates,
  decideCase,
  findCase,
  listCases,
  noteMemberBuyer,
  readCaseVerdict,
  readMemberBuyer,
} from '../../domain/cases/index.ts'
import { StartError } from '../../store/start-error.ts'
import { readPageFlags } from '../page-flags.ts'
import { withFlagNames } from '../with-flag-names.ts'

type Door = { program: Command; run(work: (ctx: Context) => Promise<number>): Promise<void> }

const MAX_PAGE = 200
const REASON = 'kept with it / 理由'
// The command line knows no operator.
const by = { kind: 'operator', operatorId: undefined } as const
const say = (line: string) => process.stdout.write(`${line}\n`)
const oneLine = (text: string) => text.replaceAll(/[\p{C}\s]+/gu, ' ').trim()

/** What looks like cheating, and what a reviewer makes of it. */
export function addCaseCommands({ program, run }: Door): void {
  const cases = program
    .command('case')
    .description('what looks like cheating and waits for a reviewer / 疑似作弊案件')

  cases
    .command('list')
    .description('prints cases, the oldest first / 列出案件')
    .addOption(
      new Option('--state <state>', 'in this state / 状态').choices([...caseStates, 'all']).default('all'),
    )
    .option('--site-id <number>', 'of this site / 媒体')
    .option('--after <id>', 'only what comes after this id / 从该编号之后')
    .option('--limit <n>', `at most so many, up to ${MAX_PAGE} / 条数`, '50')
    .action((flags: ListFlags) => run((ctx) => printCases(ctx, flags)))

  cases
    .command('show <id>')
    .description('prints a case with the figures that raised it / 查看案件')
    .action((id: string) => run((ctx) => showCase(ctx, id)))

  cases
    .command('decide <id>')
    .description('confirmed, the site loses its API packages / 裁决案件；成立则清退API权限')
    .addOption(new Option('--decision <decision>').choices(caseDecisions).makeOptionMandatory())
    .requiredOption('--reason <text>', REASON)
    .action((id: string, flags: { decision: string; reason: string }) => run((ctx) => decide(ctx, id, flags)))

  cases
    .command('buyer <member-id>')
    .description('notes that a buyer of a shop is this member / 登记会员本人的买家账号')
    .requiredOption('--shop-key <key>', 'the shop / 店铺')
    .requiredOption('--buyer-id <id>', 'as the shop calls the buyer / 店铺侧买家ID')
    .requiredOption('--reason <text>', REASON)
    .action((memberId: string, flags: BuyerFlags) => run((ctx) => noteBuyer(ctx, memberId, flags)))
}

type ListFlags = { state: CaseState | 'all'; siteId?: string; after?: string; limit: string }

async function printCases(ctx: Context, flags: ListFlags): Promise<number> {
  const { state, siteId } = flags
  const found = await listCases(ctx, {
    ...readPageFlags(flags, MAX_PAGE),
    state: state === 'all' ? undefined : state,
    siteId: siteId === undefined ? undefined : readId('--site-id', siteId),
  })
  for (const one of found) printCase(one)
  return 0
}

async function showCase(ctx: Context, id: string): Promise<number> {
  const found = await findCase(ctx, readId('id', id))
  if (!found) throw unknownCase(id)
  printCase(found)
  for (const [name, value] of Object.entries(found.figures)) say(`    ${name}: ${JSON.stringify(value)}`)
  const { decidedAt, operatorId, reason } = found
  if (!decidedAt) return 0
  const byWhom = operatorId === undefined ? 'an operator' : `operator ${operatorId}`
  say(`    ${formatGmt8(decidedAt)}  ${found.state} by ${byWhom}: ${oneLine(reason ?? '')}`)
  return 0
}

async function decide(ctx: Context, id: string, flags: { decision: string; reason: string }) {
  return withFlagNames(async () => {
    const found = await decideCase(ctx, readId('id', id), { ...readCaseVerdict(flags), by })
    if (!found) throw unknownCase(id)
    printCase(found)
  })
}

type BuyerFlags = { shopKey: string; buyerId: string; reason: string }

async function noteBuyer(ctx: Context, memberId: string, flags: BuyerFlags): Promise<number> {
  return withFlagNames(async () => {
    const { shopKey: shop_key, buyerId: buyer_id, reason } = flags
    const note = {
      memberId: readId('member-id', memberId),
      ...readMemberBuyer({ shop_key, buyer_id, reason }),
    }
    if (!(await noteMemberBuyer(ctx, { ...note, by }))) {
      throw new StartError(`member-id: there is no member ${memberId} / 会员 ${memberId} 不存在`)
    }
    say(`member ${memberId} is a buyer of shop ${oneLine(shop_key)}`)
  })
}

function unknownCase(id: string): StartError {
  return new StartError(`id: there is no case ${id} / 没有案件 ${id}`)
}

function readId(name: string, text: string): bigint {
  if (!/^[1-9]\d{0,17}$/.test(text)) throw new StartError(`${name}: a number expected / 应为数字`)
  return BigInt(text)
}

function printCase({ id, state, kind, siteId, memberId, day }: CheatingCase): void {
  say(`${id}  ${state.padEnd(9)}  ${kind}  site ${siteId}  member ${memberId}  ${day}`)
}
