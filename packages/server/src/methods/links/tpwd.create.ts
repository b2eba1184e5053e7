import { ignored, object, string } from '@opentbk/top'
import { createTpwd } from '../../domain/links/index.ts'
import { method } from '../define.ts'

export const tpwdCreate = method({
  name: 'taobao.tbk.tpwd.create',
  title: '淘宝客-公用-淘口令生成',
  session: 'none',
  permission: 'link',
  request: {
    url: string({
      required: true,
      maxLength: 2048,
      note: 'a promotion link of this network, unaltered',
      example: 'https://s.click.taobao.com/YI3Uopu',
    }),
    text: ignored('old clients still send it'),
    logo: ignored('old clients still send it'),
    ext: ignored('old clients still send it'),
    user_id: ignored('old clients still send it'),
  },
  response: {
    data: object('MapData', {
      model: string({ note: 'text to share: password, short link, title' }),
      password_simple: string({ note: 'the password alone', example: '¥SIH6XbwRfyt¥' }),
    }),
  },
  refusals: { 'link.not-promotable': true, 'link.expired': true, 'tpwd.private': true, 'server.busy': true },

  async handle(ctx, { url }) {
    const shared = await createTpwd(ctx, { url, kind: 'open' })
    return { data: { model: shared.fullTpwd, password_simple: shared.shortTpwd } }
  },
})
