import { list, long, number, object, string } from '@opentbk/top'
import { LONG_ONLY } from '../../domain/links/index.ts'
import { getOwnAdzone } from '../../domain/publishers/index.ts'
import { readFieldNames } from '../_shapes/read-field-names.ts'
import { doors } from '../define.ts'
import { convertListedShops } from './_shapes/convert-listed.ts'
import { checkUnid } from './_shapes/old-params.ts'

export const shopConvert = doors({
  permission: 'link',
  request: {
    adzone_id: long({ required: true, min: 1n, note: 'third part of a PID', example: '123' }),
    site_id: long({ required: true, min: 1n, only: 'sc', note: 'second part of a PID', example: '123' }),
    fields: list(string(), {
      required: true,
      docType: 'String',
      note: 'user_id, click_url',
      example: 'user_id,click_url',
    }),
    platform: number({
      default: 1,
      values: [1, 2],
      note: '1 PC, 2 wireless: one link serves both',
      example: '1',
    }),
    unid: string({ note: 'at most 12 letters and digits, carried by the link', example: 'demo' }),
    user_ids: list(long({ min: 1n }), {
      required: true,
      maxItems: 40,
      docType: 'String',
      note: 'seller ids, comma-joined: a seller is a shop here; unknown and closed shops are left out',
      example: '123,456',
    }),
  },
  response: {
    results: list(
      object('NTbkShop', {
        user_id: long({ note: 'the seller id as it was sent', example: '123' }),
        click_url: string({ note: 'the promotion link' }),
      }),
    ),
  },
  refusals: { 'adzone.unknown': true, 'unid.bad': true },
  dg: {
    name: 'taobao.tbk.shop.convert',
    title: '淘宝客-推广者-店铺链接转换',
    session: 'none',
    confidence: 'sdk',
  },
  sc: { name: 'taobao.tbk.sc.shop.convert', title: '淘宝客-服务商-店铺链接转换', session: 'required' },

  async handle(ctx, input) {
    const externalId = checkUnid(input.unid)
    const wanted = readFieldNames(input.fields, ['user_id', 'click_url'])
    const adzone = await getOwnAdzone(ctx, { adzoneId: input.adzone_id, siteId: input.site_id })
    const how = { adzone, externalId, wants: LONG_ONLY }
    const shops = await convertListedShops(ctx, input.user_ids, how)
    const results = shops.map(({ sellerId, url }) => ({
      user_id: wanted.has('user_id') ? sellerId : undefined,
      click_url: wanted.has('click_url') ? url : undefined,
    }))
    return { results }
  },
})
