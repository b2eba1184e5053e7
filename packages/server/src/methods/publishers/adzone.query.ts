import { boolean, list, long, number, object, string } from '@opentbk/top'
import { listAdzones } from '../../domain/publishers/index.ts'
import { method } from '../define.ts'

const noRight = { is_success: false, biz_error_code: 21, biz_error_desc: '无权限' }

export const scAdzoneQuery = method({
  name: 'taobao.tbk.sc.adzone.query',
  title: '淘宝客-服务商-联盟推广位查询API',
  session: 'required',
  confidence: 'third-party',
  permission: 'publisher',
  note: 'Not paged: the first 5000 adzones are listed and all are counted; site_id narrows it.',
  request: {
    site_id: long({ min: 1n, note: 'second part of a PID; all sites when absent', example: '45000001' }),
  },
  response: {
    is_success: boolean({ example: 'true' }),
    biz_error_desc: string({ note: 'absent on success', example: '无权限' }),
    biz_error_code: number({ note: 'absent on success; 21: not a site of this publisher', example: '21' }),
    total_count: number({ note: 'adzones in all', example: '12' }),
    result: list(
      object('TkPidDTO', {
        pid: string({ example: 'mm_1423_1432_1423' }),
        name: string({ example: '爱淘宝推广位' }),
      }),
    ),
  },

  async handle(ctx, { site_id }) {
    const found = await listAdzones(ctx, site_id)
    if (!found) return noRight
    return { is_success: true, total_count: found.totalCount, result: found.adzones }
  },
})
