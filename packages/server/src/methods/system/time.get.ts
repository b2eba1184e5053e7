import { date } from '@opentbk/top'
import { method } from '../define.ts'

export const timeGet = method({
  name: 'taobao.time.get',
  title: '获取前台展示的系统时间',
  session: 'none',
  permission: 'none',
  request: {},
  response: { time: date({ note: "the network's business time, GMT+8", example: '2026-01-01 12:00:00' }) },

  async handle(ctx) {
    return { time: ctx.clock.now() }
  },
})
