import { formatGmt8, formatYuan } from '@opentbk/top'
import { type Command, Option } from 'commander'
import type { Context } from '../context.ts'
import { listUploads, readReview, reviewMaterial } from '../domain/content/index.ts'
import { BadField } from '../domain/goods/index.ts'
import { StartError } from '../store/start-error.ts'
import { readPageFlags } from './page-flags.ts'

type Door = { program: Command; run(work: (ctx: Context) => Promise<number>): Promise<void> }

const MAX_PAGE = 200
const MAX_SHOWN_CHARS = 60
const separated = (text: string) => text.split(',').map((part) => part.trim())
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Looking through what promoters uploaded, and deciding about it. */
export function addContentCommands({ program, run }: Door): void {
  const content = program
    .command('content')
    .description('materials that promoters upload for others / 爆料素材')

  content
    .command('list')
    .description('prints materials, the oldest first / 列出爆料')
    .addOption(
      new Option('--status <status>', 'in this state / 状态')
        .choices(['pending', 'approved', 'rejected', 'all'])
        .default('pending'),
    )
    .option('--after <id>', 'only what comes after this id / 从该编号之后')
    .option('--limit <n>', `at most so many, up to ${MAX_PAGE} / 条数`, '50')
    .action((flags: ListFlags) => run((ctx) => printMaterials(ctx, flags)))

  content
    .command('review <id>')
    .description('approves or rejects one; an approval says how it is shown / 审核爆料')
    .addOption(new Option('--decision <decision>').choices(['approve', 'reject']).makeOptionMandatory())
    .requiredOption('--reason <text>', 'kept with the decision / 理由')
    .option('--scene-ids <ids>', '1, 3; all when left out / 场景', separated)
    .option('--use-scenes <ids>', '3,4,5,6,7; all when left out / 使用场景', separated)
    .option('--need-item-count <n>', 'pieces to buy for the price / 需购件数')
    .option('--title <text>', "else the item's / 标题")
    .option('--tag <text>', 'else the category / 标签')
    .option('--selling-point <text>', "else the item's subtitle / 卖点")
    .option('--price-structure <text>', 'how the price comes about / 价格实现方式')
    .option('--recommend-reason <text>', 'why it is good / 推荐理由')
    .option('--content-tags <words>', 'with commas between / 内容标签', separated)
    .action((id: string, flags: ReviewFlags) => run((ctx) => review(ctx, id, flags)))
}

type ListFlags = { status: 'pending' | 'approved' | 'rejected' | 'all'; after?: string; limit: string }

async function printMaterials(ctx: Context, flags: ListFlags): Promise<number> {
  const page = readPageFlags(flags, MAX_PAGE)
  const status = flags.status === 'all' ? undefined : flags.status
  for (const upload of await listUploads(ctx, { ...page, status })) {
    say(
      `${upload.id}  ${upload.status.padEnd(8)}  ${formatGmt8(upload.uploadedAt)}  member ${upload.memberId}  item ${upload.itemId}  ${formatYuan(upload.priceFen)}`,
    )
    for (const text of upload.texts) say(`    ${oneLine(text)}`)
    if (upload.lastReview) say(`    ${upload.lastReview.decision}: ${oneLine(upload.lastReview.reason)}`)
  }
  return 0
}

function oneLine(text: string): string {
  const line = text.replace(/[\p{C}\s]+/gu, ' ').trim()
  return line.length > MAX_SHOWN_CHARS ? `${line.slice(0, MAX_SHOWN_CHARS)}…` : line
}

type ReviewFlags = {
  decision: string
  reason: string
  sceneIds?: string[]
  useScenes?: string[]
  needItemCount?: string
  title?: string
  tag?: string
  sellingPoint?: string
  priceStructure?: string
  recommendReason?: string
  contentTags?: string[]
}

async function review(ctx: Context, id: string, flags: ReviewFlags): Promise<number> {
  if (!/^[1-9]\d{0,17}$/.test(id)) throw new StartError('id: a number expected / 编号应为数字')
  const material = await reviewMaterial(ctx, BigInt(id), { review: readFlags(flags), operatorId: undefined })
  if (!material) throw new StartError(`id: there is no material ${id} / 爆料 ${id} 不存在`)
  say(`${material.id}  ${material.status}`)
  return 0
}

function readFlags(flags: ReviewFlags) {
  try {
    return readReview({
      decision: flags.decision,
      reason: flags.reason,
      scene_ids: flags.sceneIds,
      use_scenes: flags.useScenes,
      need_item_count: flags.needItemCount,
      title: flags.title,
      tag: flags.tag,
      selling_point: flags.sellingPoint,
      price_structure: flags.priceStructure,
      recommend_reason: flags.recommendReason,
      content_tags: flags.contentTags,
    })
  } catch (error) {
    if (!(error instanceof BadField)) throw error
    throw new StartError(`--${error.field.replaceAll('_', '-')}: ${error.reason}`)
  }
}
