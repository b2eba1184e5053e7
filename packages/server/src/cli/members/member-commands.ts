import { formatGmt8 } from '@opentbk/top'
import { type Command, Option } from 'commander'
import type { Context } from '../../context.ts'
import {
  findMemberStory,
  listMembers,
  type Member,
  type Role,
  readStanding,
  roles,
  type Standing,
  setStanding,
  standings,
} from '../../domain/members/index.ts'
import { StartError } from '../../store/start-error.ts'
import { readPageFlags } from '../page-flags.ts'
import { withFlagNames } from '../with-flag-names.ts'

type Door = { program: Command; run(work: (ctx: Context) => Promise<number>): Promise<void> }

const MAX_PAGE = 200
// The command line knows no operator.
const by = { kind: 'operator', operatorId: undefined } as const
const say = (line: string) => process.stdout.write(`${line}\n`)
const oneLine = (text: string) => text.replaceAll(/[\p{C}\s]+/gu, ' ').trim()

const changes: readonly (readonly [name: string, to: Standing, description: string])[] = [
  ['suspend', 'suspended', 'suspends a member: it earns nothing, and no app acts for it / 暂停会员合作'],
  ['reinstate', 'good', 'takes a suspended member back / 恢复会员合作'],
]

/** Who takes part in the network, and who is suspended. */
export function addMemberCommands({ program, run }: Door): void {
  const member = program.command('member').description('members of the network / 会员')

  for (const [name, standing, description] of changes) {
    member
      .command(`${name} <id>`)
      .description(description)
      .requiredOption('--reason <text>', 'kept, and told to the member / 理由，将告知会员')
      .action((id: string, flags: { reason: string }) =>
        run((ctx) => change(ctx, id, { standing, reason: flags.reason })),
      )
  }

  member
    .command('list')
    .description('prints members, the oldest first / 列出会员')
    .addOption(new Option('--role <role>', 'with this role / 角色').choices(roles))
    .addOption(new Option('--standing <standing>', 'in this standing / 状态').choices(standings))
    .option('--after <id>', 'only what comes after this id / 从该编号之后')
    .option('--limit <n>', `at most so many, up to ${MAX_PAGE} / 条数`, '50')
    .action((flags: ListFlags) => run((ctx) => printMembers(ctx, flags)))

  member
    .command('show <id>')
    .description('prints a member and what was decided about the membership / 查看会员')
    .action((id: string) => run((ctx) => showMember(ctx, id)))
}

async function change(ctx: Context, id: string, wanted: { standing: Standing; reason: string }) {
  return withFlagNames(async () => {
    const member = await setStanding(ctx, readId(id), { ...readStanding(wanted), by })
    if (!member) throw unknownMember(id)
    printMember(member)
  })
}

type ListFlags = { role?: Role; standing?: Standing; after?: string; limit: string }

async function printMembers(ctx: Context, flags: ListFlags): Promise<number> {
  const { role, standing } = flags
  const members = await listMembers(ctx, { role, standing, ...readPageFlags(flags, MAX_PAGE) })
  for (const member of members) printMember(member)
  return 0
}

async function showMember(ctx: Context, id: string): Promise<number> {
  const story = await findMemberStory(ctx, readId(id))
  if (!story) throw unknownMember(id)
  printMember(story)
  for (const { at, kind, reason } of story.decisions) {
    say(`    ${formatGmt8(at)}  ${kind}: ${oneLine(reason)}`)
  }
  return 0
}

function printMember({ id, name, roles: held, standing }: Member): void {
  say(`${id}  ${standing.padEnd(9)}  ${held.join(',')}  ${oneLine(name)}`)
}

function unknownMember(id: string): StartError {
  return new StartError(`id: there is no member ${id} / 没有会员 ${id}`)
}

function readId(id: string): bigint {
  if (!/^[1-9]\d{0,17}$/.test(id)) throw new StartError('id: a number expected / 应为数字')
  return BigInt(id)
}
