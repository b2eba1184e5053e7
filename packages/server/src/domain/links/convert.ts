import { Refusal } from '@opentbk/top'
import type { PromoterContext } from '../../context.ts'
import { findOffers, isPromotable, type Offer, type Target } from '../goods/index.ts'
import type { Adzone } from '../publishers/index.ts'
import { buildLink, longUrl } from './create-long-link.ts'
import { type BizScene, type LinkTarget, MAX_MARK_BYTES, type ThirdParty } from './link.ts'
import { type SharedLink, shareLink } from './share-link.ts'
import { titleOf } from './title-of.ts'
import { sealLink } from './token.ts'

/** What all links of one conversion carry. */
export type ConvertFor = {
  adzone: Adzone
  relationId?: bigint | undefined
  specialId?: bigint | undefined
  uvid?: string | undefined
  bizScene?: BizScene | undefined
  third?: ThirdParty | undefined
  isFromTool?: boolean | undefined
  /** Which forms are wanted; making the stored ones costs a write. */
  wants: LinkWants
}

/** The forms of the plain link and of the coupon link that the caller asked for. */
export type LinkWants = { cpsShort: boolean; cpsTpwd: boolean; couponShort: boolean; couponTpwd: boolean }

export const ALL_FORMS: LinkWants = { cpsShort: true, cpsTpwd: true, couponShort: true, couponTpwd: true }

/** Long links alone: making them needs no write. */
export const LONG_ONLY: LinkWants = { cpsShort: false, cpsTpwd: false, couponShort: false, couponTpwd: false }

/** What one conversion may say of its own. */
export type ConvertOptions = {
  skuId?: bigint | undefined
  /** An open coupon of the item to use in place of the best one. */
  couponActivityId?: string | undefined
  externalId?: string | undefined
  generalOnly?: boolean | undefined
}

export type ItemConversion = {
  offer: Offer
  cps: SharedLink
  coupon: SharedLink | undefined
  skuIsKnown: boolean
}

/** Links of the promoter's to an item: the plain one and, when a coupon is open, the two-in-one. */
export async function convertItem(
  ctx: PromoterContext,
  target: Extract<Target, { kind: 'item' }>,
  how: ConvertFor & ConvertOptions,
): Promise<ItemConversion> {
  const { item } = target
  if (item.status !== 'on') throw new Refusal('item.off-shelf')
  const generalOnly = how.generalOnly ?? false
  const offers = await findOffers(ctx, {
    items: [item],
    memberId: ctx.promoterId,
    at: ctx.clock.now(),
    generalOnly,
    couponActivityId: how.couponActivityId,
  })
  const offer = offers.get(item.id)
  if (!offer) throw new Refusal('item.not-promoted')
  if (how.couponActivityId !== undefined && !offer.coupon)
    throw new Refusal('coupon.unknown', how.couponActivityId)
  const skuId = how.skuId ?? target.skuId
  const skuIsKnown = skuId === undefined || item.skus.some((sku) => sku.id === skuId)
  const carried = { ...how, skuId: skuIsKnown ? skuId : undefined, generalOnly }
  const place: LinkTarget = { kind: 'item', itemId: item.id, shopId: item.shopId }
  const [cps, coupon] = await Promise.all([
    makeLink(ctx, {
      how: carried,
      place,
      title: item.title,
      short: how.wants.cpsShort,
      tpwd: how.wants.cpsTpwd,
    }),
    offer.coupon
      ? makeLink(ctx, {
          how: carried,
          place,
          title: item.title,
          couponId: offer.coupon.id,
          short: how.wants.couponShort,
          tpwd: how.wants.couponTpwd,
        })
      : undefined,
  ])
  return { offer, cps, coupon, skuIsKnown }
}

/** A link of the promoter's to a whole shop or to a venue. */
export async function convertPlace(
  ctx: PromoterContext,
  target: Exclude<Target, { kind: 'item' }>,
  how: ConvertFor & ConvertOptions,
): Promise<SharedLink> {
  const { shop } = target
  if (!isPromotable(shop)) throw new Refusal('item.not-promoted')
  if (target.kind === 'venue' && target.venue.endsAt <= ctx.clock.now()) throw new Refusal('link.expired')
  const place: LinkTarget =
    target.kind === 'shop'
      ? { kind: 'shop', shopId: shop.id }
      : { kind: 'venue', shopId: shop.id, venueId: target.venue.id }
  const { cpsShort: short, cpsTpwd: tpwd } = how.wants
  return makeLink(ctx, { how, place, title: titleOf(target), short, tpwd })
}

type Making = {
  how: ConvertFor & ConvertOptions
  place: LinkTarget
  title: string
  couponId?: bigint
  short: boolean
  tpwd: boolean
}

async function makeLink(ctx: PromoterContext, making: Making): Promise<SharedLink> {
  const { how, place, title, couponId } = making
  const link = buildLink(ctx, {
    adzone: how.adzone,
    target: place,
    couponId,
    relationId: how.relationId,
    specialId: how.specialId,
    skuId: how.skuId,
    externalId: checkMark('external_id', how.externalId),
    uvid: checkMark('uvid', how.uvid),
    generalOnly: how.generalOnly,
    bizScene: how.bizScene,
    third: how.third,
    isFromTool: how.isFromTool,
  })
  const token = sealLink(ctx.keys, link)
  if (!making.short && !making.tpwd)
    return { long: longUrl(ctx, token), short: '', shortTpwd: '', fullTpwd: '' }
  return shareLink(ctx, { token, memberId: link.memberId, title, tpwd: making.tpwd ? 'open' : 'none' })
}

function checkMark(name: string, mark: string | undefined): string | undefined {
  if (mark !== undefined && Buffer.byteLength(mark, 'utf8') > MAX_MARK_BYTES) {
    throw new Refusal('mark.too-long', `${name}不超过${MAX_MARK_BYTES}字节`)
  }
  return mark
}
