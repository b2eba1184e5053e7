import { readFile } from 'node:fs/promises'
import { formatGmt8 } from '@opentbk/top'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { createPlans, listPlans, type PlanReport, readPlan } from '../domain/communities/index.ts'
import { BadField } from '../domain/goods/index.ts'
import { StartError } from '../store/start-error.ts'
import { readPageFlags } from './page-flags.ts'

type Door = { program: Command; run(work: (ctx: Context) => Promise<number>): Promise<void> }

const MAX_PAGE = 20
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Plans of messages that channels send to their groups. */
export function addCommunityCommands({ program, run }: Door): void {
  const plan = program
    .command('community')
    .description('groups that channels send messages to / 社群')
    .command('plan')
    .description('plans of messages / 发单计划')

  plan
    .command('create <file>')
    .description(
      'makes a plan for each group that a JSON file names: member_id, groups, scd_id, name, messages [{send_time, content}] / 按 JSON 文件新建发单计划',
    )
    .action((file: string) => run((ctx) => createFromFile(ctx, file)))

  plan
    .command('list')
    .description('prints plans and what became of their messages / 列出发单计划与回调结果')
    .option('--group <id>', 'of one group / 群组')
    .option('--after <id>', 'only what comes after this id / 从该编号之后')
    .option('--limit <n>', `at most so many, up to ${MAX_PAGE} / 条数`, '10')
    .action((flags: ListFlags) => run((ctx) => printPlans(ctx, flags)))
}

async function createFromFile(ctx: Context, file: string): Promise<number> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new StartError(`${file}: cannot be read / 无法读取`)
  })
  try {
    for (const plan of await createPlans(ctx, readPlan(parse(file, text)), undefined)) {
      say(`plan ${plan.id}  group ${plan.groupId}  ${plan.name}`)
    }
    return 0
  } catch (error) {
    if (!(error instanceof BadField)) throw error
    throw new StartError(`${file}: ${error.message}`)
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new StartError(`${file}: ${error instanceof Error ? error.message : 'no JSON'}`)
  }
}

type ListFlags = { group?: string; after?: string; limit: string }

async function printPlans(ctx: Context, flags: ListFlags): Promise<number> {
  const page = readPageFlags(flags, MAX_PAGE)
  for (const plan of await listPlans(ctx, { ...page, groupId: flags.group })) printPlan(plan)
  return 0
}

function printPlan(plan: PlanReport): void {
  const { status } = plan.group
  const state = status ? `, group status ${status.value}${status.note ? ` ${status.note}` : ''}` : ''
  say(`plan ${plan.id}  group ${plan.groupId}  ${plan.name}${state}`)
  for (const { msgId, sendAt, result } of plan.messages) {
    const outcome = result
      ? `result ${result.resCode}${result.resDesc ? ` ${result.resDesc}` : ''}`
      : 'no result'
    say(`    ${msgId}  ${formatGmt8(sendAt)}  ${outcome}`)
  }
}
