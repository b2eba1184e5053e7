import { long, object, string } from '@opentbk/top'
import { getThirdParty } from '../../domain/agreements/index.ts'
import { encodeItemId } from '../../domain/goods/index.ts'
import { convertItem, convertPlace, LONG_ONLY, readTpwd } from '../../domain/links/index.ts'
import { getOwnAdzone } from '../../domain/publishers/index.ts'
import { method } from '../define.ts'
import { subPid } from './_shapes/sub-pid.ts'

export const tpwdShareConvert = method({
  name: 'taobao.tbk.tpwd.share.convert',
  title: '淘宝客-推广者-淘口令解析&三方分成转链',
  session: 'none',
  permission: 'share',
  request: {
    password_content: string({ required: true, maxLength: 2048, example: '¥2k12308DjvP¥' }),
    adzone_id: long({ required: true, min: 1n, example: '1231212' }),
    sub_pid: subPid,
    dx: string({ note: '1: the general plan; otherwise the best open plan', example: '1' }),
  },
  response: {
    data: object('MapData', {
      num_iid: string({ note: 'item id; absent for shops and venues' }),
      click_url: string({ note: 'the new promotion link; with the coupon when one is open' }),
    }),
  },
  refusals: {
    'adzone.unknown': { subCode: '4', subMsg: '查询不到对应的adzoneId，请检查adzoneId是否正确' },
    'sub-pid.bad': { subCode: '20013', subMsg: '淘口令解析输入subPid格式错误' },
    'sub-pid.no-agreement': 'isp.param-error',
    'tpwd.empty': true,
    'tpwd.unparsable': true,
    'tpwd.unknown': true,
    'tpwd.expired': 'isv.parse-result-invalid',
    'tpwd.private': true,
    'link.expired': true,
    'link.not-promotable': '20015',
    'item.off-shelf': true,
    'item.not-promoted': '10000',
  },

  async handle(ctx, input) {
    const adzone = await getOwnAdzone(ctx, { adzoneId: input.adzone_id })
    const third = await getThirdParty(ctx, input.sub_pid)
    const { target, link } = await readTpwd(ctx, input.password_content)
    const bizScene = link?.bizScene
    const how = { adzone, third, bizScene, generalOnly: input.dx === '1', wants: LONG_ONLY }
    if (target.kind !== 'item') return { data: { click_url: (await convertPlace(ctx, target, how)).long } }
    const { cps, coupon } = await convertItem(ctx, target, how)
    return {
      data: {
        num_iid: encodeItemId(ctx.keys, target.item.id, ctx.promoterId),
        click_url: (coupon ?? cps).long,
      },
    }
  },
})
