import { ignored, long, object, string } from '@opentbk/top'
import { encodeItemId } from '../../domain/goods/index.ts'
import { ALL_FORMS, convertItem, convertPlace, type Material, readTpwd } from '../../domain/links/index.ts'
import { checkChannel, formatPid, getOwnAdzone } from '../../domain/publishers/index.ts'
import { doors } from '../define.ts'

const urlTypes = { item: '1', shop: '2', venue: '3' } as const

export const tpwdConvert = doors({
  permission: 'link',
  request: {
    password_content: string({ required: true, maxLength: 2048, example: '¥2k12308DjvP¥' }),
    adzone_id: long({ required: true, min: 1n, example: '12312312' }),
    site_id: long({ required: true, min: 1n, only: 'sc' }),
    dx: string({ note: '1 asks for the general plan; otherwise the best open plan', example: '1' }),
    ucrowd_id: ignored('crowd reports are not built yet', { docType: 'Number' }),
    relation_id: string({ maxLength: 20, example: '123' }),
  },
  response: {
    data: object('MapData', {
      num_iid: string({ note: 'item id; absent for shops and venues' }),
      click_url: string({ note: 'the new promotion link; with the coupon when one is open' }),
      seller_id: string({ example: '12121' }),
      origin_url: string({ note: 'the link behind the password' }),
      origin_pid: string({ note: 'PID in that link, 0 when it is another promoter’s', example: 'mm_1_1_1' }),
      biz_scene_id: string({ example: '1' }),
      model: string({ note: 'short password', example: '¥VWRr2yvEvsz¥' }),
      password: string({ note: 'long password: text to share' }),
      url_type: string({ note: '1 item, 2 shop, 3 venue', example: '1' }),
      short_url: string(),
      isv_mktid: string({ only: 'sc', note: "the item's id for the calling tool provider" }),
    }),
  },
  refusals: {
    'adzone.unknown': { subCode: '4', subMsg: '查询不到对应的adzoneId，请检查adzoneId是否正确' },
    'tpwd.empty': true,
    'tpwd.unparsable': true,
    'tpwd.unknown': true,
    'tpwd.expired': true,
    'tpwd.private': true,
    'link.expired': true,
    'link.not-promotable': '20015',
    'item.off-shelf': true,
    'item.not-promoted': true,
    'relation.unknown': true,
    'server.busy': true,
  },
  dg: { name: 'taobao.tbk.tpwd.convert', title: '淘宝客-推广者-淘口令解析&转链', session: 'none' },
  sc: {
    name: 'taobao.tbk.sc.tpwd.convert',
    title: '淘宝客-服务商-淘口令解析&转链',
    session: 'required',
    // The page of this door names no codes of its own.
    refusals: { 'adzone.unknown': true },
  },

  async handle(ctx, input) {
    const adzone = await getOwnAdzone(ctx, { adzoneId: input.adzone_id, siteId: input.site_id })
    const relationId = await checkChannel(ctx, 'relation', input.relation_id)
    const material = await readTpwd(ctx, input.password_content)
    const bizScene = material.link?.bizScene ?? 1
    const how = { adzone, relationId, bizScene, generalOnly: input.dx === '1', wants: ALL_FORMS }
    const { target } = material
    const common = {
      origin_url: material.originUrl,
      origin_pid: originPid(ctx.promoterId, material),
      biz_scene_id: String(bizScene),
    }
    if (target.kind !== 'item') {
      const link = await convertPlace(ctx, target, how)
      return {
        data: {
          ...common,
          ...linkFields(link),
          seller_id: String(target.shop.id),
          url_type: urlTypes[target.kind],
        },
      }
    }
    const { cps, coupon } = await convertItem(ctx, target, how)
    const { item } = target
    return {
      data: {
        ...common,
        ...linkFields(coupon ?? cps),
        num_iid: encodeItemId(ctx.keys, item.id, ctx.promoterId),
        seller_id: String(item.shopId),
        url_type: urlTypes.item,
        isv_mktid: encodeItemId(ctx.keys, item.id, ctx.app.ownerId),
      },
    }
  },
})

function linkFields(link: { long: string; short: string; shortTpwd: string; fullTpwd: string }) {
  return { click_url: link.long, short_url: link.short, model: link.shortTpwd, password: link.fullTpwd }
}

/** The PID in a pasted link, for its own promoter alone. */
function originPid(promoterId: bigint, { link }: Material): string {
  return link && link.memberId === promoterId ? formatPid(link) : '0'
}
