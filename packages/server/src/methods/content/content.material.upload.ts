import { boolean, invalidArgument, list, string } from '@opentbk/top'
import { uploadMaterial } from '../../domain/content/index.ts'
import { readItemId } from '../../domain/goods/index.ts'
import { method } from '../define.ts'
import { readMoment, readYuan } from './_shapes/read-text.ts'

const MAX_URL = 1000

export const contentMaterialUpload = method({
  name: 'taobao.tbk.content.material.upload',
  title: '淘宝客-公用-爆料分享物料上传',
  session: 'none',
  confidence: 'inferred',
  permission: 'content',
  repeatable: true,
  note: 'An operator reviews it; promoters find it once it is approved. The same upload again changes nothing. At most 1000 of a promoter wait for their review.',
  request: {
    item_id: string({ required: true, maxLength: 128, note: 'the item' }),
    material_price: string({
      required: true,
      maxLength: 15,
      note: 'the price told of, yuan, more than 0',
      example: '46.78',
    }),
    material_desc_list: list(string({ maxLength: 1000 }), {
      maxItems: 10,
      note: 'texts to share; a JSON array where they hold commas',
    }),
    material_pic_list: list(string({ maxLength: MAX_URL }), {
      maxItems: 20,
      note: 'http(s) addresses of pictures, never fetched by this server',
    }),
    start_time: string({
      note: 'GMT+8, when the price begins; has begun when absent',
      example: '2015-01-01 12:00:00',
    }),
    end_time: string({ note: 'GMT+8, when the price ends', example: '2015-02-01 12:00:00' }),
  },
  response: { data: boolean({ note: 'true: taken for review', example: 'true' }) },
  refusals: {
    'item.bad-id': true,
    'item.off-shelf': true,
    'item.not-promoted': true,
    'content.too-many': true,
  },

  async handle(ctx, input) {
    const priceFen = readYuan('material_price', input.material_price)
    if (!priceFen) throw invalidArgument('material_price', '应大于0')
    const priceStartsAt = readMoment('start_time', input.start_time)
    const priceEndsAt = readMoment('end_time', input.end_time)
    if (priceStartsAt && priceEndsAt && priceEndsAt <= priceStartsAt)
      throw invalidArgument('end_time', '应晚于start_time')
    await uploadMaterial(ctx, {
      itemId: await readItemId(ctx, input.item_id),
      priceFen,
      texts: checkTexts('material_desc_list', input.material_desc_list ?? []),
      pictures: checkUrls('material_pic_list', input.material_pic_list ?? []),
      priceStartsAt,
      priceEndsAt,
    })
    return { data: true }
  },
})

function checkTexts(name: string, texts: readonly string[]): readonly string[] {
  const bad = texts.findIndex((text) => text.includes('\0') || text.trim() === '')
  if (bad >= 0) throw invalidArgument(`${name}[${bad}]`, '应为可保存的文字')
  return texts
}

function checkUrls(name: string, urls: readonly string[]): readonly string[] {
  const bad = urls.findIndex((url) => !/^https?:\/\//.test(url) || !URL.canParse(url) || url.includes('\0'))
  if (bad >= 0) throw invalidArgument(`${name}[${bad}]`, '应为http或https地址')
  return urls
}
