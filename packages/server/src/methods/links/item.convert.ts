import { list, long, number, object, string } from '@opentbk/top'
import { encodeItemId } from '../../domain/goods/index.ts'
import { LONG_ONLY } from '../../domain/links/index.ts'
import { getOwnAdzone } from '../../domain/publishers/index.ts'
import { readFieldNames } from '../_shapes/read-field-names.ts'
import { method } from '../define.ts'
import { convertListedItems } from './_shapes/convert-listed.ts'
import { checkPlatform, checkUnid } from './_shapes/old-params.ts'

export const itemConvert = method({
  name: 'taobao.tbk.item.convert',
  title: '淘宝客-推广者-商品链接转换',
  session: 'none',
  permission: 'link',
  request: {
    adzone_id: long({ required: true, min: 1n, note: 'third part of a PID', example: '123' }),
    fields: list(string(), {
      required: true,
      docType: 'String',
      note: 'num_iid, click_url; input_num_iid is always there',
      example: 'num_iid,click_url',
    }),
    num_iids: list(string(), {
      required: true,
      maxItems: 40,
      docType: 'String',
      note: 'item ids (A-B), comma-joined; what cannot be read or promoted is left out',
    }),
    platform: number({ default: 1, note: '1 PC, 2 wireless: one link serves both', example: '1' }),
    unid: string({ note: 'at most 12 letters and digits, carried by the link', example: 'demo' }),
    dx: string({ note: '1: the general plan; otherwise the best open plan', example: '1' }),
  },
  response: {
    results: list(
      object('NTbkItem', {
        click_url: string({ note: 'the promotion link' }),
        num_iid: string({ note: "this promoter's own id of the item" }),
        input_num_iid: string({ note: 'the id as it was sent' }),
      }),
    ),
  },
  refusals: {
    'adzone.unknown': { subCode: 'isv.invalid-parameter:adzone_id', subMsg: 'adzone_id不正确' },
    'platform.bad': true,
    'unid.bad': true,
    'item.bad-id': true,
  },

  async handle(ctx, input) {
    checkPlatform(input.platform)
    const externalId = checkUnid(input.unid)
    const wanted = readFieldNames(input.fields, ['num_iid', 'click_url'])
    const adzone = await getOwnAdzone(ctx, { adzoneId: input.adzone_id })
    const how = { adzone, externalId, generalOnly: input.dx === '1', wants: LONG_ONLY }
    const converted = await convertListedItems(ctx, input.num_iids, how)
    const results = converted.map(({ text, itemId, cps }) => ({
      click_url: wanted.has('click_url') ? cps.long : undefined,
      num_iid: wanted.has('num_iid') ? encodeItemId(ctx.keys, itemId, ctx.promoterId) : undefined,
      input_num_iid: text,
    }))
    return { results }
  },
})
