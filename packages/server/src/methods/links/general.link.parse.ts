import { ignored, list, long, missingArgument, number, object, string, unfilled } from '@opentbk/top'
import type { CallContext } from '../../context.ts'
import { encodeItemId, type Target } from '../../domain/goods/index.ts'
import { eachOnItsOwn, readMaterial } from '../../domain/links/index.ts'
import { formatPid, getOwnAdzone } from '../../domain/publishers/index.ts'
import { doors } from '../define.ts'
import { failureFields } from './_shapes/converted.ts'
import { MAX_ELEMENTS } from './_shapes/element-lists.ts'

const materialTypes = { item: 1, shop: 2, venue: 3 } as const

export const generalLinkParse = doors({
  permission: 'link',
  request: {
    relation_id: ignored('parsing makes no link that could carry it'),
    adzone_id: long({ required: true, min: 1n, example: '123456' }),
    material_dto: list(
      object('LkMaterialDTO', {
        material_url: string({ maxLength: 2048, note: 'an address, a link or a text with a 淘口令' }),
      }),
      { maxItems: MAX_ELEMENTS },
    ),
    fields: string({ note: 'origin_pid asks for that field', example: 'origin_pid' }),
  },
  response: {
    data: object('TbkLinkDTO', {
      material_url_list: list(
        object('MaterialUrlList', {
          ...failureFields,
          link_info_dto: object('LinkInfoDTO', {
            material_type: number({ note: '1 item, 2 shop, 3 venue', example: '1' }),
            tpwd_origin_url: string({ note: 'the address behind what was pasted' }),
            material_id: string({ note: 'item, seller or venue id, by material_type' }),
            tk_biz_type: number({ note: '1: a promotion 淘口令; absent for other materials', example: '1' }),
            isv_mktid: string({ only: 'sc', note: "the item's id for the calling tool provider" }),
            origin_pid: string({ note: "the PID in the promoter's own link; absent for others'" }),
          }),
          input_material_url: string(),
          extra_info: unfilled(string(), 'parsing has nothing to add'),
        }),
      ),
    }),
    biz_error_desc: unfilled(number(), 'each element says its own error'),
    result_msg: unfilled(string(), 'each element says its own error'),
  },
  refusals: { 'adzone.unknown': true },
  dg: { name: 'taobao.tbk.dg.general.link.parse', title: '淘宝客-推广者-万能解析', session: 'none' },
  sc: { name: 'taobao.tbk.sc.general.link.parse', title: '淘宝客-服务商-万能解析', session: 'required' },

  async handle(ctx, input) {
    await getOwnAdzone(ctx, { adzoneId: input.adzone_id })
    const wantsPid = (input.fields ?? '').split(',').some((field) => field.trim() === 'origin_pid')
    if (!input.material_dto?.length) throw missingArgument('material_dto')
    const texts = input.material_dto.map((material) => material.material_url ?? '')
    const parsed = await eachOnItsOwn(texts, async (text) => {
      const material = await readMaterial(ctx, text)
      const { target, link } = material
      const isOwn = link !== undefined && link.memberId === ctx.promoterId
      return {
        link_info_dto: {
          material_type: materialTypes[target.kind],
          tpwd_origin_url: material.originUrl,
          material_id: materialId(ctx, target, ctx.promoterId),
          tk_biz_type: material.fromTpwd ? 1 : undefined,
          isv_mktid: target.kind === 'item' ? materialId(ctx, target, ctx.app.ownerId) : undefined,
          origin_pid: wantsPid && isOwn ? formatPid(link) : undefined,
        },
      }
    })
    const material_url_list = parsed.map((answer, index) => ({ ...answer, input_material_url: texts[index] }))
    return { data: { material_url_list } }
  },
})

function materialId(ctx: CallContext, target: Target, memberId: bigint): string {
  if (target.kind === 'item') return encodeItemId(ctx.keys, target.item.id, memberId)
  return String(target.kind === 'shop' ? target.shop.id : target.venue.id)
}
