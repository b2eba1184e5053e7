import { ignored, list, long, number, Refusal, string, unfilled } from '@opentbk/top'
import {
  FAVORITES_LIST_MATERIAL,
  findUpcomingOffers,
  listMaterialItems,
  readItemId,
} from '../../domain/goods/index.ts'
import { checkChannel, getOwnAdzone } from '../../domain/publishers/index.ts'
import { doors } from '../define.ts'
import { describeFavorites } from './_shapes/favorites.ts'
import { promoteItems } from './_shapes/promote-items.ts'
import { describeRecommended, recommendedItem } from './_shapes/recommended-item.ts'

const NO_PERSONAL_ORDER = 'selections are the same for every shopper'

export const materialRecommend = doors({
  module: 'goods',
  permission: 'basic',
  request: {
    adzone_id: long({ required: true, note: 'third number of the PID', example: 123 }),
    site_id: long({ required: true, only: 'sc', note: 'second number of the PID', example: 123 }),
    material_id: long({
      required: true,
      note: 'a selection of optimus.tou.material.ids.get; 13256 goods like item_id; 31519 the favorites by name, 31539 the goods of favorites_id',
      example: 123,
    }),
    page_size: number({ min: 1, max: 100, default: 20, example: 20 }),
    page_no: number({ min: 1, default: 1, example: 1 }),
    relation_id: long({ note: "a channel of the promoter's, carried by the links", example: 123456 }),
    special_id: string({ note: "a member of the promoter's, carried by the links", example: '2323' }),
    favorites_id: string({
      note: "with material 31539 alone: one of the promoter's own favorites",
      example: '123445',
    }),
    item_id: string({
      note: 'with material 13256 alone: the item that others are to be like',
      example: 'qeqscd1231-uqwenqe',
    }),
    device_type: ignored(NO_PERSONAL_ORDER),
    device_encrypt: ignored(NO_PERSONAL_ORDER),
    device_value: ignored(NO_PERSONAL_ORDER),
    promotion_type: ignored('no agent mode'),
  },
  response: {
    result_list: list(recommendedItem),
    is_default: string({ note: 'always false: nothing is filled up with other goods', example: 'false' }),
    total_count: number({ note: 'goods of the selection, at most 2000', example: 100 }),
    uvid_msg: unfilled(string({ example: '123' }), 'takes no uvid'),
  },
  refusals: {
    'adzone.unknown': true,
    'material.unknown': true,
    'relation.unknown': true,
    'special.unknown': true,
    'item.bad-id': true,
    'item.none': true,
  },
  dg: { name: 'taobao.tbk.dg.material.recommend', title: '淘宝客-推广者-物料精选升级版', session: 'none' },
  sc: {
    name: 'taobao.tbk.sc.material.recommend',
    title: '淘宝客-服务商-物料精选升级版',
    session: 'required',
  },

  async handle(ctx, input) {
    const relationId = input.relation_id === undefined ? undefined : String(input.relation_id)
    const carried = {
      adzone: await getOwnAdzone(ctx, { adzoneId: input.adzone_id, siteId: input.site_id }),
      relationId: await checkChannel(ctx, 'relation', relationId),
      specialId: await checkChannel(ctx, 'special', input.special_id),
    }
    const page = { pageNo: input.page_no, pageSize: input.page_size }
    if (input.material_id === FAVORITES_LIST_MATERIAL) {
      const { total, info } = await describeFavorites(ctx, page)
      if (!info) throw new Refusal('item.none')
      return { result_list: [{ favorites_info: info }], is_default: 'false', total_count: total }
    }
    const asked = {
      materialId: input.material_id,
      itemId: input.item_id === undefined ? undefined : await readItemId(ctx, input.item_id),
      favoritesId: input.favorites_id,
    }
    const { total, itemIds } = await listMaterialItems(ctx, asked, page)
    const promoted = await promoteItems(ctx, itemIds, carried)
    if (promoted.length === 0) throw new Refusal('item.none')
    const upcoming = await findUpcomingOffers(ctx, {
      offers: promoted.map(({ offer }) => offer),
      memberId: ctx.promoterId,
      at: ctx.clock.now(),
    })
    const found = promoted.map((each) => describeRecommended(each, upcoming.get(each.offer.item.id)))
    return { result_list: found, is_default: 'false', total_count: total }
  },
})
