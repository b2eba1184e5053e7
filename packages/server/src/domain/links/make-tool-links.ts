import { Refusal } from '@opentbk/top'
import type { Context, PromoterContext } from '../../context.ts'
import { BadField, decodeItemId, readItem, type Target } from '../goods/index.ts'
import { siteStops } from '../permissions/index.ts'
import { type Adzone, findAdzone, isInGoodStanding, isPublisher } from '../publishers/index.ts'
import { ALL_FORMS, type ConvertFor, convertItem, convertPlace } from './convert.ts'
import { type ElementFailure, eachOnItsOwn } from './each-on-its-own.ts'
import { ownMark, readMaterial } from './read-material.ts'
import type { SharedLink } from './share-link.ts'
import { titleOf } from './title-of.ts'

/** For whom the tool makes links, to where, into which adzone. */
export type ToolOrder = { memberId: bigint; adzoneId: bigint; texts: readonly string[] }

type MadeLinks = {
  kind: Target['kind']
  title: string
  /** Of items alone: what is earned, and the link to item and coupon in one when a coupon is open. */
  rateBp: number | undefined
  coupon: SharedLink | undefined
  cps: SharedLink
}

/** A line as it was given, with its links or why it has none. */
export type ToolLink = { text: string } & (MadeLinks | ElementFailure)

/**
 * The console's link tool: links of a publisher's without an app and without the link package, for any addresses,
 * item ids, links and 淘口令, each on its own. BadField where the member is no publisher in good standing, or the
 * adzone is not the member's own on an approved site without a violation; 'busy' where nothing was made.
 */
export async function makeToolLinks(ctx: Context, order: ToolOrder): Promise<ToolLink[] | 'busy'> {
  const { memberId, adzoneId, texts } = order
  const how = { adzone: await getToolAdzone(ctx, memberId, adzoneId), wants: ALL_FORMS, isFromTool: true }
  const promoter: PromoterContext = { ...ctx, promoterId: memberId }
  try {
    const made = await eachOnItsOwn(texts, (text) => convertText(promoter, text, how))
    return made.map((one, index) => ({ ...one, text: texts[index] as string }))
  } catch (error) {
    if (error instanceof Refusal && error.refusal === 'server.busy') return 'busy'
    throw error
  }
}

async function getToolAdzone(ctx: Context, memberId: bigint, adzoneId: bigint): Promise<Adzone> {
  if (!(await isPublisher(ctx, memberId)) || !(await isInGoodStanding(ctx, memberId))) {
    throw new BadField('member_id', 'no publisher in good standing / 不是状态正常的推广者')
  }
  const adzone = await findAdzone(ctx, adzoneId)
  if (adzone?.memberId !== memberId || !adzone.siteApproved) {
    const reason = 'no adzone of this publisher on an approved site / 不是该推广者已过审媒体上的推广位'
    throw new BadField('adzone_id', reason)
  }
  if ((await siteStops(ctx, adzone.siteId)).has('violation')) {
    throw new BadField('adzone_id', 'its site is stopped for a violation / 所属媒体因违规已停止推广')
  }
  return adzone
}

async function convertText(ctx: PromoterContext, text: string, how: ConvertFor): Promise<MadeLinks> {
  const { target, externalId } = await readText(ctx, text)
  const { kind } = target
  const title = titleOf(target)
  if (target.kind !== 'item') {
    return { kind, title, rateBp: undefined, coupon: undefined, cps: await convertPlace(ctx, target, how) }
  }
  const { offer, coupon, cps } = await convertItem(ctx, target, { ...how, externalId })
  return { kind, title, rateBp: offer.plan.rateBp, coupon, cps }
}

/** Item ids are what no other text can be: they prove themselves. */
async function readText(
  ctx: PromoterContext,
  text: string,
): Promise<{ target: Target; externalId: string | undefined }> {
  const id = text.trim()
  if (decodeItemId(ctx.keys, id)) {
    return { target: { kind: 'item', item: await readItem(ctx, id) }, externalId: undefined }
  }
  const material = await readMaterial(ctx, text)
  return { target: material.target, externalId: ownMark(ctx, material) }
}
