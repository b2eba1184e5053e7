import { type Command, Option } from 'commander'
import type { Context } from '../../context.ts'
import {
  campaignStates,
  createCampaign,
  endCampaign,
  joinCampaign,
  leaveCampaign,
  readEnding,
  readEntry,
  readNewCampaign,
} from '../../domain/campaigns/index.ts'
import { StartError } from '../../store/start-error.ts'
import { withFlagNames } from '../with-flag-names.ts'
import {
  type ListFlags,
  MOST_LISTED,
  type PageFlags,
  printCampaign,
  printCampaigns,
  printItem,
  printItems,
  printSteps,
  readId,
} from './print-campaigns.ts'

type Door = { program: Command; run(work: (ctx: Context) => Promise<number>): Promise<void> }

/** The command line knows no operator. */
const operator = { id: undefined }

/** Campaigns by which recruiting leaders (招商团长) bring items together, and what is done about them. */
export function addCampaignCommands({ program, run }: Door): void {
  const campaign = program
    .command('campaign')
    .description('campaigns of recruiting leaders: items join, the leader gets a service fee / 团长招商活动')
  addChanges(campaign, run)
  addLists(campaign, run)
}

function addChanges(campaign: Command, run: Door['run']): void {
  campaign
    .command('create')
    .description('opens a campaign for a leader / 新建招商活动')
    .requiredOption('--leader-id <member>', 'the recruiting leader / 招商团长')
    .requiredOption('--name <name>', 'of the campaign / 活动名称')
    .requiredOption('--service-rate <percent>', 'what the merchant pays the leader / 服务费率')
    .option('--starts-at <time>', 'ISO 8601 with a zone; else now / 开始时间，默认现在')
    .requiredOption('--ends-at <time>', 'ISO 8601 with a zone / 结束时间')
    .option('--reason <text>', 'kept with it / 说明')
    .action((flags: CreateFlags) => run((ctx) => create(ctx, flags)))

  campaign
    .command('join <id>')
    .description('enters an item for its merchant / 商家报名商品')
    .requiredOption('--item-id <item>', 'the item’s number / 商品编号')
    .requiredOption('--member-id <merchant>', 'the item’s merchant / 商家')
    .requiredOption('--commission-rate <percent>', 'what promoters earn / 佣金率')
    .option('--ends-at <time>', 'ISO 8601 with a zone; else the campaign’s end / 结束时间，默认活动结束')
    .option('--reason <text>', 'kept with it / 说明')
    .action((id: string, flags: JoinFlags) => run((ctx) => join(ctx, id, flags)))

  campaign
    .command('leave <id>')
    .description(
      'takes an item out, for its merchant or the leader; earlier clicks keep their terms / 商品退出活动',
    )
    .requiredOption('--item-id <item>', 'the item’s number / 商品编号')
    .requiredOption('--member-id <member>', 'for whom this is done / 代表谁')
    .requiredOption('--reason <text>', 'why / 理由')
    .action((id: string, flags: EndFlags & { itemId: string }) => run((ctx) => leave(ctx, id, flags)))

  campaign
    .command('end <id>')
    .description('ends a campaign for its leader; earlier clicks keep their terms / 提前结束活动')
    .requiredOption('--member-id <member>', 'its leader / 招商团长')
    .requiredOption('--reason <text>', 'why / 理由')
    .action((id: string, flags: EndFlags) => run((ctx) => end(ctx, id, flags)))
}

function addLists(campaign: Command, run: Door['run']): void {
  const states = new Option('--state <state>', 'in this state / 状态').choices([...campaignStates, 'all'])
  const list = campaign
    .command('list')
    .description('prints campaigns, the oldest first / 列出活动')
    .option('--leader-id <member>', 'of this leader / 招商团长')
    .addOption(states.default('all'))
  const items = campaign
    .command('items <id>')
    .description('prints the items that are or were in a campaign / 列出活动商品')
  const steps = campaign
    .command('steps <id>')
    .description('prints what was done about a campaign / 列出活动的操作记录')
  for (const command of [list, items, steps]) {
    command
      .option('--after <id>', 'only what comes after this id / 从该编号之后')
      .option('--limit <n>', `at most so many, up to ${MOST_LISTED} / 条数`, '50')
  }
  list.action((flags: ListFlags) => run((ctx) => printCampaigns(ctx, flags)))
  items.action((id: string, flags: PageFlags) => run((ctx) => printItems(ctx, id, flags)))
  steps.action((id: string, flags: PageFlags) => run((ctx) => printSteps(ctx, id, flags)))
}

type CreateFlags = {
  leaderId: string
  name: string
  serviceRate: string
  startsAt?: string
  endsAt: string
  reason?: string
}

async function create(ctx: Context, flags: CreateFlags): Promise<number> {
  return withFlagNames(async () => {
    const times = { starts_at: flags.startsAt, ends_at: flags.endsAt }
    const { leaderId, name, serviceRate, reason } = flags
    const wanted = { leader_id: leaderId, name, service_rate: serviceRate, ...times, reason }
    printCampaign(await createCampaign(ctx, readNewCampaign(wanted), operator))
  })
}

type JoinFlags = {
  itemId: string
  memberId: string
  commissionRate: string
  endsAt?: string
  reason?: string
}

async function join(ctx: Context, id: string, flags: JoinFlags): Promise<number> {
  const campaignId = readId('id', id)
  return withFlagNames(async () => {
    const { itemId, memberId, commissionRate, endsAt, reason } = flags
    const ids = { item_id: itemId, member_id: memberId }
    const entry = readEntry({ ...ids, commission_rate: commissionRate, ends_at: endsAt, reason })
    const joined = await joinCampaign(ctx, campaignId, { entry, operator })
    if (!joined) throw new StartError(`id: there is no campaign ${id} / 没有活动 ${id}`)
    printItem(joined)
  })
}

type EndFlags = { memberId: string; reason: string }

async function leave(ctx: Context, id: string, flags: EndFlags & { itemId: string }): Promise<number> {
  const key = { campaignId: readId('id', id), itemId: readId('--item-id', flags.itemId) }
  return withFlagNames(async () => {
    const ending = readEnding({ member_id: flags.memberId, reason: flags.reason })
    const left = await leaveCampaign(ctx, key, { ending, operator })
    if (!left) throw new StartError(`--item-id: not in campaign ${id} / 该商品不在活动 ${id} 中`)
    printItem(left)
  })
}

async function end(ctx: Context, id: string, flags: EndFlags): Promise<number> {
  const campaignId = readId('id', id)
  return withFlagNames(async () => {
    const ending = readEnding({ member_id: flags.memberId, reason: flags.reason })
    const ended = await endCampaign(ctx, campaignId, { ending, operator })
    if (!ended) throw new StartError(`id: this leader has no campaign ${id} / 该团长没有活动 ${id}`)
    printCampaign(ended)
  })
}
