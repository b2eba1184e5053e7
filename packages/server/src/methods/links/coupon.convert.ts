import { formatRate, ignored, long, missingArgument, number, object, string, unfilled } from '@opentbk/top'
import { encodeItemId, readItem } from '../../domain/goods/index.ts'
import { type BizScene, convertItem, LONG_ONLY } from '../../domain/links/index.ts'
import { checkChannelPair, getOwnAdzone } from '../../domain/publishers/index.ts'
import { doors } from '../define.ts'
import { checkMarkBytes } from './_shapes/old-params.ts'
import { campaignType, couponStock, singleItemFields } from './_shapes/single-item.ts'

const notAnItem = { subCode: 'isv.item-not-exist', subMsg: '宝贝已下架或非淘客宝贝' }
const SEE_ERROR = 'what goes wrong is said by the error answer'

export const couponConvert = doors({
  permission: 'link',
  repeatable: false,
  request: {
    adzone_id: long({ required: true, min: 1n, note: 'third part of a PID', example: '123' }),
    site_id: long({ required: true, min: 1n, only: 'sc', note: 'second part of a PID', example: '123' }),
    item_id: string({ maxLength: 64, note: 'needed: nothing else here names an item', example: '123' }),
    platform: number({
      default: 1,
      values: [1, 2],
      note: '1 PC, 2 wireless: one link serves both',
      example: '1',
    }),
    relation_id: string({ maxLength: 20, note: 'carried by the links', example: '12345' }),
    special_id: string({ maxLength: 20, note: 'carried by the links', example: '12345' }),
    external_id: string({
      maxLength: 64,
      note: "a mark of the promoter's own, at most 64 bytes",
      example: '12345',
    }),
    xid: ignored('recruiting leaders’ downstream channels are not told apart here'),
    ucrowd_id: ignored('crowd reports are not built yet', { docType: 'Number' }),
    get_topn_rate: ignored('no plans for the first pieces here', { docType: 'Number' }),
    mini_program_link: ignored('not opened to developers', { docType: 'Number' }),
    biz_scene_id: string({ values: ['1', '2', '3'], note: 'carried by the links', example: '1' }),
    promotion_type: ignored('agents’ own purchases are not told apart here'),
    manage_item_pub_id: ignored('item libraries are not built yet', { docType: 'Number' }),
    sku_id: long({ note: 'carried to the landing address', example: '1234567' }),
  },
  response: {
    result: object('RpcResult', {
      results: object('MaterialDto', singleItemFields, { only: 'dg' }),
      data: object('MaterialDto', singleItemFields, { only: 'sc' }),
      result_code: unfilled(number({ only: 'dg', example: '1' }), SEE_ERROR),
      result_msg: unfilled(string({ only: 'dg', example: '1' }), SEE_ERROR),
    }),
  },
  refusals: {
    'adzone.unknown': { subCode: 'isv.pid-not-correct', subMsg: 'site_id或adzone_id与登录账号不匹配' },
    'item.bad-id': true,
    'item.off-shelf': notAnItem,
    'item.not-promoted': notAnItem,
    'relation.unknown': true,
    'special.unknown': true,
    'channel.mismatch': true,
  },
  dg: { name: 'taobao.tbk.coupon.convert', title: '淘宝客-推广者-单品券高效转链', session: 'none' },
  sc: {
    name: 'taobao.tbk.privilege.get',
    title: '淘宝客-服务商-单品券高效转链',
    session: 'required',
    // The page of this door names no codes of its own.
    refusals: { 'adzone.unknown': true },
  },

  async handle(ctx, input) {
    if (input.item_id === undefined) throw missingArgument('item_id')
    const externalId = checkMarkBytes('external_id', input.external_id)
    const adzone = await getOwnAdzone(ctx, { adzoneId: input.adzone_id, siteId: input.site_id })
    const channels = await checkChannelPair(ctx, {
      relationId: input.relation_id,
      specialId: input.special_id,
    })
    const item = await readItem(ctx, input.item_id)
    const { offer, cps, coupon, skuIsKnown } = await convertItem(
      ctx,
      { kind: 'item', item },
      {
        adzone,
        ...channels,
        externalId,
        skuId: input.sku_id,
        bizScene: input.biz_scene_id === undefined ? undefined : (Number(input.biz_scene_id) as BizScene),
        wants: LONG_ONLY,
      },
    )
    const rate = formatRate(offer.plan.rateBp)
    const forSomebody = [input.relation_id, input.special_id, externalId].some((id) => id !== undefined)
    const material = {
      ...couponStock(offer),
      coupon_click_url: coupon?.long,
      item_url: cps.long,
      item_id: encodeItemId(ctx.keys, item.id, ctx.promoterId),
      isv_mktid: encodeItemId(ctx.keys, item.id, ctx.app.ownerId),
      category_id: item.topCategory.id,
      max_commission_rate: forSomebody ? undefined : rate,
      min_commission_rate: forSomebody ? rate : undefined,
      campaign_type: campaignType[offer.plan.kind],
      extra_info: skuIsKnown ? undefined : 'skuid已失效，未参与转链',
    }
    return { result: { results: material, data: material } }
  },
})
