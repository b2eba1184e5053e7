import { formatGmt8, formatRate } from '@opentbk/top'
import { type Command, Option } from 'commander'
import type { Context } from '../../context.ts'
import {
  type Agreement,
  type AgreementState,
  agreementStates,
  type Decision,
  decideAgreement,
  listAgreements,
  offerAgreement,
  readDecision,
  readOffer,
} from '../../domain/agreements/index.ts'
import { StartError } from '../../store/start-error.ts'
import { readPageFlags } from '../page-flags.ts'
import { withFlagNames } from '../with-flag-names.ts'

type Door = { program: Command; run(work: (ctx: Context) => Promise<number>): Promise<void> }

const MAX_PAGE = 200
const FOR_MEMBER = 'the party for which this is done / 代表哪一方'
const say = (line: string) => process.stdout.write(`${line}\n`)
const decisions: readonly (readonly [Decision, string])[] = [
  ['accept', 'accepts what the other party offered / 接受对方的提议'],
  ['refuse', 'refuses what the other party offered / 拒绝对方的提议'],
  [
    'end',
    'ends an agreement, or takes back an offer; links made by then keep their share / 终止协议或撤回提议',
  ],
]

/** Agreements by which two publishers share what tripartite links earn. */
export function addAgreementCommands({ program, run }: Door): void {
  const agreement = program
    .command('agreement')
    .description('share agreements between publishers, for 三方 links / 三方分成协议')

  agreement
    .command('offer')
    .description('offers an agreement for one of the two parties / 提议分成协议')
    .requiredOption('--second-id <member>', 'who converts / 转链的推广者（二方）')
    .requiredOption('--third-id <member>', 'who owns sub_pid / sub_pid 所属的推广者（三方）')
    .requiredOption('--share-rate <percent>', "the third party's share of the gross commission / 三方比例")
    .requiredOption('--member-id <member>', FOR_MEMBER)
    .option('--reason <text>', 'kept with the offer / 说明')
    .action((flags: OfferFlags) => run((ctx) => offer(ctx, flags)))

  for (const [decision, description] of decisions) {
    agreement
      .command(`${decision} <id>`)
      .description(description)
      .requiredOption('--member-id <member>', FOR_MEMBER)
      .option('--reason <text>', 'kept with the decision; needed to refuse and to end / 理由')
      .action((id: string, flags: DecisionFlags) => run((ctx) => decide(ctx, id, { decision, flags })))
  }

  agreement
    .command('list')
    .description('prints agreements and what was done about them, the oldest first / 列出分成协议')
    .option('--member-id <member>', 'of this publisher / 推广者')
    .addOption(
      new Option('--state <state>', 'in this state / 状态')
        .choices([...agreementStates, 'all'])
        .default('all'),
    )
    .option('--after <id>', 'only what comes after this id / 从该编号之后')
    .option('--limit <n>', `at most so many, up to ${MAX_PAGE} / 条数`, '50')
    .action((flags: ListFlags) => run((ctx) => printAgreements(ctx, flags)))
}

type OfferFlags = { secondId: string; thirdId: string; shareRate: string; memberId: string; reason?: string }

async function offer(ctx: Context, flags: OfferFlags): Promise<number> {
  return withFlagNames(async () => {
    const { secondId, thirdId, shareRate, memberId, reason } = flags
    const ids = { second_id: secondId, third_id: thirdId, member_id: memberId }
    const wanted = readOffer({ ...ids, share_rate: shareRate, reason })
    printAgreement(await offerAgreement(ctx, wanted, { id: undefined }))
  })
}

type DecisionFlags = { memberId: string; reason?: string }

async function decide(
  ctx: Context,
  id: string,
  how: { decision: Decision; flags: DecisionFlags },
): Promise<number> {
  if (!/^[1-9]\d{0,17}$/.test(id)) throw new StartError('id: a number expected / 编号应为数字')
  const { decision, flags } = how
  return withFlagNames(async () => {
    const { memberId, reason } = readDecision({ member_id: flags.memberId, reason: flags.reason }, decision)
    const actor = { memberId, operator: { id: undefined } }
    const agreement = await decideAgreement(ctx, BigInt(id), { decision, actor, reason })
    if (!agreement)
      throw new StartError(`id: member ${memberId} has no agreement ${id} / 该推广者没有协议 ${id}`)
    printAgreement(agreement)
  })
}

type ListFlags = { memberId?: string; state: AgreementState | 'all'; after?: string; limit: string }

async function printAgreements(ctx: Context, flags: ListFlags): Promise<number> {
  const page = readPageFlags(flags, MAX_PAGE)
  if (flags.memberId !== undefined && !/^[1-9]\d{0,17}$/.test(flags.memberId))
    throw new StartError('--member-id: a number expected / 应为数字')
  const memberId = flags.memberId === undefined ? undefined : BigInt(flags.memberId)
  const state = flags.state === 'all' ? undefined : flags.state
  for (const agreement of await listAgreements(ctx, { ...page, memberId, state })) {
    printAgreement(agreement)
    for (const { step, actor, at, reason } of agreement.steps) {
      const said = reason === undefined ? '' : `: ${reason.replaceAll(/[\p{C}\s]+/gu, ' ')}`
      const byWhom = actor.operator ? ', by an operator' : ''
      say(`    ${formatGmt8(at)}  ${step}  for member ${actor.memberId}${byWhom}${said}`)
    }
  }
  return 0
}

function printAgreement(agreement: Agreement): void {
  const { id, state, secondId, thirdId, shareBp } = agreement
  say(`${id}  ${state.padEnd(8)}  second ${secondId}  third ${thirdId}  share ${formatRate(shareBp)} %`)
}
