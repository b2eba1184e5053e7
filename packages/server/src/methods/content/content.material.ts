import { type Input, invalidArgument, list, long, number, string } from '@opentbk/top'
import type { CallContext } from '../../context.ts'
import { listMaterials, type PublishedMaterial } from '../../domain/content/index.ts'
import { encodeItemId, findItems, findOffers, type Item, readItemIds } from '../../domain/goods/index.ts'
import { createLongLink } from '../../domain/links/index.ts'
import { type Adzone, getOwnAdzone } from '../../domain/publishers/index.ts'
import { doors } from '../define.ts'
import { describeMaterial, publishedMaterial } from './_shapes/published-material.ts'
import { readMoment, readYuan } from './_shapes/read-text.ts'

const SECOND_MS = 1000

const filterFields = {
  start_time: string({
    note: 'GMT+8: of what was approved from this second on',
    example: '2015-01-01 12:00:00',
  }),
  end_time: string({
    note: 'GMT+8: of what was approved up to this second; set it to page through a list that stands still',
    example: '2015-02-01 12:00:00',
  }),
  scene_id: string({ values: ['1', '3'], note: 'as the reviewer placed it', example: '1' }),
  price_floor: string({ maxLength: 15, note: 'lowest price told of, yuan', example: '9.9' }),
  price_ceiling: string({ maxLength: 15, note: 'highest price told of, yuan', example: '19.9' }),
  use_scene: list(string({ values: ['3', '4', '5', '6', '7'] }), {
    maxItems: 5,
    docType: 'String',
    note: 'may be used in any of these, comma-joined: 3 groups, 4 moments, 5 apps, 6 guides, 7 promotion',
    example: '3,4,5,6,7',
  }),
}

export const contentMaterial = doors({
  permission: 'content',
  note: 'The newest first. What is approved is open to every promoter, also when its price is over or its item off the shelf.',
  request: {
    adzone_id: long({ required: true, min: 1n, note: 'third number of the PID', example: '12345678' }),
    site_id: long({
      required: true,
      min: 1n,
      only: 'sc',
      note: 'second number of the PID',
      example: '22',
    }),
    page_num: number({ min: 1, max: 10_000, default: 1, note: 'from 1', example: '2' }),
    page_size: number({ min: 1, max: 100, default: 20, example: '20' }),
    item_ids: list(string(), {
      maxItems: 100,
      docType: 'String',
      note: 'comma-joined; ids that cannot be read are left out',
    }),
    ...filterFields,
  },
  response: {
    result_list: list(publishedMaterial),
    total_count: number({ note: 'of all pages', example: '20' }),
  },
  refusals: { 'adzone.unknown': true, 'item.bad-id': true },
  dg: {
    name: 'taobao.tbk.dg.content.material',
    title: '淘宝客-推广者-爆料分享物料获取',
    session: 'none',
    confidence: 'inferred',
  },
  sc: {
    name: 'taobao.tbk.sc.content.material',
    title: '淘宝客-服务商-爆料分享物料获取',
    session: 'required',
  },

  async handle(ctx, input) {
    const filter = readFilter(input)
    const adzone = await getOwnAdzone(ctx, { adzoneId: input.adzone_id, siteId: input.site_id })
    const wanted = input.item_ids?.length ? await readItemIds(ctx, input.item_ids) : undefined
    const { totalCount, materials } = await listMaterials(ctx, {
      ...filter,
      itemIds: wanted && [...new Set(wanted.values())],
      pageNo: input.page_num,
      pageSize: input.page_size,
    })
    const items = await findItems(ctx, [...new Set(materials.map((material) => material.itemId))])
    const asked = new Map([...(wanted ?? [])].reverse().map(([text, id]) => [id, text]))
    const result_list = await Promise.all(
      materials.map(async (material) => ({
        ...(await describe(ctx, adzone, { material, item: items.get(material.itemId) as Item })),
        input_item_id: asked.get(material.itemId),
      })),
    )
    return { result_list, total_count: totalCount }
  },
})

function readFilter(input: Input<typeof filterFields>) {
  const from = readMoment('start_time', input.start_time)
  const end = readMoment('end_time', input.end_time)
  if (from && end && end < from) throw invalidArgument('end_time', '不应早于start_time')
  const minPriceFen = readYuan('price_floor', input.price_floor)
  const maxPriceFen = readYuan('price_ceiling', input.price_ceiling)
  if (minPriceFen !== undefined && maxPriceFen !== undefined && maxPriceFen < minPriceFen)
    throw invalidArgument('price_ceiling', '不应小于price_floor')
  return {
    from,
    before: end && new Date(end.getTime() + SECOND_MS),
    scene: input.scene_id === undefined ? undefined : Number(input.scene_id),
    useScenes: input.use_scene?.length ? input.use_scene.map(Number) : undefined,
    minPriceFen,
    maxPriceFen,
  }
}

async function describe(
  ctx: CallContext,
  adzone: Adzone,
  { material, item }: { material: PublishedMaterial; item: Item },
) {
  const now = ctx.clock.now()
  const { priceStartsAt } = material
  const isPreview = priceStartsAt !== undefined && priceStartsAt > now
  const asking = { items: [item], memberId: ctx.promoterId }
  const offer = (await findOffers(ctx, { ...asking, at: now })).get(item.id)
  const preview = isPreview
    ? (await findOffers(ctx, { ...asking, at: priceStartsAt })).get(item.id)
    : undefined
  const target = { kind: 'item' as const, itemId: item.id, shopId: item.shopId }
  return {
    item_id: encodeItemId(ctx.keys, item.id, ctx.promoterId),
    ...describeMaterial(material, { item, offer, isPreview, previewRateBp: preview?.plan.rateBp }),
    coupon_url: offer?.coupon && [createLongLink(ctx, { adzone, target, couponId: offer.coupon.id })],
  }
}
