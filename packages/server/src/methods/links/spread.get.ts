import { list, number, object, string } from '@opentbk/top'
import { shortenLinks } from '../../domain/links/index.ts'
import { method } from '../define.ts'

export const spreadGet = method({
  name: 'taobao.tbk.spread.get',
  title: '淘宝客-公用-长链转短链',
  session: 'none',
  permission: 'link',
  repeatable: false,
  request: {
    requests: list(
      object('TbkSpreadRequest', {
        url: string({ required: true, maxLength: 2048, note: 'a promotion link of this network' }),
      }),
      { required: true, minItems: 1, maxItems: 20 },
    ),
  },
  response: {
    results: list(
      object('TbkSpread', {
        content: string({ note: 'the short link; absent when err_msg is not OK' }),
        err_msg: string({ note: 'OK, or why this address has no short link', example: 'OK' }),
      }),
    ),
    total_results: number({ example: '10' }),
  },
  refusals: { 'server.busy': true },

  async handle(ctx, { requests }) {
    const shortened = await shortenLinks(
      ctx,
      requests.map((request) => request.url),
    )
    const results = shortened.map((one) =>
      'shortUrl' in one ? { content: one.shortUrl, err_msg: 'OK' } : { err_msg: one.problem },
    )
    return { results, total_results: results.length }
  },
})
