import type { Context, PromoterContext } from '../../context.ts'
import type { Adzone } from '../publishers/index.ts'
import type { BizScene, Link, LinkTarget, ThirdParty } from './link.ts'
import { sealLink } from './token.ts'

/** What a new link is to carry; the promoter and the time of issue are the context's. */
export type NewLink = {
  adzone: Pick<Adzone, 'id' | 'siteId'>
  target: LinkTarget
  couponId?: bigint | undefined
  relationId?: bigint | undefined
  specialId?: bigint | undefined
  skuId?: bigint | undefined
  externalId?: string | undefined
  uvid?: string | undefined
  generalOnly?: boolean | undefined
  bizScene?: BizScene | undefined
  third?: ThirdParty | undefined
  isFromTool?: boolean | undefined
}

/** A link of the promoter's to a target. Needs no write: the token is the link. */
export function buildLink(ctx: PromoterContext, wanted: NewLink): Link {
  return {
    memberId: ctx.promoterId,
    siteId: wanted.adzone.siteId,
    adzoneId: wanted.adzone.id,
    target: wanted.target,
    couponId: wanted.couponId,
    relationId: wanted.relationId,
    specialId: wanted.specialId,
    skuId: wanted.skuId,
    externalId: wanted.externalId,
    uvid: wanted.uvid,
    generalOnly: wanted.generalOnly ?? false,
    bizScene: wanted.bizScene ?? 1,
    third: wanted.third,
    isFromTool: wanted.isFromTool ?? false,
    issuedAt: ctx.clock.now(),
  }
}

/** The long form of a new link. */
export function createLongLink(ctx: PromoterContext, wanted: NewLink): string {
  return longUrl(ctx, sealLink(ctx.keys, buildLink(ctx, wanted)))
}

export function longUrl(ctx: Pick<Context, 'publicUrl'>, token: string): string {
  return `${ctx.publicUrl}/t?e=${token}`
}

export function shortUrl(ctx: Pick<Context, 'publicUrl'>, code: string): string {
  return `${ctx.publicUrl}/s/${code}`
}
