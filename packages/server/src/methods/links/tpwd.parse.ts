import { object, string } from '@opentbk/top'
import { findOpenTpwd, longUrl } from '../../domain/links/index.ts'
import { method } from '../define.ts'

export const tpwdParse = method({
  name: 'taobao.tbk.tpwd.parse',
  title: '淘宝客-公用-淘口令解析出原链接',
  session: 'none',
  permission: 'link',
  request: {
    password_content: string({
      required: true,
      maxLength: 2048,
      note: 'any text around the password is fine',
      example: '¥SIH6XbwRfyt¥',
    }),
  },
  response: {
    data: object('MapData', {
      origin_url: string({ note: 'the promotion link behind the password' }),
    }),
  },
  refusals: {
    'tpwd.empty': true,
    'tpwd.unparsable': true,
    'tpwd.unknown': true,
    'tpwd.expired': '6',
    'tpwd.private': true,
  },

  async handle(ctx, { password_content }) {
    const { found } = await findOpenTpwd(ctx, password_content)
    return { data: { origin_url: longUrl(ctx, found.token) } }
  },
})
