import { hash } from 'node:crypto'
import { Refusal } from '@opentbk/top'
import type { Context } from '../../context.ts'
import { GroupWriter } from '../../store/group-writer.ts'
import { ensurePartitions } from '../../store/partitions.ts'
import { perServer } from '../../store/per-server.ts'
import { findCoupon, landingUrl, type Target } from '../goods/index.ts'
import { type FoundLink, findTarget } from '../links/index.ts'
import { clickIdOnWire, newClickId } from './click-id.ts'
import { hashAddress, readAgent } from './daily-hash.ts'
import { type ClickRow, insertClicks } from './rows.ts'
import { isBot } from './rules.ts'
import { whyUnfit } from './why-unfit.ts'

/** `isNewShopper`: the id was made for this click. */
export type Click = {
  found: FoundLink
  shopperId: string
  isNewShopper: boolean
  via: 'long' | 'short'
  ip: string
  verb: string
  userAgent: string
  /** A browser that fetches ahead says so. */
  isPrefetch: boolean
}

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
  const agent = readAgent(ctx, clickedAt, click.userAgent)
  const bot = isBot({ ...click, isCrawler: agent.isCrawler })
  const unfit = bot ? 'bot' : await whyUnfit(ctx, link)
  await writerFor(ctx, click.shopperId).add({
    id,
    clickedAt,
    shopperId: click.shopperId,
    isNewShopper: click.isNewShopper,
    linkHash: linkHash(click.found),
    ...carriedBy(link, target),
    via: click.via,
    terminal: agent.terminal,
    ipHash: hashAddress(ctx, clickedAt, click.ip),
    agentHash: agent.hash,
    isBot: bot,
    attributable: unfit === undefined,
    reason: unfit,
  })
  return landing
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
  await ensurePartitions(
    ctx,
    'clicks',
    rows.map((row) => row.clickedAt),
  )
  await insertClicks(ctx.store.pool, rows)
  return rows.map(() => undefined)
}

// Short links are held in memory, and their hashes with them.
const linkHashes = new WeakMap<FoundLink, bigint>()

function linkHash(found: FoundLink): bigint {
  const known = linkHashes.get(found)
  if (known !== undefined) return known
  const made = hash('sha256', found.token, 'buffer').readBigInt64BE(0)
  linkHashes.set(found, made)
  return made
}
