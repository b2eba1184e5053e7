import { ignored, object, string } from '@opentbk/top'
import { createTextTpwd } from '../../domain/links/index.ts'
import { method } from '../define.ts'

const statuses = { created: '1', taken: '2', unfit: '3' } as const

export const tpwdMixCreate = method({
  name: 'taobao.tbk.tpwd.mix.create',
  title: '淘宝客-公用-文本淘口令',
  session: 'none',
  permission: 'link',
  note: 'Text and password together, pasted alone, are read wherever a 淘口令 is. They live 30 days.',
  request: {
    ext: ignored('old clients still send it'),
    logo: ignored('nothing here pops up'),
    url: string({
      required: true,
      maxLength: 2048,
      note: 'a promotion link of this network, unaltered',
      example: 'https://uland.taobao.com/',
    }),
    text: string({
      required: true,
      note: 'one line of 6 to 60 characters without a 淘口令',
      example: '长度大于5个字符',
    }),
    user_id: ignored('old clients still send it'),
    password: string({ required: true, note: '2 to 20 letters, digits or Han', example: '自定义口令' }),
  },
  response: {
    data: object('MapData', {
      status: string({ note: '1 done, 2 the words are taken, 3 they are not as they must be', example: '1' }),
      password: string({ note: 'text and password; absent unless done', example: '自定义内容自定义口令' }),
    }),
  },
  refusals: { 'link.not-promotable': true, 'link.expired': true, 'tpwd.private': true },

  async handle(ctx, { url, text, password }) {
    const made = await createTextTpwd(ctx, { url, text, password })
    return {
      data: {
        status: statuses[made.status],
        password: made.status === 'created' ? made.password : undefined,
      },
    }
  },
})
