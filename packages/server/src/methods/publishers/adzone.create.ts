import { long, object, string } from '@opentbk/top'
import { createAdzone } from '../../domain/publishers/index.ts'
import { doors } from '../define.ts'

export const adzoneCreate = doors({
  permission: 'publisher',
  request: {
    site_id: long({ required: true, min: 1n, note: 'second part of a PID', example: '123456' }),
    adzone_name: string({ required: true, maxLength: 64, example: '广告位' }),
  },
  response: {
    data: object('MapData', {
      model: string({ note: 'the PID of the new adzone', example: 'mm_1_1_1' }),
    }),
  },
  refusals: { 'site.unknown': true, 'adzone.too-many': true },
  dg: { name: 'taobao.tbk.adzone.create', title: '淘宝客-推广者-创建推广位', session: 'none' },
  sc: { name: 'taobao.tbk.sc.adzone.create', title: '淘宝客-服务商-创建推广者位', session: 'required' },

  async handle(ctx, input) {
    return { data: { model: await createAdzone(ctx, { siteId: input.site_id, name: input.adzone_name }) } }
  },
})
