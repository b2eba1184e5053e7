import { Refusal } from '@opentbk/top'
import type { CallContext } from '../../../context.ts'
import { encodeItemId, findShop, findVenue, readItem, type Target } from '../../../domain/goods/index.ts'
import {
  type ConvertFor,
  type ConvertOptions,
  convertItem,
  convertPlace,
  eachOnItsOwn,
  ownMark,
  readMaterial,
} from '../../../domain/links/index.ts'
import { couponInfo, couponLinks, cpsLinks, promotionInfo } from './converted.ts'

const materialTypes = { item: 1, shop: 2, venue: 3 } as const

type TargetCoupon = { is_target_coupon?: number | undefined; coupon_id?: string | undefined }
type ItemInput = TargetCoupon & {
  item_id?: string | undefined
  sku_id?: bigint | undefined
  external_id?: string | undefined
  dx?: string | undefined
}
type MaterialInput = TargetCoupon & { material_url?: string | undefined }

export async function convertItems(ctx: CallContext, how: ConvertFor, inputs: readonly ItemInput[]) {
  const converted = await eachOnItsOwn(inputs, async (input) => {
    const item = await readItem(ctx, input.item_id ?? '')
    const answer = await convertOneItem(
      ctx,
      { kind: 'item', item },
      {
        ...how,
        skuId: input.sku_id,
        externalId: input.external_id,
        generalOnly: input.dx === '1',
        couponActivityId: wantedCoupon(input),
      },
    )
    const { promotion_info_dto, link_info_dto, offer, ...rest } = answer
    return {
      ...rest,
      promotion_info_dto: { ...promotion_info_dto, promotion_price: Number(offer.finalPriceFen) },
      link_info_dto: { ...link_info_dto, item_id: encodeItemId(ctx.keys, item.id, ctx.promoterId) },
    }
  })
  return converted.map((answer, index) => ({ ...answer, input_item_id: inputs[index]?.item_id }))
}

export async function convertShops(ctx: CallContext, how: ConvertFor, shopIds: readonly string[]) {
  const converted = await eachOnItsOwn(shopIds, async (text) => {
    const shop = await findShop(ctx, readId(text))
    if (!shop) throw new Refusal('place.unknown')
    const link = await convertPlace(ctx, { kind: 'shop', shop }, how)
    return {
      link_info_dto: { ...cpsLinks(link), material_type: materialTypes.shop, seller_id: String(shop.id) },
    }
  })
  return converted.map((answer, index) => ({ ...answer, input_shop_id: shopIds[index] }))
}

export async function convertPages(ctx: CallContext, how: ConvertFor, pageIds: readonly string[]) {
  const converted = await eachOnItsOwn(pageIds, async (text) => {
    const venue = await findVenue(ctx, readId(text))
    const shop = venue && (await findShop(ctx, venue.shopId))
    if (!shop) throw new Refusal('place.unknown')
    const link = await convertPlace(ctx, { kind: 'venue', venue, shop }, how)
    return {
      link_info_dto: { ...cpsLinks(link), material_type: materialTypes.venue, page_id: String(venue.id) },
    }
  })
  return converted.map((answer, index) => ({ ...answer, input_page_id: pageIds[index] }))
}

export async function convertMaterials(ctx: CallContext, how: ConvertFor, inputs: readonly MaterialInput[]) {
  const converted = await eachOnItsOwn(inputs, async (input) => {
    const material = await readMaterial(ctx, input.material_url ?? '')
    const origin = material.fromTpwd ? { tpwd_origin_url: material.originUrl, tk_biz_type: 1 } : {}
    const { target } = material
    if (target.kind !== 'item') {
      const link = await convertPlace(ctx, target, how)
      const material_id = String(target.kind === 'shop' ? target.shop.id : target.venue.id)
      return {
        link_info_dto: {
          ...cpsLinks(link),
          ...origin,
          material_type: materialTypes[target.kind],
          material_id,
        },
      }
    }
    const options = { ...how, couponActivityId: wantedCoupon(input), externalId: ownMark(ctx, material) }
    const { coupon_info_dto, link_info_dto, offer, ...rest } = await convertOneItem(ctx, target, options)
    const coupon_type = offer.coupon?.itemId === undefined ? 0 : 1
    const material_id = encodeItemId(ctx.keys, target.item.id, ctx.promoterId)
    return {
      ...rest,
      coupon_info_dto: coupon_info_dto && { ...coupon_info_dto, coupon_type },
      link_info_dto: { ...link_info_dto, ...origin, material_id },
    }
  })
  return converted.map((answer, index) => ({ ...answer, input_material_url: inputs[index]?.material_url }))
}

async function convertOneItem(
  ctx: CallContext,
  target: Extract<Target, { kind: 'item' }>,
  how: ConvertFor & ConvertOptions,
) {
  const { offer, cps, coupon, skuIsKnown } = await convertItem(ctx, target, how)
  return {
    offer,
    promotion_info_dto: promotionInfo(offer),
    coupon_info_dto: couponInfo(offer),
    link_info_dto: {
      ...cpsLinks(cps),
      ...couponLinks(coupon),
      material_type: materialTypes.item,
      isv_mktid: encodeItemId(ctx.keys, target.item.id, ctx.app.ownerId),
    },
    extra_info: skuIsKnown ? undefined : 'skuid已失效',
  }
}

function wantedCoupon(input: TargetCoupon): string | undefined {
  return input.is_target_coupon === 1 ? input.coupon_id : undefined
}

function readId(text: string): bigint {
  if (!/^[1-9]\d{0,17}$/.test(text)) throw new Refusal('place.unknown')
  return BigInt(text)
}
