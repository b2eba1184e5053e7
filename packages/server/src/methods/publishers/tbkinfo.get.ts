import { boolean, object, string } from '@opentbk/top'
import { checkPid } from '../../domain/publishers/index.ts'
import { method } from '../define.ts'

export const tbkinfoGet = method({
  name: 'taobao.tbk.tbkinfo.get',
  title: '淘宝客-公用-pid校验',
  session: 'none',
  permission: 'publisher',
  request: {
    pid: string({ required: true, maxLength: 64, example: 'mm_1_1_1' }),
  },
  response: {
    result: object('RpcResult', {
      data: boolean({ note: 'true: an adzone of this network has exactly this PID', example: 'true' }),
    }),
  },

  async handle(ctx, { pid }) {
    return { result: { data: await checkPid(ctx, pid) } }
  },
})
