import { list, long, number, object, string } from '@opentbk/top'
import { getThirdParty } from '../../domain/agreements/index.ts'
import { LONG_ONLY } from '../../domain/links/index.ts'
import { getOwnAdzone } from '../../domain/publishers/index.ts'
import { readFieldNames } from '../_shapes/read-field-names.ts'
import { method } from '../define.ts'
import { convertListedShops } from './_shapes/convert-listed.ts'
import { checkPlatform, checkUnid } from './_shapes/old-params.ts'
import { subPid, subPidRefusals } from './_shapes/sub-pid.ts'

export const shopShareConvert = method({
  name: 'taobao.tbk.shop.share.convert',
  title: '淘宝客-推广者-店铺三方分成链接转换',
  session: 'none',
  permission: 'share',
  request: {
    fields: list(string(), {
      required: true,
      docType: 'String',
      note: 'user_id, click_url',
      example: 'user_id,click_url',
    }),
    user_ids: list(long({ min: 1n }), {
      required: true,
      maxItems: 40,
      docType: 'String',
      note: 'seller ids, comma-joined: a seller is a shop here; unknown and closed shops are left out',
      example: '123,456',
    }),
    platform: number({ default: 1, note: '1 PC, 2 wireless: one link serves both', example: '1' }),
    adzone_id: long({ required: true, min: 1n, note: 'third part of a PID', example: '123' }),
    sub_pid: subPid,
    unid: string({ note: 'at most 12 letters and digits, carried by the link', example: 'demo' }),
  },
  response: {
    results: list(
      object('NTbkShop', {
        user_id: long({ note: 'the seller id as it was sent', example: '123' }),
        click_url: string({ note: 'the promotion link' }),
      }),
    ),
  },
  refusals: {
    'adzone.unknown': { subCode: 'isv.invalid-parameter:adzone_id', subMsg: 'adzone_id不正确' },
    'platform.bad': true,
    'unid.bad': true,
    ...subPidRefusals,
  },

  async handle(ctx, input) {
    checkPlatform(input.platform)
    const externalId = checkUnid(input.unid)
    const wanted = readFieldNames(input.fields, ['user_id', 'click_url'])
    const adzone = await getOwnAdzone(ctx, { adzoneId: input.adzone_id })
    const third = await getThirdParty(ctx, input.sub_pid)
    const how = { adzone, third, externalId, wants: LONG_ONLY }
    const shops = await convertListedShops(ctx, input.user_ids, how)
    const results = shops.map(({ sellerId, url }) => ({
      user_id: wanted.has('user_id') ? sellerId : undefined,
      click_url: wanted.has('click_url') ? url : undefined,
    }))
    return { results }
  },
})
