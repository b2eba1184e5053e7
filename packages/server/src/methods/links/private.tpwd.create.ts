import { ignored, object, string } from '@opentbk/top'
import { createTpwd } from '../../domain/links/index.ts'
import { doors } from '../define.ts'

export const privateTpwdCreate = doors({
  permission: 'link',
  request: {
    url: string({
      required: true,
      maxLength: 2048,
      note: "the promoter's own promotion link, unaltered",
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
      password_simple: string({
        note: 'the password alone; only its promoter can parse or convert it',
        example: '¥SIH6XbwRfyt¥',
      }),
    }),
  },
  refusals: { 'link.not-promotable': true, 'link.expired': true, 'link.foreign': true, 'server.busy': true },
  dg: { name: 'taobao.tbk.private.tpwd.create', title: '淘宝客-推广者-加密淘口令生成', session: 'none' },
  sc: {
    name: 'taobao.tbk.sc.private.tpwd.create',
    title: '淘宝客-服务商-加密淘口令生成',
    session: 'required',
  },

  async handle(ctx, { url }) {
    const shared = await createTpwd(ctx, { url, kind: 'private' })
    return { data: { model: shared.fullTpwd, password_simple: shared.shortTpwd } }
  },
})
