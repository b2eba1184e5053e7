import { formatGmt8, formatYuan } from '@opentbk/top'
import { type Command, Option } from 'commander'
import type { Context } from '../../context.ts'
import {
  type Activity,
  type ActivityState,
  activityStates,
  createActivity,
  endActivity,
  listActivities,
  readNewActivity,
} from '../../domain/newusers/index.ts'
import { StartError } from '../../store/start-error.ts'
import { readPageFlags } from '../page-flags.ts'
import { withFlagNames } from '../with-flag-names.ts'

type Door = { program: Command; run(work: (ctx: Context) => Promise<number>): Promise<void> }

const MAX_PAGE = 200
/** The command line knows no operator. */
const operator = { id: undefined }
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Activities by which merchants pay for new buyers (拉新). */
export function addNewuserCommands({ program, run }: Door): void {
  const newuser = program
    .command('newuser')
    .description('activities by which a merchant pays for buyers who are new to its shop / 拉新活动')

  newuser
    .command('create')
    .description('opens an activity for a shop, which has one at a time / 新建拉新活动')
    .requiredOption('--shop-id <shop>', 'the shop’s number / 店铺编号')
    .requiredOption('--name <name>', 'of the activity / 活动名称')
    .requiredOption('--reward <yuan>', 'what the merchant pays for each new buyer / 每位新用户的奖励')
    .option('--starts-at <time>', 'ISO 8601 with a zone; else now / 开始时间，默认现在')
    .requiredOption('--ends-at <time>', 'ISO 8601 with a zone / 结束时间')
    .action((flags: CreateFlags) => run((ctx) => create(ctx, flags)))

  newuser
    .command('end <id>')
    .description('ends an activity; earlier first purchases are rewarded as before / 提前结束活动')
    .action((id: string) => run((ctx) => end(ctx, id)))

  newuser
    .command('list')
    .description('prints activities, the oldest first / 列出拉新活动')
    .option('--shop-id <shop>', 'of this shop / 店铺编号')
    .addOption(
      new Option('--state <state>', 'in this state / 状态')
        .choices([...activityStates, 'all'])
        .default('all'),
    )
    .option('--after <id>', 'only what comes after this id / 从该编号之后')
    .option('--limit <n>', `at most so many, up to ${MAX_PAGE} / 条数`, '50')
    .action((flags: ListFlags) => run((ctx) => printActivities(ctx, flags)))
}

type CreateFlags = { shopId: string; name: string; reward: string; startsAt?: string; endsAt: string }

async function create(ctx: Context, flags: CreateFlags): Promise<number> {
  return withFlagNames(async () => {
    const { shopId, name, reward, startsAt, endsAt } = flags
    const wanted = { shop_id: shopId, name, reward, starts_at: startsAt, ends_at: endsAt }
    printActivity(await createActivity(ctx, readNewActivity(wanted), operator))
  })
}

async function end(ctx: Context, id: string): Promise<number> {
  const activityId = readId('id', id)
  return withFlagNames(async () => {
    const ended = await endActivity(ctx, activityId, operator)
    if (!ended) throw new StartError(`id: there is no activity ${id} / 没有活动 ${id}`)
    printActivity(ended)
  })
}

type ListFlags = { shopId?: string; state: ActivityState | 'all'; after?: string; limit: string }

async function printActivities(ctx: Context, flags: ListFlags): Promise<number> {
  const activities = await listActivities(ctx, {
    ...readPageFlags(flags, MAX_PAGE),
    shopId: flags.shopId === undefined ? undefined : readId('--shop-id', flags.shopId),
    state: flags.state === 'all' ? undefined : flags.state,
  })
  for (const activity of activities) printActivity(activity, activity.state)
  return 0
}

function printActivity(activity: Activity, state?: ActivityState): void {
  const { id, activityId, shopId, rewardFen, startsAt, endsAt, endedAt, name } = activity
  const parts = [
    String(id),
    ...(state ? [state.padEnd(7)] : []),
    activityId,
    `shop ${shopId}`,
    `${formatYuan(rewardFen)} each`,
    `${formatGmt8(startsAt)} – ${formatGmt8(endsAt)}`,
    ...(endedAt ? [`ended ${formatGmt8(endedAt)}`] : []),
    name.replaceAll(/[\p{C}\s]+/gu, ' ').trim(),
  ]
  say(parts.join('  '))
}

function readId(name: string, text: string): bigint {
  if (!/^[1-9]\d{0,17}$/.test(text)) throw new StartError(`${name}: a number expected / 应为数字`)
  return BigInt(text)
}
