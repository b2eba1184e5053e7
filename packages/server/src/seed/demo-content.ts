import { createHash } from 'node:crypto'
import { startOfDayGmt8 } from '@opentbk/top'
import type { DemoPeople, Seeding } from './demo-people.ts'
import { insertRows, type Row } from './insert-rows.ts'
import { DAY_MS, days } from './periods.ts'

const HOUR_MS = 3_600_000
const MONTHS = 12
const PREVIEW_DAYS = 2

/** The group of the demo publisher's that has a plan. */
export const demoGroupId = 'R:15323432'
const PLAN_CODE = 'Demo0Plan'
const msgIds = Array.from({ length: MONTHS }, (_, index) => `DEMOMS${String(index + 1).padStart(2, '0')}`)

/** A message of the demo plan, as a channel names it. */
export function demoMessage(number: number): { msgId: string; offsetCode: string } {
  const msgId = msgIds[number] as string
  return { msgId, offsetCode: PLAN_CODE + msgId }
}

type Demo = { price: bigint; text: string; title: string | null; scenes: number[]; useScenes: number[] }

// Prices as the first demo items have them after their coupons, and a bit below.
const told: readonly Demo[] = [
  { price: 9999n, text: '日常价入手，叠加店铺活动更划算', title: null, scenes: [1], useScenes: [3, 5] },
  {
    price: 4900n,
    text: '领80元券，到手49元',
    title: '券后49元，近期低价',
    scenes: [1, 3],
    useScenes: [3, 4, 5, 6],
  },
  { price: 999n, text: '9块9包邮，凑单好物', title: '9.9元包邮', scenes: [3], useScenes: [4, 6, 7] },
  { price: 4990n, text: '领10元券，到手49.9元', title: null, scenes: [1], useScenes: [3, 4, 5, 6, 7] },
]

/** Reviewed 爆料 of the first demo items (the last one a preview), one that waits, and a plan for a group. */
export async function seedContent(
  seeding: Seeding,
  demo: { people: DemoPeople; itemIds: readonly bigint[] },
): Promise<void> {
  const { tx, now } = seeding
  const memberId = BigInt(demo.people.publisherId)
  const secondId = BigInt(demo.people.secondPublisherId)
  const rows = told.map((one, index) => {
    const isPreview = index === told.length - 1
    const uploadedAt = new Date(now.getTime() - (told.length - index) * HOUR_MS)
    return material(one, {
      // Two publishers share the pool.
      memberId: index % 2 === 0 ? memberId : secondId,
      itemId: demo.itemIds[index] as bigint,
      period: isPreview ? days(now, PREVIEW_DAYS, 365) : days(now, -1, 365),
      uploadedAt,
      status: 'approved',
    })
  })
  const [first] = told as [Demo]
  const waiting = material(
    { ...first, price: 9899n, text: '限时再减1元', scenes: [], useScenes: [] },
    {
      memberId: secondId,
      itemId: demo.itemIds[0] as bigint,
      period: days(now, 0, 30),
      uploadedAt: now,
      status: 'pending',
    },
  )
  await insertRows(tx, 'content_materials', [...rows, waiting])
  await seedPlan(seeding, memberId)
}

type Place = {
  memberId: bigint
  itemId: bigint
  period: { startsAt: Date; endsAt: Date }
  uploadedAt: Date
  status: 'approved' | 'pending'
}

function material(one: Demo, place: Place): Row<'content_materials'> {
  return {
    member_id: place.memberId,
    item_id: place.itemId,
    price_fen: one.price,
    texts: [one.text],
    pictures: [],
    price_starts_at: place.period.startsAt,
    price_ends_at: place.period.endsAt,
    digest: createHash('sha256').update(`${place.itemId} ${one.text}`).digest(),
    uploaded_at: place.uploadedAt,
    status: place.status,
    published_at: place.status === 'approved' ? place.uploadedAt : null,
    modified_at: place.uploadedAt,
    scenes: one.scenes,
    use_scenes: one.useScenes,
    need_item_count: 1,
    title: one.title,
    content_tags: [],
  }
}

/** A message a month for a year, so that a sandbox has something to send for long. */
async function seedPlan({ tx, now }: Seeding, memberId: bigint): Promise<void> {
  await insertRows(tx, 'community_groups', [{ group_id: demoGroupId, member_id: memberId, created_at: now }])
  const tomorrow = startOfDayGmt8(now).getTime() + DAY_MS + 10 * HOUR_MS
  const sendAt = (index: number) => new Date(tomorrow + index * 30 * DAY_MS)
  const { id } = await tx
    .insertInto('community_plans')
    .values({
      code: PLAN_CODE,
      group_id: demoGroupId,
      name: '演示发单计划',
      last_msg_id: msgIds.at(-1) as string,
      last_send_at: sendAt(MONTHS - 1),
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const messages = msgIds.map((msg_id, index) => ({
    plan_id: id,
    position: index + 1,
    msg_id,
    send_at: sendAt(index),
    content: `第${index + 1}期会员日：精选好物限时优惠，今天10点开始`,
  }))
  await insertRows(tx, 'community_messages', messages)
}
