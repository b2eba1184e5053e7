import { string } from '@opentbk/top'
import { method } from '../define.ts'

export const appipGet = method({
  name: 'taobao.appip.get',
  title: '获取ISV发起请求服务器IP',
  session: 'none',
  permission: 'none',
  request: {},
  response: { ip: string({ note: 'the address this call came from', example: '203.0.113.7' }) },

  async handle(ctx) {
    return { ip: ctx.ip }
  },
})
