import { Refusal, string } from '@opentbk/top'
import { encodeItemId } from '../../domain/goods/index.ts'
import { getLinkByUrl } from '../../domain/links/index.ts'
import { method } from '../define.ts'

export const itemClickExtract = method({
  name: 'taobao.tbk.item.click.extract',
  title: '淘宝客-公用-链接解析出商品id',
  session: 'none',
  permission: 'link',
  request: {
    click_url: string({ required: true, maxLength: 2048, note: 'a long or short promotion link' }),
  },
  response: {
    item_id: string({ note: "the item's id for the caller" }),
    open_iid: string({ note: 'the same id: items here have one name a promoter' }),
    biz_scene_id: string({ example: '1' }),
  },
  refusals: { 'link.not-promotable': true, 'link.expired': true, 'tpwd.private': true },

  async handle(ctx, { click_url }) {
    const { link } = await getLinkByUrl(ctx, click_url)
    if (link.target.kind !== 'item') throw new Refusal('link.not-promotable', '该链接不是商品链接')
    const id = encodeItemId(ctx.keys, link.target.itemId, ctx.promoterId)
    return { item_id: id, open_iid: id, biz_scene_id: String(link.bizScene) }
  },
})
