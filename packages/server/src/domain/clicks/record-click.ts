import { hash } from 'node:crypto'
import { Refusal } from '@opentbk/top'
import type { Context } from '../../context.ts'
import { GroupWriter } from '../../store/group-writer.ts'
import { ensurePartitions } from '../../store/partitions.ts'
import { perServer } from '../../store/per-server.ts'
import { findCoupon, landingUrl, type Target } from '../goods/index.ts'
import { type FoundLink, findTarget } from '../links/index.ts'
import { isInGoodStanding } from '../publishers/index.ts'
import { clickIdOnWire, newClickId } from './click-id.ts'
import { type ClickRow, insertClicks } from './rows.ts'
import { isBot, terminalOf, type Visit } from './rules.ts'

const DAY_MS = 86_400_000

export type Click = { found: FoundLink; shopperId: string; via: 'long' | 'short'; ip: string; visit: Visit }

const LANES = 2

// One lane fills a group while the other waits for its commit. A shopper's clicks all go by the same lane: which
// of them counts depends on those before it.
const writers = perServer((ctx: Context) => {
  return Array.from({ length: LANES }, () => {
    const group = new GroupWriter<ClickRow, undefined>((rows) => writeClicks(ctx, rows), {
      maxGroup: 1000,
      maxQueue: 25_000,
    })
    ctx.store.beforeClose(() => group.drain())
    return group
  })
})

function writerFor(ctx: Context, shopperId: string): GroupWriter<ClickRow, undefined> {
  return writers(ctx)[shopperId.charCodeAt(0) % LANES] as GroupWriter<ClickRow, undefined>
}

/** A shopper follows a link: the click is stored, then its landing address is answered. */
export async function recordClick(ctx: Context, click: Click): Promise<string> {
  const { link } = click.found
  const target = await findTarget(ctx, link)
  if (!target) throw new Refusal('link.unknown')
  const clickedAt = ctx.clock.now()
  const id = newClickId(clickedAt)
  // The address is checked before anything is written: a click that leads nowhere is none.
  const query: Record<string, string> = { click_id: clickIdOnWire(id) }
  if (link.couponId !== undefined) {
    const coupon = await findCoupon(ctx, link.couponId)
    if (coupon) query.coupon = coupon.activityId
  }
  const landing = landingUrl(ctx, target, query)
  const bot = isBot(click.visit)
  const unfit = await whyUnfit(ctx, { bot, link })
  await writerFor(ctx, click.shopperId).add({
    id,
    clickedAt,
    shopperId: click.shopperId,
    linkHash: linkHash(click.found.token),
    ...carriedBy(link, target),
    via: click.via,
    terminal: terminalOf(click.visit.userAgent),
    ipHash: dailyHash(ctx, clickedAt, click.ip),
    agentHash: dailyHash(ctx, clickedAt, click.visit.userAgent),
    isBot: bot,
    attributable: unfit === undefined,
    reason: unfit,
  })
  return landing
}

/** Why a click cannot earn; undefined when it can. */
async function whyUnfit(
  ctx: Context,
  click: { bot: boolean; link: FoundLink['link'] },
): Promise<string | undefined> {
  const { memberId, third } = click.link
  if (click.bot) return 'bot'
  if (!(await isInGoodStanding(ctx, memberId))) return 'promoter not in good standing'
  if (third && !(await isInGoodStanding(ctx, third.memberId))) return 'third party not in good standing'
  return undefined
}

function carriedBy(link: FoundLink['link'], target: Target) {
  return {
    memberId: link.memberId,
    siteId: link.siteId,
    adzoneId: link.adzoneId,
    shopId: link.target.shopId,
    itemId: target.kind === 'item' ? target.item.id : undefined,
    venueId: target.kind === 'venue' ? target.venue.id : undefined,
    couponId: link.couponId,
    relationId: link.relationId,
    specialId: link.specialId,
    externalId: link.externalId,
    uvid: link.uvid,
    generalOnly: link.generalOnly,
    bizScene: link.bizScene,
    third: link.third,
  }
}

async function writeClicks(ctx: Context, rows: ClickRow[]): Promise<undefined[]> {
  const months = new Map(rows.map((row) => [row.clickedAt.toISOString().slice(0, 7), row.clickedAt]))
  await ensurePartitions(ctx, 'clicks', months.values())
  await insertClicks(ctx.store.read, rows)
  return rows.map(() => undefined)
}

function linkHash(token: string): bigint {
  return hash('sha256', token, 'buffer').readBigInt64BE(0)
}

type Salt = { day: number; hex: string }
const salts = perServer((): { current?: Salt } => ({}))

// The salt turns every day, so a hash tells the same visitor within a day and nothing afterwards.
function dailyHash(ctx: Context, at: Date, text: string): Buffer {
  const day = Math.floor(at.getTime() / DAY_MS)
  const held = salts(ctx)
  if (held.current?.day !== day)
    held.current = { day, hex: ctx.keys.mac('click-salt', String(day)).toString('hex') }
  return hash('sha256', `${held.current.hex} ${text}`, 'buffer').subarray(0, 16)
}
