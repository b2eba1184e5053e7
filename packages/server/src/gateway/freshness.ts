import { formatGmt8, parseGmt8, type TopError, topError } from '@opentbk/top'
import type { Context } from '../context.ts'

const TOLERANCE_MS = 10 * 60_000
const HALF_HOUR_MS = 30 * 60_000

/**
 * The time stamp of a call in its three dialects: `yyyy-MM-dd HH:mm:ss` GMT+8, epoch milliseconds
 * (Python SDKs), epoch seconds (C SDK). In sandbox mode either clock will do.
 */
export function checkTimestamp(ctx: Context, text: string | undefined): void {
  if (text === undefined || text === '') throw topError('missing-timestamp')
  const time = readTimestamp(text)
  if (!time) throw stale(ctx, '时间戳格式应为yyyy-MM-dd HH:mm:ss（GMT+8）、13位毫秒或10位秒')
  if (isNear(time, ctx.clock.wall()) || (ctx.mode === 'sandbox' && isNear(time, ctx.clock.now()))) return
  throw stale(ctx, driftMessage(time, ctx.clock.wall()))
}

function isNear(time: Date, clock: Date): boolean {
  return Math.abs(clock.getTime() - time.getTime()) <= TOLERANCE_MS
}

function readTimestamp(text: string): Date | undefined {
  if (text.length === 19) return parseGmt8(text)
  if (/^\d{13}$/.test(text)) return new Date(Number(text))
  if (/^\d{10}$/.test(text)) return new Date(Number(text) * 1000)
  return undefined
}

function stale(ctx: Context, hint: string): TopError {
  return topError('invalid-timestamp', {
    subCode: 'isv.timestamp-limit-error',
    subMsg: ctx.mode === 'sandbox' ? hint : '时间戳与服务器时间相差超过10分钟',
  })
}

// A whole number of half hours off is nearly always a client that signs in its host's time zone.
function driftMessage(time: Date, wall: Date): string {
  const offMs = time.getTime() - wall.getTime()
  const halfHours = Math.round(offMs / HALF_HOUR_MS)
  const zone = halfHours !== 0 && Math.abs(offMs - halfHours * HALF_HOUR_MS) <= TOLERANCE_MS
  const said = `服务器时间${formatGmt8(wall)}（GMT+8），收到的时间戳为${formatGmt8(time)}，相差超过10分钟`
  return zone ? `${said}；请检查客户端主机时区，例如设置TZ=Asia/Shanghai` : said
}
